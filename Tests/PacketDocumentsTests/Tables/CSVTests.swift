import ReviewModel
import Testing

@testable import PacketDocuments

struct CSVTests {
  private func line(_ cells: [String], isFormulaSafe: Bool = true) -> String {
    var writer = CSVWriter(isFormulaSafe: isFormulaSafe, startsWithBOM: false)
    writer.append(cells)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `quotes cells with commas, quotes and line breaks`() {
    let cells = ["a,b", "say \"x\"", "two\nlines", "plain"]
    #expect(line(cells) == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",plain\n")
  }

  @Test(arguments: ["=1", "+1", "-1", "@x", "＝1", "＋1", "－1", "＠x", "\tx"])
  func `puts an apostrophe before what a spreadsheet would run`(cell: String) {
    #expect(line([cell]) == "'\(cell)\n")
    #expect(line([cell], isFormulaSafe: false) == "\(cell)\n")
  }

  @Test func `keeps the apostrophe inside the quotes`() {
    #expect(line(["=A1,\"b\""]) == "\"'=A1,\"\"b\"\"\"\n")
    #expect(line(["\rx"]) == "\"'\rx\"\n")
  }

  @Test func `quotes a quote that is followed by a combining mark`() {
    #expect(line(["\"\u{301}a"]) == "\"\"\"\u{301}a\"\n")
  }

  @Test func `writes figures as published`() {
    let figures = [
      Figure(
        .contractWorkProgressVariance, of: "D001/12345675", .hundredths(Hundredths(-3_20)),
        from: Derivation([])),
      Figure(
        .storeWeeklyAverage, of: "D001/12345675/S001", month: 2, .hundredths(Hundredths(19_83)),
        from: Derivation([])),
      Figure(.contractUsagePassRate, of: "D001/12345675", .none, from: Derivation([])),
    ]
    #expect(
      String(decoding: FigureTable(figures).bytes, as: UTF8.self) == """
        scope,subject,figure,period,value,unit,clause
        contract,D001/12345675,work-progress-variance,,-3.20,points,C10
        store,D001/12345675/S001,weekly-average,m2,19.83,use/week,C12
        contract,D001/12345675,usage-pass-rate,,,percent,C12

        """)
  }

  @Test func `writes findings with a BOM, formula-safe and with contacts masked`() {
    var finding = Finding(
      .IN011, at: Place(file: "rosters/a.csv", line: 3, column: 8, row: 3),
      field: Field(column: .contact, title: "=聯絡人"), value: "王小明")
    finding.id = "0123456789ab"
    let masked = FindingTable.bytes(of: [finding], options: DocumentOptions())
    let text = String(decoding: masked.dropFirst(3), as: UTF8.self)
    #expect(masked.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(text.hasPrefix("severity,code,effect,file,line,column,contract,store,clause,message,"))
    #expect(text.contains(",3,H3,'=聯絡人,王○明,"))
    #expect(!text.contains("王小明"))
    let full = FindingTable.bytes(of: [finding], options: DocumentOptions(contacts: .full))
    #expect(String(decoding: full, as: UTF8.self).contains("王小明"))
  }
}
