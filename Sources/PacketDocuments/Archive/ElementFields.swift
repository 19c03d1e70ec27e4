internal import ReviewModel
internal import XMLTools

/// The typed reading of an element that the schema has accepted.
///
/// The schema bounds no numbers, since processors disagree on long ones: a value that the program
/// could not have written is an error with its line here, never a trap in what is computed of it.
extension XMLElement {
  /// What a cell may hold, 10¹² at most, has no more digits.
  private static let cellDigits = 13
  /// Sums and products of such numbers have no more.
  private static let resultDigits = 27

  func wrong(_ name: String, _ found: String, _ expected: Bilingual) -> PacketArchiveError {
    PacketArchiveError(
      line: line, zh: "<\(self.name)> 的 \(name) 為「\(found)」；應為\(expected.zh)",
      en: "\(name) of <\(self.name)> is “\(found)”; expected \(expected.en)")
  }

  func required(_ name: String) throws(PacketArchiveError) -> String {
    guard let text = attribute(name) else {
      throw PacketArchiveError(
        line: line, zh: "<\(self.name)> 缺少屬性 \(name)",
        en: "<\(self.name)> lacks the attribute \(name)")
    }
    return text
  }

  func child(_ name: String) throws(PacketArchiveError) -> XMLElement {
    guard let child = optionalChild(name) else {
      throw PacketArchiveError(
        line: line, zh: "<\(self.name)> 缺少 <\(name)>", en: "<\(self.name)> lacks <\(name)>")
    }
    return child
  }

  func optionalChild(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  func childText(_ name: String) throws(PacketArchiveError) -> String { try child(name).text }

  /// The value that a text stands for, or an error that names the attribute.
  func parsed<Value>(
    _ name: String, _ expected: Bilingual, _ parse: (String) -> Value?
  ) throws(PacketArchiveError) -> Value {
    let text = try required(name)
    guard let value = parse(text) else { throw wrong(name, text, expected) }
    return value
  }

  func parsedIfAny<Value>(
    _ name: String, _ expected: Bilingual, _ parse: (String) -> Value?
  ) throws(PacketArchiveError) -> Value? {
    guard attribute(name) != nil else { return nil }
    return try parsed(name, expected, parse)
  }

  func code<Code: RawRepresentable>(
    _ name: String, _ type: Code.Type = Code.self
  ) throws(PacketArchiveError) -> Code where Code.RawValue == String {
    try parsed(name, .code) { Code(rawValue: $0) }
  }

  func flag(_ name: String) throws(PacketArchiveError) -> Bool {
    try parsed(name, .code) { $0 == "true" ? true : $0 == "false" ? false : nil }
  }

  func date(_ name: String) throws(PacketArchiveError) -> CalendarDate {
    try parsed(name, .day) { CalendarDate(iso: $0) }
  }

  func dateIfAny(_ name: String) throws(PacketArchiveError) -> CalendarDate? {
    try parsedIfAny(name, .day) { CalendarDate(iso: $0) }
  }

  /// A whole number, 0 or more.
  func count(_ name: String) throws(PacketArchiveError) -> Int {
    try parsed(name, .number) { Self.count($0) }
  }

  func countIfAny(_ name: String) throws(PacketArchiveError) -> Int? {
    try parsedIfAny(name, .number) { Self.count($0) }
  }

  /// A sum of counts.
  func wide(_ name: String) throws(PacketArchiveError) -> Int128 {
    try parsed(name, .number) { Self.whole($0) }
  }

  /// An amount of a cell or a setting.
  func money(_ name: String) throws(PacketArchiveError) -> TWD {
    try parsed(name, .number) { Self.whole($0, digits: Self.cellDigits).map { TWD($0) } }
  }

  func moneyIfAny(_ name: String) throws(PacketArchiveError) -> TWD? {
    attribute(name) == nil ? nil : try money(name)
  }

  /// An amount that was worked out.
  func result(_ name: String) throws(PacketArchiveError) -> TWD { TWD(try wide(name)) }

  func hundredths(_ name: String) throws(PacketArchiveError) -> Hundredths {
    try parsed(name, .hundredths) { Self.hundredths($0, digits: Self.cellDigits) }
  }

  func hundredthsIfAny(_ name: String) throws(PacketArchiveError) -> Hundredths? {
    attribute(name) == nil ? nil : try hundredths(name)
  }

  func codes(_ name: String) throws(PacketArchiveError) -> [FindingCode] {
    try parsedIfAny(name, .code) { Self.codes($0) } ?? []
  }

  static func codes(_ text: String) -> [FindingCode]? {
    var codes: [FindingCode] = []
    for word in text.split(separator: " ") {
      guard let code = FindingCode(rawValue: String(word)) else { return nil }
      codes.append(code)
    }
    return codes
  }

  static func count(_ text: String) -> Int? {
    whole(text, digits: cellDigits).flatMap { Int(exactly: $0) }
  }

  /// Plain digits without a sign or a leading zero, no more than so many.
  static func whole(_ text: String, digits most: Int = resultDigits) -> Int128? {
    let digits = text.utf8
    guard (1...most).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }),
      digits.count == 1 || digits.first != 0x30
    else { return nil }
    return Int128(text)
  }

  /// `45.50` or `-3.20`.
  static func hundredths(_ text: String, digits most: Int = resultDigits) -> Hundredths? {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2,
      let whole = whole(String(parts[0]), digits: most),
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let rest = Int128(parts[1])
    else { return nil }
    let count = whole * 100 + rest
    return Hundredths(isNegative ? -count : count)
  }
}

extension Bilingual {
  fileprivate static let code = Bilingual(
    zh: "本程式已知的代碼", en: "a code that this program knows")
  fileprivate static let day = Bilingual(
    zh: "西元日期 YYYY-MM-DD", en: "a day as YYYY-MM-DD")
  static let number = Bilingual(
    zh: "合理範圍內的整數", en: "a whole number of a size that input can have")
  fileprivate static let hundredths = Bilingual(
    zh: "兩位小數", en: "a number with two decimals")
}
