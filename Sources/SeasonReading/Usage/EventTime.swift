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
    let bytes = Array(code.utf8)
    if bytes.allSatisfy(CellParser.isDigit) { return dayOfMicroseconds(code) }
    guard bytes.count >= 16,
      let date = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
      bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A,
      let hour = number(bytes[11..<13]), hour < 24,
      let minute = number(bytes[14..<16]), minute < 60
    else { return nil }
    guard let offset = offset(afterMinutes: bytes[16...]) else { return nil }
    let minutes = hour * 60 + minute - offset + taiwanOffset
    let day = minutes >= 0 ? minutes / minutesPerDay : (minutes + 1) / minutesPerDay - 1
    return date.dayNumber + day
  }

  /// Microseconds have 15 or 16 digits in our time: 13 would be milliseconds.
  private static func dayOfMicroseconds(_ code: String) -> Int? {
    guard (15...17).contains(code.utf8.count), let microseconds = Int(code) else { return nil }
    return (microseconds + taiwanOffset * 60_000_000) / microsecondsPerDay
  }

  /// The zone's offset in minutes behind optional seconds; Taiwan's where there is no zone.
  private static func offset(afterMinutes rest: ArraySlice<UInt8>) -> Int? {
    var rest = rest
    if rest.first == 0x3A {
      guard let second = number(rest.dropFirst().prefix(2)), second < 61 else { return nil }
      rest = rest.dropFirst(3)
      if rest.first == 0x2E {
        let digits = rest.dropFirst().prefix { CellParser.isDigit($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest[digits.endIndex...]
      }
    }
    if rest.isEmpty { return taiwanOffset }
    if rest.elementsEqual([0x5A]) { return 0 }
    guard let sign = rest.first, sign == 0x2B || sign == 0x2D else { return nil }
    let digits = rest.dropFirst().filter { $0 != 0x3A }
    guard digits.count == 4 || digits.count == 2, let hours = number(digits.prefix(2)[...]),
      hours <= 14, let minutes = digits.count == 2 ? 0 : number(digits.suffix(2)[...]), minutes < 60
    else { return nil }
    return (sign == 0x2D ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count == 2, digits.allSatisfy(CellParser.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
}
