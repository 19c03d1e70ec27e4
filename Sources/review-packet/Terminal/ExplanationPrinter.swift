import PacketDocuments
import ReviewModel

/// An explanation as lines for a terminal: each figure over what it was made from.
struct ExplanationPrinter {
  /// Findings that are named one by one.
  private static let mostFindings = 10

  let language: Language
  let source: FigureSource
  let rows: UsageRows

  private func say(_ zh: String, _ en: String) -> String { language == .en ? en : zh }

  /// The whole of it, with the clauses that it names.
  func lines(_ explanation: Explanation) -> [String] {
    [explanation.figure.path + say("（\(time)）", " (\(time))"), ""]
      + lines(explanation, called: nil, below: nil, at: 0) + clauses(explanation)
      + further(explanation) + [""]
  }

  private var time: String {
    CodeWords.word(source.phase)[language]
      + say("，統計截止日 ", ", as of ") + source.asOf.text(in: language)
  }

  /// A figure by the name that it has where it stands, or by its title; `parent` is the figure that it is
  /// a number of.
  private func lines(
    _ explanation: Explanation, called name: String?, below parent: Figure?, at depth: Int
  ) -> [String] {
    let figure = explanation.figure
    let rule = figure.code.rule
    let head =
      pair(name ?? rule.title[language], figure.text(in: language)) + mark(figure, below: parent)
    switch explanation.extent {
    case .whole: break
    case .above: return [indented(head + say("（見上）", " (explained above)"), depth)]
    case .mentioned: return [indented(head, depth)]
    }
    var lines = [indented(head, depth), indented(rule.formula[language], depth + 1)]
    let remarks = explanation.remarks
    if !remarks.inNumbers.isEmpty { lines.append(indented(remarks.inNumbers, depth + 1)) }
    lines += remarks.reasons.map { indented("→ " + $0, depth + 1) }
    for operand in explanation.operands {
      lines += self.lines(operand, of: figure, at: depth + 1)
    }
    let own = PlaceList(language: language).lines(figure.derivation.rows)
    return lines + own.map { indented("← " + $0, depth + 1) }
      + notCounted(remarks).map { indented($0, depth + 1) }
  }

  private func lines(
    _ operand: Explanation.Operand, of figure: Figure, at depth: Int
  ) -> [String] {
    let words = OperandText(operand.operand, in: language)
    if let under = operand.figure {
      return lines(under, called: label(words, operand.operand), below: figure, at: depth)
    }
    let value = words.traced.isEmpty ? "—" : words.traced
    let line = pair(label(words, operand.operand), value)
    switch operand.operand.origin {
    case .figure, .intermediate: return [indented(line, depth)]
    case .cell: return [indented(line + "  ← " + words.origin, depth)]
    case .setting(let key):
      let origin =
        source.hasProgrammeFile
        ? words.origin : key + say("（預設值）", " (as it is without programme.yaml)")
      return [indented(line + "  ← " + origin, depth)]
    case .usage(let store, let first, let last):
      let window = first.text(in: language) + " – " + last.text(in: language)
      return [indented(line + "  ← " + store.text + say("，", ", ") + window, depth)]
        + usage(of: store, operand.days).map { indented($0, depth + 1) }
    case .findings:
      return [indented(line, depth)] + findings(operand.findings).map { indented($0, depth + 1) }
    }
  }

  /// A total's figures are all of one kind: whose they are tells them apart.
  private func label(_ words: OperandText, _ operand: Derivation.Operand) -> String {
    guard case .figure(let code, let subject, _) = operand.origin,
      subject.hasSuffix(operand.name), operand.name != code.name
    else { return words.label }
    return operand.name + " " + code.rule.title[language]
  }

  /// `  [usage-total m2, D001/12345675/S01, C12]`.
  private func mark(_ figure: Figure, below parent: Figure?) -> String {
    let name = ([figure.code.rule.name] + (figure.month == nil ? [] : [figure.period]))
      .joined(separator: " ")
    let subject = parent != nil && parent?.subject != figure.subject ? figure.subject : nil
    let parts = [name, subject, figure.code.rule.clause?.rawValue].compactMap { $0 }
    return "  [" + parts.joined(separator: ", ") + "]"
  }

  private func usage(of store: StoreID, _ days: [DailyUses]) -> [String] {
    guard let first = days.first, let last = days.last else {
      return [say("無使用日", "no day with a use")]
    }
    let span =
      first.day.text(in: language)
      + (first.day == last.day ? "" : say(" 至 ", " to ") + last.day.text(in: language))
    let count = say(
      "有使用 \(days.count) 天：\(span)",
      "\(days.count) \(days.count == 1 ? "day" : "days") with use: \(span)")
    guard rows.isKnown else { return [count] }
    let places = rows.rows(of: store, days).map(\.place)
    return [count] + PlaceList(language: language).lines(places).map { "← " + $0 }
  }

  /// The stores and rows that were not counted, and why: what a shortfall is made of.
  private func notCounted(_ remarks: Explanation.Remarks) -> [String] {
    var lines: [String] = []
    if !remarks.leftOut.isEmpty {
      lines.append(say("未計入的店家：", "stores that are not counted:"))
      for left in remarks.leftOut {
        let entry = left.store.entry
        let status = CodeWords.word(left.store.status)[language]
        let reasons =
          left.reasons.isEmpty
          ? "" : say("；", "; ") + left.reasons.joined(separator: say("；", "; "))
        lines.append(
          "  " + pair(entry.store.text, status + reasons) + "  ← "
            + entry.source.place(of: .storeID).described)
      }
    }
    if !remarks.skippedRows.isEmpty {
      lines.append(say("未採計的清冊資料列：", "rows of the roster that count nowhere:"))
      lines += findings(remarks.skippedRows).map { "  " + $0 }
    }
    return lines
  }

  private func findings(_ findings: [Finding]) -> [String] {
    let printer = FindingPrinter(language: language)
    let shown = findings.prefix(Self.mostFindings).map { printer.line($0) }
    let rest = findings.count - shown.count
    return shown + (rest > 0 ? [say("另有 \(rest) 則", "\(rest) more")] : [])
  }

  private func clauses(_ explanation: Explanation) -> [String] {
    let clauses = explanation.clauses
    guard !clauses.isEmpty else { return [] }
    return ["", say("條款", "Clauses")]
      + clauses.map { "  " + $0.rawValue + "  " + $0.text[language] }
  }

  private func further(_ explanation: Explanation) -> [String] {
    guard explanation.isCut else { return [] }
    return [
      "", say("更下層的數據以 --depth 展開。", "What is only named is explained with a larger --depth."),
    ]
  }

  private func pair(_ name: String, _ value: String) -> String { name + say("：", ": ") + value }

  private func indented(_ text: String, _ depth: Int) -> String {
    String(repeating: "  ", count: depth) + text
  }
}
