import ReviewModel
import Testing

@testable import ReviewRules

@Suite struct ServiceMonthTests {
  @Test(arguments: [
    // Go-live, last day, and each month's first day, always counted from go-live itself.
    ("2021-01-31", "2021-04-30", ["2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30"]),
    ("2020-01-31", "2020-04-29", ["2020-01-31", "2020-02-29", "2020-03-31"]),
    ("2020-01-30", "2020-03-29", ["2020-01-30", "2020-02-29"]),
    ("2021-01-29", "2021-03-28", ["2021-01-29", "2021-02-28"]),
    (
      "2020-02-29", "2021-03-29",
      [
        "2020-02-29", "2020-03-29", "2020-04-29", "2020-05-29", "2020-06-29", "2020-07-29",
        "2020-08-29", "2020-09-29", "2020-10-29", "2020-11-29", "2020-12-29", "2021-01-29",
        "2021-02-28", "2021-03-29",
      ]
    ),
    ("2021-08-31", "2021-10-31", ["2021-08-31", "2021-09-30", "2021-10-31"]),
    ("2021-10-31", "2021-10-31", ["2021-10-31"]),
  ])
  func `begins each month at the go-live's day or the month's last`(
    goLive: String, asOf: String, firstDays: [String]
  ) throws {
    let record = try #require(ServiceSample(goLive, through: asOf).record)
    #expect(record.months.map(\.first.isoText) == firstDays)
  }

  @Test func `covers every day of the service period once, whatever the go-live's day`() throws {
    // Four years of go-live days with a leap day among them.
    for offset in 0..<(4 * 365 + 1) {
      let goLive = day("2019-01-01").adding(days: offset)
      let sample = ServiceSample(goLive.isoText, through: goLive.adding(days: 200).isoText)
      let record = try #require(sample.record)
      #expect(record.days == 201)
      #expect(record.months.reduce(0) { $0 + $1.days } == record.days)
      #expect(record.months.first?.first == goLive && record.months.last?.last == record.end)
      for (month, next) in zip(record.months, record.months.dropFirst()) {
        #expect(month.last.adding(days: 1) == next.first)
        #expect((28...31).contains(month.days))
      }
    }
  }

  @Test(arguments: [
    ("2021-01-31", "2021-02-27", 1), ("2021-01-31", "2021-02-26", 0),
    ("2021-01-31", "2021-03-30", 2), ("2021-01-31", "2021-03-29", 1),
    ("2021-06-01", "2021-10-31", 5), ("2021-06-01", "2021-10-30", 4),
    ("2020-02-29", "2021-02-27", 12), ("2021-06-01", "2021-06-01", 0),
  ])
  func `counts a service month when its last day is over`(goLive: String, asOf: String, full: Int)
    throws
  {
    #expect(try #require(ServiceSample(goLive, through: asOf).record).fullMonths == full)
  }

  @Test(arguments: [
    // Days of the first month, threshold, uses: exactly enough, and one use short.
    ("2021-02-01", 28, 5, 20, true), ("2021-02-01", 28, 5, 19, false),
    ("2021-06-01", 30, 5, 22, true), ("2021-06-01", 30, 5, 21, false),
    ("2021-07-01", 31, 20, 89, true), ("2021-07-01", 31, 20, 88, false),
    ("2021-06-01", 30, 0, 0, true),
  ])
  func `meets a threshold by the exact average`(
    goLive: String, days: Int, threshold: Int, uses: Int, isMet: Bool
  ) throws {
    var sample = ServiceSample(goLive, through: "2021-12-31")
    sample.programme.weeklyThresholds = [threshold]
    sample.useMonthly([uses])
    let month = try #require(sample.record?.months.first)
    #expect(month.days == days && month.uses == Int128(uses))
    #expect(month.verdict == (isMet ? .met : .short))
    #expect(month.missingUses == (isMet ? 0 : 1))
  }

  @Test func `repeats the last threshold`() throws {
    let record = try #require(ServiceSample("2021-01-01", through: "2021-07-31").record)
    #expect(record.months.map(\.threshold) == [5, 10, 15, 20, 20, 20, 20])
    var sample = ServiceSample("2021-01-01", through: "2021-03-31")
    sample.programme.weeklyThresholds = [3]
    #expect(try #require(sample.record).months.map(\.threshold) == [3, 3, 3])
  }

  @Test(arguments: [
    (7, "2021-06-06", UsageVerdict.unassessed), (7, "2021-06-07", .met),
    (10, "2021-06-09", .unassessed),
    (10, "2021-06-10", .met), (0, "2021-06-01", .met), (31, "2021-07-31", .unassessed),
  ])
  func `assesses a month from the fewest observed days on`(
    fewest: Int, asOf: String, verdict: UsageVerdict
  ) throws {
    var sample = ServiceSample("2021-06-01", through: asOf)
    sample.programme.minAssessedDays = fewest
    sample.useMonthly([100])
    let record = try #require(sample.record)
    #expect(record.months.first?.verdict == verdict)
    #expect(record.months.first?.weeklyAverage.numerator == 700)
    if record.months.count == 1 { #expect(record.verdict == verdict) }
  }

  @Test func `cuts the last month at the end date`() throws {
    var sample = ServiceSample("2021-06-01", through: "2021-10-31", ended: "2021-07-10")
    sample.useMonthly([22, 15])
    let record = try #require(sample.record)
    #expect(record.end == day("2021-07-10") && record.days == 40)
    #expect(record.months.map(\.days) == [30, 10])
    #expect(record.months.map(\.verdict) == [.met, .met])
  }

  @Test(arguments: [
    ([22, 45], UsageVerdict.met), ([21, 45], .short), ([22, 44], .short), ([0, 0], .short),
  ])
  func `is met when all assessed months are`(uses: [Int], verdict: UsageVerdict) throws {
    // 5 × 30 ÷ 7 = 21.4 and 10 × 31 ÷ 7 = 44.3; the six days of the third month do not matter.
    var sample = ServiceSample("2021-06-01", through: "2021-08-06")
    sample.useMonthly(uses)
    #expect(try #require(sample.record).verdict == verdict)
  }

  @Test func `has figures and no months where the end is before go-live`() throws {
    let record = try #require(
      ServiceSample("2021-06-10", through: "2021-10-31", ended: "2021-06-09").record)
    #expect(record.days == 0 && record.fullMonths == 0 && record.totalUses == 0)
    #expect(record.months.isEmpty && record.weeks.isEmpty)
    #expect(record.verdict == .unassessed && !record.isGrowing && !record.satisfiesDuration)
    #expect(record.longestIdle.days == 0)
  }

  @Test func `has no record before go-live or without it`() {
    #expect(ServiceSample("2021-11-01", through: "2021-10-31").record == nil)
    #expect(ServiceSample("", through: "2021-10-31").record == nil)
    #expect(ServiceSample("2021-10-31", through: "2021-10-31").record?.days == 1)
  }

  @Test(arguments: [
    // The last day, go-live and whether it is more than four months: one day beyond at least.
    ("2021-06-30", "2021-10-30", true), ("2021-06-30", "2021-10-29", false),
    ("2021-10-31", "2022-02-28", true), ("2021-10-31", "2022-02-27", false),
    ("2021-10-29", "2022-02-28", true), ("2019-10-31", "2020-02-29", true),
    ("2019-10-31", "2020-02-28", false),
  ])
  func `wants a day more than the four months`(goLive: String, asOf: String, isEnough: Bool) throws
  {
    #expect(try #require(ServiceSample(goLive, through: asOf).record).satisfiesDuration == isEnough)
    let ended = ServiceSample(goLive, through: "2022-12-31", ended: asOf)
    #expect(try #require(ended.record).satisfiesDuration == isEnough)
  }

  @Test func `takes the months of the duration from the programme`() throws {
    var sample = ServiceSample("2021-06-01", through: "2021-07-01")
    sample.programme.moreThanMonths = 1
    #expect(try #require(sample.record).satisfiesDuration)
    sample.programme.moreThanMonths = 2
    #expect(try !#require(sample.record).satisfiesDuration)
  }
}
