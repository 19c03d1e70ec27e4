import Testing

@testable import SeasonReading

/// Each kind of export, with what it counts.
enum ExportKind: String, CaseIterable, Sendable {
  case universal, universalInChinese, report, reportInChinese, exploration
  case explorationInChinese

  var name: String {
    switch self {
    case .report, .reportInChinese: "S001 (1).csv"
    default: "data-export (1).csv"
    }
  }

  var text: String {
    switch self {
    case .universal:
      """
      # ----------------------------------------
      # UA-1234567-1
      # All Pages
      # 20210601-20210831
      # ----------------------------------------

      Page,Day Index,Pageviews,Avg. Time on Page,Bounce Rate,Page Value
      /s/S001,6/1/21,14,00:00:12,96.02%,£0.00
      /s/S001,6/2/21,"2,800",00:00:12,96.02%,£0.00
      ,,"2,814",00:00:12,96.02%,£0.00

      """
    case .universalInChinese:
      """
      # ----------------------------------------
      # UA-1234567-1
      # 所有網頁
      # 20210601-20210831
      # ----------------------------------------

      網頁,日期,網頁瀏覽,跳出率
      /s/S001,2021/6/1,14,96.02%
      /s/S001,2021/6/2,"2,800",96.02%
      ,,"2,814",96.02%

      """
    case .report:
      """
      # ----------------------------------------
      # Events: Event name
      # Account: Example
      # Property: Shop - GA4
      # ----------------------------------------
      #\u{20}
      # All Users
      # Start date: 20210601
      # End date: 20210831
      Nth day,Event count
      0000,14
      0001,2800

      """
    case .reportInChinese:
      """
      # ----------------------------------------
      # 報表數據匯報
      # 帳戶：Example
      # 資源：Shop - GA4
      # ----------------------------------------
      #  /  # 所有使用者
      # 開始日期：20210601
      # 結束日期：20210831
      第 N 天,事件計數
      0000,14
      0001,2800

      """
    case .exploration:
      """
      # ----------------------------------------
      # Shop - GA4
      # Free form-Tab 1
      # 20210601-20210831
      # ----------------------------------------

      Page path,Date,Event count
      ,,2814,Grand total
      /s/S001/,20210601,14
      /s/S001/,20210602,2800

      """
    case .explorationInChinese:
      """
      # ----------------------------------------
      # Shop - GA4
      # 任意形式-分頁 1
      # 20210601-20210831
      # ----------------------------------------

      網頁路徑和畫面類別,日期,事件計數
      ,,2814,總計
      /s/S001/,20210601,14
      /s/S001/,20210602,2800

      """
    }
  }

  var totalPlace: [String] {
    switch self {
    case .universal, .universalInChinese: ["IN008 10:3"]
    case .report, .reportInChinese: []
    case .exploration, .explorationInChinese: ["IN008 8:3"]
    }
  }

  /// Lines above the header that a spreadsheet may drop.
  var blankLines: Int {
    switch self {
    case .report, .reportInChinese: 0
    default: 1
    }
  }
}

@Suite struct ExportFormTests {
  @Test(arguments: ExportKind.allCases, ExportForm.allCases)
  func `counts an export the same in whichever form it arrives`(
    kind: ExportKind, form: ExportForm
  ) throws {
    // CP950 has no pound sign; what stands for it is no matter here.
    let read = try ReadExport(ExportFile(bytes: form.bytes(of: kind.text), name: kind.name))
    #expect(read.days == ["S001 2021-06-01 14", "S001 2021-06-02 2800"])
    #expect(read.places.map { $0.prefix(5) } == kind.totalPlace.map { $0.prefix(5) })
    #expect(read.ledgers.map(\.addsUp) == [true])
    #expect(read.ledgers.map(\.counted) == [2])
  }

  @Test(arguments: ExportKind.allCases)
  func `names the total row at its line, whether the blank line above is there or gone`(
    kind: ExportKind
  ) throws {
    let read = try ReadExport(kind.text, name: kind.name)
    #expect(read.places == kind.totalPlace)
    let saved = try ReadExport(
      ExportFile(bytes: ExportForm.excel.bytes(of: kind.text), name: kind.name))
    #expect(
      saved.findings.map { $0.place?.line }
        == read.findings.map { ($0.place?.line ?? 0) - kind.blankLines })
  }

  @Test func `reads a name with a comma, as downloaded and as Excel splits it`() throws {
    var comments = ExportComments()
    for text in ["# Property: Shops, north", "\"# Property: Shops, north\",,"] {
      var scanner = CSVScanner(MemorySource(Array(text.utf8)), delimiter: .comma)
      var walker = ExportWalker()
      let part = try scanner.next { walker.part(of: $0) }
      #expect(part == .comment("Property: Shops, north"))
      comments.take("Property: Shops, north", line: 3, row: 3)
    }
    #expect(comments.name == ExportComments.Name(text: "Shops, north", line: 3, row: 3))
  }

  @Test func `goes on with a table into which somebody has put a blank line`() throws {
    let marked = MarkedText(
      """
      # Shop - GA4
      # 20210601-20210831
      Page,Day Index,Pageviews
      /s/S001,6/1/21,14

      /s/S001,6/2/21,15
      ,,«IN008»29

      «IN007/»Browser,Pageviews
      Chrome,29
      """)
    let read = try ReadExport(marked.text)
    #expect(read.days == ["S001 2021-06-01 14", "S001 2021-06-02 15"])
    #expect(read.places == marked.expected)
  }

  @Test func `finds the delimiter behind a first table of one column`() throws {
    let read = try ReadExport(
      """
      # Property: Shop - GA4
      # Start date: 20210601
      # End date: 20210831
      Total users
      14

      # Start date: 20210601
      # End date: 20210831
      Store ID\tDate\tEvent name\tEvent count
      S001\t20210601\ta,b,c,d,e\t14
      """)
    #expect(read.days == ["S001 2021-06-01 14"])
    #expect(read.places == ["IN007 4"])
  }

  @Test func `takes a column of numbers called «#» for no comment`() throws {
    let read = try ReadExport(
      """
      #,店家編號,日期,使用次數
      1,S001,2021-06-01,14
      """)
    #expect(read.days == ["S001 2021-06-01 14"])
    #expect(read.places == ["IN007 1:1"])
  }

  @Test func `reads five thousand rows of one table`() throws {
    let rows = (0..<5_000).map { "/s/S00\($0 % 2 + 1)?q=\($0),6/\($0 % 30 + 1)/21,2" }
    let read = try ReadExport(
      """
      # UA-1234567-1
      # 20210601-20210630

      Page,Day Index,Pageviews
      \(rows.joined(separator: "\n"))
      ,,"10,000"
      """)
    #expect(read.places == ["IN008 5005:3"])
    #expect(read.ledgers[0].counted == 5_000)
    #expect(read.days.count == 30)
  }
}
