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
}
