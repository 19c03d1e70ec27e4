import Foundation
import TestSupport
import Testing

@testable import PacketStore

@Suite struct FolderSpreadTests {
  private func names(in folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `makes a folder where there is none or an empty one`() throws {
    let folder = try TemporaryFolder()
    for _ in 0..<2 {
      FolderSpread.make(folder.path + "/D001")
      #expect(try names(in: folder) == ["D001"])
    }
  }

  @Test func `leaves a folder that has files, and nothing of its own beside it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("D001/a.csv", "a".utf8)
    FolderSpread.make(folder.path + "/D001")
    #expect(try names(in: folder) == ["D001"])
    #expect(FileManager.default.fileExists(atPath: folder.path + "/D001/a.csv"))
  }

  @Test func `leaves nothing where a name is too long or a file stands there`() throws {
    let folder = try TemporaryFolder()
    FolderSpread.make(folder.path + "/" + String(repeating: "D", count: 255))
    #expect(try names(in: folder) == [])
    try folder.write("D002", "a".utf8)
    FolderSpread.make(folder.path + "/D002")
    #expect(try names(in: folder) == ["D002"])
  }
}
