import Foundation
import TestSupport
import Testing

/// `build --shard` and `merge`: the same bytes as one build.
@Suite struct ShardTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func build(_ name: String, _ more: String...) async throws {
    let run = try await reviewPacket(
      ["build", sampleSeason.path, "--phase", "final", "--out", folder.at(name).path] + more)
    #expect(run.status == 1, "\(run.errors)")
  }

  private func merge(_ names: String...) async throws -> ProcessResult {
    try await reviewPacket(
      ["merge"] + names.map { folder.at($0).path } + ["--out", folder.at("merged").path])
  }

  @Test(arguments: [1, 2, 3, 7]) func `gives the bytes of one build`(count: Int) async throws {
    try await build("whole")
    var shards: [String] = []
    for number in (1...count).reversed() {
      shards.append("part-\(number)")
      try await build("part-\(number)", "--shard", "\(number)/\(count)")
    }
    let run = try await reviewPacket(
      ["merge"] + shards.map { folder.at($0).path } + ["--out", folder.at("merged").path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Golden.files(in: folder.at("merged")) == Golden.files(in: folder.at("whole")))
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
    #expect(try await merge("nothing").status == 2)
    for shard in ["0/2", "3/2", "1", "1/0", "a/b", "-1/2"] {
      let run = try await reviewPacket(
        "build", sampleSeason.path, "--phase", "final", "--out", folder.at("x").path,
        "--shard=\(shard)")
      #expect(run.status == 64, "\(shard)")
    }
  }
}
