import PacketStore
import TestSupport
import Testing

@Suite struct SafePathTests {
  @Test(arguments: [
    "index.html", "D001-12345675/packet.xml", "a/b/c.csv", "A-b_c.9", "layout.html.mustache",
  ])
  func `accepts a plain relative path and keeps its text`(text: String) throws {
    #expect(try #require(SafePath(text)).description == text)
  }

  @Test(arguments: [
    "", "/", "/etc/passwd", "a//b", "a/", "/a", ".", "..", "../x", "a/../b", "a/./b", ".hidden",
    "-rf", "a/-b", "a b", "a\\b", "a\nb", "a\0b", "=cmd|x", "<script>", "店家.csv", "a\u{202E}b",
    String(repeating: "a", count: 256),
  ])
  func `refuses what could leave the folder or be read as something else`(text: String) {
    #expect(SafePath(text) == nil)
  }

  @Test(arguments: ["rosters/大甲 商圈.csv", ".hidden", "-a", "é.csv", "e\u{301}.csv", "a=b.csv"])
  func `keeps the names of a user's own files`(text: String) throws {
    let path = try #require(SafePath(keeping: text))
    #expect(path.description.utf8.elementsEqual(text.utf8))
  }

  @Test(arguments: [
    "", "/a", "../a", "a/..", "a//b", "a/", "a\nb", "a\rb", "a\\b", "a\u{202E}b", "a\u{2028}b",
    "a\0b",
  ])
  func `refuses a user's name that leaves the folder or hides its direction`(text: String) {
    #expect(SafePath(keeping: text) == nil)
  }

  @Test(
    arguments: [
      ("CON", false), ("rosters/con.csv", false), ("Aux.tar.gz", false), ("nul/a.csv", false),
      ("prn.", false), ("COM1.csv", false), ("usage/lpt9.txt", false), ("a.", false),
      ("a./b", false), ("CON1.csv", true), ("COM0", true), ("COM10.csv", true), ("a.con", true),
      ("rosters/a.csv", true), ("conto.csv", true), ("lpt", true),
    ] as [(String, Bool)])
  func `tells the names that Windows keeps for devices, and ends that it drops`(
    text: String, isPortable: Bool
  ) throws {
    #expect(try #require(SafePath(text)).isPortable == isPortable)
  }

  @Test func `tells composed from decomposed letters as the file system does`() throws {
    let composed = try #require(SafePath(keeping: "é"))
    let decomposed = try #require(SafePath(keeping: "e\u{301}"))
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
  }

  @Test func `orders by the bytes of the whole path`() throws {
    let texts = ["a/b", "a.b", "a-b", "B", "a"]
    let sorted = texts.compactMap { SafePath($0) }.sorted().map(\.description)
    #expect(sorted == ["B", "a", "a-b", "a.b", "a/b"])
  }

  @Test func `gives folders outermost first and the rest below one`() throws {
    let path = try #require(SafePath("a/b/c"))
    #expect(path.folders.map(\.description) == ["a", "a/b"])
    #expect(try path.relative(to: #require(SafePath("a")))?.description == "b/c")
    #expect(try path.relative(to: #require(SafePath("a/b/c"))) == nil)
    #expect(try path.relative(to: #require(SafePath("b"))) == nil)
  }

  @Test func `never accepts a path with a component that climbs, whatever surrounds it`() {
    let seed: UInt64 = 7
    var generator = SeededGenerator(seed: seed)
    let pieces = ["a", ".", "..", "/", "-", "_", "9", "\\", " "]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0..<8, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      for path in [SafePath(text), SafePath(keeping: text)].compactMap({ $0 }) {
        #expect(Set(path.components).isDisjoint(with: ["", ".", ".."]), "seed \(seed): \(text)")
        #expect(path.description == text, "seed \(seed)")
      }
    }
  }
}
