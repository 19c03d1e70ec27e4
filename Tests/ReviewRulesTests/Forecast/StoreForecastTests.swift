import ReviewModel
import Testing

@testable import ReviewRules

/// What a store needs beside uses.
@Suite struct StoreForecastTests {
  /// Met in every month, the open one too.
  private func met(until: String = "2021-10-19") -> ForecastSample {
    ForecastSample.fifthMonth(until: until, [22, 45, 67, 86, 86])
  }

  @Test func `is safe with all that the review asks for`() {
    #expect(met().forecast.verdict == .safe)
  }

  @Test func `needs the plan for continued operation at final alone`() {
    var sample = met()
    sample.plan = nil
    #expect(sample.forecast.verdict == .needsMore && sample.forecast.needsContinuityPlan)
    #expect(sample.forecast.status == .noContinuityPlan && sample.forecast.obstacles.isEmpty)
    sample.phase = .midterm
    #expect(sample.forecast.verdict == .safe && !sample.forecast.needsContinuityPlan)
  }

  @Test func `names the findings to mend, and can be completed then`() {
    var sample = met()
    sample.codes = [.RO004, .SO005]
    #expect(sample.forecast.codesToMend == [.RO004, .SO005])
    #expect(sample.forecast.verdict == .needsMore && sample.forecast.status == .ineligible)
  }

  @Test func `is out of reach once disallowed`() {
    var sample = met()
    sample.isDisallowed = true
    #expect(sample.forecast.obstacles == [.disallowed(on: day("2021-08-01"))])
    #expect(sample.forecast.verdict == .outOfReach)
  }

  @Test(
    arguments: [
      // Go-live, end date, and the day from which on it is more than four months; nil: in time.
      ("2021-06-30", nil, nil), ("2021-07-01", nil, "2021-11-01"),
      ("2021-06-02", "2021-10-02", nil), ("2021-06-02", "2021-10-01", "2021-10-02"),
    ] as [(String, String?, String?)])
  func `is out of reach where the service ends before it lasts long enough`(
    goLive: String, ended: String?, reached: String?
  ) {
    var sample = ForecastSample(goLive, through: "2021-10-31", until: "2021-09-15", ended: ended)
    sample.service.use(9, from: goLive, through: "2021-09-15")
    let end = day(ended ?? "2021-10-31")
    let expected = reached.map { [Obstacle.durationShort(reachedOn: day($0), end: end)] }
    #expect(sample.forecast.obstacles == expected ?? [])
    #expect((sample.forecast.verdict == .outOfReach) == (reached != nil))
    sample.phase = .midterm
    #expect(sample.forecast.obstacles.isEmpty && sample.forecast.durationReachedOn == nil)
  }

  @Test func `is out of reach where no month can be assessed`() {
    // Six days to as-of, and seven are wanted.
    var sample = ForecastSample("2021-08-26", through: "2021-08-31", until: "2021-08-28")
    sample.phase = .midterm
    #expect(sample.forecast.obstacles == [.unassessed(end: day("2021-08-31"))])
    sample.service.goLive = "2021-08-25"
    #expect(sample.forecast.obstacles.isEmpty)
    // 5 × 7 ÷ 7 = 5 uses in the three days left, and no use so far.
    #expect(sample.forecast.missingUses == 5 && sample.forecast.verdict == .needsMore)
    #expect(sample.forecast.status == .noUsage)
  }

  @Test func `needs a use where no threshold asks for one`() {
    var sample = ForecastSample("2021-06-02", through: "2021-10-31", until: "2021-10-30")
    sample.service.programme.weeklyThresholds = [0]
    #expect(sample.forecast.needsAnyUse && sample.forecast.verdict == .needsMore)
    sample.until = "2021-10-31"
    #expect(sample.forecast.obstacles == [.noUseLeft(end: day("2021-10-31"))])
  }

  @Test func `asks to mend an end date before go-live before anything else`() {
    var sample = ForecastSample(
      "2021-06-10", through: "2021-10-31", until: "2021-10-19", ended: "2021-06-09")
    sample.codes = [.RO008]
    #expect(sample.forecast.verdict == .needsMore && sample.forecast.codesToMend == [.RO008])
    #expect(sample.forecast.obstacles.isEmpty)
    #expect(sample.forecast.isUnjudged)
    // Whatever its end will be: 2 July + 4 months is after as-of.
    sample.service.goLive = "2021-07-02"
    #expect(sample.forecast.verdict == .outOfReach)
    // At mid-term four days are not assessed, and seven are wanted.
    sample.phase = .midterm
    sample.service.goLive = "2021-10-28"
    #expect(sample.forecast.obstacles == [.unassessed(end: day("2021-10-31"))])
  }

  @Test func `tells nothing of uses that are nobody's until its solution has a property`() {
    var sample = ForecastSample("2021-06-02", through: "2021-10-31", until: "2021-10-19")
    #expect(sample.forecast.verdict == .outOfReach)
    sample.codes = [.SO005]
    #expect(sample.forecast.verdict == .needsMore && sample.forecast.isUnjudged)
    #expect(sample.forecast.months.isEmpty && sample.forecast.obstacles.isEmpty)
    // Plain rows count without one.
    sample = met()
    sample.codes = [.SO005]
    #expect(!sample.forecast.isUnjudged)
  }

  @Test func `asks for an earlier go-live where the one to come is too late`() {
    // 5 July + 4 months is after as-of; 30 June + 4 months is not.
    let sample = ForecastSample("2021-07-05", through: "2021-10-31", until: "2021-06-20")
    #expect(sample.forecast.verdict == .needsMore)
    #expect(sample.forecast.goLiveBy == day("2021-06-30") && sample.forecast.obstacles.isEmpty)
    // Once it is live nothing is brought forward.
    let live = ForecastSample("2021-07-05", through: "2021-10-31", until: "2021-07-06")
    #expect(live.forecast.verdict == .outOfReach && live.forecast.goLiveBy == nil)
  }

  @Test(arguments: [
    // As-of, the last day known, and the latest go-live: + 4 months is not after as-of.
    ("2021-10-31", "2021-06-29", "2021-06-30", true),
    ("2021-10-31", "2021-06-30", "2021-06-30", false),
    // 31 October + 4 months is 28 February, as is 28 October + 4.
    ("2022-02-28", "2021-10-30", "2021-10-31", true),
    ("2022-02-27", "2021-10-30", "2021-10-27", false),
  ])
  func `tells the latest go-live that would do`(
    asOf: String, until: String, latest: String, isInTime: Bool
  ) {
    for goLive in ["", day(asOf).adding(days: 1).isoText] {
      let forecast = ForecastSample(goLive, through: asOf, until: until).forecast
      #expect(forecast.status == .notAdopted)
      #expect(forecast.goLiveBy == (isInTime ? day(latest) : nil))
      #expect(forecast.obstacles == (isInTime ? [] : [.tooLateToGoLive(latest: day(latest))]))
      #expect(forecast.verdict == (isInTime ? .needsMore : .outOfReach))
    }
  }

  @Test(
    arguments: [
      (Assessment.monthlyAverage, 7, "2021-08-25"), (.monthlyAverage, 0, "2021-08-31"),
      (.everyWeek, 7, "2021-08-25"), (.monthlyAverage, 31, "2021-08-01"),
      // No month has 32 days.
      (.monthlyAverage, 32, nil),
    ] as [(Assessment, Int, String?)])
  func `wants an assessed month of a store that goes live at mid-term`(
    assessment: Assessment, fewest: Int, latest: String?
  ) {
    var programme = Programme()
    programme.assessment = assessment
    programme.minAssessedDays = fewest
    let found = GoLiveDeadline.latest(through: day("2021-08-31"), programme, .midterm)
    #expect(found == latest.map { day($0) })
  }

  @Test func `takes every day as still to come where nothing tells what is known`() {
    let forecast = ForecastSample("2021-06-02", through: "2021-10-31", until: nil).forecast
    // ⌈5×30÷7⌉, ⌈10×31÷7⌉, ⌈15×31÷7⌉, ⌈20×30÷7⌉ and again.
    #expect(forecast.months.map(\.missing) == [22, 45, 67, 86, 86])
    #expect(forecast.verdict == .needsMore)
  }
}
