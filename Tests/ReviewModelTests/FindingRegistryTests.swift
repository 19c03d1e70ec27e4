import Testing

@testable import ReviewModel

private let findingsPage = "4-findings.md"

/// What the engine fills for each code besides contract, store and file.
private let placeholders: [FindingCode: Set<String>] = [
  .IN001: ["detail"], .IN002: ["detail"], .IN003: ["value", "detail"],
  .IN004: ["detail", "value"], .IN005: ["field", "value", "expected"],
  .IN006: ["field", "value", "expected"], .IN007: ["detail", "value"],
  .IN008: ["value", "detail"], .IN009: ["field", "other", "value"],
  .IN010: ["field", "value", "expected"], .IN011: ["field", "value", "detail"],
  .IN012: ["field", "detail"],
  .AP001: ["other"], .AP002: ["value"], .AP003: ["value", "expected", "difference"],
  .AP004: ["field"], .AP005: ["value", "expected", "difference"],
  .AP006: ["field", "value", "expected"], .AP007: [], .AP008: [], .AP009: [],
  .SO001: ["other", "value"], .SO002: ["value", "detail", "rows"],
  .SO003: ["value", "detail", "rows"], .SO004: ["value", "detail", "rows"],
  .SO005: ["value", "detail", "rows"],
  .RO001: ["other", "value"], .RO002: ["value", "expected"], .RO003: ["value", "detail"],
  .RO004: ["value", "expected", "difference"], .RO005: ["value"], .RO006: ["value", "other"],
  .RO007: ["value", "expected"], .RO008: ["value", "expected", "difference"],
  .RO009: ["value", "expected", "difference"],
  .RO010: ["value", "expected", "difference", "detail"], .RO011: ["value"],
  .RO012: ["value", "field", "expected"],
  .US001: ["value", "rows"], .US002: ["rows", "expected"], .US003: ["rows", "expected"],
  .US004: ["rows", "expected"], .US005: ["rows", "other"], .US006: ["value", "expected"],
  .US007: ["value", "expected", "difference"], .US008: ["value", "expected", "detail"],
  .US009: ["field", "value", "expected", "difference", "detail"], .US010: ["rows", "value"],
  .US011: ["detail"], .US012: ["value", "expected", "detail"], .US013: ["value", "detail"],
  .PR001: ["value", "expected", "difference"],
  .PR002: ["value", "expected", "other", "difference"],
  .PR003: ["value", "expected", "difference"], .PR004: ["value", "expected", "difference"],
  .PR005: ["value", "expected"], .PR006: ["value", "expected"],
  .PR007: ["field", "value", "expected", "other"],
  .RU001: ["value", "detail"], .RU002: ["value", "expected"], .RU003: ["detail"],
  .XX000: ["detail"], .XX999: ["detail"],
]

/// The codes whose findings concern one store, one contract, or name their file as a whole.
private let subjects: [String: Set<FindingCode>] = [
  "store": [
    .RO003, .RO004, .RO007, .RO008, .RO011, .US002, .US003, .US005, .US008, .US009,
  ],
  "contract": [.AP001, .AP007, .AP008, .AP009],
  "file": [.IN001],
]

@Suite struct FindingRegistryTests {
  @Test(arguments: FindingCode.allCases)
  func `gives a code the rule of that code`(code: FindingCode) {
    #expect(FindingRegistry.rule(code).code == code)
  }

  @Test func `lists every code once in the published order`() {
    #expect(FindingRegistry.all.map(\.code) == FindingCode.allCases)
    #expect(FindingCode.allCases.sorted() == FindingCode.allCases)
    #expect(FindingCode.RO012 < .RO001 && FindingCode.XX000 < .XX999)
  }

  @Test func `puts the gravest severity first`() {
    #expect(Severity.allCases.reversed().sorted() == [.fatal, .error, .warning, .info])
  }

  @Test(arguments: FindingCode.allCases)
  func `has every text in both languages`(code: FindingCode) {
    let rule = FindingRegistry.rule(code)
    for text in [rule.title, rule.message, rule.remedy, rule.meaning] {
      for language in Language.allCases {
        #expect(text[language].isEmpty == false)
        #expect(text[language].contains("\n") == false)
        #expect(text[language].contains("  ") == false)
      }
      #expect(text.zh != text.en)
      #expect(text.zh.unicodeScalars.contains(where: isHan))
      #expect(text.en.unicodeScalars.contains { $0.properties.isAlphabetic })
    }
    #expect(rule.since == "1.0")
  }

  @Test(arguments: FindingCode.allCases)
  func `ends sentences and keeps titles short`(code: FindingCode) {
    let rule = FindingRegistry.rule(code)
    for text in [rule.message, rule.remedy, rule.meaning] {
      #expect(text.zh.hasSuffix("。"))
      #expect(text.en.hasSuffix("."))
    }
    #expect(rule.title.zh.unicodeScalars.filter(isHan).count <= 14)
    #expect(rule.title.zh.hasSuffix("。") == false && rule.title.en.hasSuffix(".") == false)
  }

  @Test(arguments: FindingCode.allCases)
  func `fills the same placeholders in both languages, and only those it gets`(
    code: FindingCode
  ) throws {
    let message = FindingRegistry.rule(code).message
    var allowed = try #require(placeholders[code])
    for (name, codes) in subjects where codes.contains(code) { allowed.insert(name) }
    let zh = try names(in: message.zh)
    #expect(try names(in: message.en) == zh)
    #expect(zh.subtracting(allowed).isEmpty)
  }

  @Test(arguments: FindingCode.allCases)
  func `keeps placeholders out of titles and remedies`(code: FindingCode) throws {
    let rule = FindingRegistry.rule(code)
    for text in [rule.title, rule.remedy] {
      for language in Language.allCases { #expect(try names(in: text[language]).isEmpty) }
    }
  }

  @Test(arguments: FindingCode.allCases)
  func `is written in traditional characters`(code: FindingCode) {
    let rule = FindingRegistry.rule(code)
    for text in [rule.title, rule.message, rule.remedy, rule.meaning] {
      #expect(text.zh.filter(isSimplified).isEmpty)
    }
  }

  @Test func `explains which export to choose instead`() {
    let remedy = FindingRegistry.rule(.US011).remedy
    for word in [
      "探索", "空白", "日期", "網頁路徑和畫面類別", "事件計數", "行為", "網站內容", "所有網頁", "次要維度",
      "店家編號", "使用次數", "CSV",
    ] {
      #expect(remedy.zh.contains(word))
    }
    for word in [
      "Explore", "Blank", "Date", "Page path and screen class", "Event count", "Behavior",
      "Site Content", "All Pages", "secondary dimension", "store_id", "CSV",
    ] {
      #expect(remedy.en.contains(word))
    }
  }

  @Test(
    .enabled(if: SpecificationTable.isThere(findingsPage), "the specification is not at hand"))
  func `agrees with the published table in codes, order, severity, effect and clause`() throws {
    let rows = try #require(SpecificationTable.rows(of: findingsPage))
    let published = rows.compactMap { row -> Published? in
      guard row.count == 5, let code = FindingCode(rawValue: row[0]) else { return nil }
      return Published(code: code, severity: row[1], effect: row[2], clause: row[4])
    }
    let named = rows.map { $0[0] }.filter { $0.wholeMatch(of: /[A-Z]{2}[0-9]{3}/) != nil }
    #expect(named == published.map(\.code.rawValue))
    let own: Set<FindingCode> = [.XX000, .XX999]
    let registered = FindingRegistry.all.filter { own.contains($0.code) == false }.map {
      Published(
        code: $0.code, severity: $0.severity.rawValue, effect: $0.effect.rawValue,
        clause: $0.clause.map(\.rawValue) ?? "")
    }
    #expect(registered == published)
  }

  private struct Published: Equatable {
    let code: FindingCode
    let severity: String
    let effect: String
    let clause: String
  }
}

/// A brace that no name explains.
private struct StrayBrace: Error { let text: String }

private func names(in text: String) throws -> Set<String> {
  let matches = text.matches(of: /\{([a-z]+)(?::[^{}|]+\|[^{}|]+)?\}/)
  let braces = text.filter { $0 == "{" || $0 == "}" }.count
  guard braces == matches.count * 2 else { throw StrayBrace(text: text) }
  return Set(matches.map { String($0.output.1) })
}
