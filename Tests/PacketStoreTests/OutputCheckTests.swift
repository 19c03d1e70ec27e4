import Foundation
import PacketStore
import TestSupport
import Testing

@Suite struct OutputCheckTests {
  let folder: TemporaryFolder
  var out: String { folder.at("out").path }

  init() async throws {
    folder = try TemporaryFolder()
    let staging = try Staging.begin(at: out)
    for one in ["one", "two"] {
      try await staging.write(path("\(one)/packet.xml"), bytes(one))
      try await staging.seal(path(one))
    }
    try await staging.write(path("season.xml"), bytes("season"))
    try await staging.commit()
  }

  private func check() throws -> OutputCheck {
    var check = try OutputCheck(out)
    try check.finish()
    return check
  }

  @Test func `finds nothing in what was just made`() throws {
    let check = try check()
    #expect(check.changed.isEmpty && check.missing.isEmpty && check.unlisted.isEmpty)
    #expect(check.missingFolders.isEmpty)
    #expect(check.lists(try path("one/packet.xml")))
    #expect(!check.lists(try path("three/packet.xml")))
  }

  @Test func `names each file that was changed, is missing or was added`() throws {
    try folder.write("out/one/packet.xml", "other".utf8)
    try folder.write("out/two/.note", "".utf8)
    try FileManager.default.removeItem(atPath: out + "/season.xml")
    let check = try check()
    #expect(check.changed.map(\.path) == ["one/packet.xml"])
    #expect(check.missing == ["season.xml"])
    #expect(check.unlisted == ["two/.note"])
  }

  @Test(arguments: ["nothing", "a file", "a link"])
  func `names a missing folder once, whatever stands in its place`(place: String) throws {
    let two = out + "/two"
    try FileManager.default.moveItem(atPath: two, toPath: folder.at("two").path)
    switch place {
    case "a file": try folder.write("out/two", "".utf8)
    case "a link":
      try FileManager.default.createSymbolicLink(
        atPath: two, withDestinationPath: folder.at("two").path)
    default: break
    }
    let check = try check()
    #expect(check.missingFolders.map(\.path) == ["two"])
    #expect(check.missingFolders.map(\.fileCount) == [2])
    #expect(check.missing.isEmpty && check.changed.isEmpty)
    #expect(check.unlisted == (place == "nothing" ? [] : ["two"]))
  }

  @Test func `reads no file again that was read for a folder's own manifest`() throws {
    try folder.write("out/one/packet.xml", "other".utf8)
    let found = try FolderCheck(out + "/one")
    try folder.write("out/one/packet.xml", "one".utf8)
    var check = try OutputCheck(out)
    try check.take(found, of: try path("one"))
    try check.finish()
    #expect(check.changed.map(\.path) == ["one/packet.xml"])
    #expect(check.changed.map(\.found) == [Digest.sha256Hex(bytes("other"))])
  }

  @Test func `finds a folder whose own manifest was made right again`() throws {
    try folder.write("out/one/packet.xml", "other".utf8)
    try folder.write(
      "out/one/manifest-sha256.txt",
      (Digest.sha256Hex(bytes("other")) + "  packet.xml\n").utf8)
    let found = try FolderCheck(out + "/one")
    #expect(found.changed.isEmpty)
    var check = try OutputCheck(out)
    try check.take(found, of: try path("one"))
    try check.finish()
    #expect(check.changed.map(\.path) == ["one/manifest-sha256.txt", "one/packet.xml"])
  }

  @Test(arguments: ["", "no manifest\n"])
  func `is refused where there is no manifest that can be read`(text: String) throws {
    let file = out + "/manifest-sha256.txt"
    try FileManager.default.removeItem(atPath: file)
    if !text.isEmpty { try folder.write("out/manifest-sha256.txt", text.utf8) }
    #expect(throws: OutputError(out, .notOurs)) { try OutputCheck(out) }
  }
}
