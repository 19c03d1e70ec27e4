import ReviewModel
import Testing

@testable import SeasonReading

/// The header that is found in a usage file of the plain form, or nil.
private func search(_ text: String, _ schema: TableSchema = Schemas.plainUsage) throws
  -> HeaderSearch.Outcome
{
  try HeaderSearch.search(schema, in: TextFile(path: "a.csv", bytes: Array(text.utf8)))
}

private func found(_ text: String, _ schema: TableSchema = Schemas.plainUsage) throws
  -> HeaderMatch?
{
  if case .found(let match) = try search(text, schema) { match } else { nil }
}

@Suite struct HeaderSearchTests {
  @Test(arguments: [
    "store_id,date,uses", "店家編號,日期,使用次數", "店家代碼,日期,次數", "STORE_ID,Date,USES",
    "ｓｔｏｒｅ＿ｉｄ, 日　期 ,使用次數（次）", "\"店家\n編號\",日期,次數",
  ])
  func `knows each column by its key and its names`(header: String) throws {
    let match = try #require(try found(header + "\nS1,2021-06-01,3"))
    #expect(match.cellIndex == [0, 1, 2])
    #expect(match.line == 1 && match.row == 1 && match.width == 3 && match.delimiter == .comma)
  }

  @Test func `takes the columns in any order, with unknown ones between`() throws {
    let match = try #require(try found("次數,備註,,日期,店家編號,,\n"))
    #expect(match.cellIndex == [4, 3, 0])
    #expect(match.columns.map(\.number) == [1, 2, 4, 5])
    #expect(match.columns.map { $0.spec == nil } == [false, true, false, false])
    #expect(match.width == 5)
  }

  @Test func `passes over titles, merged cells and blank lines above`() throws {
    let match = try #require(
      try found("110年度商圈流量,,\n\n\"製表日：\n2021\",,\n店家編號,說明\n店家編號,日期,次數\n"))
    #expect(match.row == 5 && match.line == 6)
  }

  @Test func `finds the header in row 30 and not in row 31`() throws {
    let titles = String(repeating: "標題\n", count: 29)
    #expect(try found(titles + "店家編號,日期,次數\n")?.row == 30)
    #expect(try found("標題\n" + titles + "店家編號,日期,次數\n") == nil)
  }

  @Test(arguments: [(",", Delimiter.comma), ("\t", .tab), (";", .semicolon)])
  func `takes the delimiter from the header row`(mark: String, delimiter: Delimiter) throws {
    let header = ["店家編號", "日期", "次數"].joined(separator: mark)
    #expect(try found("標題,a;b\tc\n" + header + "\r\n")?.delimiter == delimiter)
  }

  @Test func `takes the uppermost header, whatever it is written with`() throws {
    func header(_ mark: String) -> String { ["店家編號", "日期", "次數"].joined(separator: mark) + "\n" }
    for (upper, delimiter) in [(",", Delimiter.comma), ("\t", .tab), (";", .semicolon)] {
      for lower in [",", "\t", ";"] where lower != upper {
        for (above, between) in [(0, 0), (0, 2), (2, 0), (2, 3)] {
          let text =
            String(repeating: "標題\n", count: above) + header(upper)
            + String(repeating: "S1\n", count: between) + header(lower)
          let match = try #require(try found(text))
          #expect(match.delimiter == delimiter && match.row == above + 1)
        }
      }
    }
  }

  @Test func `names the second column for a key`() throws {
    let match = try #require(try found("店家編號,日期,次數,備註,店家代碼,uses\n"))
    #expect(match.duplicates.map(\.column.title) == ["店家代碼", "uses"])
    #expect(match.duplicates.map(\.column.number) == [5, 6])
    #expect(match.duplicates.map(\.first.title) == ["店家編號", "次數"])
    let findings = HeaderFindings.all(match, Schemas.plainUsage, in: "a.csv")
    #expect(summaries(findings) == ["IN007 1:4", "IN009 1:5", "IN009 1:6"])
    #expect(findings.last?.other == Place(file: "a.csv", line: 1, column: 3, row: 1))
  }

  @Test(arguments: [
    ("方案費用", 1), ("費用（元）", 1), ("費用(仟元)", 1_000), ("費用（千元）", 1_000), ("費用（萬元）", 10_000),
    ("費用（新台幣百萬元）", 1_000_000), ("費用 （ 單位 ： 仟 元 ）", 1_000), ("fee(億元)", 100_000_000),
    ("費用（含稅）", 1), ("費用（新臺幣）", 1), ("費用（千萬元）", 10_000_000), ("費用（十億元）", 1_000_000_000),
    ("費用（美元）", 1), ("費用（\(String(repeating: "億", count: 99))元）", 100_000_000),
  ])
  func `reads the unit of a money column`(title: String, unit: Int) throws {
    let header = "店家編號,商圈代碼,廠商統編,方案代碼,店家名稱," + title
    let match = try #require(try found(header, Schemas.rosters))
    #expect(match.columns.last?.unit == unit)
    let findings = HeaderFindings.all(match, Schemas.rosters, in: "a.csv")
    #expect(summaries(findings) == (unit == 1 ? [] : ["IN012 1:6"]))
  }

  @Test func `reads no unit of a column that holds no money`() throws {
    let match = try #require(try found("店家編號,日期,次數（仟元）"))
    #expect(match.columns.map(\.unit) == [1, 1, 1])
  }

  @Test func `names the missing columns and the row that comes nearest`() throws {
    guard
      case .missing(let columns, let nearest, nil) = try search("標題\n店家編號,日 期,人數\n日期,x\n")
    else {
      Issue.record("a header was found")
      return
    }
    #expect(columns.map(\.column) == [.uses])
    #expect(nearest?.row == 2 && nearest?.known == 2 && nearest?.strange == ["人數"])
    let finding = HeaderFindings.missing(columns, nearest, nil, in: "a.csv")
    #expect(finding.code == .IN003 && finding.place == Place(file: "a.csv"))
    #expect(finding.value == "使用次數" && finding.expected?.en == "uses")
    #expect(finding.detail?.en.contains("row 2") == true)
    #expect(finding.detail?.en.contains("人數") == true)
  }

  @Test(arguments: ["", "\n\n", "標題", "a,b\n1,2\n"])
  func `names every required column where no row has any`(text: String) throws {
    guard case .missing(let columns, let nearest, nil) = try search(text) else {
      Issue.record("a header was found")
      return
    }
    #expect(columns.map(\.column) == [.storeID, .date, .uses] && nearest == nil)
  }

  @Test func `has no two columns of a table under one name`() {
    for schema in Schemas.all {
      let names = schema.columns.flatMap { [$0.column.rawValue] + $0.names }
      let normalised = names.map { Normalisation.header($0) }
      #expect(Set(normalised).count == normalised.count, "\(schema.path)")
      #expect(schema.headerNames.count == names.count && !schema.required.isEmpty)
    }
  }
}
