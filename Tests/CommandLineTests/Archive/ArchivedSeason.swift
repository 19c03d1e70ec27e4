import Foundation
import TestSupport

/// A season, its packets and a place for archives, for tests of `archive` and `restore`.
struct ArchivedSeason {
  let folder: TemporaryFolder
  let season: String
  var out: String { folder.at("out").path }
  var archives: String { folder.at("archive").path }

  /// Builds the final packets of a season.
  init(_ files: SmallSeason = SmallSeason(), _ options: [String] = []) async throws {
    let folder = try TemporaryFolder()
    try await self.init(folder, season: files.write(to: folder), options)
  }

  /// Builds the final packets of a season folder.
  init(_ folder: TemporaryFolder, season: String, _ options: [String] = []) async throws {
    self.folder = folder
    self.season = season
    try await build(options)
  }

  func build(_ options: [String] = []) async throws {
    let run = try await reviewPacket(
      ["build", season, "--phase", "final", "--out", out] + options)
    guard run.status <= 1 else { throw ProcessOutcome(run.errors) }
  }

  func archive(
    _ options: String..., packets: [String]? = nil, season: String? = nil,
    environment: [String: String] = [:]
  ) async throws -> ProcessResult {
    try await reviewPacket(
      ["archive"] + (packets ?? [out])
        + ["--season", season ?? self.season, "--out", archives, "--lang", "en"] + options,
      environment: environment)
  }

  func restore(_ archive: String, to name: String = "restored") async throws -> ProcessResult {
    try await reviewPacket(
      "restore", archives + "/" + archive, "--out", folder.at(name).path, "--lang", "en")
  }

  func names() throws -> Set<String> { try CommandLineTests.names(in: folder.at("archive")) }

  func text(_ path: String) throws -> String {
    try CommandLineTests.text(folder.at("archive/" + path))
  }

  /// A field of an archive's `bag-info.txt`.
  func field(_ label: String, of archive: String) throws -> String? {
    try text(archive + "/bag-info.txt").split(separator: "\n")
      .first { $0.hasPrefix(label + ": ") }.map { String($0.dropFirst(label.count + 2)) }
  }

  /// Makes an archive's manifests true again after something in it was changed.
  func reseal(_ archive: String) async throws {
    let script = """
      find data -type f | LC_ALL=C sort | xargs -d '\\n' sha256sum > manifest-sha256.txt
      sed -i "s/^Payload-Oxum.*/Payload-Oxum: $(find data -type f -printf '%s\\n' | \
      awk '{s+=$1} END {print s "." NR}')/" bag-info.txt
      sha256sum README.txt bag-info.txt bagit.txt manifest-sha256.txt > tagmanifest-sha256.txt
      """
    let run = try await runProcess(
      "bash", ["-ec", script], directory: folder.at("archive/" + archive).path)
    guard run.status == 0 else { throw ProcessOutcome(run.errors) }
  }
}

/// A run that a test relies on and that failed.
struct ProcessOutcome: Error, CustomStringConvertible {
  let description: String
  init(_ text: String) { description = text }
}
