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
    if number < 10 { return append(Self.digit(number)) }
    if number < 100 { return twoDigits(Int(number)) }
    let length = Self.length(number)
    let place = room(length)
    var (end, rest) = (length, number)
    while rest >= 10 {
      end -= 2
      Self.put(rest % 100, at: place + end)
      rest /= 100
    }
    if rest > 0 || end == 1 { place.pointee = Self.digit(rest) }
    take(length)
  }

  /// How many digits a number has.
  private static func length(_ number: UInt64) -> Int {
    var (length, rest) = (1, number)
    while rest >= 1_000 {
      rest /= 1_000
      length += 3
    }
    return rest >= 100 ? length + 2 : rest >= 10 ? length + 1 : length
  }

  /// Two digits, the first one a 0 where the number is below 10.
  mutating func twoDigits(_ number: Int) {
    Self.put(UInt64(truncatingIfNeeded: number), at: room(2))
    take(2)
  }

  private static func digit(_ number: UInt64) -> UInt8 { 0x30 + UInt8(truncatingIfNeeded: number) }

  /// Puts both digits of a number below 100 at a place.
  @inline(__always)
  private static func put(_ number: UInt64, at place: UnsafeMutablePointer<UInt8>) {
    // The lower byte is the first digit.
    let tens = (number &* 103) >> 10
    let pair = 0x3030 &+ tens &+ (number &- tens &* 10) << 8
    UnsafeMutableRawPointer(place).storeBytes(
      of: UInt16(truncatingIfNeeded: pair).littleEndian, as: UInt16.self)
  }

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
    let place = room(10)
    Self.put(UInt64(truncatingIfNeeded: year / 100), at: place)
    Self.put(UInt64(truncatingIfNeeded: year % 100), at: place + 2)
    place[4] = UInt8(ascii: "-")
    Self.put(UInt64(truncatingIfNeeded: month), at: place + 5)
    place[7] = UInt8(ascii: "-")
    Self.put(UInt64(truncatingIfNeeded: dayOfMonth), at: place + 8)
    take(10)
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
