import Foundation
import TestSupport
import Testing

/// Exit code, last line, cover and XML all say the same.
@Suite struct ExitCodeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func build(_ season: SmallSeason, _ more: String...) async throws -> ProcessResult {
    try await reviewPacket(
      ["build", try season.write(to: folder), "--phase", "final", "--out", folder.at("out").path]
        + more)
  }

  private func packet(_ name: String) throws -> String {
    try text(folder.at("out/D001-12345675/" + name))
  }

  @Test func `ends with 0 where nothing is found`() async throws {
    let run = try await build(SmallSeason())
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.outputLines.last
        == "Result: all well (0 fatal, 0 error, 0 warning, 0 info); report: "
        + folder.at("out/index.html").path)
    #expect(try packet("packet.xml").contains(#"verdict="pass""#))
    #expect(try packet("packet.xml").contains(#"draft="false""#))
    #expect(try !packet("index.html").contains("草稿"))
  }

  @Test func `ends with 1 where an error is found and still builds`() async throws {
    let run = try await build(.withError)
    #expect(run.status == 1)
    let last = try #require(run.outputLines.last)
    #expect(last.hasPrefix("Result: the data has errors (0 fatal, 1 error, 0 "))
    #expect(exists(folder.at("out/D001-12345675/packet.xml")))
  }

  @Test func `marks a contract that does not pass as a draft everywhere`() async throws {
    let season = SmallSeason().replacing(
      "2021-08-31,100,依計畫辦理\nD002", with: "2021-08-31,99,依計畫辦理\nD002", in: "progress.csv")
    let run = try await build(season)
    #expect(run.status == 1)
    #expect(run.errors.contains("D001/12345675: error PR003 "))
    #expect(run.output.contains("D001/12345675 範例老街商圈 / 範例資訊有限公司: fail, "))
    let root = try #require(
      try packet("packet.xml").split(separator: "\n").first { $0.hasPrefix("<packet ") })
    #expect(root.contains(#" draft="true" "#) && root.contains(#" verdict="fail" "#))
    let cover = try packet("index.html")
    #expect(cover.contains(#"<strong class="draft">草稿</strong>"#))
    #expect(
      cover.contains(#"data-figure="verdict" data-subject="D001/12345675" data-value="fail""#))
    let other = try text(folder.at("out/D002-99900003/index.html"))
    #expect(!other.contains(#"class="draft""#))
    #expect(try text(folder.at("out/season.xml")).contains(#"draft="true""#))
  }

  @Test func `ends with 0 for warnings unless they are to fail`() async throws {
    let tolerant = try await build(.withWarning)
    #expect(tolerant.status == 0)
    #expect(tolerant.outputLines.last?.hasPrefix("Result: all well (0 fatal, 0 error, 1 ") == true)
    let strict = try await build(.withWarning, "--fail-on", "warning")
    #expect(strict.status == 1)
    #expect(strict.outputLines.last?.hasPrefix("Result: the data has warnings (") == true)
  }

  @Test func `ends with 2 for a fatal finding and writes nothing`() async throws {
    let run = try await build(.fatal)
    #expect(run.status == 2)
    #expect(
      run.outputLines.last == "Result: nothing could be done (1 fatal, 0 error, 0 warning, 1 info)")
    #expect(try names(in: folder.url) == ["season"])
    let check = try await reviewPacket("check", folder.at("season").path)
    #expect(check.status == 2)
  }

  @Test func `names a season folder that does not exist as it was typed`() async throws {
    let run = try await reviewPacket("check", folder.at("nowhere").path)
    #expect(run.status == 2)
    #expect(FindingLine(run.errorLines.first ?? "")?.path == folder.at("nowhere").path)
  }

  @Test func `ends with 2 where the output can't be created`() async throws {
    let season = try SmallSeason().write(to: folder)
    let out = "/proc/review-packet/out"
    let run = try await reviewPacket("build", season, "--phase", "final", "--out", out)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("/proc/review-packet: cannot create the folder: "))
    #expect(run.outputLines.last?.hasPrefix("Result: nothing could be done (") == true)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `ends with 2 where standard output is full`() async throws {
    let season = try SmallSeason().write(to: folder)
    let run = try await runProcess(
      "/bin/sh", ["-c", "exec \"$0\" check \"$1\" --lang en >/dev/full", builtProgram.path, season])
    #expect(run.status == 2)
    #expect(run.errors.contains("standard output"))
  }

  @Test(arguments: [
    [], ["--nonsense"], ["nonsense"], ["build"], ["build", "x", "--phase", "final"],
    ["build", "x", "--phase", "half", "--out", "y"],
    ["build", "x", "--phase", "final", "--out", "y", "--jobs", "0"],
    ["build", "x", "--phase", "final", "--out", "y", "--as-of", "2021-02-30"],
    ["build", "x", "--phase", "final", "--out", "y", "--contract", "D001"],
    ["build", "x", "--phase", "final", "--out", "y", "--contacts", "some"],
    ["check"], ["check", "x", "y"], ["check", "x", "--lang", "fr"],
    ["check", "x", "--fail-on", "x"],
    ["rules", "XX123"], ["schema", "--format", "xml"], ["init"],
  ])
  func `ends with 64 for wrong usage`(_ arguments: [String]) async throws {
    let run = try await reviewPacket(arguments, directory: folder.path)
    guard arguments.isEmpty else {
      #expect(run.status == 64)
      #expect(run.output.isEmpty)
      #expect(!run.errors.isEmpty)
      return
    }
    // No command at all asks for the help.
    #expect(run.status == 0)
    #expect(run.output.contains("SUBCOMMANDS"))
  }
}
