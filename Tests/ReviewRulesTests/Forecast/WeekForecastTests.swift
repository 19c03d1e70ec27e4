import ReviewModel
import Testing

@testable import ReviewRules

/// What open weeks need where each week decides.
@Suite struct WeekForecastTests {
  /// A use a day since 1 June, and 7 a week asked for; week w begins on 1 June + 7(w − 1).
  ///
  /// Of the 153 days to 31 October 21 weeks are whole; the last one ends on 25 October.
  private func sample(until: String, without missing: [String] = []) -> ForecastSample {
    var sample = ForecastSample("2021-06-01", through: "2021-10-31", until: until)
    sample.service.programme.assessment = .everyWeek
    sample.service.programme.weeklyThresholds = [7]
    sample.service.use(1, from: "2021-06-01", through: "2021-10-31")
    for date in missing { sample.service.uses[day(date)] = nil }
    return sample
  }

  @Test func `tells what each open week needs, a month's last week in the next month too`() {
    // Week 18 is 28 September to 4 October: of month 4, which ends on 30 September. To 1 October it
    // has 4 uses. Weeks 19 to 21 begin on 5, 12 and 19 October, in month 5.
    let forecast = sample(until: "2021-10-01").forecast
    #expect(forecast.months.map(\.number) == [4, 5])
    let needs = forecast.months.map(\.needs)
    #expect(
      needs == [
        [
          UseNeed(
            first: day("2021-09-28"), last: day("2021-10-04"), uses: 4, wanted: 7,
            remainingDays: 3)
        ],
        ["2021-10-05", "2021-10-12", "2021-10-19"].map {
          UseNeed(
            first: day($0), last: day($0).adding(days: 6), uses: 0, wanted: 7, remainingDays: 7)
        },
      ])
    #expect(forecast.months.map(\.missing) == [3, 21])
    // A use a day brings 3 in 3 days and 7 in 7.
    #expect(forecast.pace == Pace(uses: 28, days: 28) && forecast.verdict == .onCourse)
  }

  @Test func `needs more where the pace is a use of four weeks below the threshold`() {
    // 27 uses in 28 days bring ⌊27 × 7 ÷ 28⌋ = 6 in a week; the week of the missing day is met by
    // two uses on another.
    var sample = sample(until: "2021-10-01", without: ["2021-09-04"])
    sample.service.uses[day("2021-09-02")] = 2
    #expect(sample.forecast.pace == Pace(uses: 27, days: 28))
    #expect(sample.forecast.verdict == .needsMore)
  }

  @Test func `finds a week that is over and short out of reach, though its month is open`() {
    // Weeks 15 and 16 begin on 7 and 14 September.
    let sample = sample(until: "2021-09-25", without: ["2021-09-12", "2021-09-14", "2021-09-20"])
    let past = PastShortfall(
      month: 4, first: day("2021-09-07"), last: day("2021-09-13"), uses: 6, wanted: 7, weeks: 2)
    #expect(sample.forecast.obstacles == [.short(past)])
    #expect(sample.forecast.verdict == .outOfReach)
    #expect(sample.forecast.months.first?.number == 4)
    #expect(sample.forecast.months.first?.needs == [])
  }

  @Test func `needs nothing of the days behind the last whole week`() {
    let forecast = sample(until: "2021-10-25").forecast
    #expect(forecast.verdict == .safe && forecast.missingUses == 0)
    #expect(forecast.months.map(\.number) == [5])
  }
}
