import ReviewModel

/// What a cell says: a value, nothing, or something that its kind does not allow.
enum Parsed<Value> {
  case value(Value)
  case empty
  case invalid
}

extension Parsed: Sendable where Value: Sendable {}
extension Parsed: Equatable where Value: Equatable {}

/// Reads codes, numbers, dates and flags from cells that are trimmed and in NFKC.
enum CellParser {
  /// Numbers are at most this: 10¹².
  static let highest = 1_000_000_000_000

  /// `1234`, `1,234`, `1,234.00`; nothing negative.
  static func integer(_ code: String) -> Parsed<Int> {
    if let number = plainNumber(code) { return .value(number) }
    if isNotGiven(code) { return .empty }
    guard let number = Decimal(code), let whole = number.scaled(by: 1) else { return .invalid }
    return .value(whole)
  }

  /// An integer's forms, `NT$1,234`, `$1,234`, `1,234元`, in a unit of so many dollars.
  static func money(_ code: String, unit: Int = 1) -> Parsed<TWD> {
    if unit == 1, let number = plainNumber(code) { return .value(TWD(Int128(number))) }
    if isNotGiven(code) { return .empty }
    var bare = Substring(code)
    for prefix in ["NT$", "nt$", "Nt$", "$"] where bare.hasPrefix(prefix) {
      bare = bare.dropFirst(prefix.count)
      break
    }
    if bare.hasSuffix("元") { bare = bare.dropLast() }
    let trimmed = bare.drop { $0 == " " }
    let text = String(trimmed.reversed().drop { $0 == " " }.reversed())
    guard let number = Decimal(text), let whole = number.scaled(by: unit) else { return .invalid }
    return .value(TWD(Int128(whole)))
  }

  /// The number that up to 12 digits and nothing else are, as most numbers are written.
  private static func plainNumber(_ code: String) -> Int? {
    code.withBytes { bytes in
      guard (1...12).contains(bytes.count) else { return nil }
      var number = 0
      for byte in bytes {
        guard isDigit(byte) else { return nil }
        number = number * 10 + Int(byte) - 0x30
      }
      return number
    }
  }

  /// `45`, `45%`, `45.5`: 0 to 100, at most two decimals.
  static func percent(_ code: String) -> Parsed<Hundredths> {
    if isNotGiven(code) { return .empty }
    var bare = Substring(code)
    if bare.hasSuffix("%") { bare = bare.dropLast() }
    while bare.hasSuffix(" ") { bare = bare.dropLast() }
    guard let number = hundredths(String(bare)), number <= .oneHundred else { return .invalid }
    return .value(number)
  }

  /// A number that is not negative, with at most two decimals.
  static func hundredths(_ text: String) -> Hundredths? {
    guard let number = Decimal(text), number.fractionDigits <= 2,
      let hundredths = number.scaled(by: 100)
    else { return nil }
    return Hundredths(Int128(hundredths))
  }

  static func flag(_ code: String) -> Parsed<Bool> {
    // No word for yes or no is longer; a text may be asked, too.
    guard code.utf8.count <= 5 else { return .invalid }
    switch code.lowercased() {
    case "": return .empty
    case "y", "是", "有", "1", "true", "☑", "v": return .value(true)
    case "n", "否", "無", "0", "false", "☐": return .value(false)
    default: return .invalid
    }
  }

  /// 1 to 64 ASCII letters, digits, `_` or `-`, in upper case.
  static func id(_ code: String) -> Parsed<String> {
    if code.isEmpty { return .empty }
    let (isID, hasLowerCase) = code.withBytes { bytes in
      guard bytes.count <= 64 else { return (false, false) }
      var (isID, hasLowerCase) = (true, false)
      for byte in bytes {
        isID = isID && isIDByte(byte)
        hasLowerCase = hasLowerCase || byte >= 0x61
      }
      return (isID, hasLowerCase)
    }
    guard isID else { return .invalid }
    return .value(hasLowerCase ? Normalisation.upperCased(code) : code)
  }

  static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
    default: false
    }
  }

  /// A tax id, and whether it lost a leading zero that was put back.
  struct TaxNumber: Equatable {
    let id: TaxID
    let wasPadded: Bool
  }

  /// 8 digits; blanks and `-` inside are dropped, 7 digits are padded with the zero that a
  /// spreadsheet lost.
  static func taxID(_ code: String) -> Parsed<TaxNumber> {
    if code.isEmpty { return .empty }
    if let id = TaxID(digits: code) { return .value(TaxNumber(id: id, wasPadded: false)) }
    let bare = String(
      String.UnicodeScalarView(
        code.unicodeScalars.filter { !Blanks.isBlank($0) && $0 != "-" }))
    if bare.utf8.count == 7, let id = TaxID(digits: "0" + bare) {
      return .value(TaxNumber(id: id, wasPadded: true))
    }
    guard let id = TaxID(digits: bare) else { return .invalid }
    return .value(TaxNumber(id: id, wasPadded: false))
  }

  /// What a spreadsheet makes of an id: `1.11E+08`, or a date.
  static func isDamagedID(_ code: String) -> Bool {
    // All forms below begin with a digit; few ids do.
    guard let first = code.utf8.first, isDigit(first), !code.utf8.allSatisfy(isDigit) else {
      return false
    }
    let bytes = Array(code.utf8)
    if let mark = bytes.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }), mark > 0,
      mark + 2 < bytes.count, bytes[mark + 1] == 0x2B || bytes[mark + 1] == 0x2D,
      bytes[(mark + 2)...].allSatisfy(isDigit),
      bytes[..<mark].allSatisfy({ isDigit($0) || $0 == 0x2E }), isDigit(bytes[0]),
      // `2E-01` may be a store's own code; a spreadsheet would show 2.00E-01.
      bytes[mark + 1] == 0x2B || bytes[..<mark].contains(0x2E)
    {
      return true
    }
    return isWrittenDate(code)
  }

  /// `2021/6/1`, `2021-06-01`, `110/6/1`, `6/1/2021`, `6/1`, `1-Mar`, `1-Mar-21`, `3月1日`: how a
  /// spreadsheet shows a date.
  ///
  /// Not `Mar-21`: a code like `MAY-01` may be a store's own.
  private static func isWrittenDate(_ code: String) -> Bool {
    if case .value = DateParser.parse(code) {
      // By its characters `110-06-10` may be a store's own code.
      guard case .value = id(code) else { return true }
      return code.utf8.prefix(while: isDigit).count == 4
    }
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    if (2...3).contains(parts.count), isShortNumber(parts[0]), isMonthName(parts[1]) {
      return parts.count == 2 || isYear(parts[2])
    }
    // The user's country settles which of the two is the month; no id has a slash.
    let numbers = code.split(separator: "/", omittingEmptySubsequences: false)
    if (2...3).contains(numbers.count), numbers[..<2].allSatisfy(isShortNumber) {
      let days = numbers[..<2].compactMap { Int($0) }.sorted()
      return days[0] >= 1 && days[0] <= 12 && days[1] <= 31
        && (numbers.count == 2 || isYear(numbers[2]))
    }
    guard code.hasSuffix("日"), let month = code.firstIndex(of: "月") else { return false }
    let day = code[code.index(after: month)...].dropLast()
    return isShortNumber(code[..<month]) && isShortNumber(day)
  }

  private static func isMonthName(_ text: Substring) -> Bool {
    [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].contains(text.lowercased())
  }

  private static func isYear(_ text: Substring) -> Bool {
    [2, 4].contains(text.utf8.count) && text.utf8.allSatisfy(isDigit)
  }

  private static func isShortNumber(_ text: Substring) -> Bool {
    (1...2).contains(text.utf8.count) && text.utf8.allSatisfy(isDigit)
  }

  /// Whether a cell holds a phone number of Taiwan and nothing else: nine or ten digits from a 0 on, or
  /// the same after `886`, with what stands between them and an extension behind (`#12`, `轉12`).
  ///
  /// Nine digits from a 9 on are a mobile number whose 0 a spreadsheet took.
  static func isPhoneNumber(_ code: String) -> Bool {
    // Most cells are told by their first byte.
    guard let first = code.utf8.first, [0x28, 0x2B, 0x30, 0x38, 0x39].contains(first) else {
      return false
    }
    let end = code.firstIndex { "#轉分".contains($0) } ?? code.endIndex
    let tail = code[end...].drop { "#轉分機 ".contains($0) }
    guard end == code.endIndex || !tail.isEmpty && tail.utf8.allSatisfy(isDigit) else {
      return false
    }
    var text = code.utf8[..<end]
    let country = ["+886", "886-", "886 "].first { text.starts(with: $0.utf8) }
    if let country { text = text.dropFirst(country.utf8.count) }
    guard text.allSatisfy({ isDigit($0) || " -()./".utf8.contains($0) }) else { return false }
    let digits = text.filter(isDigit)
    let local = digits.first == 0x30 ? digits.dropFirst() : digits[...]
    guard (8...9).contains(local.count), local.first != 0x30 else { return false }
    return country != nil || local.count < digits.count
      || local.count == text.count && local.count == 9 && local.first == 0x39
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Empty, or one of the marks that stand for «not given» where a number should be.
  static func isNotGiven(_ code: String) -> Bool {
    switch code.lowercased() {
    case "", "-", "--", "...", "待補", "nan", "undefined", "—", "–": true
    default: false
    }
  }
}

/// Digits with an optional fraction, exact: `1234`, `1,234`, `1,234.50`.
private struct Decimal {
  /// All digits as one number.
  let mantissa: Int
  let fractionDigits: Int

  init?(_ text: String) {
    var mantissa = 0
    var digits = 0
    var fraction: Int?
    var group = 0
    var hasGroups = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39:
        digits += 1
        group += 1
        // 30 digits are longer than any number that is allowed; zeros in front are, too.
        guard digits <= 30 else { return nil }
        let (product, tooLarge) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, overflow) = product.addingReportingOverflow(Int(byte) - 0x30)
        guard !tooLarge, !overflow else { return nil }
        mantissa = sum
        if let places = fraction { fraction = places + 1 }
      case 0x2C:
        guard fraction == nil, hasGroups ? group == 3 : (1...3).contains(group) else { return nil }
        hasGroups = true
        group = 0
      case 0x2E:
        guard fraction == nil, digits > 0, !hasGroups || group == 3 else { return nil }
        fraction = 0
      default: return nil
      }
    }
    guard digits > 0, fraction != 0, fraction != nil || !hasGroups || group == 3 else {
      return nil
    }
    self.mantissa = mantissa
    fractionDigits = fraction ?? 0
  }

  /// The number times a factor, where that is whole and at most 10¹² of the unit.
  func scaled(by factor: Int) -> Int? {
    var divisor: Int128 = 1
    for _ in 0..<fractionDigits { divisor *= 10 }
    let product = Int128(mantissa) * Int128(factor)
    guard product % divisor == 0, product / divisor <= Int128(CellParser.highest) else {
      return nil
    }
    return Int(product / divisor)
  }
}
