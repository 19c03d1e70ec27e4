import ReviewModel
import Testing

@testable import SeasonReading

@Suite struct OfficeHabitTests {
  private static let header = "店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,電話,導入日期,方案費用"
  private static let row = "S001,D1,12345675,P1,甲商店,02-1234-,110/6/1,1200"

  struct Read {
    var rows: [RosterEntry] = []
    var findings: [Finding] = []
    var ledger = RowLedger()
  }

  private func roster(_ text: String) throws -> Read {
    var read = Read()
    var skipped: [SkippedRosterRow] = []
    let file = TextFile(path: "rosters/a.csv", bytes: Array(text.utf8))
    let outcome = try RosterTable.read(file, into: &read.rows, skipped: &skipped)
    (read.findings, read.ledger) = (outcome.findings, outcome.ledger)
    #expect(outcome.ledger.addsUp)
    return read
  }

  @Test(arguments: [
    // Units, alone or several.
    ",,,,,,,元", ",,,,,,,（元）", "-,-,-,-,-,-,-,新臺幣元", ",,,,,,年/月/日,NT$",
    // The other language, by key and by words.
    "store_id,district_id,vendor_id,solution_id,store_name,phone,golive_on,fee",
    "Store ID,District ID,Vendor ID,Solution ID,Store name,Phone,Go-live,Fee",
    // A numbering, with or without gaps.
    "1,2,3,4,5,6,7,8", "(1),(2),(3),(4),(5),(6),(7),(8)", "１.,２.,３.,４.,５.,６.,７.,８.",
    "①,②,③,④,⑤,⑥,⑦,⑧", "1,2,3,4,5,,6,7",
    "一,二,三,四,五,六,七,八", "（一）,（二）,（三）,（四）,（五）,（六）,（七）,（八）", "甲,乙,丙,丁,戊,己,庚,辛", "A,B,C,D,E,F,G,H",
    "(a),(b),(c),(d),(e),(f),(g),(h)", "第1欄,第2欄,第3欄,第4欄,第5欄,第6欄,第7欄,第8欄", "㈠,㈡,㈢,,㈣,㈤,㈥,㈦",
    // One under the other.
    "store_id,district_id,vendor_id,solution_id,store_name,phone,golive_on,fee\n,,,,,,,元\n1,2,3,4,5,6,7,8",
  ])
  func `takes rows under the header that name, number or measure its columns for a part of it`(
    rows: String
  ) throws {
    let read = try roster("\(Self.header)\n\(rows)\n\(Self.row)\n")
    #expect(read.rows.map(\.store.text) == ["S001"])
    #expect(read.rows.map(\.fee) == [TWD(1_200)])
    #expect(places(read.findings) == [])
    #expect(read.ledger.read == 1)
  }

  @Test(arguments: ["仟元", "（千元）", "單位：仟元", "新台幣仟元"])
  func `reads a money column in the unit of the row under its header`(unit: String) throws {
    let marked = MarkedText(
      "店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,«IN012»方案費用\n,,,,,\(unit)\nS001,D1,12345675,P1,甲,1.2\n")
    let read = try roster(marked.text)
    #expect(read.rows.map(\.fee) == [TWD(1_200)])
    #expect(places(read.findings) == marked.expected)
  }

  @Test func `takes a first row of data for data`() throws {
    for row in [Self.row, "1,2,12345675,4,5,6,110/6/1,8", "1,2,23456789,4,5,,,7"] {
      let read = try roster("\(Self.header)\n\(row)\n")
      #expect(read.rows.count == 1, "\(row)")
    }
  }

  @Test func `passes titles, years, totals and notes over, each named once`() throws {
    let marked = MarkedText(
      """
      雲世代商圈數位轉型輔導,,,,,,,
      110年度,,,,,,,

      \(Self.header)
      \(Self.row)
      «IN008»小　計,,,,,,,1200
      ,,,,«IN008»小計,,,1200
      \(Self.row.replacing("S001", with: "S002"))
      «IN008»合計,2,,,,,,2400
      «IN008»總計（元）,,,,,,,2400
      «IN008»備註：
      «IN008»註1,本表由廠商填報
      ,«IN008»※ 金額以新臺幣元計,,,,,,,
      «IN008»製表：示例,,審核：示例,,,,,
      """)
    let read = try roster(marked.text)
    #expect(read.rows.map(\.store.text) == ["S001", "S002"])
    #expect(places(read.findings) == marked.expected)
    #expect(read.ledger.read == 10)
    #expect(read.ledger.skipped == 8)
  }

  @Test func `keeps a row whose first cell begins like a note, where it has all that it must`()
    throws
  {
    let read = try roster(
      "店家名稱,店家編號,商圈代碼,廠商統編,方案代碼,方案費用\n說明書店,S001,D1,12345675,P1,1\n")
    #expect(read.rows.map(\.name) == ["說明書店"])
    #expect(places(read.findings) == [])
  }

  @Test(arguments: [(",,", ""), ("", ",,,"), (",,,", ","), ("", "")])
  func `reads commas at the ends of the header, the rows, or both`(
    header: String, row: String
  ) throws {
    let read = try roster("\(Self.header)\(header)\n\(Self.row)\(row)\n")
    #expect(read.rows.map(\.store.text) == ["S001"])
    #expect(places(read.findings) == [])
  }

  @Test func `reads cells that are padded, and a phone that ends in a dash`() throws {
    let read = try roster(
      "  店家編號 ,商圈代碼\u{3000},廠商 統編,方案代碼,店家名稱,電話,方案費用\u{A0}\n"
        + "S001    ,\u{A0}D1\u{A0},12345675  ,P1,\u{3000}甲　商店  , 02-1234- ,  1200  \n")
    #expect(read.rows.map(\.name) == ["甲　商店"])
    #expect(read.rows.map(\.phone) == ["02-1234-"])
    #expect(places(read.findings) == [])
  }

  @Test(arguments: [
    ("16873000000.0", 16_873_000_000), ("1,234.00", 1_234), (" 1234 ", 1_234), ("１，２３４元", 1_234),
    ("NT$ 1,234", 1_234),
  ])
  func `reads amounts as offices write them`(cell: String, dollars: Int128) throws {
    let read = try roster(
      "店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,方案費用\nS001,D1,12345675,P1,甲,\"\(cell)\"\n")
    #expect(read.rows.map(\.fee) == [TWD(dollars)])
    #expect(places(read.findings) == [])
  }

  @Test(arguments: [
    "X0.00", " --", "< 10%", "－", "待補", "…", "NaN", "undefined", "12.5", "-5", "1,23",
  ])
  func `refuses what is no amount where one must stand`(cell: String) throws {
    let marked = MarkedText(
      "店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,方案費用\nS001,D1,12345675,P1,甲,«IN005»\"\(cell)\"\n")
    let read = try roster(marked.text)
    #expect(read.rows.isEmpty)
    #expect(places(read.findings) == marked.expected)
  }

  @Test(arguments: [
    ("--", false), ("－", false), ("待補", false), ("…", false), ("NaN", false), ("undefined", false),
    ("", false), ("X0.00", true), ("< 10%", true), ("101", true), ("45.555", true),
  ])
  func `takes a mark for «not given» as nothing, and points at what is neither`(
    cell: String, isPointedAt: Bool
  ) throws {
    var rows: [ProgressRow] = []
    let outcome = try ProgressTable.read(
      TextFile(
        path: "progress.csv",
        bytes: Array(
          """
          商圈代碼,廠商統編,項次,工作項目,權重,預定開始日,預定完成日,回報日期,實際進度
          D1,12345675,（一）,輔導,45.5%,110/6/1,1100630,,\(cell)
          """.utf8)), into: &rows)
    #expect(rows.map(\.itemNo) == ["(一)"])
    #expect(rows.map(\.actualProgress) == [nil])
    #expect(places(outcome.findings) == (isPointedAt ? ["IN006 2:9"] : []))
  }

  @Test func `reads usage under two header rows, and its notes`() throws {
    let marked = MarkedText(
      """
      店家編號,日期,使用次數
      Store ID,Date,Uses
      ,,次
      S001,110/6/1,14
      «IN008»合計,,14
      «IN008»備註：示例
      """)
    let read = try ReadExport(marked.text)
    #expect(read.days == ["S001 2021-06-01 14"])
    #expect(read.places == marked.expected)
  }
}
