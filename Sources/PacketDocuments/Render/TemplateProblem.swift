internal import ReviewModel

/// A place in a template, 1-based; columns count Unicode scalars.
package struct TemplatePlace: Hashable, Comparable, Sendable {
  package let file: String
  package let line: Int
  package let column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The same line, as the place of what is told once for it.
  var startOfLine: TemplatePlace { TemplatePlace(file: file, line: line, column: 1) }

  package static func < (a: Self, b: Self) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

/// One mistake in a template: where it is, what was found, what was expected, what to do.
package struct TemplateProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case notUTF8
    case unclosedTag(close: String)
    case badTag(content: String)
    case badDelimiters(content: String)
    case nestedTooDeep(limit: Int)
    case unclosedSection(name: String)
    case wrongClose(name: String, expected: String, openedAtLine: Int)
    case closeWithoutOpen(name: String)
    case contentBesideBlocks(parent: String)
    case unknownName(name: String, nearest: String?, offered: [String])
    case unknownTemplate(name: String, nearest: String?)
    case unknownBlock(name: String, parent: String, nearest: String?)
    case notText(name: String, found: ViewShape.Kind)
    case rawOfText(name: String)
    case mayBeMissing(name: String, section: String)
    case endlessRecursion(name: String)
  }

  package let place: TemplatePlace
  package let kind: Kind
  /// The tag that brought this template in, where one did.
  package let usedFrom: TemplatePlace?

  package init(_ kind: Kind, at place: TemplatePlace, usedFrom: TemplatePlace? = nil) {
    self.place = place
    self.kind = kind
    self.usedFrom = usedFrom
  }

  /// The problem and what to do, without its place.
  var advice: Bilingual {
    // That a page uses itself by way of its frame helps nobody.
    let usedFrom = usedFrom.flatMap { $0.file == place.file ? nil : $0 }
    let zhUsed = usedFrom.map { "（引用自 \($0.file):\($0.line):\($0.column)）" } ?? ""
    let enUsed = usedFrom.map { " (used from \($0.file):\($0.line):\($0.column))" } ?? ""
    return Bilingual(zh: texts.zhHant + zhUsed, en: texts.en + enUsed)
  }

  package var zhHant: String { "\(place.file):\(place.line):\(place.column)：\(advice.zh)" }

  package var en: String { "\(place.file):\(place.line):\(place.column): \(advice.en)" }
}

/// All mistakes that were found before anything was rendered; never empty, sorted by place.
package struct TemplateProblems: Error, Equatable, Sendable {
  package let problems: [TemplateProblem]
}

extension TemplateProblem {
  private var texts: (zhHant: String, en: String) {
    switch kind {
    case .notUTF8:
      ("位元組不是 UTF-8；範本須為 UTF-8；請以 UTF-8 另存", "bytes that are not UTF-8; save as UTF-8")
    case .unclosedTag(let close):
      ("標籤沒有結尾；應有「\(close)」；請補上", "tag without its end; expected “\(close)”; add it")
    case .badTag(let content):
      (
        "標籤「\(content)」不是名稱；應為一個不含空白的名稱；請改正或補上標籤結尾",
        "tag “\(content)” is no name; expected one name without spaces; correct it or close the tag"
      )
    case .badDelimiters(let content):
      (
        "分隔符號「\(content)」有誤；應如 {{=<% %>=}}：兩個不含等號的符號，以空白分開；請改正",
        "delimiters “\(content)” are wrong; expected two without “=”, as in {{=<% %>=}}; correct them"
      )
    case .nestedTooDeep(let limit):
      ("巢狀超過 \(limit) 層；請減少層數", "nested more than \(limit) deep; use fewer levels")
    case .unclosedSection(let name):
      ("「\(name)」沒有結尾；應有 {{/\(name)}}；請補上", "“\(name)” is not closed; add {{/\(name)}}")
    case .wrongClose(let name, let expected, let line):
      (
        "結尾為「\(name)」；應先結束第 \(line) 行開始的「\(expected)」；請改為 {{/\(expected)}} 或補上它",
        "closes “\(name)”; expected “\(expected)”, opened at line \(line); write {{/\(expected)}} first"
      )
    case .closeWithoutOpen(let name):
      (
        "「\(name)」沒有開始就結束；請刪除此標籤或補上 {{#\(name)}}",
        "closes “\(name)”, which is not open; remove the tag or add {{#\(name)}}"
      )
    case .contentBesideBlocks(let parent):
      (
        "「\(parent)」之內、區塊之外有內容；此處只能有 {{$區塊}}，其他不會顯示；請移入區塊",
        "content in “\(parent)” outside its blocks; it would not be shown; move it into a {{$block}}"
      )
    case .unknownName, .unknownTemplate, .unknownBlock: unknownTexts
    case .notText(let name, .markup):
      (
        "「\(name)」是標記，不是文字；請寫 {{{\(name)}}}",
        "“\(name)” is markup, not text; write {{{\(name)}}}"
      )
    case .notText(let name, let found):
      (
        "「\(name)」是\(found.zhHant)，不是文字；請寫 {{#\(name)}}…{{/\(name)}}",
        "“\(name)” is a \(found.rawValue), not a text; write {{#\(name)}}…{{/\(name)}}"
      )
    case .rawOfText(let name):
      (
        "「\(name)」不是標記，不得不經跳脫輸出；請寫 {{\(name)}}",
        "“\(name)” is not markup and can't be written raw; write {{\(name)}}"
      )
    case .mayBeMissing(let name, let section):
      (
        "「\(name)」可能不存在；請寫在 {{#\(section)}}…{{/\(section)}} 之內",
        "“\(name)” may be missing; write it inside {{#\(section)}}…{{/\(section)}}"
      )
    case .endlessRecursion(let name):
      (
        "「\(name)」無止境地引用自己；應經由清單或可缺的下一層；請改在該層的區段內引用",
        "“\(name)” uses itself without end; use it inside a section of the innermost record's list"
      )
    }
  }

  /// More names than these nobody reads on a terminal; the reference has them all.
  private static let mostOffered = 40

  /// Unknown things, each with the nearest known one, or with all names when none is near.
  private var unknownTexts: (zhHant: String, en: String) {
    func advice(_ nearest: String?, _ offered: [String]) -> (zhHant: String, en: String) {
      if let nearest { return ("是否為「\(nearest)」？請改正", "did you mean “\(nearest)”? Correct it") }
      guard !offered.isEmpty else { return ("請改正或刪除", "correct or remove it") }
      let shown = offered.prefix(Self.mostOffered)
      let more = offered.count - shown.count
      return (
        "可用的有：" + shown.joined(separator: "、") + (more > 0 ? "，另有 \(more) 個" : ""),
        "offered are: " + shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
      )
    }
    switch kind {
    case .unknownName(let name, let nearest, let offered):
      let advice = advice(nearest, offered)
      return ("此處沒有名稱「\(name)」；\(advice.zhHant)", "no name “\(name)” here; \(advice.en)")
    case .unknownTemplate(let name, let nearest):
      let advice = advice(nearest, [])
      return ("沒有範本「\(name)」；\(advice.zhHant)", "no template “\(name)”; \(advice.en)")
    case .unknownBlock(let name, let parent, let nearest):
      let advice = advice(nearest, [])
      return (
        "「\(parent)」沒有區塊「\(name)」；\(advice.zhHant)",
        "no block “\(name)” in “\(parent)”; \(advice.en)"
      )
    default:
      return ("", "")
    }
  }
}
