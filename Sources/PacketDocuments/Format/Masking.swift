/// Personal data as a document may show it: enough to recognise, too little to use.
enum Masking {
  /// A contact person: 王○明, 王○, J*** D***; each word on its own, empty stays empty.
  static func name(_ text: String) -> String {
    words(of: text).map(maskedWord).joined(separator: " ")
  }

  /// A phone number: 0912***678, whatever stands between its digits; empty stays empty.
  ///
  /// Fewer than 8 digits leave nothing to show without giving the number away.
  static func phone(_ text: String) -> String {
    guard !words(of: text).isEmpty else { return "" }
    let digits = text.unicodeScalars.compactMap { digit($0) }
    guard digits.count >= 8 else { return "***" }
    let shown = digits.count >= 10 ? 4 : 2
    return digits.prefix(shown).map(String.init).joined() + "***"
      + digits.suffix(3).map(String.init).joined()
  }

  /// A cell that should have been a contact or a phone number, of which nothing is certain.
  static func cell(_ text: String) -> String {
    text.unicodeScalars.contains { digit($0) != nil } ? phone(text) : name(text)
  }

  private static func words(of text: String) -> [Substring] {
    text.split { $0.isWhitespace }
  }

  private static func maskedWord(_ word: Substring) -> String {
    guard let first = word.first else { return "" }
    if word.unicodeScalars.contains(where: { digit($0) != nil }) { return phone(String(word)) }
    if let scalar = first.unicodeScalars.first, scalar.value < 0x2E80 { return "\(first)***" }
    switch word.count {
    case 1: return "○"
    case 2: return "\(first)○"
    default:
      let hidden = String(repeating: "○", count: word.count - 2)
      return "\(first)\(hidden)\(word.suffix(1))"
    }
  }

  /// The value of an ASCII or full-width digit.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    default: nil
    }
  }
}
