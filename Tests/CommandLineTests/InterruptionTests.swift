import Foundation
import Glibc
import TestSupport
import Testing

@testable import review_packet

@Suite struct InterruptionTests {
  /// Whether a run has begun to write beside the output's place.
  private static func isStaging(_ folder: URL) -> Bool {
    (try? names(in: folder).contains { $0.hasPrefix(".out.review-packet-") }) ?? false
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func `an interrupted build leaves what was there and nothing else`(
    signal: Int32, status: Int32
  ) async throws {
    let folder = try TemporaryFolder()
    let season = try SmallSeason().write(to: folder)
    let build = ["build", "--phase", "final", "--out", folder.at("out").path]
    let first = try await reviewPacket(build + [season])
    #expect(first.status == 0)
    let before = try Golden.files(in: folder.at("out"))
    // On a busy machine a run may be over before the signal is sent: then once more.
    for _ in 1...20 {
      let interrupted = try await reviewPacket(
        build + [sampleSeason.path, "--jobs", "1", "--force"],
        interruption: .when(signal: signal) { Self.isStaging(folder.url) })
      guard interrupted.status == status else {
        #expect(interrupted.status == 1, "\(interrupted.errors.suffix(500))")
        #expect(try await reviewPacket(build + [season]).status == 0)
        continue
      }
      #expect(interrupted.signal == nil)
      #expect(interrupted.errorLines.last?.hasPrefix("interrupted; ") == true)
      #expect(try names(in: folder.url) == ["season", "out"])
      #expect(try Golden.files(in: folder.at("out")) == before)
      return
    }
    Issue.record("no run was interrupted in 20")
  }

  @Test func `an interrupted verification ends before its last packet and prints no result`()
    async throws
  {
    let folder = try TemporaryFolder()
    let season = try SmallSeason().write(to: folder)
    let out = folder.at("out").path
    #expect(
      try await reviewPacket("build", season, "--phase", "final", "--out", out).status == 0)
    let copies = folder.at("packets")
    try FileManager.default.createDirectory(at: copies, withIntermediateDirectories: false)
    for number in 1...60 {
      try FileManager.default.copyItem(
        atPath: out + "/D001-12345675", toPath: copies.path + "/\(number)")
    }
    // On a busy machine the signal may come before the program watches for it: then later.
    for tries in 1...6 {
      let result = try await reviewPacket(
        ["verify", copies.path],
        interruption: .after(.milliseconds(200 * tries), signal: SIGINT))
      guard result.signal == nil, result.status == 130 else {
        #expect([0, 130].contains(result.status), "\(result.errors)")
        continue
      }
      #expect(result.errorLines.last?.hasPrefix("interrupted; ") == true)
      #expect(result.output.isEmpty)
      return
    }
    Issue.record("no run was interrupted in 6")
  }

  @Test func `an interrupted check prints no result`() async throws {
    let folder = try TemporaryFolder()
    let season = try SmallSeason().write(to: folder)
    // The signal comes before the program has read anything, or while it reads.
    let result = try await reviewPacket(
      ["check", season, "--progress", "json"],
      interruption: .when(signal: SIGINT) { true })
    // Before the program watches for it, the signal ends it the way of the system.
    #expect([130, 0].contains(result.status))
    #expect(result.status == 0 || result.output.isEmpty)
  }

  @Test func `merge and restore write nothing once they are interrupted`() async throws {
    let place = try await ArchivedSeason()
    #expect(try await place.archive().status == 0)
    let before = try names(in: place.folder.url)
    let (out, new) = (place.out, place.folder.at("new").path)
    let archive = place.archives + "/D001-12345675-110-final"
    let runs: [(String, @Sendable () async throws -> Void)] = [
      ("merge", { _ = try await ShardMerge.merge([out], into: new) }),
      ("restore", { _ = try await RestoredSeason.restore(archive, to: new) }),
    ]
    for (name, run) in runs {
      #expect(await errorWhereCancelled(run) is CancellationError, "\(name)")
      #expect(try names(in: place.folder.url) == before, "\(name)")
      try await run()
      #expect(exists(place.folder.at("new")), "\(name)")
      try FileManager.default.removeItem(atPath: new)
    }
  }
}
