import ReviewModel

/// Recognises texts that a wrong encoding has damaged (IN011).
enum DamagedText {
  /// What is damaged, in words; nil where nothing is.
  static func damage(in text: String) -> Bilingual? {
    guard !text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x26 }) else { return nil }
    if let damage = DoubleEncoding.damage(in: text) { return damage }
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0xFFFD:
        return Bilingual(zh: "有取代字元 U+FFFD", en: "the replacement character U+FFFD")
      case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD:
        let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
        return Bilingual(zh: "有造字區字元 \(code)", en: "the private-use character \(code)")
      case 0x26 where index + 1 < scalars.count && scalars[index + 1] == "#":
        if let reference = reference(scalars[index...]) {
          return Bilingual(zh: "有字元代碼 \(reference)", en: "the reference \(reference)")
        }
      case 0x3F where index > 0 && index + 1 < scalars.count:
        // Two characters that were lost side by side are one damage.
        if isHan(scalars[index - 1]),
          let next = scalars[index...].first(where: { $0 != "?" }), isHan(next)
        {
          return Bilingual(zh: "漢字之間有「?」", en: "a “?” between Han characters")
        }
      default: continue
      }
    }
    return nil
  }

  /// `&#20227;` or `&#x4F03;` at the slice's start.
  private static func reference(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
    guard let end = scalars.prefix(12).firstIndex(of: ";") else { return nil }
    var digits = scalars[(scalars.startIndex + 2)..<end]
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    if isHexadecimal { digits = digits.dropFirst() }
    guard !digits.isEmpty,
      digits.allSatisfy({
        isHexadecimal
          ? $0.properties.isASCIIHexDigit : $0.isASCII && CellParser.isDigit(UInt8($0.value))
      })
    else { return nil }
    return String(String.UnicodeScalarView(scalars[scalars.startIndex...end]))
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F: true
    default: false
    }
  }
}
