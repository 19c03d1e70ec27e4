import ReviewModel

/// What spreadsheets and their users do to a cell's text, taken back where it can be told.
enum SpreadsheetText {
  /// `="0123"` and `'0123` without their signs; nil where there are none.
  static func unguarded(_ text: String) -> String? {
    if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count > 3 {
      let inner = text.dropFirst(2).dropLast()
      return inner.contains("\"") ? nil : String(inner)
    }
    if text.hasPrefix("'"), text.utf8.count > 1 { return String(text.dropFirst()) }
    return nil
  }

  /// All digits of `12345675.0` and `1.2345675E+07`; nil where any could be missing.
  static func wholeDigits(_ code: String) -> String? {
    let parts = code.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty,
      parts[0].utf8.allSatisfy(CellParser.isDigit)
    else { return nil }
    if !parts[1].isEmpty, parts[1].utf8.allSatisfy({ $0 == 0x30 }) { return String(parts[0]) }
    let tail = parts[1].uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard tail.count == 2, parts[0].utf8.count == 1, tail[1].hasPrefix("+"),
      tail[0].utf8.allSatisfy(CellParser.isDigit), let exponent = Int(tail[1].dropFirst()),
      exponent == tail[0].utf8.count
    else { return nil }
    return String(parts[0]) + tail[0]
  }

  /// The day of `2021-06-10 00:00:00` and `2021-06-10T00:00`; nil for any other time.
  static func dayAtMidnight(_ code: String) -> String? {
    guard let mark = code.firstIndex(where: { $0 == " " || $0 == "T" }) else { return nil }
    let time = code[code.index(after: mark)...]
    guard ["0:00", "00:00", "0:00:00", "00:00:00", "00:00:00.000"].contains(time) else {
      return nil
    }
    return String(code[..<mark])
  }

  /// A text without characters that show nothing and are no blanks: zero-width ones, soft
  /// hyphens, marks of direction.
  static func withoutInvisible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isInvisible) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isInvisible($0) }))
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// A text as the program keeps it: trimmed, in NFC.
  static func normalised(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer { Normalisation.text($0) }
  }

  /// A text without blanks at both ends, its characters as they are.
  static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, Blanks.isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, Blanks.isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }
}

/// `&#20227;` and `&#x4F03;`, as a spreadsheet writes characters that an encoding lacks.
enum CharacterReferences {
  /// The longest reference: `&#x10FFFF;`.
  private static let longest = 12

  /// A text with each reference replaced by its character; nil where anything else is damaged
  /// too, or a reference names no character that can be shown.
  static func replaced(in text: String) -> String? {
    var out = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    var replaced = false
    while let scalar = rest.first {
      guard scalar == "&", rest.dropFirst().first == "#" else {
        out.append(scalar)
        rest = rest.dropFirst()
        continue
      }
      guard let end = rest.prefix(longest).firstIndex(of: ";") else {
        out.append(scalar)
        rest = rest.dropFirst()
        continue
      }
      guard let character = character(rest[..<end].dropFirst(2)) else { return nil }
      out.append(character)
      replaced = true
      rest = rest[rest.index(after: end)...]
    }
    let mended = String(out)
    guard replaced, DamagedText.damage(in: mended) == nil else { return nil }
    return mended
  }

  private static func character(_ digits: Substring.UnicodeScalarView) -> Unicode.Scalar? {
    let text = String(Substring(digits))
    let number: UInt32?
    if text.hasPrefix("x") || text.hasPrefix("X") {
      number = UInt32(text.dropFirst(), radix: 16)
    } else {
      number = UInt32(text)
    }
    guard let number, let scalar = Unicode.Scalar(number) else { return nil }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
      .spaceSeparator:
      return nil
    default: return scalar
    }
  }
}
