internal import ReviewModel

/// A finding as a page shows it.
struct FindingView: TemplateView {
  /// As it may be shown: personal data masked already.
  let finding: Finding
  let language: Language

  static let fields: [ViewField<FindingView>] = [
    .text("id") { $0.pointee.finding.id },
    .text("code") { $0.pointee.finding.code.rawValue },
    .text("severity") { $0.pointee.finding.severity.rawValue },
    .text("severityWord") { CodeWords.word($0.pointee.finding.severity)[$0.pointee.language] },
    .text("effectWord") { CodeWords.word($0.pointee.finding.rule.effect)[$0.pointee.language] },
    .text("ownerWord") { CodeWords.word($0.pointee.finding.rule.owner)[$0.pointee.language] },
    .text("clause") { $0.pointee.finding.rule.clause?.rawValue ?? "" },
    .text("title") { $0.pointee.finding.rule.title[$0.pointee.language] },
    .text("message") { $0.pointee.finding.message(in: $0.pointee.language) },
    .text("place") { $0.pointee.finding.place?.fileAndLine ?? "" },
    .text("cell") { $0.pointee.finding.place?.cell ?? "" },
    .text("contract") { $0.pointee.finding.contract?.text ?? "" },
    .text("store") { $0.pointee.finding.store?.text ?? "" },
    .text("field") { $0.pointee.finding.field?.title ?? "" },
    .text("value") { $0.pointee.finding.value ?? "" },
    .text("expected") { $0.pointee.finding.expected?[$0.pointee.language] ?? "" },
    .text("difference") { $0.pointee.finding.difference ?? "" },
  ]
}

/// How many findings there are of a severity.
struct SeverityCountView: TemplateView {
  let severity: Severity
  let count: Int
  let format: FigureText

  static let fields: [ViewField<SeverityCountView>] = [
    .text("severity") { $0.pointee.severity.rawValue },
    .text("word") { CodeWords.word($0.pointee.severity)[$0.pointee.format.language] },
    .written("count") { $1.number($0.pointee.count) },
    .flag("isNone") { $0.pointee.count == 0 },
  ]
}

/// A code that occurs: what it means, how many there are, how many of them a page shows.
struct CodeCountView: TemplateView {
  let rule: FindingRule
  let count: Int
  let shown: Int
  let format: FigureText

  static let fields: [ViewField<CodeCountView>] = [
    .text("code") { $0.pointee.rule.code.rawValue },
    .text("severity") { $0.pointee.rule.severity.rawValue },
    .text("severityWord") { CodeWords.word($0.pointee.rule.severity)[$0.pointee.format.language] },
    .text("effectWord") { CodeWords.word($0.pointee.rule.effect)[$0.pointee.format.language] },
    .text("ownerWord") { CodeWords.word($0.pointee.rule.owner)[$0.pointee.format.language] },
    .text("title") { $0.pointee.rule.title[$0.pointee.format.language] },
    .text("meaning") { $0.pointee.rule.meaning[$0.pointee.format.language] },
    .text("clause") { $0.pointee.rule.clause?.rawValue ?? "" },
    .text("clauseText") { $0.pointee.rule.clause?.text[$0.pointee.format.language] ?? "" },
    .written("count") { $1.number($0.pointee.count) },
    .written("shown") { $1.number($0.pointee.shown) },
    .flag("isCapped") { $0.pointee.shown < $0.pointee.count },
    .flag("isPartlyShown") { $0.pointee.shown > 0 && $0.pointee.shown < $0.pointee.count },
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
    .list("rows", \.rows),
    .list("severities", \.severities),
    .list("codes", \.codes),
    .written("total") { $1.number($0.pointee.total) },
    .written("shown") { $1.number($0.pointee.rows.count) },
    .written("hidden") { $1.number($0.pointee.total - $0.pointee.rows.count) },
    .flag("isCapped") { $0.pointee.rows.count < $0.pointee.total },
    .flag("isEmpty") { $0.pointee.total == 0 },
  ]

  /// At most `perCode` rows of a code, and `most` rows in all.
  init(
    _ findings: [Finding], perCode: Int, most: Int = .max, options: DocumentOptions,
    format: FigureText
  ) {
    let rules = FindingRegistry.all
    // By rank: how many there are of a code, and how many of them are shown.
    var counts = [Int](repeating: 0, count: rules.count)
    var shown = counts
    // Those that the codes' caps leave, in their order.
    var kept: [Severity: [Int]] = [:]
    for index in findings.indices {
      let rank = findings[index].code.rank
      counts[rank] += 1
      if counts[rank] <= perCode { kept[rules[rank].severity, default: []].append(index) }
    }
    let severities = Severity.allCases.sorted()
    rows = severities.flatMap { kept[$0, default: []] }.prefix(most).map { index in
      shown[findings[index].code.rank] += 1
      return FindingView(finding: findings[index].shown(options), language: options.language)
    }
    self.severities = severities.map { severity in
      let ofSeverity = zip(rules, counts).filter { $0.0.severity == severity }
      return SeverityCountView(
        severity: severity, count: ofSeverity.reduce(0) { $0 + $1.1 }, format: format)
    }
    let occurring = rules.indices.filter { counts[$0] > 0 }
    codes = occurring.sorted { (rules[$0].severity, $0) < (rules[$1].severity, $1) }.map { rank in
      CodeCountView(rule: rules[rank], count: counts[rank], shown: shown[rank], format: format)
    }
    total = findings.count
    self.format = format
  }
}

/// `findings.html`.
struct FindingsView: TemplateView {
  let context: PacketContext
  private let page: PageView
  let findings: FindingListView

  /// A page shows so many rows of a code; the table beside it has them all.
  static let capPerCode = 100

  init(_ context: PacketContext) {
    self.context = context
    page = context.page(.findings)
    findings = FindingListView(
      context.packet.findings, perCode: Self.capPerCode, options: context.options,
      format: context.format)
  }

  static let fields: [ViewField<FindingsView>] = [
    .record("page", \.page),
    .record("words", \.context.words),
    .record("figure", \.context.contractFigures),
    .record("findings", \.findings),
  ]
}
