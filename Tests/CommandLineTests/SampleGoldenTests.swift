import Foundation
import TestSupport
import Testing

/// The sample season's whole output against the expected files, as bytes.
///
/// Kept are the season's own files and one packet of each phase. The manifest at the top has the
/// digest of every other file, so that a change of any byte shows.
@Suite struct SampleGoldenTests {
  /// A contract that does not pass at final, so that draft marks and reasons are seen.
  private static let packet = "D003-99900019"

  @Test(arguments: ["midterm", "final"])
  func `builds the sample season as expected`(_ phase: String) async throws {
    let folder = try TemporaryFolder()
    let run = try await reviewPacket(
      "build", sampleSeason.path, "--phase", phase, "--out", folder.at("out").path)
    #expect(run.status == 1)
    let kept = try Golden.files(in: folder.at("out")).filter { path, _ in
      !path.contains("/") || path.hasPrefix(Self.packet + "/")
    }
    #expect(kept[Self.packet + "/packet.xml"] != nil)
    let expected = repositoryRoot.appendingPathComponent("Tests/Goldens/sample-110/" + phase)
    let difference = try Golden.difference(of: kept, from: expected)
    #expect(difference == nil)
  }
}
