import ReviewModel

/// Reads dates in the forms that offices use, in the ROC and the Gregorian calendar.
///
/// `2021-06-10`, `2021/6/10`, `2021.6.10`, `20210610`, `2021年6月10日`; ROC years of three digits,
/// or of two from 50 on: `110/06/10`, `110.6.10`, `1100610`, `110年6月10日`, `民國110年6月10日`.
enum DateParser {
  /// No Gregorian year of the programme comes before; `0110` is a slip, not the year 110.
  private static let earliestYear = 1_900
  /// A day of year 1 of the Republic is a day of 1912.
  private static let rocOffset = 1_911

  static func parse(_ code: String) -> Parsed<CalendarDate> {
    if code.isEmpty || code == "0000000" { return .empty }
    let plain = code.utf8.withContiguousStorageIfAvailable { UsageCells.isoDay($0) }
    if let plain, let day = plain { return .value(CalendarDate(dayNumber: day)) }
    var text = Substring(code)
    let isROC = text.hasPrefix("民國")
    if isROC {
      text = text.dropFirst(2)
      while text.hasPrefix(" ") { text = text.dropFirst() }
    }
    let bytes = Array(text.utf8)
    let parts: (ArraySlice<UInt8>, ArraySlice<UInt8>, ArraySlice<UInt8>)?
    if bytes.allSatisfy(CellParser.isDigit) {
      parts = compact(bytes)
    } else {
      parts = separated(bytes)
    }
    guard let (year, month, day) = parts,
      let date = date(year, month, day, isROC: isROC)
    else { return .invalid }
    return .value(date)
  }

  private static func compact(
    _ bytes: [UInt8]
  ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>, ArraySlice<UInt8>)? {
    guard bytes.count == 7 || bytes.count == 8 else { return nil }
    let month = bytes.count - 4
    return (bytes[..<month], bytes[month..<(month + 2)], bytes[(month + 2)...])
  }

  private static func separated(
    _ bytes: [UInt8]
  ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>, ArraySlice<UInt8>)? {
    guard let first = bytes.firstIndex(where: { !CellParser.isDigit($0) }) else { return nil }
    let marks: [[UInt8]]
    switch bytes[first] {
    case 0x2D, 0x2E, 0x2F: marks = [[bytes[first]], [bytes[first]], []]
    default: marks = [Array("年".utf8), Array("月".utf8), Array("日".utf8)]
    }
    var parts: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    for mark in marks {
      let digits = rest.prefix { CellParser.isDigit($0) }
      rest = rest[digits.endIndex...]
      guard rest.starts(with: mark) else { return nil }
      rest = rest.dropFirst(mark.count)
      parts.append(digits)
    }
    guard rest.isEmpty else { return nil }
    return (parts[0], parts[1], parts[2])
  }

  private static func date(
    _ year: ArraySlice<UInt8>, _ month: ArraySlice<UInt8>, _ day: ArraySlice<UInt8>, isROC: Bool
  ) -> CalendarDate? {
    // No form has a longer part; what is longer might not even be a number that can be held.
    guard (1...4).contains(year.count), (1...2).contains(month.count), (1...2).contains(day.count)
    else { return nil }
    let number = number(year)
    let gregorian: Int
    switch year.count {
    case 4 where !isROC && number >= earliestYear: gregorian = number
    case 3 where number > 0: gregorian = number + rocOffset
    // 民國10年 is more often a slip for 110 than a day of 1921.
    case 2 where number >= 50: gregorian = number + rocOffset
    default: return nil
    }
    return CalendarDate(year: gregorian, month: self.number(month), day: self.number(day))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
}
