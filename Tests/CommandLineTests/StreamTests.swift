import Foundation
import TestSupport
import Testing

/// Findings go to standard error, results to standard output, and readers that leave do no harm.
@Suite struct StreamTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func shell(_ script: String, _ season: String) async throws -> ProcessResult {
    try await runProcess(
      "/bin/bash", ["-c", "set -o pipefail; " + script, builtProgram.path, season, folder.path],
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C"])
  }

  @Test func `prints each finding with its place on standard error`() async throws {
    let season = try SmallSeason.withError.write(to: folder)
    let run = try await reviewPacket("check", season)
    let lines = run.errorLines.compactMap { FindingLine($0) }
    let line = try #require(lines.first { $0.code == "AP003" })
    #expect((line.path, line.line, line.column) == ("approvals.csv", 2, 9))
    #expect(line.severity == "error")
    #expect(line.message.contains("NT$400,000 by NT$1"))
    #expect(!run.output.contains("approvals.csv:2"))
  }

  @Test func `counts the findings of each code on standard output`() async throws {
    let run = try await reviewPacket("check", try SmallSeason.withWarning.write(to: folder))
    #expect(run.outputLines.first?.contains("1  RO005  warning") == true)
  }

  @Test func `shows at most 20 findings of a code and counts the others`() async throws {
    var season = SmallSeason()
    season.files["usage/all.csv"]? += (1...25).map { "X\($0),2021-07-01,1\n" }.joined()
    let run = try await reviewPacket("check", try season.write(to: folder))
    #expect(run.errorLines.compactMap { FindingLine($0) }.count { $0.code == "US001" } == 20)
    #expect(run.errors.contains("US001: 5 more"))
    #expect(run.output.contains("    25  US001  error"))
  }

  @Test func `shows the gravest findings first`() async throws {
    let run = try await reviewPacket("check", sampleSeason.path)
    let order = ["fatal", "error", "warning", "info"]
    let ranks = run.errorLines.compactMap { line in
      order.firstIndex { line.contains(": \($0) ") }
    }
    #expect(ranks.count == run.errorLines.count)
    #expect(ranks == ranks.sorted())
  }

  @Test func `goes on where the reader of its results has left`() async throws {
    let season = try SmallSeason.withError.write(to: folder)
    // The first command of the pipe ends before anything is read.
    let run = try await shell(
      #""$0" build "$1" --phase final --out "$2/out" 2>&1 | true; echo "${PIPESTATUS[0]}""#, season)
    #expect(run.output == "1\n")
    #expect(exists(folder.at("out/manifest-sha256.txt")))
  }

  @Test(arguments: [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"])
  func `writes only into its own files where streams are closed`(_ closed: String) async throws {
    let season = try SmallSeason.withError.write(to: folder)
    _ = try await shell(#""$0" build "$1" --phase final --out "$2/plain""#, season)
    let run = try await shell(#""$0" build "$1" --phase final --out "$2/out" \#(closed)"#, season)
    #expect(run.status == 1)
    #expect(
      try Golden.files(in: folder.at("out")) == Golden.files(in: folder.at("plain")))
  }

  @Test func `shows no progress bar where standard error is no terminal`() async throws {
    let run = try await reviewPacket(
      "build", try SmallSeason().write(to: folder), "--phase", "final", "--out",
      folder.at("out").path)
    #expect(!run.stderr.contains(0x1B) && !run.stderr.contains(0x0D))
    #expect(!run.errors.contains("█"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func `shows a progress bar on a terminal and takes it away`() async throws {
    let season = try SmallSeason().write(to: folder)
    let command = [
      builtProgram.path, "build", season, "--phase", "final", "--out", folder.path + "/out",
    ]
    .map { "'\($0)'" }.joined(separator: " ")
    let run = try await runProcess(
      "/usr/bin/script", ["-qec", command, "/dev/null"],
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C"])
    #expect(run.status == 0)
    #expect(run.output.contains("2/2 packets"))
    #expect(run.output.contains("\r\u{1B}[K"))
    #expect(run.output.contains("Result: all well"))
  }
}
