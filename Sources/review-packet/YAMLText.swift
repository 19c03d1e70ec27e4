/// Texts as YAML scalars.
enum YAMLText {
  /// A text as it is where it can't be taken for anything else, and in double quotes otherwise.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// Whether a text is letters with blanks between them: no sign of YAML's, no number, no date, and
  /// no word that means a value.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      isLetter(first), isLetter(last),
      text.unicodeScalars.allSatisfy({ isLetter($0) || $0 == " " })
    else { return false }
    return !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(
      text.lowercased())
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .otherLetter: true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      default:
        if isPrintable(scalar) {
          out.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          out += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
        }
      }
    }
    return out + "\""
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
    default: true
    }
  }
}
