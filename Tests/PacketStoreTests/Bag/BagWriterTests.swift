import Foundation
import PacketStore
import TestSupport
import Testing

@Suite struct BagWriterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var bag: String { folder.at("out/bag").path }

  @discardableResult
  private func write(
    _ fields: [BagInfo.Field] = [], to place: String? = nil
  ) async throws -> String {
    let writer = try BagWriter.begin(at: place ?? bag)
    try folder.write("original", bytes("copied\n"))
    try await writer.addPayload(path("packet/a.txt"), bytes("one\n"))
    try await writer.addPayload(
      path("input/b.csv"), copyOf: folder.at("original").path,
      sha256: Digest.sha256Hex(bytes("copied\n")))
    try await writer.addTag(path("README.txt"), bytes("read\n"))
    let digest = try await writer.seal(fields)
    try await writer.commit()
    return digest
  }

  @Test func `writes a bag that it reads again, with the digest by which others name it`()
    async throws
  {
    let digest = try await write([BagInfo.Field("Phase", "final")])
    let read = try Bag.validated(at: bag)
    #expect(read.version == "1.0")
    #expect(read.info["Phase"] == "final")
    #expect(read.info["Payload-Oxum"] == "11.2")
    #expect(read.payload.map(\.path.description) == ["data/input/b.csv", "data/packet/a.txt"])
    #expect(read.digest == digest)
    #expect(read.unvouched == [])
    #expect(
      try names(in: bag) == [
        "README.txt", "bag-info.txt", "bagit.txt", "data", "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
      ])
    let tags = try #require(Manifest(bytes: folder.read("out/bag/tagmanifest-sha256.txt")))
    #expect(
      tags.entries.map(\.path.description) == [
        "README.txt", "bag-info.txt", "bagit.txt", "manifest-sha256.txt",
      ])
  }

  @Test func `gives the same bytes in another folder and at another time`() async throws {
    try await write()
    try await write(to: folder.at("elsewhere").path)
    #expect(
      try Golden.files(in: folder.at("out/bag")) == Golden.files(in: folder.at("elsewhere")))
  }

  @Test func `is never put in the place of another, nor of anything else`() async throws {
    try await write()
    let before = try Golden.files(in: folder.at("out/bag"))
    await #expect(throws: OutputError(bag, .alreadyExists)) {
      try await write([BagInfo.Field("Phase", "midterm")])
    }
    #expect(try Golden.files(in: folder.at("out/bag")) == before)
    try folder.write("file", bytes("x"))
    await #expect(throws: OutputError(folder.at("file").path, .notAFolder)) {
      try await write(to: folder.at("file").path)
    }
  }

  @Test func `leaves nothing where a copied file is not what it should be`() async throws {
    let writer = try BagWriter.begin(at: bag)
    try folder.write("original", bytes("other\n"))
    let original = folder.at("original").path
    await #expect(throws: OutputError(original, .changedWhileRead)) {
      try await writer.addPayload(
        path("b"), copyOf: original, sha256: Digest.sha256Hex(bytes("copied\n")))
    }
    await writer.abort()
    #expect(try names(in: folder.at("out").path) == [])
  }

  @Test func `refuses two names that some systems take for one`() async throws {
    let writer = try BagWriter.begin(at: bag)
    try await writer.addPayload(path("a/b"), [])
    await #expect(throws: OutputError("data/A/b", .writtenTwice)) {
      try await writer.addPayload(path("A/b"), [])
    }
    await writer.abort()
  }

  @Test(arguments: [
    "x\nPhase: final", "x\r\nPhase: final", "x\rPhase: final", "x\u{B}Phase: final",
    "x\u{85}Phase: final", "x\u{2028}Phase: final", "x\n\nPhase: final", "\nPhase: final",
    "x\u{1E}Phase: final", "\u{0}Phase: final",
  ])
  func `lets no value begin another field`(value: String) async throws {
    try await write([BagInfo.Field("Source-Organization", value), BagInfo.Field("Verdict", "fail")])
    let text = try String(decoding: folder.read("out/bag/bag-info.txt"), as: UTF8.self)
    #expect(!text.contains("\nPhase"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    let info = try Bag.validated(at: bag).info
    #expect(info.fields.map(\.label) == ["Source-Organization", "Verdict", "Payload-Oxum"])
    #expect(info["Source-Organization"]?.hasSuffix("Phase: final") == true)
  }

  @Test func `keeps names with colons, quotes and Chinese as they are`() async throws {
    let value = "範例：商圈 “A: B” = 100%"
    try await write([BagInfo.Field("External-Description", value)])
    #expect(try Bag.validated(at: bag).info["External-Description"] == value)
  }
}
