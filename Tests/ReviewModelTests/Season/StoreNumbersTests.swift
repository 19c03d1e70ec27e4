import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

@Suite struct StoreIndexTests {
  private func find(_ index: inout StoreIndex, _ text: String) -> Int? {
    Array(text.utf8).withUnsafeBufferPointer { index.find($0) }
  }

  @Test func `finds a store in any case, in any order`() {
    let ids = (0..<500).map { "S\($0)-A" } + ["A", "ABCDEFGH", "ABCDEFGHI", "ABCDEFGHIJKLMNOP"]
    var index = StoreIndex(ids.map { StoreID($0) })
    for (number, id) in ids.enumerated() {
      let found = find(&index, id)
      let lower = find(&index, id.lowercased())
      let again = find(&index, id)
      #expect(found == number && lower == number && again == number)
    }
    for (number, id) in ids.enumerated().reversed() {
      let found = find(&index, id)
      #expect(found == number)
    }
  }

  @Test func `finds ids of more than 16 bytes by their text`() {
    let long = String(repeating: "X", count: 17)
    var index = StoreIndex([StoreID(long), StoreID("X"), StoreID(long + "Y")])
    let found = [long, "X", long + "Y", long + "Z", String(long.dropLast())].map {
      index.find(id: $0)
    }
    #expect(found == [0, 1, 2, nil, nil])
  }

  @Test func `finds nothing for what is no id, and none where there are no stores`() {
    var index = StoreIndex([StoreID("S1")])
    let found = [
      "", " S1", "S1 ", "S2", "S", "S1\u{0}", "店", "S/1", String(repeating: "S", count: 99),
    ]
    .map { find(&index, $0) }
    #expect(found.allSatisfy { $0 == nil })
    var empty = StoreIndex([])
    let none = [find(&empty, "S1"), empty.find(id: "S1"), empty.find(id: "")]
    #expect(none == [nil, nil, nil])
  }

  @Test(arguments: [41, 42] as [UInt64])
  func `agrees with a dictionary on random ids`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("AB01_-")
    func id() -> String {
      String(
        (0..<Int.random(in: 1...20, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        })
    }
    let ids = Array(Set((0..<2_000).map { _ in id() })).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    var index = StoreIndex(ids.map { StoreID($0) })
    for _ in 0..<10_000 {
      let asked = Bool.random(using: &random) ? id() : ids.randomElement(using: &random) ?? ""
      let found = index.find(id: asked)
      #expect(found == numbers[asked], "seed \(seed), \(asked)")
    }
  }
}
