import Testing

@testable import ReviewModel

private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

@Suite struct CalendarDateTests {
  @Test func `counts every day from year 1 to 9999 and takes it apart again`() {
    var number: Int?
    for year in 1...9_999 {
      for month in 1...12 {
        for dayOfMonth in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: dayOfMonth) else { continue }
          let (backYear, backMonth, backDay) = date.components
          guard backYear == year, backMonth == month, backDay == dayOfMonth,
            number == nil || number == date.dayNumber - 1
          else {
            Issue.record("\(year)-\(month)-\(dayOfMonth) is day \(date.dayNumber)")
            return
          }
          number = date.dayNumber
        }
      }
    }
    // 9,999 years of 365 days and 2,424 leap days end on 9999-12-31.
    #expect(number == 2_932_896)
  }

  @Test(arguments: [
    (1_600, true), (1_900, false), (2_000, true), (2_020, true), (2_021, false), (2_100, false),
    (2_400, true),
  ])
  func `has a 29 February in leap years only`(year: Int, isLeap: Bool) {
    #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap)
    #expect(CalendarDate(year: year, month: 2, day: 30) == nil)
  }

  @Test(arguments: [
    (0, 1, 1), (10_000, 1, 1), (2_021, 0, 1), (2_021, 13, 1), (2_021, 4, 31),
    (2_021, 1, 0), (2_021, 1, 32), (2_021, 1, -1),
  ])
  func `has no day that the calendar lacks`(year: Int, month: Int, dayOfMonth: Int) {
    #expect(CalendarDate(year: year, month: month, day: dayOfMonth) == nil)
  }

  @Test(arguments: ["1970-01-01", "2021-06-10", "0001-01-01", "9999-12-31", "2020-02-29"])
  func `writes the ISO text that it reads`(text: String) throws {
    #expect(try day(text).isoText == text)
  }

  @Test(arguments: [
    "", "2021-6-10", "2021/06/10", "20210610", "2021-06-31", "2021-06-10 ", " 2021-06-10",
    "2021-06-1０", "+021-06-10", "2021-06-10T00:00", "1e10-01-01", "二〇二一年六",
  ])
  func `reads no other text as ISO`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("2021-01-31", 1, "2021-02-28"), ("2020-01-31", 1, "2020-02-29"),
    ("2021-01-31", 2, "2021-03-31"), ("2021-01-31", 3, "2021-04-30"),
    ("2021-08-31", 6, "2022-02-28"), ("2021-12-01", 1, "2022-01-01"),
    ("2020-02-29", 12, "2021-02-28"), ("2020-02-29", 48, "2024-02-29"),
    ("2021-06-15", 0, "2021-06-15"), ("2021-03-31", -1, "2021-02-28"),
    ("2021-01-15", -1, "2020-12-15"), ("2021-01-01", 1_200, "2121-01-01"),
  ])
  func `adds months from the day itself, to a shorter month's last day`(
    from: String, months: Int, to: String
  ) throws {
    #expect(try day(from).addingMonths(months).isoText == to)
  }

  @Test func `never goes back when a month more is added`() throws {
    var date = try day("2019-12-25")
    for _ in 0..<400 {
      for months in 0..<14 {
        #expect(date.addingMonths(months) < date.addingMonths(months + 1))
      }
      date = date.adding(days: 1)
    }
  }

  @Test func `counts both ends of an interval`() throws {
    let first = try day("2021-06-10")
    #expect(first.days(through: first) == 1)
    #expect(first.days(through: try day("2021-06-30")) == 21)
    #expect(first.days(through: try day("2021-06-09")) == 0)
    #expect(first.days(through: try day("2021-06-01")) == -8)
  }

  @Test(arguments: [
    ("2021-06-10", "110年6月10日"), ("1912-01-01", "1年1月1日"), ("1911-12-31", "西元1911年12月31日"),
    ("2011-11-05", "100年11月5日"),
  ])
  func `shows the year of the Republic`(iso: String, text: String) throws {
    #expect(try day(iso).rocText == text)
  }

  @Test(arguments: [
    ("1970-01-01", 3), ("2021-06-07", 0), ("2021-06-13", 6), ("1969-12-29", 0),
    ("1969-12-28", 6), ("0001-01-01", 0),
  ])
  func `counts the days of the week from Monday`(iso: String, weekday: Int) throws {
    #expect(try day(iso).weekday == weekday)
  }
}
