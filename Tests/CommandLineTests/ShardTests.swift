import Foundation
import TestSupport
import Testing

/// `build --shard` and `merge`: the same bytes as one build.
@Suite struct ShardTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @discardableResult
  private func build(_ name: String, _ more: String...) async throws -> ProcessResult {
    let run = try await reviewPacket(
      ["build", sampleSeason.path, "--phase", "final", "--out", folder.at(name).path] + more)
    #expect(run.status == 1, "\(run.errors)")
    return run
  }

  private func merge(_ names: String...) async throws -> ProcessResult {
    try await reviewPacket(
      ["merge"] + names.map { folder.at($0).path } + ["--out", folder.at("merged").path])
  }

  @Test(arguments: [1, 2, 3, 7]) func `gives the bytes of one build`(count: Int) async throws {
    let whole = try await build("whole", "--lang", "en")
    var shards: [String] = []
    for number in (1...count).reversed() {
      shards.append("part-\(number)")
      try await build("part-\(number)", "--lang", "en", "--shard", "\(number)/\(count)")
    }
    let run = try await reviewPacket(
      ["merge", "--lang", "en"] + shards.map { folder.at($0).path }
        + ["--out", folder.at("merged").path])
    #expect(run.status == whole.status, "\(run.errors)")
    let last = try #require(whole.output.split(separator: "\n").last)
    #expect(last.hasPrefix("Result: the data has errors ("))
    #expect(
      run.output.split(separator: "\n").last?.replacing("/merged/", with: "/whole/")[...] == last)
    #expect(try Golden.files(in: folder.at("merged")) == Golden.files(in: folder.at("whole")))
  }

  @Test func `counts the findings for machines, and is as strict as it is told to be`() async throws
  {
    let season = try SmallSeason.withWarning.write(to: folder)
    for number in 1...2 {
      let run = try await reviewPacket(
        "build", season, "--phase", "final", "--shard", "\(number)/2", "--out",
        folder.at("part-\(number)").path)
      #expect(run.status == 0, "\(run.errors)")
    }
    let parts = [folder.at("part-1").path, folder.at("part-2").path]
    let lax = try await reviewPacket(
      ["merge", "--format", "json", "--out", folder.at("lax").path] + parts)
    #expect(lax.status == 0)
    let record = try JSONDecoder().decode(MergeRecord.self, from: Data(lax.stdout))
    #expect(record.result == "ok" && record.exitCode == 0 && record.packets == 2)
    #expect(record.counts["error"] == 0 && record.counts["warning"] == 1)
    let strict = try await reviewPacket(
      ["merge", "--fail-on", "warning", "--out", folder.at("strict").path] + parts)
    #expect(strict.status == 1)
    #expect(exists(folder.at("strict/index.html")))
  }

  private struct MergeRecord: Decodable {
    let result: String
    let exitCode: Int32
    let counts: [String: Int]
    let packets: Int
  }

  @Test func `counts the findings, whatever a template makes of them`() async throws {
    let original = try text(repositoryRoot.appendingPathComponent("Templates/season.xml.mustache"))
    let parts = original.components(separatedBy: "{{>partials/finding}}")
    #expect(parts.count == 2)
    // None in the overview's XML.
    try folder.write("templates/season.xml.mustache", parts.joined(separator: "").utf8)
    for number in 1...2 {
      try await build(
        "part-\(number)", "--shard", "\(number)/2", "--templates", folder.at("templates").path)
    }
    let run = try await merge("part-1", "part-2")
    #expect(run.status == 1)
    #expect(run.output.contains("Result: the data has errors (0 fatal, 3 error, "))
  }

  @Test func `names a packet that no shard has`() async throws {
    try await build("one", "--shard", "1/2")
    let run = try await merge("one")
    #expect(run.status == 2)
    #expect(run.errors.contains("D002-99900003: no shard has this packet"))
    #expect(!exists(folder.at("merged")))
  }

  @Test func `refuses shards of different data`() async throws {
    try await build("one", "--shard", "1/2")
    try await build("two", "--shard", "2/2", "--as-of", "2021-10-30")
    let run = try await merge("one", "two")
    #expect(run.status == 2)
    #expect(run.errors.contains("season.xml"))
  }

  @Test func `refuses a file that was changed after its shard was made`() async throws {
    try await build("one", "--shard", "1/2")
    try await build("two", "--shard", "2/2")
    try Data("x".utf8).write(to: folder.at("two/D002-99900003/usage.html"))
    let run = try await merge("one", "two")
    #expect(run.status == 2)
    #expect(run.errors.contains("two/D002-99900003/usage.html: it is not what its shard's"))
    #expect(!exists(folder.at("merged")))
  }

  @Test func `refuses what is no shard, and parts that there are not`() async throws {
    try folder.write("file", [])
    for name in ["nothing", "file"] {
      let run = try await merge(name)
      #expect(run.status == 2)
      #expect(
        run.errors == "\(folder.at(name).path): no folder that build --shard wrote (there is no "
          + "manifest-sha256.txt)\n")
    }
    for shard in ["0/2", "3/2", "1", "1/0", "a/b", "-1/2"] {
      let run = try await reviewPacket(
        "build", sampleSeason.path, "--phase", "final", "--out", folder.at("x").path,
        "--shard=\(shard)")
      #expect(run.status == 64, "\(shard)")
    }
  }
}
