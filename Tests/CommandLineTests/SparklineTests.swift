import ReviewRules
import Testing

@testable import review_packet

@Suite struct SparklineTests {
  private let marks: [DayMark] = [
    .beforeGoLive, .noUse, .noRow, .notExported, .uses(1), .uses(8), .uses(16), .afterEnd,
  ]

  @Test func `shows a day as a bar of the store's most, or as its kind's mark`() {
    #expect(Sparkline(days: 8, columns: 8).text(marks) == "<0.?▁▄█>")
  }

  @Test func `shows a week where the days do not fit`() {
    let line = Sparkline(days: 8, columns: 7)
    #expect(line.isWeekly)
    #expect(line.length(of: 8) == 2)
    #expect(line.text(marks) == "█>")
  }

  @Test func `marks a week without use by the kind that asks most for a look`() {
    let line = Sparkline(days: 21, columns: 10)
    let weeks =
      [DayMark](repeating: .noUse, count: 6) + [.notExported]
      + [DayMark](repeating: .noUse, count: 6) + [.noRow]
      + [DayMark](repeating: .beforeGoLive, count: 6) + [.noUse]
    #expect(line.text(weeks) == "?.0")
  }

  @Test func `gives the least use a bar beside uses beyond counting`() {
    #expect(Sparkline(days: 2, columns: 2).text([.uses(1), .uses(.max)]) == "▁█")
  }
}
