import ReviewModel
import TestSupport
import Testing

/// What derived findings say in numbers.
@Suite struct DerivedCheckTests {
  @Test func `says a missed month's average, threshold and missing uses`() throws {
    var season = SeasonBuilder.good()
    // June: 10 uses of the 22 that 5 a week want.
    for row in 0..<30 {
      season.set("usage/S001.csv", "uses", row: row, to: row % 3 == 0 ? "1" : "0")
    }
    let finding = try #require(SeasonRun(season).findings.first)
    #expect(finding.code == .US009 && finding.field?.title == "m1")
    #expect(finding.value == "2.33" && finding.expected?.en == "5" && finding.difference == "12")
  }

  @Test func `adds up the uses missing in each week`() throws {
    var season = SeasonBuilder.good()
    season.replace("programme.yaml", with: "usage: { assessment: every-week }\n")
    // The first two weeks have 3 and 0 of 5, the third more than enough.
    for row in 0..<14 { season.set("usage/S001.csv", "uses", row: row, to: row == 3 ? "3" : "0") }
    let findings = try SeasonRun(season).findings.filter { $0.code == .US009 }
    #expect(findings.map { $0.field?.title } == ["m1"])
    #expect(findings.map(\.difference) == ["7"])
    let detail = findings.first?.detail
    #expect(detail?.en.contains("each week decides, and 2 of its") == true)
    #expect(detail?.en.hasSuffix("are below the threshold, the first from 2021-06-01") == true)
    #expect(detail?.zh.contains("有 2 週未達門檻，最早為110年6月1日起的一週") == true)
  }

  @Test func `says the longest idle run's days`() throws {
    var season = SeasonBuilder.good()
    for row in 5..<25 { season.set("usage/S001.csv", "uses", row: row, to: "0") }
    let finding = try #require(SeasonRun(season).findings.first)
    #expect(finding.code == .US008)
    #expect(finding.value == "20" && finding.expected?.en == "14" && finding.difference == "6")
    #expect(finding.detail?.en == "2021-06-06 to 2021-06-25")
  }

  @Test func `takes the limits of idle days and of delay from the programme`() throws {
    var season = SeasonBuilder.good(.midterm)
    season.set("usage/S001.csv", "uses", row: 3, to: "0")
    season.set("progress.csv", "actual_progress", row: 1, to: "50")
    // Planned 70.25, actual 70.00.
    season.replace(
      "programme.yaml",
      with: "usage: { max_idle_days: 0 }\nprogress: { behind_plan_points: 0.24 }\n")
    let run = try SeasonRun(season, .midterm)
    #expect(run.lines == ["PR004 \(contract)", "US008 \(contract) S001"])
    #expect(run.findings.first?.difference == "0.25")
    season.replace(
      "programme.yaml",
      with: "usage: { max_idle_days: 1 }\nprogress: { behind_plan_points: 0.25 }\n")
    #expect(try SeasonRun(season, .midterm).lines.isEmpty)
  }

  @Test func `counts each event as one use on its day in Taiwan`() throws {
    var season = SeasonBuilder.good()
    season.removeRows("usage/S001.csv")
    season.remove("usage/S001.csv")
    season.tables["usage/events.csv"] = SeasonBuilder.Table(
      "store_id,event_at",
      (0..<153).flatMap { offset in
        let date = day("2021-06-01").adding(days: offset).isoText
        // 23:30 of the day before in UTC is half past seven on the day in Taiwan.
        let before = day("2021-06-01").adding(days: offset - 1).isoText
        return [
          "S001,\(date) 00:00:00", "S001,\(date)T23:59:59+08:00", "S001,\(before)T23:30:00Z",
        ]
      })
    let run = try SeasonRun(season)
    #expect(run.lines.isEmpty)
    #expect(run.figures == (try SeasonRun(.good())).figures)
  }

  @Test func `overrides the phase's last day`() throws {
    let run = try SeasonRun(.good(), asOf: day("2021-10-01"))
    #expect(run.has(.US004))
    #expect(run.store("S001", "service-days") == "123")
    #expect(run.store("S001", "status") == "completed")
    let before = try SeasonRun(.good(), asOf: day("2021-09-30"))
    #expect(before.store("S001", "status") == "duration-short")
  }
}
