import ReviewModel

/// Reads the cells of usage rows from their bytes; what is not plain goes the long way once.
struct UsageCells {
  /// A month by the bytes that its days begin with, `2021-06-`.
  struct Month {
    var prefix: UInt64 = 0
    /// The day number of the day before its first.
    var before: Int32 = 0
    /// 0: the place is free.
    var days: Int32 = 0
  }

  /// A date cell of up to 16 bytes, as it was read before.
  private struct Known {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var day: Int?
  }

  /// By the hash of their prefix; what hashes alike takes the place of the other.
  private(set) var months = [Month](repeating: Month(), count: 64)
  private var known = [Known](repeating: Known(), count: 1_024)

  @inline(__always)
  static func place(ofMonth prefix: UInt64) -> Int {
    Int(truncatingIfNeeded: (prefix &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  /// The day of a date cell; nil where it is none.
  mutating func day(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard cell.count <= 16 else { return Self.parsedDay(cell) }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for (index, byte) in cell.enumerated() {
      if index < 8 {
        low |= UInt64(byte) << (8 * index)
      } else {
        high |= UInt64(byte) << (8 * (index - 8))
      }
    }
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
    let place = Int(truncatingIfNeeded: mixed >> 54)
    if known[place].low == low, known[place].high == high, let day = known[place].day {
      return day
    }
    let iso = Self.isoDay(cell)
    guard let day = iso ?? Self.parsedDay(cell) else { return nil }
    known[place] = Known(low: low, high: high, day: day)
    if iso != nil { remember(low, monthOf: CalendarDate(dayNumber: day)) }
    return day
  }

  /// The number of a cell of up to 12 ASCII digits, else of any form that is allowed.
  func count(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard cell.count > 0, cell.count <= 12 else { return parsedCount(cell) }
    var number = 0
    for byte in cell {
      guard CellParser.isDigit(byte) else { return parsedCount(cell) }
      number = number * 10 + Int(byte) - 0x30
    }
    return number
  }

  /// Keeps what dates of a month begin with, `2021-06-`.
  private mutating func remember(_ prefix: UInt64, monthOf day: CalendarDate) {
    let before = day.dayNumber - day.components.day
    let first = CalendarDate(dayNumber: before + 1)
    months[Self.place(ofMonth: prefix)] = Month(
      prefix: prefix, before: Int32(before),
      days: Int32(first.addingMonths(1).dayNumber - first.dayNumber))
  }

  private func parsedCount(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard case .value(let number) = CellParser.integer(Normalisation.code(cell)) else { return nil }
    return number
  }

  /// `2021-06-01`, or with `/`.
  static func isoDay(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard cell.count == 10, cell[4] == cell[7], cell[4] == 0x2D || cell[4] == 0x2F else {
      return nil
    }
    var numbers = (0, 0, 0)
    for index in 0..<10 where index != 4 && index != 7 {
      guard CellParser.isDigit(cell[index]) else { return nil }
      let digit = Int(cell[index]) - 0x30
      if index < 4 {
        numbers.0 = numbers.0 * 10 + digit
      } else if index < 7 {
        numbers.1 = numbers.1 * 10 + digit
      } else {
        numbers.2 = numbers.2 * 10 + digit
      }
    }
    guard numbers.0 >= 1_900 else { return nil }
    return CalendarDate(year: numbers.0, month: numbers.1, day: numbers.2)?.dayNumber
  }

  private static func parsedDay(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard case .value(let date) = DateParser.parse(Normalisation.code(cell)) else { return nil }
    return date.dayNumber
  }
}
