import TestSupport
import Testing

@testable import ReviewModel

/// Shows what is hashed: the bytes as hex, so that nothing of them is hidden.
private func legible(_ bytes: [UInt8]) -> String {
  // FNV-1a in 64 bits is enough to tell a handful of texts apart.
  let hash = bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
    ($0 ^ UInt64($1)) &* 0x100_0000_01B3
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

private func ids(_ findings: [Finding]) -> [String] {
  FindingIdentifiers.assigned(to: findings, sha256Hex: legible).map(\.id)
}

@Suite struct FindingIdentifiersTests {
  private func finding(
    _ file: String, _ line: Int, value: String, code: FindingCode = .IN005,
    field: Field = Field(title: "費用"), store: String = "S001"
  ) -> Finding {
    Finding(
      code, at: Place(file: file, line: line, column: 1), store: StoreID(store), field: field,
      value: value)
  }

  @Test func `hashes code, contract, store, field and value, and a number from the second on`()
    throws
  {
    let contract = ContractID(
      district: DistrictID("D001"), vendor: try #require(TaxID(digits: "12345675")))
    let one = Finding(
      .RO004, at: Place(file: "rosters/a.csv", line: 2), contract: contract,
      store: StoreID("S001"), field: Field(column: .fee, title: "方案費用"), value: "40,000")
    var hashed: [String] = []
    let named = FindingIdentifiers.assigned(to: [one, one, Finding(.AP007)]) { bytes in
      hashed.append(String(decoding: bytes, as: UTF8.self))
      return String(repeating: "\(hashed.count)", count: 64)
    }
    let base = "RO004\u{1F}D001/12345675\u{1F}S001\u{1F}fee\u{1F}40,000"
    #expect(hashed == [base, base + "\u{1F}2", "AP007\u{1F}\u{1F}\u{1F}\u{1F}"])
    #expect(named.map(\.id) == ["111111111111", "222222222222", "333333333333"])
  }

  @Test(arguments: [21, 22, 23] as [UInt64])
  func `stay the same when rows are sorted and files renamed`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let before = [
      finding("rosters/a.csv", 2, value: "x"), finding("rosters/a.csv", 3, value: "y"),
      finding("rosters/a.csv", 9, value: "x"), finding("rosters/b.csv", 1, value: "x"),
      finding("rosters/b.csv", 2, value: "x", store: "S002"),
    ]
    let values = before.map { ($0.value ?? "", $0.store?.text ?? "") }.shuffled(using: &random)
    let after = values.enumerated().map { index, pair in
      finding("rosters/new.csv", index + 2, value: pair.0, store: pair.1)
    }
    #expect(ids(after).sorted() == ids(before).sorted(), "seed \(seed)")
    #expect(Set(ids(before)).count == before.count)
  }

  @Test func `differ by every part`() {
    let findings = [
      finding("a.csv", 1, value: "x"), finding("a.csv", 1, value: "y"),
      finding("a.csv", 1, value: "x", code: .IN006),
      finding("a.csv", 1, value: "x", field: Field(title: "地址")),
      finding("a.csv", 1, value: "x", store: "S002"),
    ]
    #expect(Set(ids(findings)).count == findings.count)
  }

  @Test func `are the same however a known column is titled`() {
    let one = finding("a.csv", 1, value: "x", field: Field(column: .fee, title: "費用"))
    let other = finding("b.csv", 7, value: "x", field: Field(column: .fee, title: "方案費用（元）"))
    #expect(ids([one]) == ids([other]))
  }
}
