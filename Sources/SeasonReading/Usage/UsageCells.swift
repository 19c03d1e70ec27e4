import ReviewModel

/// Reads the cells of usage rows from their bytes; what is not plain goes the long way.
struct UsageCells {
  private var lastDateLow: UInt64 = 0
  private var lastDateHigh: UInt64 = 0
  private var lastDay: Int?

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
    if let lastDay, low == lastDateLow, high == lastDateHigh { return lastDay }
    guard let day = Self.isoDay(cell) ?? Self.parsedDay(cell) else { return nil }
    (lastDateLow, lastDateHigh, lastDay) = (low, high, day)
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

  private func parsedCount(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard case .value(let number) = CellParser.integer(Normalisation.code(cell)) else { return nil }
    return number
  }

  /// `2021-06-01`, or with `/`.
  private static func isoDay(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
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
