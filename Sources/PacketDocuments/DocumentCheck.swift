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
    of page: [UInt8], _ kind: DocumentKind, in folder: String, figures: FigureIndex
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
    of page: [UInt8], _ kind: DocumentKind, _ document: String, _ figures: FigureIndex
  ) -> [DocumentProblem] {
    var problems: [DocumentProblem] = []
    var isShown = Array(repeating: false, count: figures.all.count)
    for mark in FigureMark.marks(in: page) {
      if let position = figures.position(of: mark) {
        isShown[position] = true
        if figures.all[position].value.text == mark.value { continue }
      }
      problems.append(
        .wrongFigure(
          document: document, template: kind.templateName, figure: mark.text, found: mark.value))
    }
    let owed = kind.owedFigures
    for position in figures.all.indices where !isShown[position] {
      let figure = figures.all[position]
      guard owed.contains(figure.code) else { continue }
      problems.append(
        .missingFigure(
          document: document, template: kind.templateName, figure: FigureMark(figure).text))
    }
    return problems
  }
}

extension FigureMark {
  /// As problems name it: `contract D001/12345675 payable-total`.
  fileprivate var text: String {
    [scope, subject, code, period].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
