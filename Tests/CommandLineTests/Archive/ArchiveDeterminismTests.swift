import Foundation
import TestSupport
import Testing

/// The same packets and season give the same archives, byte for byte.
@Suite struct ArchiveDeterminismTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The files of the sample's archives, built and sealed in a folder of their own.
  private func archives(
    _ name: String, season: String = sampleSeason.path, jobs: String = "1",
    environment: [String: String] = [:]
  ) async throws -> [String: [UInt8]] {
    let (out, archive) = (folder.at(name + "/out").path, folder.at(name + "/archive").path)
    let build = try await reviewPacket(
      ["build", season, "--phase", "final", "--out", out, "--jobs", jobs],
      environment: environment)
    #expect(build.status == 1)
    let run = try await reviewPacket(
      ["archive", out, "--season", season, "--out", archive, "--redact"],
      environment: environment)
    #expect(run.status == 0, "\(run.errors)")
    let files = try Golden.files(in: folder.at(name + "/archive"))
    #expect(files.count > 700)
    return files
  }

  @Test func `at any number of jobs, in any locale, time zone and folder`() async throws {
    let one = try await archives("one")
    #expect(try await archives("two", jobs: "2") == one)
    #expect(
      try await archives(
        "另一個 資料夾", jobs: "8",
        environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"]) == one)
    // A copy, whose files were made in another order.
    let copy = folder.at("copy of the season")
    for path in try Golden.files(in: sampleSeason).keys.sorted().reversed() {
      let file = copy.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: sampleSeason.appendingPathComponent(path), to: file)
    }
    #expect(
      try await archives(
        "four", season: copy.path + "/",
        environment: ["LC_ALL": "C", "TZ": "UTC", "SWIFT_DETERMINISTIC_HASHING": "1"]) == one)
    for (name, bytes) in one {
      #expect(bytes.firstRange(of: Array(folder.path.utf8)) == nil, "\(name)")
    }
  }
}
