import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

@Suite struct RowMemoryTests {
  private func take(_ memory: RowMemory, _ index: Int, _ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let (taken, isPlain, isSame) = memory.take(index, bytes)
      #expect(taken == text && isPlain == (text.allSatisfy(\.isASCII) && !text.contains("&")))
      return isSame
    }
  }

  @Test func `knows a cell that is the same as in the row before, and no other`() {
    let memory = RowMemory(count: 2)
    defer { memory.free() }
    #expect(!take(memory, 0, "") && take(memory, 0, "") && !take(memory, 1, ""))
    for length in 1...16 {
      let text = String("ABCDEFGHIJKLMNOP".prefix(length))
      #expect(!take(memory, 0, text) && take(memory, 0, text), "\(length)")
      for place in 0..<length {
        var other = Array(text)
        other[place] = "z"
        #expect(!take(memory, 0, String(other)) && !take(memory, 0, text), "\(length), \(place)")
      }
      #expect(!take(memory, 0, text + "x") && !take(memory, 0, text))
    }
    for text in ["商圈", "A&B", String(repeating: "店", count: 5)] {
      #expect(!take(memory, 0, text) && take(memory, 0, text))
    }
  }

  @Test func `forgets what another cell was read as, and never knows a long one`() {
    let memory = RowMemory(count: 1)
    defer { memory.free() }
    func value() -> String? { if case .id(let id) = memory[0] { id } else { nil } }
    #expect(value() == nil)
    _ = take(memory, 0, "S1")
    memory[0] = .id("S1")
    _ = take(memory, 0, "S1")
    #expect(value() == "S1")
    _ = take(memory, 0, "S2")
    #expect(value() == nil)
    memory[0] = .id("S2")
    let long = String(repeating: "S", count: 17)
    #expect(!take(memory, 0, long) && !take(memory, 0, long))
    memory[0] = .id(long)
    #expect(value() == nil)
  }

  /// What a row gives beside its place.
  private func told(_ row: RosterEntry) -> String {
    [
      row.store.text, row.contract.text, row.solution.text, row.name, row.taxID?.digits ?? "-",
      row.address, row.contact, row.goLive?.isoText ?? "-", row.endedOn?.isoText ?? "-",
      "\(row.fee)", row.gaView, row.continuityPlan ?? "-", row.source.cells.joined(separator: "|"),
    ].joined(separator: ",")
  }

  private func read(_ text: String) throws -> (rows: [String], findings: [String]) {
    var rows: [RosterEntry] = []
    var skipped: [SkippedRosterRow] = []
    let outcome = try RosterTable.read(
      TextFile(path: "rosters/a.csv", bytes: Array(text.utf8)), into: &rows, skipped: &skipped)
    let findings = outcome.findings.map { finding in
      "\(finding.code) \(finding.place?.column ?? 0) \(finding.value ?? "-") "
        + "\(finding.contract?.text ?? "-") \(finding.store?.text ?? "-")"
    }
    return (
      rows.map { told($0) }, findings + skipped.map { "\($0.store.text) \($0.gaView)" }
    )
  }

  @Test(arguments: [71, 72, 73, 74] as [UInt64])
  func `reads a row as if no other stood before it`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let header =
      "store_id,district_id,vendor_id,solution_id,store_name,tax_id,contact,golive_on,ended_on,fee,"
      + "ga_view,continuity_plan\n"
    let pools = [
      ["S1", "s1", "Ｓ１", " S1 ", "1E5", "", "S/1"], ["D001", "d001", "", "D/1"],
      ["12345675", "１２３４５６７５", "4595257", "123", "1.23E7"], ["P0", "p0", "", "#REF!"],
      ["範例", "A&amp;B", "Shop", "", "Ã¥"], ["12345675", "12345678", "", "x"], ["Example", ""],
      ["2021-06-01", "110/6/1", "6/1/21", "", "2021-02-30"], ["2021-09-01", "", "n"],
      ["20000", "\"20,000\"", "２００００", "x", ""], ["view", ""],
      ["yes", "n", "否", "", "one more year"],
    ]
    var lines: [String] = []
    var cells = pools.map { $0[0] }
    for _ in 0..<150 {
      // One or two cells at a time, so that most are those of the row before.
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let column = Int.random(in: 0..<pools.count, using: &random)
        let isRight = Bool.random(using: &random) || Bool.random(using: &random)
        cells[column] =
          isRight ? pools[column][0] : pools[column].randomElement(using: &random) ?? ""
      }
      let width = Int.random(in: 0..<12, using: &random) == 0 ? 9 : cells.count
      lines.append(cells.prefix(width).joined(separator: ","))
    }
    let (rows, findings) = try read(header + lines.joined(separator: "\n") + "\n")
    var expected: (rows: [String], findings: [String]) = ([], [])
    for line in lines {
      let alone = try read(header + line + "\n")
      expected.rows += alone.rows
      expected.findings += alone.findings
    }
    #expect(rows == expected.rows && rows.count > 10)
    #expect(findings.sorted() == expected.findings.sorted() && findings.count > 100)
  }
}
