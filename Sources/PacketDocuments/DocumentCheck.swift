internal import ReviewModel
internal import XMLTools

/// Looks at a rendered document before it may become a file.
struct DocumentCheck: Sendable {
  /// More bytes than these no page or packet reaches; a document that does is refused.
  private static let maximumBytes = 1 << 30

  private let schema: XMLSchema
  /// Looks at XML before the schema does; nil where a user's schema is beyond it.
  let acceptor: XMLAcceptor?

  /// Compiles the schema of the set.
  init(schema name: String, in templates: TemplateSet) throws(DocumentProblems) {
    guard let source = templates[name] else {
      throw DocumentProblems(problems: [.missingFile(name: name)])
    }
    do {
      schema = try XMLSchema(source: source)
      acceptor = XMLAcceptor(source: source)
    } catch {
      throw DocumentProblems(
        problems: error.complaints.map {
          .badSchema(name: name, line: $0.line, message: $0.message)
        })
    }
  }

  /// Why a page is not well-formed, or does not show every figure that it owes with its value.
  func problems(
    of page: [UInt8], _ kind: DocumentKind, in folder: String, _ published: PublishedFigures,
    _ figures: FigureIndex
  ) -> [DocumentProblem] {
    if let marks = XMLWellFormedness.values(
      of: PublishedFigures.attributes, in: page, allowing: .html),
      published.agree(with: page, marks, owed: kind.owesCode)
    {
      return []
    }
    return problems(of: page, kind, in: folder, figures)
  }

  /// The same, without a quick look first.
  func problems(
    of page: [UInt8], _ kind: DocumentKind, in folder: String, _ figures: FigureIndex
  ) -> [DocumentProblem] {
    let document = folder.isEmpty ? kind.fileName : folder + "/" + kind.fileName
    let complaints = complaints(aboutPage: page)
    guard complaints.isEmpty else {
      return rejections(complaints, document, kind.templateName)
    }
    return figureFaults(of: page, kind, figures).map { $0.problem(of: document, kind) }
  }

  /// Why a page is not well-formed; empty where it is.
  func complaints(aboutPage page: [UInt8]) -> [XMLComplaint] {
    if XMLWellFormedness.isCertain(of: page, allowing: .html) { return [] }
    return XMLDocument.complaints(about: page, maximumBytes: Self.maximumBytes, allowing: .html)
  }

  /// Why an XML document is not well-formed or the schema rejects it.
  func complaints(aboutXML bytes: [UInt8]) -> [XMLComplaint] {
    do {
      let parsed = try XMLDocument(parsing: bytes, maximumBytes: Self.maximumBytes)
      return schema.complaints(about: parsed)
    } catch {
      return error.complaints
    }
  }

  /// An XML document as it is archived, or why it can't be.
  typealias ArchivedXML = (bytes: [UInt8], problems: [DocumentProblem])

  /// The XML declaration and the Canonical XML 1.1 form of a document that the schema accepts.
  func archived(_ rendered: [UInt8], _ document: String, template: String) -> ArchivedXML {
    let declaration = Array(PacketArchive.declaration.utf8)
    if let canonical = acceptor?.canonical(of: rendered, after: declaration) {
      return (canonical, [])
    }
    do {
      let parsed = try XMLDocument(parsing: rendered, maximumBytes: Self.maximumBytes)
      let complaints = schema.complaints(about: parsed)
      guard complaints.isEmpty else { return ([], rejections(complaints, document, template)) }
      return (declaration + (try parsed.canonical()), [])
    } catch {
      return ([], rejections(error.complaints, document, template))
    }
  }

  private func rejections(
    _ complaints: [XMLComplaint], _ document: String, _ template: String
  ) -> [DocumentProblem] {
    complaints.map {
      .rejected(document: document, template: template, line: $0.line, message: $0.message)
    }
  }

  /// A mark that says another value than the figures, or a figure that is owed and not marked.
  struct FigureFault {
    let mark: FigureMark
    let isMissing: Bool

    func problem(of document: String, _ kind: DocumentKind) -> DocumentProblem {
      isMissing
        ? .missingFigure(document: document, template: kind.templateName, figure: mark.text)
        : .wrongFigure(
          document: document, template: kind.templateName, figure: mark.text, found: mark.value)
    }
  }

  /// Holds the marks of a page that is well-formed against the figures.
  func figureFaults(
    of page: [UInt8], _ kind: DocumentKind, _ figures: FigureIndex
  ) -> [FigureFault] {
    var faults: [FigureFault] = []
    var isShown = Array(repeating: false, count: figures.all.count)
    for mark in FigureMark.marks(in: page) {
      if let position = figures.position(of: mark) {
        isShown[position] = true
        if figures.all[position].value.text == mark.value { continue }
      }
      faults.append(FigureFault(mark: mark, isMissing: false))
    }
    let owed = kind.owesCode
    for position in figures.all.indices where !isShown[position] {
      guard owed[figures.all[position].code.rawValue] else { continue }
      faults.append(FigureFault(mark: FigureMark(figures.all[position]), isMissing: true))
    }
    return faults
  }
}

extension FigureMark {
  /// As problems name it: `contract D001/12345675 payable-total`.
  fileprivate var text: String {
    [scope, subject, code, period].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
