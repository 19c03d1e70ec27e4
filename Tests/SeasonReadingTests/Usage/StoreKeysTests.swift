import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

@Suite struct StoreKeysTests {
  private func find(_ keys: StoreKeys, _ text: String, after last: Int = -1) -> Int? {
    Array(text.utf8).withUnsafeBufferPointer { keys.find($0, after: last) }
  }

  private func numbers(_ ids: [String]) -> StoreNumbers { StoreNumbers(ids.map { StoreID($0) }) }

  @Test(arguments: [1, 8, 1_000], [0, 1, .max] as [UInt16])
  func `finds every store, however often places may be tried`(count: Int, mostShifts: UInt16) {
    let ids = (0..<count).map { "S\($0)" } + ["ABCDEFGH", "ABCDEFGHI", "ABCDEFGHIJKLMNOP"]
    let keys = StoreKeys(numbers(ids), mostShifts: mostShifts)
    for (number, id) in ids.enumerated() {
      #expect(find(keys, id) == number && find(keys, id.lowercased()) == number)
      #expect(find(keys, id, after: number - 1) == number && find(keys, id, after: count) == number)
      #expect(find(keys, id + "-") == nil && find(keys, id + "\u{0}") == nil)
    }
  }

  @Test func `leaves out ids that begin like a total's name, and finds long ones`() {
    let long = String(repeating: "X", count: 17)
    let total = "GRANDTOTAL-STORE-01"
    let keys = StoreKeys(numbers(["TOTAL-1", long, "T1", total, "TO"]))
    #expect(
      ["TOTAL-1", long, "T1", long + "X", "", "店", total, "TO"].map { find(keys, $0) } == [
        nil, 1, 2, nil, nil, nil, nil, 4,
      ])
    #expect(
      find(StoreKeys(StoreNumbers()), "S1") == nil && find(StoreKeys(StoreNumbers()), "") == nil)
  }

  @Test func `knows a cell that is an id as the table has it`() {
    let ids = ["S1", "ABCDEFGH", "ABCDEFGHI", "ABCDEFGHIJKLMNOP", "TOTAL-1"]
    let keys = StoreKeys(numbers(ids))
    func isID(_ text: String, _ count: Int, _ store: Int) -> Bool {
      Array((text + String(repeating: "x", count: 16)).utf8).withUnsafeBufferPointer { cell in
        cell.baseAddress.map { keys.isID($0, count, of: store) } ?? false
      }
    }
    for (number, id) in ids.enumerated() {
      for (store, other) in ids.enumerated() {
        let isSame = number == store && id != "TOTAL-1"
        #expect(isID(id, id.utf8.count, store) == isSame, "\(id), \(other)")
      }
      let isShort = isID(id, id.utf8.count - 1, number)
      let isLong = isID(id, id.utf8.count + 1, number)
      #expect(!isShort && !isLong && !isID(id, 0, number) && !isID(id.lowercased(), 2, number))
    }
    #expect(!isID("S1", 2, -1) && !isID("S1", 2, 5))
  }

  @Test(arguments: [51, 52] as [UInt64])
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
    let keys = StoreKeys(StoreNumbers(ids.map { StoreID($0) }))
    for _ in 0..<10_000 {
      let asked = Bool.random(using: &random) ? id() : ids.randomElement(using: &random) ?? ""
      let last = Int.random(in: -1..<ids.count, using: &random)
      #expect(find(keys, asked, after: last) == numbers[asked], "seed \(seed), \(asked)")
    }
  }
}
