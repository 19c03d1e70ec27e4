import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct InterruptionTests {
  /// Whether a run has begun to write beside the output's place.
  private static func isStaging(_ folder: URL) -> Bool {
    (try? names(in: folder).contains { $0.hasPrefix(".out.review-packet-") }) ?? false
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
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
}
