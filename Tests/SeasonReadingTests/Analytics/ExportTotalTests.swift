import Testing

@testable import SeasonReading

@Suite struct ExportTotalTests {
  @Test(arguments: [
    // Universal: last, with empty dimensions.
    ("Page,Day Index,Pageviews\n/s/S001,6/1/21,14\n,,«IN008»14", 14),
    ("Page,Day Index,Pageviews\n/s/S001,6/1/21,14\n,,«IN008»«US007»15", 14),
    ("Page,Day Index,Pageviews,Revenue\n/s/S001,6/1/21,14,NT$0\n,,«IN008»14,NT$1", 14),
    ("Page,Day Index,Pageviews,Value\n/s/S001,6/1/21,14,US$0.00\n,,«IN008»14,US$0.00", 14),
    ("Page,Day Index,Pageviews,Value\n/s/S001,6/1/21,14,0 €\n,,«IN008»«US007»13,\"0,00 €\"", 14),
    ("Page,Day Index,Pageviews,Value\n/s/S001,6/1/21,14,--\n,,«IN008»14,--", 14),
    // GA4's exploration: first, one cell wider.
    ("Page path,Date,Views\n,,«IN008»14,Grand total\n/s/S001,20210601,14", 14),
    ("Page path,Date,Views\n,,«IN008»«US007»0,Grand total\n/s/S001,20210601,14", 14),
    ("Page path,Date,Views,Users\n,,«IN008»14,3,總和\n/s/S001,20210601,14,3", 14),
    // By its first cell.
    ("Page path,Date,Views\n/s/S001,20210601,14\n«IN008»合計,,14", 14),
    ("Page path,Date,Views\n/s/S001,20210601,14\n«IN008»Totals,,«US007»7", 14),
    // None.
    ("Page path,Date,Views\n/s/S001,20210601,14", 14),
    // Two, of which one is wrong.
    ("Page path,Date,Views\n,,«IN008»«US007»5,Grand total\n/s/S001,20210601,14\n,,«IN008»14", 14),
    // Pages that lead to no store are part of the sum.
    ("Page path,Date,Views\n«US010»/cart,20210601,6\n/s/S001,20210601,14\n,,«IN008»20", 14),
  ])
  func `holds each total against the sum of its table`(rows: String, uses: Int) throws {
    let marked = MarkedText("# Shop - GA4\n# 20210601-20210831\n" + rows)
    let read = try ReadExport(marked.text)
    #expect(read.days == ["S001 2021-06-01 \(uses)"])
    #expect(read.places == marked.expected.sorted(by: placesPrecede))
    #expect(read.ledgers[0].addsUp)
  }

  @Test func `says the sum and the difference`() throws {
    let read = try ReadExport(
      """
      # Shop - GA4
      # 20210601-20210831
      Page path,Date,Views
      /s/S001,20210601,1400
      ,,"2,814"
      """)
    let finding = try #require(read.findings.first { $0.code == .US007 })
    #expect(finding.value == "2,814")
    #expect(finding.expected?.en == "1,400")
    #expect(finding.difference == "1,414")
  }

  @Test func `holds no total against a table with a row that can't be read`() throws {
    let marked = MarkedText(
      """
      # Shop - GA4
      # 20210601-20210831
      Page path,Date,Views
      /s/S001,20210601,14
      /s/S001,20210602,«IN005»2.546
      ,,«IN008»2560
      """)
    let read = try ReadExport(marked.text)
    #expect(read.days == ["S001 2021-06-01 14"])
    #expect(read.places == marked.expected)
  }

  @Test func `takes a row with one empty dimension among several for data`() throws {
    let read = try ReadExport(
      """
      # Shop - GA4
      # 20210601-20210831
      Page path,Date,Event name,Event count
      ,,,17,Grand total
      /s/S001,20210601,,14
      /s/S001,20210602,click,3
      """)
    #expect(read.days == ["S001 2021-06-01 14", "S001 2021-06-02 3"])
    #expect(read.places == ["IN008 4:4"])
  }

  @Test func `takes a row with a day for data, whatever its first cell begins with`() throws {
    let read = try ReadExport(
      """
      # Shop - GA4
      # 20210601-20210831
      Event name,Date,Store ID,Event count
      total_view,20210601,S001,14
      Grand total,,,14
      """)
    #expect(read.days == ["S001 2021-06-01 14"])
    #expect(read.places == ["IN008 5:1"])
  }

  @Test func `compares each table with its own total`() throws {
    let marked = MarkedText(
      """
      # Shop - GA4
      # 20210601-20210831
      Page path,Date,Views
      /s/S001,20210601,14
      ,,«IN008»14

      Page path,Date,Views
      /s/S001,20210602,15
      ,,«IN008»«US007»29
      """)
    let read = try ReadExport(marked.text)
    #expect(read.places == marked.expected.sorted(by: placesPrecede))
  }

  /// By line, column and code, as findings stand.
  private func placesPrecede(_ left: String, _ right: String) -> Bool {
    func key(_ place: String) -> [Int] {
      place.split { $0 == " " || $0 == ":" }.dropFirst().compactMap { Int($0) }
    }
    return key(left) != key(right)
      ? key(left).lexicographicallyPrecedes(key(right)) : left < right
  }
}
