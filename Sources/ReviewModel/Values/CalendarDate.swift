/// A day of the Gregorian calendar, without time or zone.
///
/// Held as the number of days since 1970-01-01, so that intervals are subtractions.
package struct CalendarDate: Sendable, Hashable, Comparable {
  package let dayNumber: Int

  @inlinable
  package init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// The day, or nil where the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.init(dayNumber: Self.dayNumber(year, month, day))
  }

  /// The day that `YYYY-MM-DD` names, or nil.
  package init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    var numbers: [Int] = []
    for range in [0..<4, 5..<7, 8..<10] {
      guard bytes[range].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      numbers.append(bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 })
    }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  @inlinable
  package static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }

  // The library's own forms of these go through a table of the type's functions.

  @inlinable
  package static func <= (left: Self, right: Self) -> Bool { left.dayNumber <= right.dayNumber }

  @inlinable
  package static func >= (left: Self, right: Self) -> Bool { left.dayNumber >= right.dayNumber }

  @inlinable
  package static func > (left: Self, right: Self) -> Bool { left.dayNumber > right.dayNumber }

  @inlinable
  package func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// The number of days of the interval from this day to another, both included; 0 or less where
  /// the other is earlier.
  @inlinable
  package func days(through last: CalendarDate) -> Int { last.dayNumber - dayNumber + 1 }

  /// The same day `count` calendar months later; where that month is shorter, its last day.
  ///
  /// Always counted from the day itself: 31 January + 2 is 31 March, not 28 + 1.
  package func addingMonths(_ count: Int) -> CalendarDate {
    let (year, month, day) = components
    let months = year * 12 + (month - 1) + count
    let newYear = months / 12
    let newMonth = months % 12 + 1
    let newDay = min(day, Self.days(inMonth: newMonth, of: newYear))
    return CalendarDate(dayNumber: Self.dayNumber(newYear, newMonth, newDay))
  }

  /// Year, month and day.
  package var components: (year: Int, month: Int, day: Int) {
    // Counted from 1 March of year 0, so that the leap day is a year's last.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = UInt64(truncatingIfNeeded: shifted - era * 146_097)
    // Quotient and remainder of each unit by one product: C. Neri, L. Schneider, «Euclidean affine
    // functions and their application to calendar algorithms», 2022.
    let (century, restOfCentury) = (4 &* dayOfEra &+ 3).quotientAndRemainder(dividingBy: 146_097)
    let years = (restOfCentury | 3) &* 2_939_745
    let dayOfYear = (years & 0xFFFF_FFFF) / 2_939_745 / 4
    let months = 2_141 &* dayOfYear &+ 197_913
    let isNextYear = dayOfYear >= 306
    return (
      era * 400 + Int(century &* 100 &+ years >> 32) + (isNextYear ? 1 : 0),
      Int(months >> 16) - (isNextYear ? 12 : 0), Int((months & 0xFFFF) / 2_141) + 1
    )
  }

  /// `2021-06-10`.
  package var isoText: String {
    let (year, month, day) = components
    guard (0...9999).contains(year) else {
      return String(year) + "-" + Self.padded(month) + "-" + Self.padded(day)
    }
    return String(unsafeUninitializedCapacity: 10) { text in
      for (place, number) in [(8, day), (5, month), (2, year % 100), (0, year / 100)] {
        text[place] = 0x30 + UInt8(number / 10)
        text[place + 1] = 0x30 + UInt8(number % 10)
      }
      text[4] = UInt8(ascii: "-")
      text[7] = UInt8(ascii: "-")
      return 10
    }
  }

  /// `110年6月10日`, as documents show it; a year before 1912 is shown as Gregorian.
  package var rocText: String {
    let (year, month, day) = components
    return year > 1911 ? "\(year - 1911)年\(month)月\(day)日" : "西元\(year)年\(month)月\(day)日"
  }

  /// The day of the week: 0 is Monday.
  package var weekday: Int {
    let remainder = (dayNumber + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
