import ReviewModel
import TestSupport
import Testing

@testable import ReviewRules

@Suite struct FindingFixtureTests {
  /// Codes that only a Google Analytics export can cause.
  private static let ofExports: Set<FindingCode> = [.US006, .US007, .US010, .US012, .US013]

  @Test(arguments: [Phase.midterm, .final])
  func `finds nothing in the good season`(phase: Phase) throws {
    let run = try SeasonRun(.good(phase), phase)
    #expect(run.lines.isEmpty)
    #expect(run.store("S001", "status") == "completed")
    #expect(run.contract("verdict") == "pass")
    #expect(run.contract("payable-total") == (phase == .final ? "1000000" : "0"))
  }

  @Test func `has a fixture for every code that plain inputs can cause`() {
    let covered = Set(Fixture.all.map(\.code)).union(Self.ofExports).union([.XX999])
    #expect(FindingCode.allCases.filter { !covered.contains($0) }.isEmpty)
  }

  @Test(arguments: Fixture.all)
  func `gives just the findings of a fault`(fixture: Fixture) throws {
    var season = SeasonBuilder.good(fixture.phase)
    fixture.failing(&season)
    let run = try SeasonRun(season, fixture.phase)
    #expect(run.lines == fixture.gives)
    #expect(run.has(fixture.code))
    for finding in run.findings { expectWording(finding) }
    for finding in run.findings { expectEffect(finding, run) }
  }

  @Test(arguments: Fixture.all)
  func `does not give the finding for the nearest good input`(fixture: Fixture) throws {
    var season = SeasonBuilder.good(fixture.phase)
    fixture.passing(&season)
    #expect(try !SeasonRun(season, fixture.phase).has(fixture.code))
  }

  @Test func `quotes a ruling as typed and its reason in the message`() throws {
    var season = SeasonBuilder.good()
    season.rule("D001,12345675,,未確實提供,,無法證明,2021-10-31")
    let finding = try #require(SeasonRun(season).findings.first)
    #expect(finding.code == .RU003 && finding.value == "未確實提供")
    #expect(finding.message(in: .en).contains("無法證明"))
  }

  /// Both messages are whole: no name in braces is left.
  private func expectWording(_ finding: Finding) {
    for language in [Language.zhHant, .en] {
      let message = finding.message(in: language)
      #expect(!message.isEmpty && !message.contains("{") && !message.contains("}"), "\(message)")
      #expect(!message.contains("  "), "\(message)")
    }
  }

  /// The registry's severity and effect are what happens.
  private func expectEffect(_ finding: Finding, _ run: SeasonRun) {
    let rule = FindingRegistry.rule(finding.code)
    #expect(finding.severity == rule.severity)
    #expect((rule.severity == .fatal) == (run.review == nil))
    guard let review = run.review else { return }
    let file = review.files.first { $0.path == finding.place?.file }
    let stores = review.contracts.flatMap(\.stores)
    switch rule.effect {
    case .none: break
    case .rowSkipped: #expect(file.map { $0.rows.skipped > 0 } ?? false)
    case .rowsNotCounted:
      #expect(file.map { $0.rows.notCounted > 0 || $0.rows.read == 0 } ?? false)
    case .storeIneligible:
      #expect(
        stores.contains {
          $0.status == .ineligible && $0.ineligibleBy.contains(finding.code)
            && (finding.store == nil || finding.store == $0.entry.store)
        } || finding.rows == 0)
    case .contractBlocked:
      let blocked = review.contracts.first { $0.id == finding.contract }
      #expect(blocked?.verdict == .fail)
      #expect(blocked?.blockedBy.contains(finding.code) ?? false)
      #expect(blocked?.settlement.payableTotal == .zero)
    case .amountCapped:
      let money = review.contracts.first { $0.id == finding.contract }?.settlement
      #expect(money.map { $0.recognisedCloudFee <= $0.cloudFeeCap } ?? false)
    }
  }
}
