import ReviewModel
import TestSupport
import Testing

@testable import ReviewRules

/// The forecast against the review itself, of stores that are made up; a seed stands in the argument.
@Suite struct ForecastPropertyTests {
  private static let seeds = 1...UInt64(400)

  private func sample(_ seed: UInt64) -> ForecastSample {
    var random = SeededGenerator(seed: seed)
    let goLive = day("2021-05-20").adding(days: Int.random(in: 0...60, using: &random))
    let until = day("2021-07-20").adding(days: Int.random(in: 0...103, using: &random))
    let ended = Int.random(in: 0..<5, using: &random) == 0 ? "2021-10-10" : nil
    var sample = ForecastSample(
      goLive.isoText, through: "2021-10-31", until: until.isoText, ended: ended)
    sample.phase = Bool.random(using: &random) ? .final : .midterm
    sample.plan = Int.random(in: 0..<6, using: &random) == 0 ? nil : "續約"
    sample.service.programme.assessment =
      Bool.random(using: &random) ? .everyWeek : .monthlyAverage
    sample.service.programme.weeklyThresholds = [1, 3, 4, 5]
    let most = Int.random(in: 1...3, using: &random)
    let end = ended.map { day($0) } ?? day("2021-10-31")
    for offset in 0..<max(0, goLive.days(through: end)) {
      sample.service.uses[goLive.adding(days: offset)] = Int.random(in: 0...most, using: &random)
    }
    return sample
  }

  /// The verdict of a month in the real review with uses added.
  private func verdict(
    _ sample: ForecastSample, _ month: Int, adding more: [CalendarDate: Int]
  ) -> UsageVerdict? {
    sample.review(adding: more).service?.months.first { $0.number == month }?.verdict
  }

  /// What a need misses, on the first day that is to come.
  private func uses(_ need: UseNeed, _ outlook: Outlook, less: Int = 0) -> [CalendarDate: Int] {
    [max(need.first, outlook.firstOpen): Int(need.missing) - less]
  }

  @Test(arguments: seeds)
  func `meets a month with just the uses that it needs, and not with one less`(seed: UInt64) {
    let sample = sample(seed)
    let outlook = sample.outlook
    for month in sample.forecast.months {
      let all = month.needs.reduce(into: [:]) { sum, need in
        sum.merge(uses(need, outlook)) { $0 + $1 }
      }
      guard !month.needs.isEmpty else { continue }
      #expect(verdict(sample, month.number, adding: all) == .met)
      for need in month.needs {
        let fewer = all.merging(uses(need, outlook, less: 1)) { _, new in new }
        #expect(verdict(sample, month.number, adding: fewer) == .short)
      }
    }
  }

  @Test(arguments: seeds)
  func `is out of reach just where no uses and no plan complete the store`(seed: UInt64) {
    var sample = sample(seed)
    let outlook = sample.outlook
    let forecast = sample.forecast
    let end = min(outlook.asOf, sample.service.ended.map { day($0) } ?? outlook.asOf)
    var most: [CalendarDate: Int] = [:]
    for offset in 0..<max(0, outlook.firstOpen.days(through: end)) {
      most[outlook.firstOpen.adding(days: offset)] = 1_000
    }
    #expect((forecast.verdict == .safe) == (sample.review().status == .completed))
    sample.plan = "續約"
    let isReachable = sample.review(adding: most).status == .completed
    #expect((forecast.verdict != .outOfReach) == isReachable)
    #expect(forecast.obstacles.isEmpty == isReachable)
  }

  @Test func `meets every verdict, in both ways of assessment`() {
    var met: Set<String> = []
    for seed in Self.seeds {
      let sample = sample(seed)
      met.insert("\(sample.service.programme.assessment) \(sample.forecast.verdict)")
    }
    #expect(met.count == Assessment.allCases.count * ForecastVerdict.allCases.count)
  }
}
