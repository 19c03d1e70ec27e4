import ReviewModel
import Testing

@testable import SeasonReading

@Suite struct FixFileTests {
  private static let header = CellFix.columns.joined(separator: ",")

  private func read(_ text: String) throws(FixFile.Problem) -> [CellFix] {
    try FixFile.read(TextFile(path: "fixes.csv", bytes: Array(text.utf8)))
  }

  @Test func `reads a list in any order of columns, as a spreadsheet saved it`() throws {
    let fixes = try read(
      "apply;file;row;cell;field;before;after;finding;why;why_en\r\nYES;rosters/r.csv;6;f6;'統一編號;'1234567;'01234567;IN006;原因;why\r\n"
    )
    #expect(
      fixes == [
        CellFix(
          file: "rosters/r.csv", row: 6, cell: "F6", field: "統一編號", before: "1234567",
          after: "01234567", finding: "IN006", why: Bilingual(zh: "原因", en: "why"), decision: .yes)
      ])
  }

  @Test func `reads a row and a cell with blanks around them, in any width`() throws {
    let fixes = try read("\(Self.header)\nrosters/r.csv, 23,Ｆ23 ,,'1,'2,,,,yes\n")
    #expect(fixes.map(\.cell) == ["F23"] && fixes.map(\.row) == [23])
  }

  @Test func `takes one apostrophe away, and shown marks of direction back`() {
    #expect(CellFix.unguarded("'=1+1") == "=1+1")
    #expect(CellFix.unguarded("''S1") == "'S1")
    #expect(CellFix.unguarded("") == "")
    #expect(CellFix.unguarded("'a⟦U+200E⟧") == "a\u{200E}")
    #expect(CellFix.unguarded("'⟦U+0041⟧⟦") == "⟦U+0041⟧⟦")
    for text in ["=1", "'x", "-", "007", "店"] {
      #expect(CellFix.unguarded(CellFix.guarded(text)) == text)
    }
  }

  @Test func `says what is wrong with a list`() {
    #expect(throws: FixFile.Problem.columns(["why", "why_en", "apply"])) {
      try read("file,row,cell,field,before,after,finding\n")
    }
    #expect(throws: FixFile.Problem.cell(row: 2, column: "row", value: "x")) {
      try read("\(Self.header)\na,x,A1,,,,,,,yes\n")
    }
    #expect(throws: FixFile.Problem.name(row: 2, cell: "A2", expectedRow: 1)) {
      try read("\(Self.header)\na,1,A2,,,,,,,yes\n")
    }
    #expect(throws: FixFile.Problem.cell(row: 3, column: "apply", value: "maybe")) {
      try read("\(Self.header)\n\na,1,A1,,,,,,,maybe\n")
    }
  }

  @Test func `takes only what was done from a season's own list, without personal data`() {
    let text =
      "\(Self.header)\nrosters/r.csv,2,G2,'聯絡人,'王,'李,,,,done\nrosters/r.csv,3,F3,'統一編號,'1,'2,,,,yes\n"
    let (mended, outcome) = FixFile.done(
      in: TextFile(path: "fixes.csv", bytes: Array(text.utf8)))
    #expect(mended.map(\.before) == ["***"])
    #expect(outcome.ledger.addsUp)
    #expect(outcome.ledger.counted == 1 && outcome.ledger.notCounted == 1)
    #expect(outcome.findings.map(\.code) == [.IN007])
  }

  @Test(arguments: [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1", 1, 16_384)])
  func `tells a cell's column from its name`(cell: String, row: Int, column: Int) {
    #expect(Place.column(ofCell: cell, inRow: row) == column)
    #expect(Place(file: "a", column: column, row: row).cell == cell)
    #expect(Place.column(ofCell: cell, inRow: row + 1) == nil)
  }
}
