import Testing

@testable import ReviewModel

private let programmePage = "1-programme.md"

@Suite struct ClauseTests {
  @Test func `sorts clauses by number`() {
    #expect(Clause.allCases.map(\.number) == Array(1...18))
    #expect(Clause.allCases.sorted() == Clause.allCases)
    #expect(Clause.C9 < .C10)
  }

  @Test(arguments: Clause.allCases)
  func `has a text in both languages`(clause: Clause) {
    #expect(clause.rawValue == "C\(clause.number)")
    #expect(clause.text.zh.hasSuffix("。") && clause.text.en.hasSuffix("."))
    #expect(clause.text.zh.filter(isSimplified).isEmpty)
  }

  @Test(
    .enabled(if: SpecificationTable.isThere(programmePage), "the specification is not at hand"))
  func `agrees with the published table in clauses and their origin`() throws {
    let rows = try #require(SpecificationTable.rows(of: programmePage))
    let published = rows.filter { $0[0].wholeMatch(of: /C[0-9]+/) != nil }
    #expect(published.map { $0[0] } == Clause.allCases.map(\.rawValue))
    #expect(
      published.map { $0[2] == "source" ? ClauseOrigin.source : .sourceAndDecision }
        == Clause.allCases.map(\.origin))
  }
}

@Suite struct ProgrammeDecisionTests {
  @Test func `names each decision once`() {
    let ids = ProgrammeDecision.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /[a-zA-Z0-9\-]+/) != nil })
  }

  @Test(arguments: ProgrammeDecision.all)
  func `has a text in both languages`(decision: ProgrammeDecision) {
    #expect(decision.text.zh.hasSuffix("。") && decision.text.en.hasSuffix("."))
    #expect(decision.text.zh.filter(isSimplified).isEmpty)
  }

  @Test func `names the programme file's key of each setting`() {
    #expect(
      ProgrammeDecision.all.compactMap(\.setting) == [
        "money.cloud_fee_share_percent", "usage.assessment", "usage.min_assessed_days",
        "usage.max_idle_days", "progress.behind_plan_points",
      ])
  }

  @Test func `lists a decision under its clause`() {
    #expect(Clause.C3.decisions.map(\.id) == ["max-idle-days", "end-before-go-live"])
    #expect(Clause.C5.decisions.map(\.id) == ["cloud-fee-ceiling", "unpaid-above-cap"])
  }

  @Test func `speaks only of codes that exist`() {
    for decision in ProgrammeDecision.all {
      for text in [decision.text.zh, decision.text.en] {
        for match in text.matches(of: /(?:IN|AP|SO|RO|US|PR|RU|XX)[0-9]{3}/) {
          #expect(FindingCode(rawValue: String(match.output)) != nil)
        }
      }
    }
  }
}
