import ReviewModel

/// The day in Taiwan (UTC+8 all year) of an event's time stamp.
///
/// `2021-06-01T10:15:30+08:00`, `2021-06-01 10:15:30` (Taiwan's time), or microseconds since 1970,
/// as BigQuery's exports write them.
enum EventTime {
  private static let minutesPerDay = 1_440
  private static let taiwanOffset = 480
  private static let microsecondsPerDay = 86_400_000_000

  static func day(_ code: String) -> Int? {
    Array(code.utf8).withUnsafeBufferPointer { day($0) }
  }

  static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if bytes.allSatisfy(CellParser.isDigit) { return dayOfMicroseconds(bytes) }
    guard bytes.count >= 16, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let century = number(bytes, 0), let year = number(bytes, 2),
      let month = number(bytes, 5), let dayOfMonth = number(bytes, 8),
      let date = CalendarDate(year: century * 100 + year, month: month, day: dayOfMonth),
      bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A,
      let hour = number(bytes, 11), hour < 24, let minute = number(bytes, 14), minute < 60,
      let offset = offset(bytes, from: 16)
    else { return nil }
    let minutes = hour * 60 + minute - offset + taiwanOffset
    let day = minutes >= 0 ? minutes / minutesPerDay : (minutes + 1) / minutesPerDay - 1
    return date.dayNumber + day
  }

  /// Microseconds have 15 or 16 digits in our time: 13 would be milliseconds.
  private static func dayOfMicroseconds(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (15...17).contains(digits.count) else { return nil }
    let microseconds = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    return (microseconds + taiwanOffset * 60_000_000) / microsecondsPerDay
  }

  /// The zone's offset in minutes behind optional seconds; Taiwan's where there is no zone.
  private static func offset(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var position = start
    if position < bytes.count, bytes[position] == 0x3A {
      guard let second = number(bytes, position + 1), second < 61 else { return nil }
      position += 3
      if position < bytes.count, bytes[position] == 0x2E {
        let first = position + 1
        position = first
        while position < bytes.count, CellParser.isDigit(bytes[position]) { position += 1 }
        guard position > first else { return nil }
      }
    }
    if position == bytes.count { return taiwanOffset }
    if bytes[position] == 0x5A { return position + 1 == bytes.count ? 0 : nil }
    guard bytes[position] == 0x2B || bytes[position] == 0x2D else { return nil }
    // The zone's colons say nothing: `+08:00` is `+0800`.
    var digits = 0
    var value = 0
    for byte in bytes[(position + 1)...] where byte != 0x3A {
      guard CellParser.isDigit(byte), digits < 4 else { return nil }
      value = value * 10 + Int(byte) - 0x30
      digits += 1
    }
    guard digits == 4 || digits == 2 else { return nil }
    let (hours, minutes) = digits == 4 ? (value / 100, value % 100) : (value, 0)
    guard hours <= 14, minutes < 60 else { return nil }
    return (bytes[position] == 0x2D ? -1 : 1) * (hours * 60 + minutes)
  }

  /// The two digits at a position; nil where there are none.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int? {
    guard position + 1 < bytes.count, CellParser.isDigit(bytes[position]),
      CellParser.isDigit(bytes[position + 1])
    else { return nil }
    return Int(bytes[position]) * 10 + Int(bytes[position + 1]) - 0x30 * 11
  }
}
