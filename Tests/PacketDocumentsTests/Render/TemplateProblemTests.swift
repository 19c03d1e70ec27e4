import Testing

@testable import PacketDocuments

/// One template with one mistake, and where it is named.
struct Mistake: Sendable, CustomTestStringConvertible {
  let main: String
  var others: [String: String] = [:]
  var file = "main"
  let line: Int
  let column: Int
  let kind: TemplateProblem.Kind

  var testDescription: String { main.debugDescription }
}

private let storeNames = ["chart", "children", "first", "ruling", "stores", "title"]

@Suite struct TemplateProblemTests {
  static let mistakesOfForm = [
    Mistake(main: "a\n{{title", line: 2, column: 1, kind: .unclosedTag(close: "}}")),
    Mistake(main: "{{{chart}}", line: 1, column: 1, kind: .unclosedTag(close: "}}}")),
    Mistake(main: "{{", line: 1, column: 1, kind: .unclosedTag(close: "}}")),
    Mistake(main: "商圈{{}}", line: 1, column: 3, kind: .badTag(content: "")),
    Mistake(main: "{{a b}}", line: 1, column: 1, kind: .badTag(content: "a b")),
    Mistake(main: "{{a..b}}", line: 1, column: 1, kind: .badTag(content: "a..b")),
    Mistake(main: "x {{=<% =}}", line: 1, column: 3, kind: .badDelimiters(content: "<%")),
    Mistake(main: "{{=a= b=}}", line: 1, column: 1, kind: .badDelimiters(content: "a= b")),
    Mistake(
      main: "\n {{#stores}}x", line: 2, column: 2, kind: .unclosedSection(name: "stores")),
    Mistake(
      main: "{{#stores}}\n{{#short}}\n {{/stores}}", line: 3, column: 2,
      kind: .wrongClose(name: "stores", expected: "short", openedAtLine: 2)),
    Mistake(main: "a{{/stores}}", line: 1, column: 2, kind: .closeWithoutOpen(name: "stores")),
    Mistake(
      main: "{{<page}}\nlost{{/page}}", others: ["page": ""], line: 2, column: 1,
      kind: .contentBesideBlocks(parent: "page")),
    Mistake(
      main: "{{<page}}{{title}}{{/page}}", others: ["page": ""], line: 1, column: 10,
      kind: .contentBesideBlocks(parent: "page")),
  ]

  static let mistakesOfNames = [
    Mistake(
      main: "\n  {{titel}}", line: 2, column: 3,
      kind: .unknownName(name: "titel", nearest: "title", offered: storeNames)),
    Mistake(
      main: "{{#stores}}{{nam}}{{/stores}}", line: 1, column: 12,
      kind: .unknownName(
        name: "nam", nearest: "name", offered: (storeNames + ["name", "notes", "short"]).sorted())),
    Mistake(
      main: "{{first.x}}", line: 1, column: 1,
      kind: .unknownName(name: "first.x", nearest: nil, offered: ["name", "notes", "short"])),
    Mistake(
      main: "{{first.title}}", line: 1, column: 1,
      kind: .unknownName(name: "first.title", nearest: nil, offered: ["name", "notes", "short"])),
    Mistake(
      main: "{{>row}}", others: ["raw": ""], line: 1, column: 1,
      kind: .unknownTemplate(name: "row", nearest: "raw")),
    Mistake(
      main: "{{<page}}{{/page}}", line: 1, column: 1,
      kind: .unknownTemplate(name: "page", nearest: nil)),
    Mistake(
      main: "{{<page}}{{$titel}}x{{/titel}}{{/page}}", others: ["page": "{{$title}}{{/title}}"],
      line: 1, column: 10, kind: .unknownBlock(name: "titel", parent: "page", nearest: "title")),
    Mistake(
      main: "{{>row}}", others: ["row": "x\n{{#stores}}{{date}}{{/stores}}"], file: "row", line: 2,
      column: 12,
      kind: .unknownName(
        name: "date", nearest: nil, offered: (storeNames + ["name", "notes", "short"]).sorted())),
    Mistake(main: "{{stores}}", line: 1, column: 1, kind: .notText(name: "stores", found: .list)),
    Mistake(main: "{{.}}", line: 1, column: 1, kind: .notText(name: ".", found: .record)),
    Mistake(main: "{{chart}}", line: 1, column: 1, kind: .notText(name: "chart", found: .markup)),
    Mistake(
      main: "{{first.short}}", line: 1, column: 1,
      kind: .notText(name: "first.short", found: .flag)),
    Mistake(main: "-{{{title}}}", line: 1, column: 2, kind: .rawOfText(name: "title")),
    Mistake(main: "{{&title}}", line: 1, column: 1, kind: .rawOfText(name: "title")),
    Mistake(
      main: "{{ruling.date}}", line: 1, column: 1,
      kind: .mayBeMissing(name: "ruling.date", section: "ruling")),
    Mistake(
      main: "{{>row}}", others: ["row": "\n{{>row}}"], file: "row", line: 2, column: 1,
      kind: .endlessRecursion(name: "row")),
    Mistake(
      main: "{{>row}}", others: ["row": "{{#first.short}}{{>row}}{{/first.short}}"], file: "row",
      line: 1, column: 17, kind: .endlessRecursion(name: "row")),
    Mistake(
      main: "{{>row}}", others: ["row": "{{#stores}}{{>row}}{{/stores}}"], file: "row", line: 1,
      column: 12, kind: .endlessRecursion(name: "row")),
    Mistake(
      main: "{{<page}}{{$a}}{{$a}}{{/a}}{{/a}}{{/page}}", others: ["page": "{{$a}}{{/a}}"],
      line: 1, column: 16, kind: .endlessRecursion(name: "a")),
  ]

  @Test(arguments: mistakesOfForm + mistakesOfNames)
  func `names the place and kind of a mistake`(mistake: Mistake) {
    let place = TemplatePlace(
      file: "\(mistake.file).html.mustache", line: mistake.line, column: mistake.column)
    let found = problems(mistake.main, mistake.others)
    #expect(found.map(\.place) == [place])
    #expect(found.map(\.kind) == [mistake.kind])
  }

  @Test(arguments: mistakesOfForm + mistakesOfNames)
  func `says each mistake in both languages with its place`(mistake: Mistake) {
    for problem in problems(mistake.main, mistake.others) {
      let place = "\(mistake.file).html.mustache:\(mistake.line):\(mistake.column)"
      #expect(problem.en.hasPrefix("\(place): "))
      #expect(problem.zhHant.hasPrefix("\(place)："))
      #expect(problem.zhHant.unicodeScalars.contains { $0.value > 0x4E00 })
    }
  }

  @Test func `finds bytes that are not UTF-8`() {
    let bytes = Array("商\nab".utf8) + [0xA4, 0xA4]
    let found = TemplateLibrary(sources: ["x.html.mustache": bytes]).problems
    #expect(found.map(\.kind) == [.notUTF8])
    #expect(found.map(\.place) == [TemplatePlace(file: "x.html.mustache", line: 2, column: 3)])
  }

  @Test func `stops at a depth that nobody reads`() {
    let deep = String(repeating: "{{#ruling}}", count: 100_000)
    let close = String(repeating: "{{/ruling}}", count: 100_000)
    #expect(problems(deep + close).map(\.kind) == [.nestedTooDeep(limit: 64)])
    let lines = String(repeating: "{{#ruling}}\n", count: 100_000)
    #expect(problems(lines).map(\.place.line) == [65])
  }

  @Test func `stops at a chain of partials without end`() {
    var others: [String: String] = [:]
    for number in 0..<200 { others["p\(number)"] = "{{>p\(number + 1)}}" }
    #expect(problems("{{>p0}}", others).map(\.kind) == [.nestedTooDeep(limit: 64)])
  }

  @Test func `counts sections of all files together, and blocks that are put into blocks`() {
    let open = String(repeating: "{{#ruling}}", count: 40)
    let close = String(repeating: "{{/ruling}}", count: 40)
    let found = problems("\(open){{>p}}\(close)", ["p": "\(open){{>q}}\(close)", "q": ""])
    #expect(found.map(\.kind) == [.nestedTooDeep(limit: 64)])
    #expect(found.map(\.place.file) == ["p.html.mustache"])
    let blocks = (0..<200).map { "{{$b\($0)}}{{$b\($0 + 1)}}{{/b\($0 + 1)}}{{/b\($0)}}" }
    let chain = problems("{{<page}}\(blocks.joined()){{/page}}", ["page": blocks.joined()])
    #expect(Set(chain.map(\.kind)) == [.nestedTooDeep(limit: 64)])
  }

  @Test func `collects the mistakes of all files and says from where a partial is used`() {
    let found = problems("{{a1}}\n{{>row}}\n{{b2}}", ["row": "{{c3}}"])
    #expect(found.map(\.place.line) == [1, 3, 1])
    #expect(found.map(\.usedFrom?.line) == [nil, nil, 2])
    #expect(found.last?.en.hasSuffix("(used from main.html.mustache:2:1)") == true)
  }

  @Test func `finds names in blocks that the parent puts elsewhere`() {
    let page = "{{#stores}}{{$row}}{{/row}}{{/stores}}"
    #expect(problems("{{<page}}{{$row}}{{name}}{{/row}}{{/page}}", ["page": page]).isEmpty)
    let found = problems("{{<page}}{{$row}}{{date}}{{/row}}{{/page}}", ["page": page])
    #expect(found.map(\.place.column) == [18])
  }

  @Test func `sees a recursion through two partials in either order`() {
    let others = ["a": "{{>b}}", "b": "{{>a}}"]
    #expect(problems("{{#children}}{{>a}}{{/children}}{{>b}}", others).count == 2)
    let walk = ["a": "{{#children}}{{>b}}{{/children}}", "b": "{{>a}}"]
    #expect(problems("{{>a}}{{>b}}", walk).isEmpty)
  }

  @Test func `throws all mistakes before anything is rendered`() {
    let error = #expect(throws: TemplateProblems.self) { try rendered("{{a}}{{b}}{{title}}") }
    #expect(error?.problems.count == 2)
  }

  @Test func `never traps on the beginnings of a template`() {
    let text = "{{=<% %>=}}<%#a%><%={{ }}=%>{{<p}}{{$b}}x{{/b}}{{/p}}{{{c}}}{{&d}}\n{{>e}}{{/a}}"
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      for start in 0...end {
        let library = TemplateLibrary(sources: ["m.html.mustache": Array(bytes[start..<end])])
        _ = library.lint([TemplateRoot("m.html.mustache", for: ContractView.self)])
      }
    }
  }
}
