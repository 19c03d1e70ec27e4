import Foundation
import TestSupport
import Testing

/// An output appears whole or not at all, and replaces only an earlier output.
@Suite struct ReplacementTests {
  private let folder: TemporaryFolder
  private var out: URL { folder.at("out") }

  init() throws { folder = try TemporaryFolder() }

  private func build(
    _ phase: String, _ season: String = sampleSeason.path,
    interruption: ProcessInterruption? = nil
  ) async throws -> ProcessResult {
    try await reviewPacket(
      ["build", season, "--phase", phase, "--out", out.path], interruption: interruption)
  }

  @Test func `replaces an earlier output whole`() async throws {
    _ = try await build("final")
    let small = try SmallSeason().write(to: folder)
    #expect(try await build("final", small).status == 0)
    let expected = folder.at("expected")
    _ = try await reviewPacket(
      "build", small, "--phase", "final", "--out", expected.path)
    #expect(try Golden.files(in: out) == Golden.files(in: expected))
    #expect(!exists(out.appendingPathComponent("D003-99900019")))
    #expect(try names(in: folder.url) == ["season", "out", "expected"])
  }

  @Test func `says where the report is whether or not the folder ends with a slash`() async throws {
    let season = try SmallSeason().write(to: folder)
    let run = try await reviewPacket(
      "build", season, "--phase", "final", "--out", out.path + "/")
    #expect(run.output.contains("report: \(out.path)/index.html\n"))
    #expect(run.output.contains(" → \(out.path)/D001-12345675/index.html\n"))
  }

  @Test func `fills an empty folder`() async throws {
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: false)
    #expect(try await build("final", SmallSeason().write(to: folder)).status == 0)
  }

  @Test func `refuses a folder with somebody else's files`() async throws {
    let season = try SmallSeason().write(to: folder)
    try folder.write("out/diary.txt", "mine".utf8)
    let run = try await build("final", season)
    #expect(run.status == 2)
    #expect(run.errors.contains(out.path))
    #expect(try Golden.files(in: out) == ["diary.txt": Array("mine".utf8)])
    #expect(try names(in: folder.url) == ["season", "out"])
  }

  @Test func `refuses an earlier output that somebody has put a file into`() async throws {
    let season = try SmallSeason().write(to: folder)
    _ = try await build("final", season)
    try folder.write("out/D001-12345675/notes.txt", "mine".utf8)
    let before = try Golden.files(in: out)
    let run = try await build("midterm", season)
    #expect(run.status == 2)
    #expect(run.errors.contains("D001-12345675/notes.txt"))
    #expect(try Golden.files(in: out) == before)
  }

  @Test func `refuses to write into the season`() async throws {
    let season = try SmallSeason().write(to: folder)
    let before = try Golden.files(in: folder.at("season"))
    let run = try await reviewPacket(
      "build", season, "--phase", "final", "--out", season)
    #expect(run.status == 2)
    let inside = try await reviewPacket(
      "build", season, "--phase", "final", "--out", season + "/rosters/out")
    #expect(inside.status == 2)
    #expect(try Golden.files(in: folder.at("season")) == before)
  }

  /// The program is killed by time, then once so many files stand in its hidden folder.
  @Test func `leaves the earlier output or the new one when killed at any moment`() async throws {
    _ = try await build("midterm")
    let earlier = try Golden.files(in: out)
    let reference = folder.at("reference")
    _ = try await reviewPacket(
      "build", sampleSeason.path, "--phase", "final", "--out", reference.path)
    let new = try Golden.files(in: reference)
    let times = [2, 5, 10, 20, 50, 100, 150, 200, 300, 400, 500].map {
      ProcessInterruption.after(.milliseconds($0))
    }
    var killed = 0
    for interruption in times + [1, 10, 20, 30, 40, 48].map(onceWriting) {
      let run = try await build("final", interruption: interruption)
      let found = try Golden.files(in: out)
      if run.signal != nil { killed += 1 }
      #expect(found == earlier || found == new)
      if found == new { _ = try await build("midterm") }
    }
    #expect(killed > 0)
    // The next run takes away what killed ones left beside the output.
    #expect(try await build("final").status == 1)
    #expect(try Golden.files(in: out) == new)
    #expect(try names(in: folder.url) == ["out", "reference"])
  }

  private func onceWriting(_ count: Int) -> ProcessInterruption {
    let base = folder.url
    return .when {
      guard let all = try? names(in: base),
        let hidden = all.first(where: { $0.hasPrefix(".out.review-packet-") })
      else { return false }
      let staging = base.appendingPathComponent(hidden).path
      return (FileManager.default.enumerator(atPath: staging)?.allObjects ?? []).count >= count
    }
  }
}
