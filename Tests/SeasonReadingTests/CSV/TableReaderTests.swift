import ReviewModel
import Testing

@testable import SeasonReading

/// The first cells of the rows that count, and what else a plain usage file gave.
private func read(_ marked: Marked, mayFail: Bool = false) throws
  -> (rows: [String], outcome: TableReader.Outcome)
{
  var rows: [String] = []
  let reader = TableReader(schema: Schemas.plainUsage, text: marked.file)
  let outcome = try reader.rows { row in
    guard let id = row.id(.storeID), row.date(.date) != nil, row.integer(.uses) != nil else {
      return false
    }
    rows.append(id)
    return true
  }
  #expect(outcome.ledger.addsUp)
  #expect(outcome.ledger.counted == rows.count)
  return (rows, outcome)
}

@Suite struct TableReaderTests {
  @Test func `accounts for every row under the header`() throws {
    let marked: Marked = """
      110年度,,
      店家編號,日期,次數
      S1,2021-06-01,3

      ,　,
      S2,▶2021-02-30,3
      ▶合計,,6
      S3,2021-06-03,5,,
      ▶※ 本表由廠商提供
      S4,2021-06-04,5,▶多
      S5,110/06/05,"1,000"
      """
    let (rows, outcome) = try read(marked)
    #expect(rows == ["S1", "S3", "S5"])
    #expect(summaries(outcome.findings) == marked.expecting(.IN005, .IN008, .IN008, .IN004))
    #expect(outcome.ledger.read == 7 && outcome.ledger.skipped == 4)
  }

  @Test(arguments: [
    "合計", "總計", "小計", "總和", "Total", "total", "TOTAL：", "Grand total", "GRAND  TOTAL", "合　計",
    "合 計 金額",
    "小計(6月)", "Ｔｏｔａｌ", "\u{A0}總計",
  ])
  func `passes over a total row`(word: String) throws {
    for row in ["\(word),,99", ",\(word),99", "\(word),2021-06-01,99,x", "\(word)"] {
      let (rows, outcome) = try read(
        Marked(stringLiteral: "store_id,date,uses\nS1,2021-06-01,3\n" + row))
      #expect(rows == ["S1"])
      #expect(outcome.findings.map(\.code) == [.IN008])
      #expect(outcome.findings.first?.place?.column == (row.hasPrefix(",") ? 2 : 1))
    }
  }

  @Test(arguments: ["S1合計", "Tota", "grand", "計", "大統", "T", "共計"])
  func `takes no other word for a total`(word: String) {
    #expect(withBytes(word) { RowKind.isTotal($0) } == false)
    #expect(withBytes("") { RowKind.isTotal($0) } == false)
  }

  @Test(arguments: [
    "店家編號,日期,次數", "Store_ID,Date,Uses", "1,2,3", "(1),(2),(3)", "（１）,（２）,（３）",
  ])
  func `counts a second header row as part of the header`(second: String) throws {
    let (rows, outcome) = try read(
      Marked(stringLiteral: "店家編號,日期,次數\n" + second + "\nS1,2021-06-01,3\n"))
    #expect(rows == ["S1"] && outcome.findings.isEmpty && outcome.ledger.read == 1)
  }

  @Test func `takes a second header for one only directly under the first`() throws {
    let marked: Marked = """
      店家編號,日期,次數
      S1,2021-06-01,3
      店家編號,▶日期,次數
      1,▶2,3
      """
    let (rows, outcome) = try read(marked)
    #expect(rows == ["S1"])
    #expect(outcome.findings.map(\.code) == [.IN005, .IN005])
    #expect(outcome.ledger.skipped == 2)
  }

  @Test func `takes everything after an unclosed quote as one malformed record`() throws {
    let marked: Marked = """
      店家編號,日期,次數
      S1,2021-06-01,3
      S2,▶"2021-06-02,4
      S3,2021-06-03,5
      """
    let (rows, outcome) = try read(marked)
    #expect(rows == ["S1"])
    #expect(summaries(outcome.findings) == marked.expecting(.IN004))
    #expect(outcome.findings.first?.store?.text == "S2")
    #expect(outcome.findings.first?.value == "2021-06-02", "not what follows on the line")
    #expect(outcome.ledger.read == 2)
  }

  @Test func `counts cells beyond the last named header cell as surplus`() throws {
    let marked: Marked = """
      店家編號,日期,次數,,備註,,
      S1,2021-06-01,3,x,y,
      S2,2021-06-01,3,x,y,　,▶z
      S3,2021-06-01
      """
    let (rows, outcome) = try read(marked)
    #expect(rows == ["S1"])
    #expect(
      outcome.findings.map { "\($0.code) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
        == ["IN007 1:5", "IN004 2:7", "IN005 4:3"].map { $0.replacing("2:7", with: "3:7") })
    #expect(outcome.ledger.skipped == 2)
  }

  @Test func `names row and cell as a spreadsheet counts them`() throws {
    let marked: Marked = "店家編號,日期,次數,備註\nS1,2021-06-01,1,\"a\nb\"\nS2,2021-06-01,▶x\n"
    let (_, outcome) = try read(marked)
    let finding = try #require(outcome.findings.last)
    #expect(finding.place == Place(file: "a.csv", line: 4, column: 3, row: 3))
    #expect(finding.place?.cell == "C3")
    #expect(finding.field?.title == "次數" && finding.value == "x")
  }

  @Test func `reads nothing where two columns have one key`() throws {
    let marked: Marked = "店家編號,日期,次數,▶uses\nS1,2021-06-01,1,1\n"
    let (rows, outcome) = try read(marked)
    #expect(rows.isEmpty && outcome.ledger.read == 0)
    #expect(summaries(outcome.findings) == marked.expecting(.IN009))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `counts lines alike with each line end`(end: String) throws {
    let marked: Marked = """
      店家編號,日期,次數
      S1,2021-06-01,3

      S2,2021-06-01,▶－
      """
    let text = Marked(stringLiteral: marked.text.replacing("\n", with: end))
    let (_, outcome) = try read(text)
    #expect(summaries(outcome.findings) == marked.expecting(.IN005))
  }
}
