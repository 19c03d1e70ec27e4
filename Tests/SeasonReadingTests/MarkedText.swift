import ReviewModel

/// A CSV text in which `«US007»` stands before the cell that a finding should name; `«US012/»`
/// stands before a line that is named without a cell.
struct MarkedText {
  let text: String
  /// `US007 8:3`, `US012 7`, in the order of places.
  let expected: [String]

  init(_ marked: String, delimiter: Character = ",") {
    var text = ""
    var expected: [String] = []
    var line = 1
    var column = 1
    var isQuoted = false
    var rest = marked[...]
    while let character = rest.popFirst() {
      if character == "«", let end = rest.firstIndex(of: "»"), rest[..<end].allSatisfy(\.isASCII) {
        let code = rest[..<end]
        rest = rest[rest.index(after: end)...]
        expected.append(
          code.hasSuffix("/") ? "\(code.dropLast()) \(line)" : "\(code) \(line):\(column)")
        continue
      }
      text.append(character)
      if character == "\"" { isQuoted.toggle() }
      if character == delimiter, !isQuoted { column += 1 }
      if character.isNewline {
        line += 1
        if !isQuoted { column = 1 }
      }
    }
    self.text = text
    self.expected = expected
  }
}

/// Findings as marks give them: `US007 8:3`; `US012 7` for a line, `US013` for a file.
func places(_ findings: [Finding]) -> [String] {
  findings.sorted(by: findingPrecedes).map { finding in
    let line = finding.place?.line.map { " \($0)" } ?? ""
    return finding.code.rawValue + line + (finding.place?.column.map { ":\($0)" } ?? "")
  }
}
