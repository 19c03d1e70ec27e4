import ReviewModel
import Testing

@testable import ReviewRules

/// What an open month needs where its average decides.
@Suite struct MonthForecastTests {
  @Test func `tells the uses that are missing, the days left and what that is a week`() throws {
    var sample = ForecastSample.fifthMonth(until: "2021-10-19")
    sample.service.uses[day("2021-10-02")] = 23
    let forecast = sample.forecast
    #expect(forecast.status == .usageShort && forecast.verdict == .needsMore)
    #expect(forecast.months.map(\.number) == [5])
    let month = try #require(forecast.months.first)
    #expect(month.first == day("2021-10-02") && month.last == day("2021-10-31"))
    #expect(month.days == 30 && month.threshold == 20 && month.isAssessed)
    let need = try #require(month.needs.first)
    // ⌈20 × 30 ÷ 7⌉ = ⌈85.7⌉ = 86; 86 − 23 = 63; 20 to 31 October are 12 days; 63 × 7 ÷ 12 = 36.75.
    #expect(need.uses == 23 && need.wanted == 86 && need.missing == 63)
    #expect(need.remainingDays == 12 && need.wholePerWeek == 37)
    #expect(need.perWeek.hundredths.text == "36.75")
    // 22 September to 19 October has the 23 uses alone: 23 × 7 ÷ 28 a week, ⌊23 × 12 ÷ 28⌋ = 9.
    let pace = try #require(forecast.pace)
    #expect(pace == Pace(uses: 23, days: 28) && pace.weeklyAverage.hundredths.text == "5.75")
    #expect(pace.uses(in: 12) == 9)
    #expect(forecast.obstacles.isEmpty && forecast.missingUses == 63)
  }

  @Test(arguments: [(14, ForecastVerdict.onCourse), (13, .needsMore)])
  func `is on course when the pace brings just what is missing`(
    before: Int, verdict: ForecastVerdict
  ) {
    // 56 uses in the fifth month: 30 are missing. With 14 on 1 October, which the pace counts and
    // the month does not: 70 × 12 ÷ 28 = 30. With 13: ⌊69 × 12 ÷ 28⌋ = ⌊29.6⌋ = 29.
    var sample = ForecastSample.fifthMonth(until: "2021-10-19")
    sample.service.uses[day("2021-10-01")] = before
    sample.service.uses[day("2021-10-02")] = 56
    #expect(sample.forecast.missingUses == 30)
    #expect(sample.forecast.verdict == verdict)
  }

  @Test func `takes the last 28 days for the pace, or as many as the store has been live`() {
    var sample = ForecastSample.fifthMonth(until: "2021-10-19")
    sample.service.uses[day("2021-09-21")] = 1_000
    sample.service.uses[day("2021-09-22")] = 7
    sample.service.uses[day("2021-10-19")] = 5
    sample.service.uses[day("2021-10-20")] = 1_000
    #expect(sample.forecast.pace == Pace(uses: 12, days: 28))
    sample.until = "2021-06-04"
    #expect(sample.forecast.pace == Pace(uses: 22, days: 3))
    sample.until = "2021-06-01"
    #expect(sample.forecast.pace == nil)
    sample.until = nil
    #expect(sample.forecast.pace == nil)
  }

  @Test func `finds a month that is over and one use short out of reach`() {
    let sample = ForecastSample.fifthMonth(until: "2021-10-19", [22, 45, 66, 86, 86])
    let past = PastShortfall(
      month: 3, first: day("2021-08-02"), last: day("2021-09-01"), uses: 66, wanted: 67, weeks: 0)
    #expect(sample.forecast.obstacles == [.short(past)] && past.missing == 1)
    #expect(sample.forecast.verdict == .outOfReach)
  }

  @Test func `takes a month for open until its last day is known`() {
    // The fourth month ends on 1 October with 85 of 86 uses.
    var sample = ForecastSample.fifthMonth(until: "2021-09-30", [22, 45, 67, 85])
    let need = sample.forecast.months.first?.needs.first
    #expect(need?.missing == 1 && need?.remainingDays == 1 && need?.wholePerWeek == 7)
    #expect(sample.forecast.verdict == .needsMore)
    sample.until = "2021-10-01"
    #expect(sample.forecast.verdict == .outOfReach)
  }

  @Test(arguments: [("2021-06-27", 5), ("2021-06-26", 6)])
  func `is safe where the open month has too few days to be assessed`(goLive: String, days: Int) {
    // Months of 27 June: 30, 31, 31, 30 days; those of 26 June the same. The fifth has 5 or 6 days.
    var sample = ForecastSample(goLive, through: "2021-10-31", until: "2021-10-20")
    sample.service.useMonthly([22, 45, 67, 86])
    let forecast = sample.forecast
    #expect(forecast.verdict == .safe && forecast.status == .completed)
    #expect(forecast.months.map(\.number) == [4, 5])
    #expect(forecast.months.last?.days == days && forecast.months.last?.isAssessed == false)
    #expect(forecast.missingUses == 0 && forecast.durationReachedOn == day(goLive).addingMonths(4))
  }

  @Test func `is not safe where the open month has just the days to be assessed`() {
    // 25 to 31 October are 7 days, none of them known: 20 × 7 ÷ 7 = 20 uses in 7 days.
    var sample = ForecastSample("2021-06-25", through: "2021-10-31", until: "2021-10-20")
    sample.service.useMonthly([22, 45, 67, 86])
    let need = sample.forecast.months.last?.needs.first
    #expect(need?.missing == 20 && need?.remainingDays == 7 && need?.wholePerWeek == 20)
    // 0 uses of 23 September to 20 October but for the month's 86, on 25 September: 86 × 7 ÷ 28 = 21.5.
    #expect(sample.forecast.pace == Pace(uses: 86, days: 28))
    #expect(sample.forecast.verdict == .onCourse)
  }

  @Test func `does not look at uses after the last known day`() {
    var sample = ForecastSample.fifthMonth(until: "2021-10-19")
    sample.service.uses[day("2021-10-20")] = 86
    #expect(sample.forecast.missingUses == 86)
    sample.until = "2021-10-20"
    #expect(sample.forecast.verdict == .safe)
  }

  @Test func `has nothing open when the data reach as-of, or a day behind it`() {
    for until in ["2021-10-31", "2021-11-15"] {
      var sample = ForecastSample.fifthMonth(until: until)
      #expect(!sample.outlook.isOpen && sample.outlook.dataUntil == day("2021-10-31"))
      #expect(sample.forecast.months.isEmpty && sample.forecast.verdict == .outOfReach)
      sample.service.uses[day("2021-10-31")] = 86
      #expect(sample.forecast.verdict == .safe)
    }
  }

  @Test func `cuts an open month at the end date`() {
    // Ends on 8 October: 2 to 8 October are 7 days, 20 uses; 5 days after the 3rd.
    var sample = ForecastSample(
      "2021-06-02", through: "2021-10-31", until: "2021-10-03", ended: "2021-10-08")
    sample.service.useMonthly([22, 45, 67, 86])
    let need = sample.forecast.months.first?.needs.first
    #expect(need?.last == day("2021-10-08") && need?.wanted == 20 && need?.remainingDays == 5)
    #expect(sample.forecast.verdict == .needsMore)
  }
}
