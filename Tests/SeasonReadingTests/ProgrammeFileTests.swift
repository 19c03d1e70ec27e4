import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

private let rulesPage = sharedFolder?.appendingPathComponent("spec/1-programme.md")

/// Each finding as `line key`.
private func faults(_ text: String) -> [String] {
  ProgrammeFile.read(text).findings.map {
    #expect($0.code == .IN010 && $0.place?.file == "programme.yaml")
    return "\($0.place?.line ?? 0) \($0.field?.title ?? "")"
  }
}

@Suite struct ProgrammeFileTests {
  @Test func `reads every key`() throws {
    let (programme, findings) = ProgrammeFile.read(
      """
      year: 111
      title: 範例計畫
      declaration_deadline: 2022-05-31
      phases:
        midterm: { as_of: "2022-07-31" }
        final:
          as_of: '2022-09-30'
      usage:
        weekly_thresholds: [1, 2]
        assessment: every-week
        min_assessed_days: 5
        max_idle_days: 21
      duration:
        more_than_months: 3
      money:
        cloud_fee_share_percent: 33.33
        vendor_deduction_per_store: 20000
        district_deduction_per_store: 0
        district_reward: 1000000000000
      progress:
        behind_plan_points: 150.5
      """)
    var expected = Programme()
    expected.year = 111
    expected.title = "範例計畫"
    expected.declarationDeadline = try #require(CalendarDate(iso: "2022-05-31"))
    expected.midtermAsOf = try #require(CalendarDate(iso: "2022-07-31"))
    expected.finalAsOf = try #require(CalendarDate(iso: "2022-09-30"))
    expected.weeklyThresholds = [1, 2]
    expected.assessment = .everyWeek
    expected.minAssessedDays = 5
    expected.maxIdleDays = 21
    expected.moreThanMonths = 3
    expected.cloudFeeSharePercent = Hundredths(33_33)
    expected.vendorDeductionPerStore = TWD(20_000)
    expected.districtDeductionPerStore = .zero
    expected.districtReward = TWD(1_000_000_000_000)
    expected.behindPlanPoints = Hundredths(150_50)
    #expect(findings.isEmpty)
    #expect(programme == expected)
  }

  @Test(.enabled(if: rulesPage != nil, "the programme's page is not at hand"))
  func `has the published defaults`() throws {
    let page = try String(contentsOf: try #require(rulesPage), encoding: .utf8)
    let block = try #require(page.firstMatch(of: /```yaml\n((?:.|\n)*?)```/)).output.1
    // The block names every key, so a changed one would show against the built-in defaults.
    let (programme, findings) = ProgrammeFile.read(String(block))
    #expect(findings.isEmpty && programme == Programme())
    #expect(block.contains("behind_plan_points"))
  }

  @Test(arguments: ["", "\n", "# nothing\n", "---\n", "title: 雲世代商圈數位轉型輔導", "year: 110"])
  func `takes the defaults for what is not given`(text: String) {
    let (programme, findings) = ProgrammeFile.read(text)
    #expect(programme == Programme() && findings.isEmpty)
  }

  @Test(arguments: ["'5'", "\"true\"", "110年度", "5 月", "1-2", "!!str 5"])
  func `takes whatever is written as a text for the title`(text: String) {
    let (programme, findings) = ProgrammeFile.read("title: \(text)")
    #expect(findings.isEmpty && !programme.title.isEmpty && programme.title != Programme().title)
  }

  @Test(arguments: [
    ("year: 0", "year"), ("year: -1", "year"), ("year: 10000", "year"), ("year: '110'", "year"),
    ("year: 110.0", "year"), ("year:", "year"), ("year: [110]", "year"), ("year: 1e2", "year"),
    ("year: 99999999999999999999999", "year"), ("title:", "title"), ("title: [a]", "title"),
    ("title: ~", "title"), ("title: null", "title"), ("title: 5", "title"), ("title: 1.5", "title"),
    ("title: true", "title"), ("title: 2021-06-10", "title"),
    ("title: {a: b}", "title"), ("declaration_deadline: 2021-02-30", "declaration_deadline"),
    ("declaration_deadline: 110/6/10", "declaration_deadline"),
    ("declaration_deadline:", "declaration_deadline"), ("phases:", "phases"),
    ("phases: {}", "phases"), ("phases: 5", "phases"), ("phases: {midterm: {}}", "phases.midterm"),
    ("phases: {midterm: 2021-08-31}", "phases.midterm"),
    ("phases: {midterm: {as_of: soon}}", "phases.midterm.as_of"),
    ("phases: {final: {as_of: 9999-12-31}}", "phases.final.as_of"),
    ("phases: {final: {as_of: 1911-12-31}}", "phases.final.as_of"),
    ("phases: {final: {on: 2021-08-31}}", "phases.final.on"),
    ("phases: {start: 1}", "phases.start"),
    ("usage: {weekly_thresholds: []}", "usage.weekly_thresholds"),
    ("usage: {weekly_thresholds: 5}", "usage.weekly_thresholds"),
    ("usage: {weekly_thresholds: [5, -1]}", "usage.weekly_thresholds"),
    ("usage: {weekly_thresholds: [5, [6]]}", "usage.weekly_thresholds"),
    ("usage: {weekly_thresholds: [5, '6']}", "usage.weekly_thresholds"),
    ("usage: {assessment: weekly}", "usage.assessment"),
    ("usage: {assessment: Monthly-Average}", "usage.assessment"),
    ("usage: {min_assessed_days: -7}", "usage.min_assessed_days"),
    ("usage: {max_idle_days: many}", "usage.max_idle_days"), ("usage: {days: 1}", "usage.days"),
    ("duration: {more_than_months: 0}", "duration.more_than_months"),
    ("duration: {months: 4}", "duration.months"),
    ("money: {cloud_fee_share_percent: 100.01}", "money.cloud_fee_share_percent"),
    ("money: {cloud_fee_share_percent: 40%}", "money.cloud_fee_share_percent"),
    ("money: {cloud_fee_share_percent: 33.333}", "money.cloud_fee_share_percent"),
    ("money: {cloud_fee_share_percent: -40}", "money.cloud_fee_share_percent"),
    ("money: {cloud_fee_share_percent: }", "money.cloud_fee_share_percent"),
    ("money: {vendor_deduction_per_store: 1.5}", "money.vendor_deduction_per_store"),
    ("money: {vendor_deduction_per_store: '10,000'}", "money.vendor_deduction_per_store"),
    ("money: {district_deduction_per_store: -1}", "money.district_deduction_per_store"),
    ("money: {district_reward: 1000000000001}", "money.district_reward"),
    ("money: {reward: 1}", "money.reward"),
    ("progress: {behind_plan_points: 10.123}", "progress.behind_plan_points"),
    ("progress: {behind_plan_points: nan}", "progress.behind_plan_points"),
    ("Year: 110", "Year"), ("name: x", "name"), ("? [a, b]\n: c", ""), ("<<: {year: 5}", "<<"),
  ])
  func `names the key that is wrong and keeps the default`(text: String, key: String) {
    #expect(faults("# settings\n" + text) == ["2 " + key])
    #expect(ProgrammeFile.read(text).programme == Programme())
  }

  @Test func `names every fault of a file with its line`() {
    #expect(
      faults(
        """
        year: 0
        usage:
          assessment: weekly
          extra: 1
        money:
          district_reward:
            - 5
        year: 111
        usage: {}
        color: red
        year: 112
        """)
        == [
          "1 year", "3 usage.assessment", "4 usage.extra", "6 money.district_reward", "8 year",
          "9 usage", "10 color", "11 year",
        ])
  }

  @Test func `says where a key stood before`() throws {
    let finding = try #require(
      ProgrammeFile.read("title: a\r\n\"title\": b\r\n").findings.first)
    #expect(finding.place?.line == 2 && finding.value == "b")
    #expect(finding.expected?.en.contains("line 1") == true)
  }

  @Test(arguments: [
    ("year: 110\nusage: [1, 2\nx", 3), ("a: b\n\tc: d", 2), ("year: 110\n  x: y", 2),
    ("- a\nb", 2), ("a: 1\n\u{1}", 2), ("year: 1\r\n\u{7}", 2), ("x: *nobody", 1),
    ("year: 110\n---\nyear: 111", 2), ("\"unclosed", 1),
  ])
  func `names the line of what is no YAML`(text: String, line: Int) throws {
    let findings = ProgrammeFile.read(text).findings
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.place?.line == line)
    #expect(finding.field?.title == "programme.yaml")
    #expect(finding.message(in: .en).contains("\n") == false)
  }

  @Test(arguments: ["just a text", "[1, 2]", "~", "110"])
  func `refuses a file that is no mapping`(text: String) {
    #expect(faults(text).count == 1)
    #expect(ProgrammeFile.read(text).programme == Programme())
  }

  @Test(.timeLimit(.minutes(1)))
  func `ends soon on nested lists, aliases without end and keys that repeat`() {
    let deep = String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
    #expect(ProgrammeFile.read("usage: " + deep).findings.count == 1)
    #expect(ProgrammeFile.read("x: " + deep).findings.count == 1)
    let shallow = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    #expect(ProgrammeFile.read("usage: {weekly_thresholds: \(shallow)}").findings.count == 1)
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    // Refused before it is composed: as a key the last of them would be gone through as a whole.
    #expect(ProgrammeFile.read(bomb + "? *a12\n: 1\n").findings.count == 1)
    let repeated = String(repeating: "year: 110\n", count: 1_000)
    #expect(ProgrammeFile.read(repeated).findings.isEmpty == false)
  }
}
