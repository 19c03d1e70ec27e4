import ReviewModel
import TestSupport
import Testing

@testable import ReviewRules

@Suite struct ContractForecastTests {
  private func forecasts(
    _ run: SeasonRun, until: CalendarDate?
  ) throws -> (season: SeasonForecast, outlook: Outlook) {
    let review = try #require(run.review)
    let reviewers = try #require(run.reviewers)
    let outlook = Outlook(review.programme, review.phase, asOf: review.asOf, dataUntil: until)
    let contracts = ContractForecasts(outlook)
    return (
      SeasonForecast(
        review.contracts.compactMap { contracts.forecast(of: $0, by: reviewers) }, outlook), outlook
    )
  }

  @Test func `settles what stands, what can be had and what was approved`() throws {
    // Five stores, all with three uses a day; S002 is disallowed, S003 has no plan, S004 used the
    // service only in October, so that its first month, over long ago, is short.
    var season = SeasonBuilder.good()
    for store in ["S002", "S003", "S004", "S005"] { season.addStore(store) }
    season.rule("D001,12345675,S002,disallow,,理由,2021-10-15")
    season.set("rosters/r.csv", "continuity_plan", row: 2, to: "無")
    season.useDaily("S004", from: day("2021-10-01"))
    // Known to 25 October: S001 and S005 have 75 uses of 1 to 25 October, S003 too; month 5 wants
    // ⌈20 × 31 ÷ 7⌉ = 89.
    let (whole, _) = try forecasts(SeasonRun(season), until: day("2021-10-25"))
    let forecast = try #require(whole.contracts.first)
    #expect(
      forecast.stores.map(\.verdict) == [
        .onCourse, .outOfReach, .needsMore, .outOfReach, .onCourse,
      ])
    #expect(forecast.stores.first?.missingUses == 14)
    #expect(forecast.asItStands.counts.completed == 0 && forecast.atBest.counts.completed == 3)
    // S′ = 400,000 and C − S = 600,000, each less 10,000 for each store short: 5, 2 and 0.
    #expect(forecast.asItStands.settlement.payableTotal == TWD(350_000 + 550_000))
    #expect(forecast.atBest.settlement.payableTotal == TWD(380_000 + 580_000))
    #expect(forecast.asApproved.settlement.payableTotal == TWD(1_000_000))
    #expect(forecast.atRisk == TWD(60_000) && forecast.lost == TWD(40_000))
    #expect(forecast.lastUse == day("2021-10-25"))
    #expect(whole.atRisk == TWD(60_000) && whole.asItStands.shortfall == 5)
  }

  @Test func `counts a blocked contract as mended at best`() throws {
    var season = SeasonBuilder.good()
    // PR003: the work is not reported as complete.
    season.set("progress.csv", "actual_progress", row: 2, to: "90")
    let (whole, _) = try forecasts(SeasonRun(season), until: day("2021-10-31"))
    let forecast = try #require(whole.contracts.first)
    #expect(forecast.asItStands.blockedBy == [.PR003] && forecast.atBest.blockedBy.isEmpty)
    #expect(forecast.asItStands.settlement.payableTotal == .zero)
    #expect(forecast.atRisk == TWD(1_000_000) && forecast.lost == .zero)
    // C15: the district's reward hangs on it too.
    #expect(whole.asItStands.rewards == .zero && whole.atBest.rewards == TWD(10_000))
  }

  @Test func `lets a ruling on the contract stand`() throws {
    var season = SeasonBuilder.good()
    season.rule("D001,12345675,,non-provision,,理由,2021-10-15")
    season.useDaily("S001", through: day("2021-10-25"))
    let (whole, _) = try forecasts(SeasonRun(season), until: day("2021-10-25"))
    let forecast = try #require(whole.contracts.first)
    #expect(forecast.asItStands.blockedBy == [.RU003] && forecast.atBest.blockedBy == [.RU003])
    #expect(forecast.count(of: .onCourse) == 1)
    #expect(forecast.atRisk == .zero && forecast.lost == .zero)
  }

  @Test(arguments: [("2021-06-29", 2), ("2021-06-30", 0)])
  func `loses nothing while stores that are added can still be completed`(
    until: String, added: Int
  ) throws {
    // Three are approved; S001 is the only store of the roster that is not disallowed. 30 June + 4
    // months is the last that is not after 31 October.
    var season = SeasonBuilder.good()
    season.addStore("S002")
    season.set("approvals.csv", "approved_stores", to: "3")
    season.rule("D001,12345675,S002,disallow,,理由,2021-06-15")
    let (whole, _) = try forecasts(SeasonRun(season), until: day(until))
    let forecast = try #require(whole.contracts.first)
    #expect(forecast.newStores == added)
    #expect(forecast.goLiveBy == (added > 0 ? day("2021-06-30") : nil))
    #expect(forecast.atBest.counts.shortfall == 2 - added)
    // 3 short as it stands; 2 × 20,000 are lost with the go-live's last day.
    #expect(forecast.lost == TWD(added > 0 ? 0 : 40_000))
    #expect(forecast.atRisk == TWD(added > 0 ? 60_000 : 20_000))
  }

  @Test func `counts what is recognised on trial at mid-term, where nothing is paid`() throws {
    var season = SeasonBuilder.good(.midterm)
    season.addStore("S002")
    season.set("rosters/r.csv", "golive_on", row: 1, to: "")
    let run = try SeasonRun(season, .midterm)
    let (whole, _) = try forecasts(run, until: day("2021-08-24"))
    let forecast = try #require(whole.contracts.first)
    // 25 to 31 August are the seven days that a month needs.
    #expect(forecast.stores.last?.goLiveBy == day("2021-08-25"))
    #expect(forecast.asItStands.settlement.payableTotal == .zero)
    #expect(forecast.atRisk == TWD(20_000) && forecast.lost == .zero)
  }

  @Test(arguments: 1...UInt64(24), Phase.allCases)
  func `is the review where the data reach as-of`(seed: UInt64, phase: Phase) throws {
    let run = try SeasonRun(RandomSeason(seed: seed).builder, phase)
    let review = try #require(run.review)
    let (whole, _) = try forecasts(run, until: review.asOf)
    for (forecast, contract) in zip(whole.contracts, review.contracts) {
      #expect(forecast.asItStands.counts == contract.counts)
      #expect(forecast.asItStands.settlement == contract.settlement)
      #expect(forecast.asItStands.verdict == contract.verdict)
      #expect(forecast.count(of: .safe) == contract.counts.completed)
      #expect(forecast.count(of: .onCourse) == 0)
      #expect(forecast.stores.count == contract.counts.rostered)
    }
    #expect(whole.contracts.count == review.contracts.count)
    #expect(whole.asItStands == review.totals)
  }

  @Test(arguments: 1...UInt64(24), ["2021-08-15", "2021-10-20"])
  func `is that of a season without the later uses`(seed: UInt64, until: String) throws {
    let season = RandomSeason(seed: seed).builder
    var earlier = season
    for (path, table) in season.tables where path.hasPrefix("usage/") {
      earlier.tables[path]?.rows = table.rows.filter { day($0[1]) <= day(until) }
    }
    let (one, _) = try forecasts(SeasonRun(season), until: day(until))
    let (two, _) = try forecasts(SeasonRun(earlier), until: day(until))
    #expect(one.contracts.map(\.stores) == two.contracts.map(\.stores))
    for forecast in one.contracts {
      #expect(forecast.atRisk >= .zero && forecast.lost >= .zero)
      #expect(forecast.stores.map(\.store) == forecast.stores.map(\.store).sorted())
    }
  }

  @Test func `forecasts the same at any number of jobs`() async throws {
    var season = SeasonBuilder.good()
    for number in 2...9 { season.addContract("D00\(number)", store: "S00\(number)") }
    let run = try SeasonRun(season)
    let review = try #require(run.review)
    let reviewers = try #require(run.reviewers)
    let (whole, outlook) = try forecasts(run, until: day("2021-10-10"))
    for jobs in [1, 2, 7] {
      let forecasts = await ContractForecasts(outlook).forecasts(
        of: review.contracts, by: reviewers, jobs: jobs)
      #expect(forecasts == whole.contracts, "\(jobs) jobs")
    }
  }
}
