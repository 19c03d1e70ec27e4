package import ReviewModel
internal import XMLTools

/// A mistake that the lint found in a folder of templates, with what to do.
package struct TemplateFault: Sendable, Hashable {
  package let place: TemplatePlace
  private let zh: String
  private let en: String

  init(_ place: TemplatePlace, zh: String, en: String) {
    self.place = place
    self.zh = zh
    self.en = en
  }

  /// The fault in one line, led by `file:line:column`.
  package func text(in language: Language) -> String {
    let start = "\(place.file):\(place.line):\(place.column)"
    return switch language {
    case .zhHant: start + "：" + zh
    case .en: start + ": " + en
    }
  }
}

/// Looks for mistakes in templates before they are used on anybody's packet.
///
/// Names and form are checked without any data. Then every document is made from a sample, also
/// with hostile texts, in both phases, ways of assessment and languages, and looked at as a real
/// one would be; what is wrong is traced back to the template that wrote it.
package enum TemplateLint {
  /// The mistakes of a set, sorted by place, each once; empty when every document can be made.
  ///
  /// The templates are a folder's, completed by the built-in files; of the unused ones no document
  /// makes use, most likely since their names are misspelt.
  package static func faults(
    in templates: TemplateSet, unused: [String] = []
  ) -> [TemplateFault] {
    let mistakes = DocumentRenderer.lint(templates).map {
      TemplateFault($0.place, zh: $0.advice[.zhHant], en: $0.advice[.en])
    }
    let strays = unused.map { name in
      TemplateFault(
        TemplatePlace(file: name, line: 1, column: 1),
        zh: "沒有文件使用此檔；請改為內建範本的檔名，或刪除此檔",
        en: "no document uses this file; give it a built-in template's name, or remove it")
    }
    let found = strays + mistakes + StyleLint.faults(in: templates)
    return inOrder(found + trialFaults(of: templates, withMistakesIn: Set(found.map(\.place.file))))
  }

  /// The faults that show when documents are made, of the files that have no mistake of form.
  ///
  /// A built-in file stands in for one with a mistake or a slip, so that what else is wrong with a
  /// document is told in the same run; where there is none, the search ends.
  private static func trialFaults(
    of templates: TemplateSet, withMistakesIn broken: Set<String>
  ) -> [TemplateFault] {
    var broken = broken
    var faults: [TemplateFault] = []
    // A slip in a partial spoils each document that it is part of; its line is told once.
    var told: Set<TemplatePlace> = []
    while true {
      let standIns = broken.compactMap { name in
        TemplateSet.builtIn[name].map { (name: name, bytes: $0) }
      }
      let mended = TemplateSet(files: templates.files + standIns)
      guard DocumentRenderer.lint(mended).isEmpty else { break }
      do throws(DocumentProblems) {
        var slips: [TemplateFault] = []
        for (sample, language) in trials {
          let result = try TemplateTrial(mended, sample: sample, language: language).result()
          faults += result.figures.filter { !broken.contains($0.place.file) }
          slips += result.rejections.filter { told.insert($0.place.startOfLine).inserted }
        }
        faults += slips
        let files = Set(slips.map(\.place.file)).filter { TemplateSet.builtIn[$0] != nil }
        guard !files.isSubset(of: broken) else { break }
        broken.formUnion(files)
      } catch {
        return faults + error.problems.map(fault)
      }
    }
    return faults + figuresGone(from: templates, broken)
  }

  /// Figures that documents with a mistake owe and have no tag for.
  private static func figuresGone(
    from templates: TemplateSet, _ broken: Set<String>
  ) -> [TemplateFault] {
    let places = FigurePlaces(templates)
    return DocumentKind.allCases.filter { broken.contains($0.templateName) }.flatMap { kind in
      FigureCode.allCases.filter { kind.owedFigures.contains($0) && places.lack($0, in: kind) }
        .map { code in
          TemplateFault(
            missing: code.name, code.scope, of: kind,
            at: places.place(of: code.scope, code.name, in: kind))
        }
    }
  }

  private static let trials: [(sample: SamplePacket, language: Language)] = [
    (SamplePacket(), .zhHant),
    (SamplePacket(phase: .final, assessment: .everyWeek, verdict: .pass), .zhHant),
    (SamplePacket(phase: .final), .en),
    (SamplePacket(hostileText: hostile), .zhHant),
  ]

  /// What a shop may be called by somebody who wants to break a page.
  private static let hostile =
    "<script>alert(1)</script>]]>--><!--&\"\u{301}'=cmd|' /C calc'!A0\u{202E}\u{0}{{words}}"

  private static func inOrder(_ faults: [TemplateFault]) -> [TemplateFault] {
    var seen: Set<TemplateFault> = []
    return faults.filter { seen.insert($0).inserted }.enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
  }

  private static func fault(_ problem: DocumentProblem) -> TemplateFault {
    TemplateFault(problem.place, zh: problem.text.zh, en: problem.text.en)
  }
}

extension DocumentProblem {
  /// The file that has to be mended, as far as the problem knows it.
  fileprivate var place: TemplatePlace {
    switch self {
    case .missingFile(let name), .notUTF8(let name):
      TemplatePlace(file: name, line: 1, column: 1)
    case .badSchema(let name, let line, _):
      TemplatePlace(file: name, line: max(1, line), column: 1)
    case .rejected(_, let template, _, _), .missingFigure(_, let template, _),
      .wrongFigure(_, let template, _, _):
      TemplatePlace(file: template, line: 1, column: 1)
    }
  }
}

/// What a style sheet must not hold, since it stands inside a page that is XML too.
private enum StyleLint {
  static func faults(in templates: TemplateSet) -> [TemplateFault] {
    ["screen.css", "print.css"].flatMap { name in
      faults(in: templates[name] ?? [], name)
    }
  }

  private static func faults(in bytes: [UInt8], _ name: String) -> [TemplateFault] {
    var found: [TemplateFault] = []
    var (line, column) = (1, 1)
    for byte in bytes {
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") {
        let sign = byte == UInt8(ascii: "<") ? "<" : "&"
        found.append(
          TemplateFault(
            TemplatePlace(file: name, line: line, column: column),
            zh: "樣式表含有「\(sign)」；樣式表置於頁面的 XML 之內；請刪除，或改寫為 CSS 跳脫序列",
            en:
              "“\(sign)” in a style sheet, which stands inside the page’s XML; remove it or write a CSS escape"
          ))
      }
      if byte == lineFeed {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return found
  }
}
