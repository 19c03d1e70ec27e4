import ReviewModel
import Testing

@testable import SeasonReading

@Suite struct ExportTableTests {
  @Test func `names the tables of an overview that give no days, and counts the one that does`()
    throws
  {
    let marked = MarkedText(
      #"""
      # ----------------------------------------
      # Reports snapshot
      # Account: Example
      # Property: Shop - GA4
      # ----------------------------------------
      #
      # All Users
      # Start date: 20210601
      # End date: 20210630
      «IN007/»Event name,Event count
      page_view,900
      "{
        ""a"": ""x,y"",
        ""b"": [1]
      }",3

      # Start date: 20210501
      # End date: 20210531
      «IN007/»Page title and screen class,Views,Users

      # Start date: 20210601
      # End date: 20210630
      Nth day,Event count
      0000,14
      0001,15

      # Start date: 20210601
      # End date: 20210630
      «IN007/»Nth day,Active users
      0000,5

      # Start date: 20210601
      # End date: 20210630
      «IN007/»Country,City,Users
      Taiwan
      """#)
    let read = try ReadExport(marked.text, name: "S001.csv")
    #expect(read.days == ["S001 2021-06-01 14", "S001 2021-06-02 15"])
    #expect(read.places == marked.expected)
    #expect(read.ledgers[0].addsUp)
    #expect(read.ledgers[0].counted == 2)
  }

  @Test func `names a table without daily figures at its header line`() throws {
    let marked = MarkedText(
      """
      # Property: Shop - GA4
      # Start date: 20210601
      # End date: 20210630
      «IN007/»Event name,Event count
      "a
      b",3
      # Start date: 20210601
      # End date: 20210630
      Nth day,Event count
      0000,14
      # Start date: 20210601
      # End date: 20210630
      «IN007/»Nth day,Total users
      """)
    let read = try ReadExport(marked.text, name: "S001.csv")
    #expect(read.days == ["S001 2021-06-01 14"])
    #expect(read.places == marked.expected)
  }

  @Test func `counts days of one table together, and of a later one only those that are new`()
    throws
  {
    let marked = MarkedText(
      """
      # Property: Shop - GA4
      # Start date: 20210601
      # End date: 20210630
      Nth day,Event count,Event name
      0000,14,a
      0000,3,b
      # Start date: 20210601
      # End date: 20210630
      «IN007/»Nth day,Views
      0000,9
      0001,8
      """)
    let read = try ReadExport(marked.text, name: "S001.csv")
    #expect(read.days == ["S001 2021-06-01 17", "S001 2021-06-02 8"])
    #expect(read.places == marked.expected)
    #expect([read.ledgers[0].counted, read.ledgers[0].notCounted] == [3, 1])
  }

  @Test func `leaves a day to the first file that has it`() throws {
    let text = """
      # Shop - GA4
      # 20210601-20210831
      Store ID,Date,Views
      S001,20210601,14
      S001,20210602,14
      """
    let read = try ReadExport(
      ExportFile(text, name: "a.csv"), ExportFile(text, name: "b.csv"))
    #expect(read.days == ["S001 2021-06-01 14", "S001 2021-06-02 14"])
    let taken = read.usage.tallies[1].takenDays
    #expect(taken.map(\.group.rows) == [2])
    #expect(taken.map(\.group.first.line) == [4])
    #expect(taken.map(\.group.first.column) == [2])
    #expect(taken.map(\.earlierFile) == ["usage/a.csv"])
  }

  @Test(arguments: [
    ("Event count,Total Events,Views", "14,2,3"), ("Views,Event count", "2,14"),
    ("Users,Sessions,Pageviews", "3,2,14"), ("瀏覽,事件計數", "2,14"), ("事件總數,瀏覽次數", "14,3"),
    ("網頁瀏覽,使用者", "14,3"), ("Total users,瀏覽量", "3,14"),
  ])
  func `counts events before views, and never users or sessions`(
    headers: String, cells: String
  ) throws {
    let read = try ReadExport(
      "# Shop - GA4\n# 20210601-20210831\nStore ID,Date,\(headers)\nS001,20210601,\(cells)")
    #expect(read.days == ["S001 2021-06-01 14"])
  }

  @Test func `counts the solution's own metric, each store's its own`() throws {
    let read = try ReadExport(
      """
      # Shop - GA4
      # 20210601-20210831
      Store ID,Date,Event count,重要事件
      S001,20210601,14,3
      KEY1,20210601,14,3
      """)
    #expect(read.days == ["S001 2021-06-01 14", "KEY1 2021-06-01 3"])
  }

  @Test func `counts no other column where a store's metric is missing`() throws {
    let marked = MarkedText(
      """
      # Shop - GA4
      # 20210601-20210831
      «IN007/»Store ID,Date,Event count
      S001,20210601,14
      KEY1,20210601,14
      """)
    let read = try ReadExport(marked.text)
    #expect(read.days == ["S001 2021-06-01 14"])
    #expect(read.places == marked.expected)
    #expect([read.ledgers[0].counted, read.ledgers[0].notCounted] == [1, 1])
  }

  @Test func `counts nothing of a table that lacks the only metric`() throws {
    let read = try ReadExport("# G-AB12CD34EF\n\nStore ID,Date,Event count\nKEY1,20210601,14")
    #expect(read.places == ["US011"])
  }

  @Test(arguments: ["2.546", "2.000", "1.234.567", "12,34", "-3", "a", "", "1E+3", "14.5"])
  func `refuses a count that could be read in two ways, or in none`(cell: String) throws {
    let marked = MarkedText(
      """
      # Shop - GA4
      # 20210601-20210831
      Store ID,Date,Views
      S001,20210601,«IN005»"\(cell)"
      S001,20210602,3
      """)
    let read = try ReadExport(marked.text)
    #expect(read.days == ["S001 2021-06-02 3"])
    #expect(read.places == marked.expected)
  }

  @Test(arguments: ["14", "14.0", "14.00", "14.000000000000000", "１４", " 14 "])
  func `reads a whole count`(cell: String) throws {
    let read = try ReadExport(
      "# Shop - GA4\n# 20210601-20210831\nStore ID,Date,Views\nS001,20210601,\(cell)")
    #expect(read.days == ["S001 2021-06-01 14"])
  }

  @Test func `reads rows that are shorter than their header, or have quotes and line breaks`()
    throws
  {
    let marked = MarkedText(
      #"""
      # Shop - GA4
      # 20210601-20210831
      Page title,Store ID,Date,Views,Users
      """大樹下""",S001,20210601,14
      "a,
      ""b""",S001,20210602,15,3
      x,S001,20210603,«IN005»
      """#)
    let read = try ReadExport(
      // The last row ends before the cell that is missing.
      String(marked.text.dropLast()))
    #expect(read.days == ["S001 2021-06-01 14", "S001 2021-06-02 15"])
    #expect(read.places == marked.expected)
  }

  @Test func `refuses a row with more cells than the header, and one whose quote never closes`()
    throws
  {
    let marked = MarkedText(
      """
      # Shop - GA4
      # 20210601-20210831
      Store ID,Date,Views
      S001,20210601,14,,
      S001,20210602,15,«IN004»x
      S001,20210603,«IN004»"16
      """)
    let read = try ReadExport(marked.text)
    #expect(read.days == ["S001 2021-06-01 14"])
    #expect(read.places == marked.expected)
    #expect(read.ledgers[0].skipped == 2)
    #expect(read.findings.map(\.store?.text) == ["S001", "S001"])
    #expect(read.findings.allSatisfy { $0.contract != nil })
    let pages = try ReadExport(
      """
      # Shop - GA4
      # 20210601-20210831
      Page path,Date,Event count
      /s/S001,20210601,14,x
      /s/about,20210601,14,x
      """)
    #expect(pages.findings.map(\.store?.text) == ["S001", nil])
  }

  @Test(arguments: ["Browser,Pageviews\nChrome,3", "Day Index,Users\n6/1/21,3", "", "\n\n"])
  func `says which export to choose where none gives days per store`(table: String) throws {
    let read = try ReadExport("# Shop - GA4\n# 20210601-20210831\n\n" + table)
    #expect(read.places == ["US011"])
    #expect(read.ledgers[0].addsUp)
  }

  @Test func `passes over a note in a table, as anywhere else`() throws {
    let marked = MarkedText(
      """
      # Shop - GA4
      # 20210601-20210831
      Page path,Date,Event count
      /s/S001,20210601,14
      «IN008»註：七月起改版,,
      ,,14
      """)
    let read = try ReadExport(marked.text)
    #expect(read.days == ["S001 2021-06-01 14"])
    #expect(read.places == marked.expected + ["IN008 6:3"])
  }
}
