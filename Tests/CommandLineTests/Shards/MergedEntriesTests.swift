import PacketStore
import TestSupport
import Testing

@testable import review_packet

@Suite struct MergedEntriesTests {
  private func manifest(_ names: String...) throws -> Manifest {
    Manifest(
      try names.map {
        Manifest.Entry(path: try #require(SafePath($0)), digest: Digest.sha256Hex(Array($0.utf8)))
      })
  }

  @Test func `gives each file once, in order, with all that list it`() throws {
    let files = Array(
      MergedEntries([try manifest("b/x", "c"), try manifest(), try manifest("a", "c", "b.d")]))
    #expect(files.map(\.entry.path.description) == ["a", "b.d", "b/x", "c"])
    #expect(files.map(\.owners) == [[2], [2], [0], [0, 2]])
    #expect(Array(MergedEntries([])).isEmpty)
  }

  @Test func `finds the values of an attribute wherever a piece ends`() {
    let text = Array(
      #"<a packet="one" x-packet="no"><b packet="two"/> packet="" packet="open"#.utf8)
    for seed in 0..<UInt64(100) {
      var generator = SeededGenerator(seed: seed)
      var links = AttributeValues(of: "packet")
      var found: [String] = []
      var start = 0
      while start < text.count {
        let end = min(text.count, start + Int.random(in: 1...9, using: &generator))
        found += links.values(in: text[start..<end])
        start = end
      }
      #expect(found == ["one", "two", ""], "seed \(seed)")
    }
  }
}
