import ReviewModel
import Testing

@testable import SeasonReading

@Suite struct ExportOwnerTests {
  private func export(_ comments: String, _ table: String) -> String {
    comments + "\n# 20210601-20210831\nStore ID,Date,Pageviews,重要事件\n" + table
  }

  @Test(arguments: [
    ("# Shop - GA4", "S001"), ("# UA-1234567-1", "S001"), ("#Shop - GA4", "S001"),
    ("# Reports\n# Account: Example\n# Property: Shop - GA4", "S001"),
    ("# 報表\n# 帳戶：Example\n# 資源：UA-1234567-1", "S001"),
    ("# Shop - GA4", "KEY1"), ("# G-AB12CD34EF", "KEY1"), ("# 987654321", "OWN2"),
    ("# Same as the solution", "OWN1"), ("# Own view", "OWN1"), ("# #1 店", "ONE1"),
    ("####\n# #1 店", "ONE1"), ("## ----\n## Shop - GA4", "S001"),
    ("## Reports\n## Property: Shop - GA4", "S001"), ("# # Property: Shop - GA4", "S001"),
  ])
  func `counts an export of the store's solution, or of the store itself`(
    comments: String, store: String
  ) throws {
    let read = try ReadExport(export(comments, "\(store),20210601,14,14"))
    #expect(read.days == ["\(store) 2021-06-01 14"])
    #expect(read.places == [])
  }

  @Test(arguments: [
    "«US006»# Nobody's - GA4", "«US006»# shop - ga4", "«US006»# Shop",
    "# Reports\n# Account: Example\n«US006»# Property: Nobody's",
    "# 報表\n# 帳戶：Example\n«US006»# 資源：別人的",
    "# ----\n«US006»# Shop - GA4 (1)",
  ])
  func `turns away an export of nobody's property, at the line that names it`(
    comments: String
  ) throws {
    let marked = MarkedText(export(comments, "S001,20210601,14,14\nS001,20210602,14,14"))
    let read = try ReadExport(marked.text)
    #expect(read.days == [])
    #expect(read.places == marked.expected)
    #expect(read.findings.map(\.rows) == [2])
    #expect(read.ledgers[0].notCounted == 2)
    #expect(!read.usage.isNamed.contains(true))
  }

  @Test(arguments: ["# Reports\n# Account: Example", "#", "# ----"])
  func `turns away an export that names no property`(comments: String) throws {
    let read = try ReadExport(export(comments, "S001,20210601,14,14"))
    #expect(read.days == [])
    #expect(read.places == ["US006"])
  }

  @Test func `turns away the rows of stores whose solution has another property`() throws {
    let marked = MarkedText(
      export("«US006»# Shop - GA4", "S001,20210601,14,14\nOTHER,20210601,3,3\nOTHER,20210602,3,3"))
    let read = try ReadExport(marked.text)
    #expect(read.days == ["S001 2021-06-01 14"])
    #expect(read.places == marked.expected)
    #expect(read.findings.map(\.rows) == [2])
    #expect([read.ledgers[0].counted, read.ledgers[0].notCounted] == [1, 2])
  }

  @Test func `lets a row that is turned away take no day from a later file`() throws {
    let read = try ReadExport(
      ExportFile(export("# Shop - GA4", "OTHER,20210601,3,3"), name: "a.csv"),
      ExportFile(export("# G-OTHER", "OTHER,20210601,4,4"), name: "b.csv"))
    #expect(read.days == ["OTHER 2021-06-01 4"])
    #expect(places(read.findings) == ["US006 1:1"])
  }

  @Test func `counts a view that two stores claim for nobody`() throws {
    let read = try ReadExport(export("# Claimed twice", "TWO1,20210601,14,14"))
    #expect(read.days == [])
    #expect(read.places == ["US013"])
    #expect(read.findings[0].detail?.en == "stores TWO1 and TWO2")
    #expect(read.ledgers[0].notCounted == 1)
    let message = read.findings.first?.message(in: .zhHant) ?? ""
    #expect(message.contains("TWO1") && message.contains("TWO2"))
  }

  @Test func `takes a view that is the solution's too for no store's own`() throws {
    let read = try ReadExport(
      """
      # Same as the solution
      # 20210601-20210831
      Day Index,Pageviews
      6/1/21,14
      """)
    #expect(read.days == [])
    #expect(read.places == ["US011"])
  }

  @Test func `says of a contested view before it says that there are no days`() throws {
    let read = try ReadExport("# Claimed twice\n\nBrowser,Pageviews\nChrome,3")
    #expect(read.places == ["US013"])
  }

  @Test func `counts a store's own view though its solution is not known`() throws {
    let text = "# Lost view\n# 20210601-20210630\nDay Index,Pageviews\n6/14/21,5\n"
    let read = try ReadExport(text, name: "export.csv")
    #expect(read.days == ["LOST 2021-06-14 5"] && read.places == [])
  }

  @Test func `tells a file of a store without known solution by its property`() throws {
    let marked = MarkedText(
      "«US006»# Shop - GA4\n# 20210601-20210630\nDay Index,Pageviews\n6/14/21,5\n")
    let read = try ReadExport(marked.text, name: "LOST.csv")
    #expect(read.days == [] && read.places == marked.expected)
  }
}
