internal import ReviewModel

/// A finding as a page shows it.
struct FindingView: TemplateView {
  /// As it may be shown: personal data masked already.
  let finding: Finding
  let language: Language

  static let fields: [ViewField<FindingView>] = [
    .text("id") { $0.finding.id },
    .text("code") { $0.finding.code.rawValue },
    .text("severity") { $0.finding.severity.rawValue },
    .text("severityWord") { CodeWords.word($0.finding.severity)[$0.language] },
    .text("effectWord") { CodeWords.word($0.finding.rule.effect)[$0.language] },
    .text("ownerWord") { CodeWords.word($0.finding.rule.owner)[$0.language] },
    .text("clause") { $0.finding.rule.clause?.rawValue ?? "" },
    .text("title") { $0.finding.rule.title[$0.language] },
    .text("message") { $0.finding.message(in: $0.language) },
    .text("place") { $0.finding.place?.fileAndLine ?? "" },
    .text("cell") { $0.finding.place?.cell ?? "" },
    .text("contract") { $0.finding.contract?.text ?? "" },
    .text("store") { $0.finding.store?.text ?? "" },
    .text("field") { $0.finding.field?.title ?? "" },
    .text("value") { $0.finding.value ?? "" },
    .text("expected") { $0.finding.expected?[$0.language] ?? "" },
    .text("difference") { $0.finding.difference ?? "" },
  ]
}

/// How many findings there are of a severity.
struct SeverityCountView: TemplateView {
  let severity: Severity
  let count: Int
  let format: FigureText

  static let fields: [ViewField<SeverityCountView>] = [
    .text("severity") { $0.severity.rawValue },
    .text("word") { CodeWords.word($0.severity)[$0.format.language] },
    .text("count") { $0.format.number($0.count) },
    .flag("isNone") { $0.count == 0 },
  ]
}

/// A code that occurs: what it means, how many there are, how many of them a page shows.
struct CodeCountView: TemplateView {
  let rule: FindingRule
  let count: Int
  let shown: Int
  let format: FigureText

  static let fields: [ViewField<CodeCountView>] = [
    .text("code") { $0.rule.code.rawValue },
    .text("severity") { $0.rule.severity.rawValue },
    .text("severityWord") { CodeWords.word($0.rule.severity)[$0.format.language] },
    .text("effectWord") { CodeWords.word($0.rule.effect)[$0.format.language] },
    .text("ownerWord") { CodeWords.word($0.rule.owner)[$0.format.language] },
    .text("title") { $0.rule.title[$0.format.language] },
    .text("meaning") { $0.rule.meaning[$0.format.language] },
    .text("clause") { $0.rule.clause?.rawValue ?? "" },
    .text("clauseText") { $0.rule.clause?.text[$0.format.language] ?? "" },
    .text("count") { $0.format.number($0.count) },
    .text("shown") { $0.format.number($0.shown) },
    .flag("isCapped") { $0.shown < $0.count },
    .flag("isPartlyShown") { $0.shown > 0 && $0.shown < $0.count },
  ]
}

/// Findings as people look at them: sorted by severity first, capped after sorting, exact totals.
struct FindingListView: TemplateView {
  let rows: [FindingView]
  let severities: [SeverityCountView]
  let codes: [CodeCountView]
  let total: Int
  let format: FigureText

  static let fields: [ViewField<FindingListView>] = [
    .list("rows") { $0.rows },
    .list("severities") { $0.severities },
    .list("codes") { $0.codes },
    .text("total") { $0.format.number($0.total) },
    .text("shown") { $0.format.number($0.rows.count) },
    .text("hidden") { $0.format.number($0.total - $0.rows.count) },
    .flag("isCapped") { $0.rows.count < $0.total },
    .flag("isEmpty") { $0.total == 0 },
  ]

  /// At most `perCode` rows of a code, and `most` rows in all.
  init(
    _ findings: [Finding], perCode: Int, most: Int = .max, options: DocumentOptions,
    format: FigureText
  ) {
    var severityCounts: [Severity: Int] = [:]
    var counts: [FindingCode: Int] = [:]
    for finding in findings {
      severityCounts[finding.severity, default: 0] += 1
      counts[finding.code, default: 0] += 1
    }
    var shown: [FindingCode: Int] = [:]
    var rows: [FindingView] = []
    for severity in Severity.allCases.sorted() where severityCounts[severity] != nil {
      for finding in findings where finding.severity == severity && rows.count < most {
        guard shown[finding.code, default: 0] < perCode else { continue }
        shown[finding.code, default: 0] += 1
        rows.append(FindingView(finding: finding.shown(options), language: options.language))
      }
    }
    self.rows = rows
    severities = Severity.allCases.sorted().map {
      SeverityCountView(severity: $0, count: severityCounts[$0, default: 0], format: format)
    }
    codes = FindingRegistry.all.filter { counts[$0.code] != nil }
      .enumerated().sorted {
        ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
      }
      .map { rule in
        let code = rule.element.code
        return CodeCountView(
          rule: rule.element, count: counts[code, default: 0], shown: shown[code, default: 0],
          format: format)
      }
    total = findings.count
    self.format = format
  }
}

/// `findings.html`.
struct FindingsView: TemplateView {
  let context: PacketContext
  let findings: FindingListView

  /// A page shows so many rows of a code; the table beside it has them all.
  static let capPerCode = 100

  init(_ context: PacketContext) {
    self.context = context
    findings = FindingListView(
      context.packet.findings, perCode: Self.capPerCode, options: context.options,
      format: context.format)
  }

  static let fields: [ViewField<FindingsView>] = [
    .record("page") { $0.context.page(.findings) },
    .record("words") { $0.context.words },
    .record("figure") { $0.context.contractFigures },
    .record("findings") { $0.findings },
  ]
}
