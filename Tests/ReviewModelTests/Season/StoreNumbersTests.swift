import TestSupport
import Testing

@testable import ReviewModel

@Suite struct StoreNumbersTests {
  private func find(_ numbers: StoreNumbers, _ text: String, after last: Int = -1) -> Int? {
    Array(text.utf8).withUnsafeBufferPointer { numbers.find($0, after: last) }
  }

  private func numbers(_ ids: [String]) -> StoreNumbers { StoreNumbers(ids.map { StoreID($0) }) }

  @Test func `finds a store in any case, whichever was found last`() {
    let ids = (0..<500).map { "S\($0)-A" } + ["A", "ABCDEFGH", "ABCDEFGHI", "ABCDEFGHIJKLMNOP"]
    let numbers = numbers(ids)
    #expect(numbers.count == ids.count)
    for (number, id) in ids.enumerated() {
      for last in [-1, 0, number - 1, number, number + 1, ids.count - 1, ids.count] {
        #expect(find(numbers, id, after: last) == number)
      }
      #expect(find(numbers, id.lowercased()) == number)
      #expect(numbers[StoreID(id)] == number)
    }
  }

  @Test func `finds ids of more than 16 bytes by their text`() {
    let long = String(repeating: "X", count: 17)
    let numbers = numbers([long, "X", long + "Y"])
    let found = [long, "X", long + "Y", long + "Z", String(long.dropLast())].map {
      numbers[StoreID($0)]
    }
    #expect(found == [0, 1, 2, nil, nil])
  }

  @Test(arguments: ["S", "TW", "D001-", "ABCDEFGH-"], [5, 6, 7])
  func `spreads ids that differ in their last digits alone`(prefix: String, digits: Int) {
    let ids = (0..<20_000).map { number in
      let text = String(number)
      return StoreID(prefix + String(repeating: "0", count: digits - text.utf8.count) + text)
    }
    let numbers = StoreNumbers(ids)
    let detours = ids.map { numbers.detour(to: $0) }
    #expect(detours.reduce(0, +) < ids.count && (detours.max() ?? 0) < 50)
  }

  @Test func `finds the first of stores with the same id`() {
    let long = String(repeating: "X", count: 17)
    let numbers = numbers(["A", "B", "A", long, long])
    #expect(numbers[StoreID("A")] == 0 && numbers[StoreID(long)] == 3 && numbers.count == 5)
  }

  @Test func `inserts a store unless its id has a number`() {
    let long = String(repeating: "X", count: 17)
    var numbers = numbers(["A"])
    for (id, inserted, number) in [
      ("A", false, 0), ("B", true, 1), (long, true, 2), ("B", false, 1), (long, false, 2),
      ("C", true, 3),
    ] {
      let found = numbers.insert(StoreID(id))
      #expect(found.inserted == inserted && found.number == number, "\(id)")
    }
    #expect(numbers.count == 4 && numbers[StoreID("C")] == 3)
  }

  @Test func `finds nothing for what is no id, and none where there are no stores`() {
    let one = numbers(["S1"])
    let texts = [
      "", " S1", "S1 ", "S2", "S", "S1\u{0}", "店", "S/1", String(repeating: "S", count: 99),
    ]
    #expect(texts.allSatisfy { find(one, $0) == nil && one[StoreID($0)] == nil })
    let none = numbers([])
    #expect(find(none, "S1") == nil && none[StoreID("S1")] == nil && none[StoreID("")] == nil)
  }

  @Test(arguments: [41, 42] as [UInt64], [0, 5_000])
  func `agrees with a dictionary on random ids`(seed: UInt64, capacity: Int) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("AB01_-")
    func id() -> String {
      String(
        (0..<Int.random(in: 1...20, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        })
    }
    let ids = Array(Set((0..<2_000).map { _ in id() })).sorted()
    let expected = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    var numbers = StoreNumbers(minimumCapacity: capacity)
    for id in ids { numbers.append(StoreID(id)) }
    for _ in 0..<10_000 {
      let asked = Bool.random(using: &random) ? id() : ids.randomElement(using: &random) ?? ""
      #expect(numbers[StoreID(asked)] == expected[asked], "seed \(seed), \(asked)")
      let last = Int.random(in: -1..<ids.count, using: &random)
      let short = asked.utf8.count <= 16 ? expected[asked] : nil
      #expect(find(numbers, asked, after: last) == short, "seed \(seed), \(asked)")
    }
  }
}
