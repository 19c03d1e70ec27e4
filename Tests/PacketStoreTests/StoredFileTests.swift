import PacketStore
import TestSupport
import Testing

@Suite struct StoredFileTests {
  private func head(_ text: [UInt8], _ mark: String) throws -> StoredFile.Head {
    let folder = try TemporaryFolder()
    try folder.write("a", text)
    return try StoredFile.head(
      of: folder.at("a").path, through: Array(mark.utf8), atMost: 1 << 20)
  }

  @Test func `gives a file as far as a mark, with the digest of the whole`() throws {
    let found = try head(bytes("one two three"), "two")
    #expect(found.bytes == bytes("one two"))
    #expect(found.sha256 == Digest.sha256Hex(bytes("one two three")))
    #expect(try head(bytes("one"), "two").bytes == bytes("one"))
  }

  @Test func `finds a mark wherever a piece of the file ends`() throws {
    // A file is read in pieces of 256 KiB.
    for shift in 0...5 {
      let before = [UInt8](repeating: 0x2E, count: (1 << 18) - shift)
      let text = before + bytes("mark") + before
      let found = try head(text, "mark")
      #expect(found.bytes.count == before.count + 4)
      #expect(found.sha256 == Digest.sha256Hex(text))
    }
  }

  @Test func `refuses a file that is too long, and what is no file`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", [UInt8](repeating: 0, count: 100))
    let path = folder.at("a").path
    #expect(throws: OutputError(path, .longerThan(99))) {
      try StoredFile.head(of: path, through: [1], atMost: 99)
    }
    #expect(throws: OutputError(folder.path, .notAFile)) {
      try StoredFile.head(of: folder.path, through: [1], atMost: 99)
    }
  }
}
