package import ReviewModel

// Numbers and days as documents show them, digit by digit into the document. None of their
// characters is ever escaped.

extension DocumentOutput {
  /// Plain digits, `-` before a negative number; nothing for none.
  package mutating func digits(_ number: Int?) {
    guard let number else { return }
    if number < 0 { append(UInt8(ascii: "-")) }
    digits(UInt64(number.magnitude))
  }

  /// Plain digits, `-` before a negative number.
  package mutating func digits(_ number: Int128) {
    guard let short = Int(exactly: number) else { return append(String(number)) }
    digits(short)
  }

  private mutating func digits(_ number: UInt64) {
    guard number >= 10 else { return append(Self.digit(number)) }
    var length = 0
    var rest = number
    while rest > 0 {
      rest /= 10
      length += 1
    }
    let place = room(length)
    rest = number
    for index in stride(from: length - 1, through: 0, by: -1) {
      place[index] = Self.digit(rest % 10)
      rest /= 10
    }
    take(length)
  }

  /// Two digits, the first one a 0 where the number is below 10.
  mutating func twoDigits(_ number: Int) {
    append(Self.digit(UInt64(number / 10)))
    append(Self.digit(UInt64(number % 10)))
  }

  private static func digit(_ number: UInt64) -> UInt8 { 0x30 + UInt8(truncatingIfNeeded: number) }

  /// Digits in groups of three, `−` before a negative number: `1,234,567`.
  package mutating func number(_ number: Int) {
    if number < 0 { append("−" as StaticString) }
    groups(UInt64(number.magnitude))
  }

  /// Digits in groups of three, `−` before a negative number: `1,234,567`.
  package mutating func number(_ number: Int128) {
    guard let short = Int(exactly: number) else {
      return append(number < 0 ? "−" + grouped(-number) : grouped(number))
    }
    self.number(short)
  }

  private mutating func groups(_ number: UInt64) {
    guard number >= 1_000 else { return digits(number) }
    let (most, rest) = number.quotientAndRemainder(dividingBy: 1_000)
    groups(most)
    append(UInt8(ascii: ","))
    append(Self.digit(rest / 100))
    twoDigits(Int(rest % 100))
  }

  /// `NT$1,234,567`.
  package mutating func money(_ amount: TWD) {
    if amount < .zero { append("−" as StaticString) }
    append("NT$" as StaticString)
    number(amount < .zero ? -amount.dollars : amount.dollars)
  }

  /// Plain digits of an amount.
  package mutating func plain(_ amount: TWD) { digits(amount.dollars) }

  /// Always two decimals: `45.50`, `-3.20`.
  package mutating func decimal(_ value: Hundredths) {
    guard let count = Int(exactly: value.count) else { return append(value.text) }
    if count < 0 { append(UInt8(ascii: "-")) }
    let (whole, rest) = count.magnitude.quotientAndRemainder(dividingBy: 100)
    digits(UInt64(whole))
    append(UInt8(ascii: "."))
    twoDigits(Int(rest))
  }

  /// `2021-06-10`; nothing for no day.
  package mutating func isoDay(_ day: CalendarDate?) {
    guard let day else { return }
    let (year, month, dayOfMonth) = day.components
    guard (0...9999).contains(year) else { return append(day.isoText) }
    twoDigits(year / 100)
    twoDigits(year % 100)
    append(UInt8(ascii: "-"))
    twoDigits(month)
    append(UInt8(ascii: "-"))
    twoDigits(dayOfMonth)
  }

  /// `110年6月10日`; a year before 1912 is shown as Gregorian.
  package mutating func rocDay(_ day: CalendarDate) {
    let (year, month, dayOfMonth) = day.components
    guard year > 1911 else { return append(day.rocText) }
    digits(year - 1911)
    append("年" as StaticString)
    digits(month)
    append("月" as StaticString)
    digits(dayOfMonth)
    append("日" as StaticString)
  }
}
