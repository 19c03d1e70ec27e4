import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

@Suite struct MendingTests {
  private static let header = "店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,統一編號,聯絡人,方案費用"

  private func fix(
    _ cell: String, _ row: Int, _ before: String, _ after: String, field: String = ""
  ) -> CellFix {
    CellFix(
      file: "rosters/r.csv", row: row, cell: cell, field: field, before: before, after: after,
      finding: "IN006", why: Bilingual(zh: "", en: ""), decision: .yes)
  }

  private func mend(_ fixes: [CellFix], _ bytes: [UInt8]) -> Mending.Outcome {
    Mending.mend(fixes, "rosters/r.csv", .roster, bytes)
  }

  @Test(arguments: [
    TextEncoding.utf8, .cp950, .utf16LittleEndian, .utf16BigEndian,
  ])
  func `changes the named cells alone, in any encoding`(encoding: TextEncoding) throws {
    let text =
      "\(Self.header)\r\n\r\nS1,D1,12345675,P1,\"功許,店\n二\",\"1234567\",王,1\r\n"
      + "S2,D1,12345675,P1,店,7654321,王,1"
    let mended =
      "\(Self.header)\r\n\r\nS1,D1,12345675,P1,\"功許,店\n二\",\"01234567\",王,1\r\n"
      + "S2,D1,12345675,P1,店,07654321,王,1"
    let outcome = mend(
      [fix("F4", 4, "7654321", "07654321"), fix("F3", 3, "1234567", "01234567")],
      try RawTableTests.bytes(text, encoding))
    #expect(outcome.refusals.isEmpty)
    #expect(outcome.bytes == (try RawTableTests.bytes(mended, encoding)))
  }

  @Test func `keeps the byte order mark`() {
    let text = "\u{FEFF}\(Self.header)\nS1,D1,12345675,P1,店,1234567,王,1\n"
    let bytes = Array(text.utf8)
    let outcome = mend([fix("F2", 2, "1234567", "01234567")], bytes)
    #expect(outcome.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(outcome.bytes.count == bytes.count + 1)
  }

  @Test func `refuses what it can't find as the list says, and then mends nothing`() {
    let bytes = Array("\(Self.header)\nS1,D1,12345675,P1,店,1234567,王,1\n".utf8)
    let good = fix("F2", 2, "1234567", "01234567")
    let changed = fix("E2", 2, "旧店", "店")
    let outside = fix("J2", 2, "", "x")
    let below = fix("A9", 9, "", "x")
    let outcome = mend([good, changed, outside, below, good], bytes)
    #expect(
      outcome.refusals == [
        .changed(changed, found: "店"), .noCell(outside), .noCell(below), .twice(good),
      ])
    #expect(outcome.bytes == bytes)
  }

  @Test func `empties a cell only where a rule says that nothing is lost`() {
    let text =
      "\(Self.header)\nS1,D1,12345675,P1,店,,王,1\n1.11E+08,D1,12345675,P1,店,,,1\n"
    let bytes = Array(text.utf8)
    for (cell, row, before) in [
      ("A2", 2, "S1"), ("A3", 3, "1.11E+08"), ("E2", 2, "店"), ("G2", 2, "王"), ("F3", 3, ""),
      ("A1", 1, "店家編號"),
    ] {
      for after in ["", " ", "\u{3000}"] {
        let emptied = fix(cell, row, before, after)
        let outcome = mend([emptied], bytes)
        #expect(outcome.refusals == [.emptied(emptied)])
        #expect(outcome.bytes == bytes)
      }
    }
  }

  @Test func `empties a cell that says “not given”, as is proposed`() throws {
    let header = "商圈代碼,廠商統編,項次,工作項目,權重,預定開始日,預定完成日,回報日期,實際進度"
    let text = "\(header)\nD1,12345675,1,導入,100,2021-05-01,2021-10-31,2021-06-20,待補\n"
    let folder = try TemporaryFolder()
    try folder.write("progress.csv", text.utf8)
    let proposed = FixProposals(season: folder.path).fixes
    #expect(proposed.map(\.after) == [""] && proposed.map(\.decision) == [.yes])
    let outcome = Mending.mend(proposed, "progress.csv", .progress, Array(text.utf8))
    #expect(outcome.refusals.isEmpty)
    #expect(String(decoding: outcome.bytes, as: UTF8.self).hasSuffix(",2021-06-20,\n"))
  }

  @Test func `refuses a character that the encoding lacks, and a file that is no table`() throws {
    let text = "\(Self.header)\nS1,D1,12345675,P1,店,1234567,王,1\n"
    let unwritable = fix("E2", 2, "店", "伃")
    let outcome = mend([unwritable], try RawTableTests.bytes(text, .cp950))
    #expect(outcome.refusals == [.encoding(unwritable, .cp950)])
    let usage = Mending.mend([unwritable], "usage/a.csv", .usage, Array(text.utf8))
    #expect(usage.refusals == [.noTable(unwritable)])
  }

  @Test func `knows which columns hold personal data`() {
    #expect(Mending.isPersonal(field: "聯絡人"))
    #expect(Mending.isPersonal(field: "Phone"))
    #expect(!Mending.isPersonal(field: "店家名稱"))
  }
}
