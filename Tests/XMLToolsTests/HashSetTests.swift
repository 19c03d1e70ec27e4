import Testing

@testable import XMLTools

@Suite struct HashSetTests {
  @Test func `takes each hash once, whatever it is`() {
    var set = HashSet()
    // Many that want the same slot, and 0, which is stored as 1.
    let hashes: [UInt64] = (2..<3_000).map { $0 % 3 == 0 ? $0 << 32 : $0 } + [0, .max]
    let isNew = hashes.map { set.insert($0) }
    #expect(!isNew.contains(false))
    let isNewAgain = (hashes.reversed() + [1]).map { set.insert($0) }
    #expect(!isNewAgain.contains(true))
  }
}
