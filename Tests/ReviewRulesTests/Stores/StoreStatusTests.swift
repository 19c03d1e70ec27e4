import ReviewModel
import TestSupport
import Testing

@testable import ReviewRules

@Suite struct StoreStatusTests {
  /// A store to which all that is named applies, so that the first must win.
  struct Case: Sendable, CustomTestStringConvertible {
    let status: StoreStatus
    let over: String
    var isDisallowed = false
    var codes: [FindingCode] = []
    var goLive = "2021-06-01"
    var asOf = "2021-10-31"
    /// Uses of each day.
    var uses = 3
    var plan: String? = "續約"
    var phase = Phase.final

    var testDescription: String { "\(status.rawValue) before \(over)" }
  }

  @Test(arguments: [
    Case(status: .disallowed, over: "ineligible", isDisallowed: true, codes: [.RO004]),
    Case(status: .disallowed, over: "not adopted", isDisallowed: true, goLive: ""),
    Case(status: .ineligible, over: "not adopted", codes: [.SO002], goLive: ""),
    Case(status: .ineligible, over: "completed", codes: [.RO003]),
    Case(status: .notAdopted, over: "no usage", goLive: "2021-11-01", uses: 0),
    Case(status: .notAdopted, over: "no plan", goLive: "", uses: 0, plan: nil),
    Case(status: .noUsage, over: "usage short", uses: 0),
    Case(status: .noUsage, over: "unassessed", goLive: "2021-10-31", uses: 0),
    Case(status: .usageShort, over: "duration short", goLive: "2021-09-01", uses: 1),
    Case(status: .usageUnassessed, over: "duration short", goLive: "2021-10-30"),
    Case(
      status: .usageUnassessed, over: "completed", goLive: "2021-08-30", asOf: "2021-08-31",
      phase: .midterm),
    Case(status: .durationShort, over: "no plan", goLive: "2021-07-01", plan: nil),
    Case(status: .noContinuityPlan, over: "completed", goLive: "2021-06-30", plan: nil),
    Case(status: .completed, over: "nothing"),
    Case(
      status: .completed, over: "duration and plan, which are final's alone", goLive: "2021-08-01",
      asOf: "2021-08-31", plan: nil, phase: .midterm),
  ])
  func `takes the first status that applies`(store: Case) throws {
    var sample = ServiceSample(store.goLive, through: store.asOf)
    if !store.goLive.isEmpty, store.goLive <= store.asOf {
      sample.use(store.uses, from: store.goLive, through: store.asOf)
    }
    let entry = Sample.entry(goLive: store.goLive, plan: store.plan)
    let ruling = store.isDisallowed ? Sample.ruling(.disallow, on: "2021-08-01") : nil
    let review = StoreReviews.review(
      entry, sample.record, disallowedBy: ruling, ineligibleBy: store.codes, phase: store.phase)
    #expect(review.status == store.status)
  }

  @Test func `keeps the figures of an ineligible or disallowed store`() throws {
    var season = SeasonBuilder.good()
    season.rule("D001,12345675,S001,disallow,,理由,2021-10-31")
    let run = try SeasonRun(season)
    #expect(run.store("S001", "status") == "disallowed")
    #expect(run.store("S001", "usage-total") == "459")
    #expect(run.store("S001", "usage-verdict") == "met")
    // The contract's uses are those of the eligible stores.
    #expect(run.contract("usage-total") == "0")
    #expect(run.contract("rostered-stores") == "1" && run.contract("eligible-stores") == "0")
  }

  @Test func `leaves stores that are not adopted out of the pass rate and the counts`() throws {
    var season = SeasonBuilder.good()
    for store in ["S002", "S003", "S004", "S005"] { season.addStore(store) }
    // Short and disallowed, met and ineligible, not adopted; short and adopted.
    season.useDaily("S002", 1)
    season.rule("D001,12345675,S002,disallow,,理由,2021-10-31")
    season.set("rosters/r.csv", "fee", row: 2, to: "50001")
    season.set("rosters/r.csv", "golive_on", row: 3, to: "")
    season.useDaily("S005", 1)
    let run = try SeasonRun(season)
    #expect(run.contract("usage-pass-rate") == "50.00")
    #expect(run.contract("rostered-stores") == "5" && run.contract("eligible-stores") == "3")
    #expect(run.contract("adopted-stores") == "2" && run.contract("completed-stores") == "1")
    #expect(run.contract("shortfall-stores") == "4")
    #expect(run.contract("adoption-progress") == "40.00")
    #expect(run.contract("completion-progress") == "20.00")
    // Counted uses of the eligible stores: 3 and 1 a day.
    #expect(run.contract("usage-total") == "612")
  }

  @Test func `shows a store whose end is before go-live with zeros`() throws {
    var season = SeasonBuilder.good()
    season.set("rosters/r.csv", "ended_on", to: "2021-05-31")
    let run = try SeasonRun(season)
    let figures = run.figures.filter { $0.key.hasPrefix("store ") }
    let expected = [
      "status": "ineligible", "go-live": "2021-06-01", "service-days": "0",
      "full-service-months": "0", "usage-total": "0", "usage-verdict": "unassessed",
      "longest-idle": "0", "growing": "no",
    ]
    #expect(figures.count == expected.count)
    for (name, value) in expected { #expect(run.store("S001", name) == value) }
  }

  @Test(arguments: ["", "2021-11-01"])
  func `shows only what there is of a store that is not adopted`(goLive: String) throws {
    var season = SeasonBuilder.good()
    season.set("rosters/r.csv", "golive_on", to: goLive)
    let figures = try SeasonRun(season).figures.filter { $0.key.hasPrefix("store ") }
    var expected = ["store D001/12345675/S001 status": "not-adopted"]
    if !goLive.isEmpty { expected["store D001/12345675/S001 go-live"] = goLive }
    #expect(figures == expected)
  }
}
