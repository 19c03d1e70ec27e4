import Foundation
import TestSupport
import Testing

/// What a run prints with `--format json`, as a reader of JSON takes it.
private struct RunRecord: Decodable {
  struct FindingRecord: Decodable {
    let severity, code, id, message, owner: String
    let file: String?
    let line, column: Int?
  }
  struct FigureRecord: Decodable {
    let scope, subject, figure, period, value, unit, clause: String
  }
  let result: String
  let exitCode: Int
  let counts: [String: Int]
  let phase, asOf, report, error: String?
  let findings: [FindingRecord]
  let figures: [FigureRecord]
}

@Suite struct JSONTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func record(_ run: ProcessResult) throws -> RunRecord {
    try JSONDecoder().decode(RunRecord.self, from: Data(run.stdout))
  }

  @Test func `gives all findings and figures of a build`() async throws {
    let out = folder.at("out")
    let run = try await reviewPacket(
      "build", sampleSeason.path, "--phase", "final", "--out", out.path, "--format", "json")
    let json = try record(run)
    #expect(run.errors.isEmpty)
    #expect((json.result, json.exitCode, run.status) == ("errors", 1, 1))
    #expect((json.phase, json.asOf) == ("final", "2021-10-31"))
    #expect(json.report == out.path + "/index.html")
    let findings = CSVText(try bytes(of: out.appendingPathComponent("findings.csv"))).records
    #expect(json.findings.map(\.id) == findings.map { $0["id"] })
    #expect(json.findings.map { $0.line.map { String($0) } ?? "" } == findings.map { $0["line"] })
    for (severity, count) in json.counts {
      #expect(findings.count { $0["severity"] == severity } == count)
    }
    let figures = CSVText(try bytes(of: out.appendingPathComponent("figures.csv"))).rows
    #expect(
      json.figures.map {
        [$0.scope, $0.subject, $0.figure, $0.period, $0.value, $0.unit, $0.clause]
      }
      .starts(with: figures))
  }

  @Test func `gives the same figures for check as for build`() async throws {
    let season = try SmallSeason().write(to: folder)
    let check = try record(try await reviewPacket("check", season, "--format", "json"))
    let build = try record(
      try await reviewPacket(
        "build", season, "--phase", "final", "--out", folder.at("out").path, "--format", "json"))
    #expect(check.figures.contains { $0.figure == "payable-total" && $0.value == "1000000" })
    #expect(
      Set(build.figures.map { "\($0)" }).isSubset(of: check.figures.map { "\($0)" }))
    #expect(check.report == nil)
  }

  @Test func `is one JSON text in every outcome`() async throws {
    let fatal = try SmallSeason.fatal.write(to: folder, as: "fatal")
    let run = try await reviewPacket("check", fatal, "--format", "json")
    let json = try record(run)
    #expect((json.result, json.exitCode, run.status) == ("fatal", 2, 2))
    #expect(json.findings.first?.code == "IN001")

    let season = try SmallSeason().write(to: folder)
    let failed = try await reviewPacket(
      "build", season, "--phase", "final", "--out", "/proc/x/y", "--format", "json")
    let failure = try record(failed)
    #expect((failure.result, failure.exitCode, failed.status) == ("fatal", 2, 2))
    #expect(failure.error?.contains("/proc/x") == true)
  }

  @Test func `keeps hostile text inside its strings`() async throws {
    let season = SmallSeason.withWarning.replacing(
      "範例商店", with: "\u{1B}[31m\u{202E}</script>", in: "rosters/a.csv")
    let run = try await reviewPacket("check", try season.write(to: folder), "--format", "json")
    _ = try record(run)
    #expect(!run.stdout.contains(0x1B))
  }
}
