import PacketStore
import Testing

@Suite struct ManifestTests {
  private let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `gives the published digests`(text: String, digest: String) {
    #expect(Digest.sha256Hex(Array(text.utf8)) == digest)
  }

  @Test func `writes digest, two spaces, path, in the order of bytes`() throws {
    let entries = try ["b", "a/z", "a", "店"].map {
      Manifest.Entry(path: try #require(SafePath(keeping: $0)), digest: empty)
    }
    let text = String(decoding: Manifest(entries).bytes, as: UTF8.self)
    #expect(text == "\(empty)  a\n\(empty)  a/z\n\(empty)  b\n\(empty)  店\n")
  }

  @Test func `reads back what it writes`() throws {
    let path = try #require(SafePath("D001-12345675/packet.xml"))
    let manifest = Manifest([Manifest.Entry(path: path, digest: empty)])
    #expect(Manifest(bytes: manifest.bytes) == manifest)
    #expect(Manifest(bytes: [])?.entries == [])
  }

  @Test(arguments: [
    "no manifest\n", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855  a\n",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 *a\n",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  ../a\n",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  \n", "e3b0  a\n",
  ])
  func `refuses a line that it would not write`(text: String) {
    #expect(Manifest(bytes: Array(text.utf8)) == nil)
  }

  @Test func `finds files and those of a folder, and nothing that is only near`() throws {
    let names = ["a", "a.b/c", "a/b", "a/b.c/d", "a/c", "ab/c", "b"]
    let entries = try names.enumerated().map { number, name in
      Manifest.Entry(
        path: try #require(SafePath(name)), digest: Digest.sha256Hex([UInt8(number)]))
    }
    let text = Manifest(entries.reversed()).bytes
    let manifest = try #require(Manifest(bytes: text))
    #expect(manifest.count == 7 && manifest.entries.count == 7)
    for entry in entries { #expect(manifest.digest(of: entry.path) == entry.digest) }
    let folder = try #require(SafePath("a"))
    #expect(manifest.entries(below: folder).map(\.path.description) == ["a/b", "a/b.c/d", "a/c"])
    #expect(manifest.entries(below: folder).allSatisfy { entries.contains($0) })
    for name in ["", "0", "a/", "a/b/c", "aa", "b/c", "c"] {
      guard let path = SafePath(keeping: name) else { continue }
      #expect(manifest.digest(of: path) == nil && !manifest.hasFiles(below: path))
    }
    #expect(manifest.hasFiles(below: folder) && !manifest.hasFiles(below: entries[6].path))
  }

  @Test func `puts the lines of others in order`() throws {
    let lines = ["\(empty)  b", "\(empty)  a/z", "", "\(empty)  a"]
    let manifest = try #require(Manifest(bytes: Array(lines.joined(separator: "\n").utf8)))
    #expect(
      String(decoding: manifest.bytes, as: UTF8.self)
        == "\(empty)  a\n\(empty)  a/z\n\(empty)  b\n")
  }

  @Test func `refuses bytes that are not UTF-8`() {
    #expect(Manifest(bytes: Array(empty.utf8) + Array("  ".utf8) + [0xFF, 0x0A]) == nil)
  }
}
