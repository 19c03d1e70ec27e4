package import ReviewModel

/// The reason why a set of templates can't make a document.
package enum DocumentProblem: Error, Equatable, Sendable {
  /// A style sheet or schema that the set lacks or that is not usable.
  case missingFile(name: String)
  case notUTF8(name: String)
  case badSchema(name: String, line: Int, message: String)
  /// A rendered document that is not well-formed or that the schema rejects.
  case rejected(document: String, template: String, line: Int, message: String)
  /// A figure that the document owes and its template leaves out.
  case missingFigure(document: String, template: String, figure: String)
  /// A mark whose value is not that of the figure.
  case wrongFigure(document: String, template: String, figure: String, found: String)

  /// The problem in one line: what was found, what was expected.
  package var text: Bilingual {
    switch self {
    case .missingFile(let name):
      Bilingual(
        zh: "範本資料夾缺少「\(name)」；請補上該檔",
        en: "The templates have no “\(name)”; add that file")
    case .notUTF8(let name):
      Bilingual(zh: "\(name)：不是 UTF-8；請以 UTF-8 另存", en: "\(name): not UTF-8; save it as UTF-8")
    case .badSchema(let name, let line, let message):
      Bilingual(
        zh: "\(name):\(line)：結構描述有誤：\(message)",
        en: "\(name):\(line): bad schema: \(message)")
    case .rejected(let document, let template, let line, let message):
      Bilingual(
        zh: "\(document):\(line)：依範本 \(template) 產生的文件不正確：\(message)",
        en: "\(document):\(line): the document made by \(template) is not correct: \(message)")
    case .missingFigure(let document, let template, let figure):
      Bilingual(
        zh: "\(template)：\(document) 應列出數字「\(figure)」而未列；請在範本補上",
        en: "\(template): \(document) owes the figure “\(figure)” and leaves it out; add it")
    case .wrongFigure(let document, let template, let figure, let found):
      Bilingual(
        zh: "\(template)：\(document) 的數字「\(figure)」標為「\(found)」，與資料不符；請改正範本",
        en: """
          \(template): \(document) marks the figure “\(figure)” as “\(found)”; correct the \
          template
          """)
    }
  }
}

/// All problems of a set of templates or of a packet's documents together; never empty.
package struct DocumentProblems: Error, Equatable, Sendable {
  package let problems: [DocumentProblem]

  package init(problems: [DocumentProblem]) { self.problems = problems }
}
