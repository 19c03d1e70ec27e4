internal import ReviewModel
internal import XMLTools

/// Looks at a rendered document before it may become a file.
struct DocumentCheck: Sendable {
  /// More bytes than these no page or packet reaches; a document that does is refused.
  private static let maximumBytes = 1 << 30

  private let schema: XMLSchema

  /// Compiles the schema of the set.
  init(schema name: String, in templates: TemplateSet) throws(DocumentProblems) {
    guard let source = templates[name] else {
      throw DocumentProblems(problems: [.missingFile(name: name)])
    }
    do {
      schema = try XMLSchema(source: source)
    } catch {
      throw DocumentProblems(
        problems: error.complaints.map {
          .badSchema(name: name, line: $0.line, message: $0.message)
        })
    }
  }

  /// Whether a page is well-formed and shows every figure that it owes, each with its value.
  func problems(
    of page: [UInt8], _ kind: DocumentKind, in folder: String, figures: [Figure]
  ) -> [DocumentProblem] {
    let document = folder.isEmpty ? kind.fileName : folder + "/" + kind.fileName
    let complaints = XMLDocument.complaints(
      about: page, maximumBytes: Self.maximumBytes, allowing: .html)
    guard complaints.isEmpty else {
      return rejections(complaints, document, kind.templateName)
    }
    return figureProblems(of: page, kind, document, figures)
  }

  /// Whether an XML document is well-formed and the schema accepts it.
  func problems(ofXML bytes: [UInt8], _ document: String, template: String) -> [DocumentProblem] {
    do {
      let parsed = try XMLDocument(parsing: bytes, maximumBytes: Self.maximumBytes)
      return rejections(schema.complaints(about: parsed), document, template)
    } catch {
      return rejections(error.complaints, document, template)
    }
  }

  private func rejections(
    _ complaints: [XMLComplaint], _ document: String, _ template: String
  ) -> [DocumentProblem] {
    complaints.map {
      .rejected(document: document, template: template, line: $0.line, message: $0.message)
    }
  }

  private func figureProblems(
    of page: [UInt8], _ kind: DocumentKind, _ document: String, _ figures: [Figure]
  ) -> [DocumentProblem] {
    struct Key: Hashable {
      let scope: String
      let code: String
      let subject: String
      let period: String

      init(_ mark: FigureMark) {
        (scope, code, subject, period) = (mark.scope, mark.code, mark.subject, mark.period)
      }

      var text: String {
        [scope, subject, code, period].filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
    var owed: [Key: Bool] = [:]
    var values: [Key: String] = [:]
    for figure in figures {
      let mark = FigureMark(figure)
      values[Key(mark)] = mark.value
      if kind.owedFigures.contains(figure.code) { owed[Key(mark)] = true }
    }
    var problems: [DocumentProblem] = []
    for mark in FigureMark.marks(in: page) {
      let key = Key(mark)
      owed[key] = nil
      guard values[key] != mark.value else { continue }
      problems.append(
        .wrongFigure(
          document: document, template: kind.templateName, figure: key.text, found: mark.value))
    }
    for figure in figures where owed[Key(FigureMark(figure))] != nil {
      problems.append(
        .missingFigure(
          document: document, template: kind.templateName, figure: Key(FigureMark(figure)).text))
    }
    return problems
  }
}
