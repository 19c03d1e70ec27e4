import ReviewModel
import Testing

@testable import SeasonReading

@Suite struct ExportDateTests {
  struct Case: Sendable {
    let cells: [String]
    let range: String
    let days: [String]?

    init(_ cells: String..., range: String = "20210601-20210831", days: [String]?) {
      self.cells = cells
      self.range = range
      self.days = days
    }
  }

  @Test(arguments: [
    // Only one reading lies in the range.
    Case("6/1/21", days: ["2021-06-01"]),
    Case("01/06/2021", days: ["2021-06-01"]),
    Case("1.6.2021", days: ["2021-06-01"]),
    Case("01-06-2021", days: ["2021-06-01"]),
    // One cell settles it for all the others.
    Case("6/7/21", "6/30/21", days: ["2021-06-07", "2021-06-30"]),
    Case("6/7/21", "30/6/21", days: ["2021-06-30", "2021-07-06"]),
    // Both fit, and are the same days.
    Case("6/6/21", "07/07/2021", days: ["2021-06-06", "2021-07-07"]),
    // Both fit, and differ.
    Case("6/7/21", days: nil),
    Case("6/6/21", "7/8/2021", days: nil),
    // Neither fits.
    Case("6/7/22", days: nil),
    Case("6/8/21", "7/9/21", range: "20210601-20210630", days: nil),
    Case("13/13/21", days: nil),
    // Without a doubt, whatever the range.
    Case("20210601", days: ["2021-06-01"]),
    Case("2021-06-01", "2021/6/2", "110年6月3日", days: ["2021-06-01", "2021-06-02", "2021-06-03"]),
  ])
  func `settles day and month by the range in the comments`(row: Case) throws {
    let read = try ReadExport(
      """
      # UA-1234567-1
      # \(row.range)

      Page,Day Index,Pageviews
      \(row.cells.map { "/s/S001,\($0),14" }.joined(separator: "\n"))
      """)
    #expect(read.days == (row.days ?? []).map { "S001 \($0) 14" })
    #expect(read.places == (row.days == nil ? ["US012 4"] : []))
    #expect(read.ledgers[0].notCounted == (row.days == nil ? row.cells.count : 0))
  }

  @Test func `quotes the first cell that can't be told, and the range`() throws {
    let read = try ReadExport(
      """
      # UA-1234567-1
      # 20210601-20210831
      Page,Day Index,Pageviews
      /s/S001,6/6/21,1
      /s/S001,6/7/21,1
      """)
    #expect(read.findings.map(\.value) == ["6/7/21"])
    #expect(read.findings[0].expected?.en == "days from 2021-06-01 to 2021-08-31")
  }

  @Test(arguments: [
    ("6/1/21", "13/6/21"), ("6/30/21", "6/31/21"), ("6/1/21", "5/31/21"), ("6/30/21", "30/6/21"),
  ])
  func `quotes the cell from which on no reading fits all`(fine: String, odd: String) throws {
    let read = try ReadExport(
      """
      # UA-1234567-1
      # 20210601-20210630
      Page,Day Index,Pageviews
      /s/S001,6/7/21,1
      /s/S001,\(fine),1
      /s/S001,\(odd),1
      /s/S001,\(odd),1
      """)
    #expect(read.findings.map(\.value) == [odd])
    #expect(read.findings[0].detail?.en.hasPrefix("neither month first") == true)
  }

  @Test func `turns only the table away whose dates can't be told`() throws {
    let marked = MarkedText(
      """
      # UA-1234567-1
      # 20210601-20210831
      «US012/»Page,Day Index,Pageviews
      /s/S001,6/7/21,14

      Page,Date,Pageviews
      /s/S001,20210601,15
      """)
    let read = try ReadExport(marked.text)
    #expect(read.days == ["S001 2021-06-01 15"])
    #expect(read.places == marked.expected)
  }

  @Test func `counts nth days from each table's own start date`() throws {
    let read = try ReadExport(
      """
      # Property: Shop - GA4
      # Start date: 20210601
      # End date: 20210630
      Nth day,Event count
      0000,1
      0007,2
      # Start date: 20210701
      # End date: 20210731
      Nth day,Event count
      0,3
      0030,4
      """, name: "S001.csv")
    #expect(
      read.days == [
        "S001 2021-06-01 1", "S001 2021-06-08 2", "S001 2021-07-01 3", "S001 2021-07-31 4",
      ])
    #expect(read.places == [])
  }

  @Test func `takes the first of several ranges, the others being comparisons`() throws {
    let report = try ReadExport(
      """
      # Property: Shop - GA4
      # Start date: 20210601
      # End date: 20210630
      # Start date: 20210501
      # End date: 20210531
      Nth day,Event count
      0001,2
      """, name: "S001.csv")
    #expect(report.days == ["S001 2021-06-02 2"])
    #expect(report.places == [])
    let universal = try ReadExport(
      """
      # Shop - GA4
      # 20210601-20210612
      # 20210501-20210512
      Store ID,Date,Event count
      S001,6/5/21,2
      """)
    #expect(universal.days == ["S001 2021-06-05 2"])
    // The end of a comparison is not that of a table whose own can't be read.
    let open = try ReadExport(
      """
      # Property: Shop - GA4
      # Start date: 20210601
      # End date: ?
      # Start date: 20210501
      # End date: 20210531
      Store ID,Day,Event count
      S001,6/5/21,2
      """)
    #expect(open.places == ["US012 6"])
    #expect(universal.places == [])
  }

  @Test func `takes no other table's start date for nth days`() throws {
    let marked = MarkedText(
      """
      # Property: Shop - GA4
      # Start date: 20210601
      # End date: 20210630
      Nth day,Event count
      0000,1

      «US012/»Nth day,Event count
      0001,3
      """)
    let read = try ReadExport(marked.text, name: "S001.csv")
    #expect(read.days == ["S001 2021-06-01 1"])
    #expect(read.places == marked.expected)
  }

  @Test func `prefers a date to GA4's day of the month`() throws {
    let read = try ReadExport(
      """
      # Shop - GA4
      # 20210601-20210831
      Page path,Day,Date,Views
      /s/S001,01,20210601,14
      """)
    #expect(read.days == ["S001 2021-06-01 14"])
  }

  @Test func `points at a cell that is no day`() throws {
    let marked = MarkedText(
      """
      # Shop - GA4
      # 20210601-20210831
      Page path,Date,Views
      /s/S001,«IN005»20210631,14
      /s/S001,20210601,14
      /s/S001,«IN005»,14
      """)
    let read = try ReadExport(marked.text)
    #expect(read.days == ["S001 2021-06-01 14"])
    #expect(read.places == marked.expected)
    #expect(read.ledgers[0].skipped == 2)
  }
}
