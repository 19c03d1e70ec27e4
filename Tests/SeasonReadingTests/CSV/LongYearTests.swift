import Testing

@testable import SeasonReading

@Suite struct LongYearTests {
  @Test(arguments: [
    "民國99999999999999999999年1月1日", "99999999999999999999-01-01", "20211-01-01", "-01-01", "年1月1日",
  ])
  func `takes a year of any length for no date`(text: String) {
    #expect(DateParser.parse(text) == .invalid)
  }
}
