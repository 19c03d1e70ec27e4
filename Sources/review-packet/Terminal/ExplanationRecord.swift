import PacketDocuments
import ReviewModel

/// An explanation for machines, with every row.
struct ExplanationRecord: Encodable {
  struct Row: Encodable {
    let file: String
    let line, column, row: Int?
    let cell: String?

    init(_ place: Place) {
      (file, line, column, row, cell) = (
        place.file, place.line, place.column, place.row, place.cell
      )
    }
  }

  struct Day: Encodable {
    struct UsageRow: Encodable {
      let file: String
      let line, row: Int?
      let uses: Int
    }

    let day: String
    let uses: Int
    /// Nil for a packet, which does not know them.
    let rows: [UsageRow]?
  }

  struct Operand: Encodable {
    let name, label, value: String
    /// `figure`, `setting`, `cell`, `usage`, `findings` or `intermediate`.
    let origin: String
    /// The figure that it is, with all that is under it; or without, where none was asked for.
    let figure: FigureRecord?
    let setting: String?
    let cell: Row?
    let store: String?
    let days: [Day]?
    let findings: [JSONOutput.FindingRecord]?

    init(_ operand: Explanation.Operand, _ rows: UsageRows, _ language: Language) {
      let own = operand.operand
      let words = OperandText(own, in: language)
      (name, label, value) = (own.name, words.label, own.value)
      figure = operand.figure.map { FigureRecord($0, rows, language) }
      var setting, store: String?
      var cell: Row?
      var days: [Day]?
      var findings: [JSONOutput.FindingRecord]?
      switch own.origin {
      case .figure: origin = "figure"
      case .setting(let key): (origin, setting) = ("setting", key)
      case .cell(let place): (origin, cell) = ("cell", Row(place))
      case .usage(let id, _, _):
        (origin, store) = ("usage", id.text)
        days = operand.days.map { day in
          Day(
            day: day.day.isoText, uses: day.uses,
            rows: !rows.isKnown
              ? nil
              : rows.rows(of: id, [day]).map {
                Day.UsageRow(
                  file: $0.place.file, line: $0.place.line, row: $0.place.row, uses: $0.uses)
              })
        }
      case .findings:
        origin = "findings"
        findings = operand.findings.map { JSONOutput.FindingRecord($0, language) }
      case .intermediate: origin = "intermediate"
      }
      (self.setting, self.store, self.cell) = (setting, store, cell)
      (self.days, self.findings) = (days, findings)
    }
  }

  struct FigureRecord: Encodable {
    let path, scope, subject, figure, period, value, unit, clause: String
    let title, formula, inNumbers: String
    /// `whole`; `above` where it is explained further up; `mentioned` where it is not.
    let extent: String
    /// Of the completed stores: those that are not among them, with their statuses.
    let leftOut: [String: String]?
    let operands: [Operand]
    let rows: [Row]

    init(_ explanation: Explanation, _ usage: UsageRows, _ language: Language) {
      let own = explanation.figure
      let rule = own.code.rule
      let record = JSONOutput.FigureRecord(own)
      path = own.path
      (scope, subject, figure) = (record.scope, record.subject, record.figure)
      (period, value) = (record.period, record.value)
      (unit, clause) = (record.unit, record.clause)
      (title, formula) = (rule.title[language], rule.formula[language])
      inNumbers = explanation.inNumbers
      extent = explanation.extent.rawValue
      leftOut =
        explanation.leftOut.isEmpty
        ? nil
        : Dictionary(
          explanation.leftOut.map { ($0.entry.store.text, $0.status.rawValue) },
          uniquingKeysWith: { first, _ in first })
      operands = explanation.operands.map { Operand($0, usage, language) }
      rows = explanation.extent != .whole ? [] : own.derivation.rows.map { Row($0) }
    }
  }

  let result: String
  let exitCode: Int32
  let counts: [String: Int]
  let phase, asOf: String
  let figure: FigureRecord
  /// The clauses that are named, by their numbers.
  let clauses: [String: String]

  init(
    _ outcome: Outcome, _ counts: SeverityCounts, _ source: FigureSource,
    _ explanation: Explanation, _ usage: UsageRows, _ language: Language
  ) {
    result = outcome.rawValue
    exitCode = outcome.exitCode.rawValue
    self.counts = counts.bySeverity
    (phase, asOf) = (source.phase.rawValue, source.asOf.isoText)
    figure = FigureRecord(explanation, usage, language)
    clauses = Dictionary(
      uniqueKeysWithValues: explanation.clauses.map { ($0.rawValue, $0.text[language]) })
  }
}
