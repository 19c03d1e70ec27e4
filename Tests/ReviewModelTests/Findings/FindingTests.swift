import TestSupport
import Testing

@testable import ReviewModel

@Suite struct FindingTests {
  private func contract(_ district: String) throws -> ContractID {
    ContractID(
      district: DistrictID(district), vendor: try #require(TaxID(digits: "12345675")))
  }

  /// A finding with something for every placeholder.
  private func full(_ code: FindingCode) throws -> Finding {
    Finding(
      code, at: Place(file: "rosters/a.csv", line: 3, column: 2, row: 3),
      contract: try contract("D001"), store: StoreID("S001"), field: Field(title: "費用"),
      value: "12", expected: Bilingual(zh: "十", en: "ten"), difference: "2",
      other: Place(file: "rosters/b.csv", line: 9), rows: 4,
      detail: Bilingual(zh: "細節", en: "the detail"))
  }

  @Test(arguments: FindingCode.allCases)
  func `fills every brace of a message`(code: FindingCode) throws {
    for language in Language.allCases {
      let message = try full(code).message(in: language)
      #expect(!message.contains("{") && !message.contains("}"), "\(message)")
    }
  }

  @Test(arguments: FindingCode.allCases)
  func `leaves no brace where a finding has nothing to fill in`(code: FindingCode) {
    for language in Language.allCases {
      let message = Finding(code).message(in: language)
      #expect(!message.contains("{") && !message.contains("}"), "\(message)")
    }
  }

  @Test(arguments: [(1, "1 row is not counted"), (2, "2 rows are not counted")])
  func `says one row and two rows`(rows: Int, words: String) {
    let finding = Finding(.US001, value: "S9", rows: rows)
    #expect(finding.message(in: .en).contains("so \(words);"))
  }

  @Test(arguments: FindingCode.allCases)
  func `writes a message of no finding in particular for more than one`(code: FindingCode) {
    let rule = FindingRegistry.rule(code)
    #expect(!rule.generalMessage.en.contains("|") && !rule.generalMessage.en.contains(":row"))
    #expect(rule.generalMessage.zh == rule.message.zh)
  }

  @Test func `leaves braces that are no name of a form as they are`() {
    let filled = { MessageTemplate($0).filled { name in "<" + name.rawValue + ">" } }
    #expect(filled("a {rows} {value:c} {b} {rows") == "a <rows> {value:c} {b} {rows")
    #expect(filled("{d:e|f}") == "{d:e|f}")
    #expect(filled("{}{store}{{file}") == "{}<store>{{file}")
    #expect(MessageTemplate("{rows:is|are}").filled { _ in "1" } == "is")
    #expect(MessageTemplate("{rows:is|are}").general == "are")
  }

  @Test func `says what was found, what was expected and what to do`() throws {
    let finding = try full(.IN005)
    #expect(
      finding.message(in: .en)
        == "費用 is “12”, which is empty or invalid, and this row is not counted; expected ten. "
        + "Enter the correct value.")
    #expect(
      finding.message(in: .zhHant) == "「費用」為「12」，空白或格式不正確，此列未計入；應為十。請填入正確內容。")
  }

  @Test func `leaves braces alone that a cell brings along`() {
    let finding = Finding(
      .IN006, field: Field(title: "GA店家路徑"), value: "{rows}{value}",
      expected: Bilingual(zh: "含 {store_id} 的網頁路徑", en: "a path with {store_id}"), rows: 7)
    #expect(finding.message(in: .en).hasPrefix("GA店家路徑 is “{rows}{value}”, which does not fit"))
    #expect(finding.message(in: .en).contains("a path with {store_id}"))
  }

  @Test func `takes a cell's place, header and text from its row`() {
    let source = RowSource(
      layout: TableLayout(
        file: "a.csv", headers: [.init(column: .fee, number: 6, title: "費用")]),
      line: 8, row: 7, cells: ["x"])
    let finding = Finding(.IN005, cell: .fee, of: source)
    #expect(finding.place == Place(file: "a.csv", line: 8, column: 6, row: 7))
    #expect(finding.place?.cell == "F7")
    #expect(finding.field?.title == "費用" && finding.value == "x")
    #expect(finding.severity == .error && finding.rule.effect == .rowSkipped)
  }
}

@Suite struct FindingOrderTests {
  private func at(
    _ file: String, _ line: Int?, _ column: Int?, _ code: FindingCode, _ value: String = ""
  ) -> Finding {
    Finding(code, at: Place(file: file, line: line, column: column), value: value)
  }

  /// Findings in their order, each before the next.
  private func ordered() throws -> [Finding] {
    let vendor = try #require(TaxID(digits: "12345675"))
    func derived(_ code: FindingCode, _ district: String, _ store: String?, _ field: String)
      -> Finding
    {
      Finding(
        code, contract: ContractID(district: DistrictID(district), vendor: vendor),
        store: store.map { StoreID($0) }, field: Field(title: field))
    }
    return [
      at("approvals.csv", nil, nil, .IN003),
      at("approvals.csv", 2, 1, .AP001),
      at("approvals.csv", 2, 5, .AP002),
      at("approvals.csv", 10, 1, .AP001),
      at("rosters/B.csv", 1, 1, .IN007),
      at("rosters/a.csv", 1, nil, .IN007),
      at("rosters/a.csv", 1, 2, .IN005, "1"),
      at("rosters/a.csv", 1, 2, .IN005, "2"),
      at("rosters/a.csv", 1, 2, .IN011),
      at("usage/z.csv", nil, nil, .US011),
      derived(.RO010, "D001", nil, ""),
      derived(.US009, "D001", "S001", "m2"),
      derived(.US009, "D001", "S001", "m10"),
      derived(.US008, "D001", "S002", ""),
      derived(.AP007, "D002", nil, ""),
    ]
  }

  @Test func `puts files first, by file, line, column and code, then contracts and stores`() throws
  {
    let findings = try ordered()
    for (index, one) in findings.enumerated() {
      for (otherIndex, other) in findings.enumerated() {
        #expect(
          findingPrecedes(one, other) == (index < otherIndex),
          "\(one.code) \(index), \(other.code) \(otherIndex)")
      }
    }
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func `sorts any order of the same findings alike`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let findings = try ordered()
    #expect(
      findings.shuffled(using: &random).sorted(by: findingPrecedes) == findings, "seed \(seed)")
  }
}
