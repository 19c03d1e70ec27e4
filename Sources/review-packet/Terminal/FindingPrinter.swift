import PacketDocuments
import ReviewModel

/// Findings as a terminal shows them: the gravest first, of each code at most 20, exact counts.
struct FindingPrinter {
  static let linesPerCode = 20

  let language: Language

  /// Prints to standard error as `path:line:column: severity CODE message`.
  func printLines(of findings: [Finding], rest: String?) {
    var printed: [FindingCode: Int] = [:]
    var left: [FindingCode: Int] = [:]
    for severity in Severity.allCases {
      // By their places: of the many that are not printed, none is copied.
      for index in findings.indices where findings[index].severity == severity {
        let code = findings[index].code
        guard printed[code, default: 0] < Self.linesPerCode else {
          left[code, default: 0] += 1
          continue
        }
        printed[code, default: 0] += 1
        Console.error(line(findings[index]))
      }
    }
    for (code, count) in left.sorted(by: { $0.key < $1.key }) {
      Console.error(omitted(code, count, rest))
    }
  }

  func line(_ finding: Finding) -> String {
    let subject = [finding.contract?.text, finding.store?.text].compactMap { $0 }
    let place = finding.place?.compilerStyle ?? subject.joined(separator: "/")
    return Console.safe(
      "\(place.isEmpty ? "." : place): \(finding.severity.rawValue) \(finding.code.rawValue) "
        + finding.shown(DocumentOptions()).message(in: language))
  }

  private func omitted(_ code: FindingCode, _ count: Int, _ rest: String?) -> String {
    switch language {
    case .zhHant: "\(code.rawValue)：另有 \(count) 則未列出" + (rest.map { "，全部見 \($0)" } ?? "")
    case .en: "\(code.rawValue): \(count) more" + (rest.map { "; all of them in \($0)" } ?? "")
    }
  }

  /// A line per code with its count, the gravest first.
  func summary(of findings: [Finding]) -> [String] {
    var counts: [FindingCode: Int] = [:]
    for finding in findings { counts[finding.code, default: 0] += 1 }
    let codes = counts.keys.sorted { one, two in
      let (left, right) = (
        FindingRegistry.rule(one).severity, FindingRegistry.rule(two).severity
      )
      return left != right ? left < right : one < two
    }
    return codes.map { code in
      let rule = FindingRegistry.rule(code)
      let count = String(counts[code, default: 0])
      let padding = String(repeating: " ", count: max(0, 6 - count.utf8.count))
      let isEnglish = language == .en
      let severity =
        isEnglish ? rule.severity.rawValue : CodeWords.word(rule.severity)[language]
      // A Chinese character is two columns of a terminal wide.
      let width = isEnglish ? severity.utf8.count : 2 * severity.unicodeScalars.count
      let gap = String(repeating: " ", count: max(1, (isEnglish ? 9 : 10) - width))
      return "\(padding)\(count)  \(code.rawValue)  \(severity)\(gap)\(rule.title[language])"
    }
  }
}

/// How many findings there are of each severity.
struct SeverityCounts {
  private var counts: [Severity: Int] = [:]

  init(_ findings: [Finding]) {
    for index in findings.indices { counts[findings[index].severity, default: 0] += 1 }
  }

  subscript(severity: Severity) -> Int { counts[severity, default: 0] }

  /// Each severity by its name, those too of which there is none.
  var bySeverity: [String: Int] {
    Dictionary(uniqueKeysWithValues: Severity.allCases.map { ($0.rawValue, self[$0]) })
  }

  mutating func add(_ severity: Severity) { counts[severity, default: 0] += 1 }

  func text(_ language: Language) -> String {
    switch language {
    case .zhHant:
      "嚴重錯誤 \(self[.fatal])、錯誤 \(self[.error])、警告 \(self[.warning])、提示 \(self[.info])"
    case .en:
      "\(self[.fatal]) fatal, \(self[.error]) error, \(self[.warning]) warning, \(self[.info]) info"
    }
  }
}
