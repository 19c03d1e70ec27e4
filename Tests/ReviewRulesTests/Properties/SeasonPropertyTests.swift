import ReviewModel
import TestSupport
import Testing

/// What holds for any season; a failure's seed stands in its argument.
@Suite struct SeasonPropertyTests {
  private static let seeds = 1...UInt64(24)

  @Test(arguments: seeds)
  func `gives the same figures for any order of files and rows`(seed: UInt64) throws {
    var season = RandomSeason(seed: seed)
    let run = try SeasonRun(season.builder)
    let other = try SeasonRun(season.shuffled())
    expectEqual(run.figures, other.figures)
    // Findings stand elsewhere, but they are the same ones by code and subject.
    #expect(subjects(run) == subjects(other))
  }

  @Test(arguments: seeds)
  func `gives the same findings with the same ids for the same input`(seed: UInt64) throws {
    let season = RandomSeason(seed: seed).builder
    let (one, two) = (try SeasonRun(season), try SeasonRun(season))
    #expect(one.findings == two.findings)
    #expect(one.figures == two.figures)
    #expect(Set(one.findings.map(\.id)).count == one.findings.count)
  }

  @Test(arguments: seeds)
  func `changes no other store's figures when a store is added`(seed: UInt64) throws {
    var season = RandomSeason(seed: seed).builder
    let before = try SeasonRun(season).figures.filter { $0.key.hasPrefix("store ") }
    let approval = try #require(season.tables["approvals.csv"]?.rows.first)
    season.addLine(
      "rosters/s.csv", "NEW,\(approval[0]),\(approval[4]),P001,範例新店,,,,,2021-06-01,,1,,續約")
    season.useDaily("NEW")
    let after = try SeasonRun(season).figures.filter {
      $0.key.hasPrefix("store ") && !$0.key.contains("/NEW ")
    }
    expectEqual(before, after)
  }

  @Test(arguments: seeds, Phase.allCases)
  func `pays or withholds all that is recognised at final, and nothing at mid-term`(
    seed: UInt64, phase: Phase
  ) throws {
    let run = try SeasonRun(RandomSeason(seed: seed).builder, phase)
    let review = try #require(run.review)
    #expect(!run.has(.XX999))
    for contract in review.contracts {
      let money = contract.settlement
      let owed = phase == .final ? money.recognisedTotal : .zero
      #expect(money.payableTotal + money.withheldTotal == owed)
      #expect(money.payableTotal == .zero || money.withheldTotal == .zero)
      #expect(money.recognisedTotal <= money.counsellingFee)
    }
    let sum = review.contracts.reduce(TWD.zero) { $0 + $1.settlement.payableTotal }
    #expect(review.totals.payable == sum)
  }

  @Test(arguments: seeds, Phase.allCases)
  func `agrees with a day by day computation of each store`(seed: UInt64, phase: Phase) throws {
    let season = RandomSeason(seed: seed).builder
    let run = try SeasonRun(season, phase)
    let review = try #require(run.review)
    for store in review.contracts.flatMap(\.stores) {
      let naive = NaiveStore(store.entry, in: season, review.programme, asOf: review.asOf)
      let subject = "store \(store.entry.contract.text)/\(store.entry.store.text) "
      var figures: [String: String] = [:]
      for (key, value) in run.figures where key.hasPrefix(subject) {
        figures[String(key.dropFirst(subject.count))] = value
      }
      var expected = naive?.figures ?? [:]
      expected["status"] = status(store, naive, phase)
      if naive == nil { expected["go-live"] = store.entry.goLive?.isoText }
      expectEqual(expected, figures)
    }
  }

  @Test func `meets every status, verdict and assessment in its seasons`() throws {
    var statuses: Set<StoreStatus> = []
    var verdicts: Set<String> = []
    var growing: Set<Bool> = []
    for seed in Self.seeds {
      let review = try #require(SeasonRun(RandomSeason(seed: seed).builder).review)
      for store in review.contracts.flatMap(\.stores) {
        statuses.insert(store.status)
        if let service = store.service {
          verdicts.insert("\(review.programme.assessment) \(service.verdict)")
          growing.insert(service.isGrowing)
        }
      }
    }
    #expect(statuses == Set(StoreStatus.allCases))
    #expect(verdicts.count == Assessment.allCases.count * UsageVerdict.allCases.count)
    #expect(growing.count == 2)
  }

  private func status(_ store: StoreReview, _ naive: NaiveStore?, _ phase: Phase) -> String {
    if store.disallowedBy != nil { return "disallowed" }
    if store.entry.fee.dollars > (store.entry.solution.text == "P001" ? 50_000 : 30_000) {
      return "ineligible"
    }
    guard let naive else { return "not-adopted" }
    if !naive.hasUses { return "no-usage" }
    if naive.verdict != "met" { return "usage-\(naive.verdict)" }
    if phase == .final, !naive.satisfiesDuration { return "duration-short" }
    if phase == .final, store.entry.continuityPlan == nil { return "no-continuity-plan" }
    return "completed"
  }

  private func subjects(_ run: SeasonRun) -> [String] {
    run.findings.map {
      "\($0.code) \($0.contract?.text ?? "") \($0.store?.text ?? "") \($0.field?.key ?? "")"
    }.sorted()
  }

  /// Names the figures that differ, instead of both tables.
  private func expectEqual(
    _ one: [String: String], _ two: [String: String],
    _ location: SourceLocation = #_sourceLocation
  ) {
    let differing = Set(one.keys).union(two.keys).filter { one[$0] != two[$0] }.sorted()
    #expect(
      differing.isEmpty,
      "\(differing.map { "\($0): \(one[$0] ?? "none") and \(two[$0] ?? "none")" })",
      sourceLocation: location)
  }
}
