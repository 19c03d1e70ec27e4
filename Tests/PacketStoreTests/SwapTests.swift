import Foundation
import TestSupport
import Testing

@testable import PacketStore

@Suite struct SwapTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("old/a", bytes("old"))
  }

  @Test func `replaces by two renames where folders cannot be exchanged`() throws {
    try folder.write("new/a", bytes("new"))
    try Swap.replaceByTwoRenames(
      target: folder.at("old").path, with: folder.at("new").path, aside: folder.at("aside").path)
    #expect(try folder.read("old/a") == bytes("new"))
    #expect(try folder.read("new/a") == bytes("old"))
  }

  @Test func `moves the old folder back when the new one cannot come`() throws {
    #expect(throws: OutputError(folder.at("old").path, .system(.replace, ENOENT))) {
      try Swap.replaceByTwoRenames(
        target: folder.at("old").path, with: folder.at("gone").path,
        aside: folder.at("aside").path)
    }
    #expect(try folder.read("old/a") == bytes("old"))
    #expect(try names(in: folder.path) == ["old"])
  }

  @Test func `exchanges two folders where the file system can`() throws {
    try folder.write("new/a", bytes("new"))
    let old = try Swap.replace(
      target: folder.at("old").path, with: folder.at("new").path, aside: folder.at("aside").path)
    #expect(old != nil)
    #expect(try folder.read("old/a") == bytes("new"))
    #expect(try #require(old.map { try names(in: $0) }) == ["a"])
  }
}
