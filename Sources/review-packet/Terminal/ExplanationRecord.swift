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
    /// Of usage: from which day to which the uses are summed up.
    let first, last: String?
    let days: [Day]?
    let findings: [JSONOutput.FindingRecord]?

    init(_ operand: Explanation.Operand, _ rows: UsageRows, _ language: Language) {
      let own = operand.operand
      let words = OperandText(own, in: language)
      (name, label) = (own.name, words.label)
      // A total names its figures without their values.
      value = own.value.isEmpty ? operand.figure?.figure.value.text ?? "" : own.value
      figure = operand.figure.map { FigureRecord($0, rows, language) }
      var setting, store, first, last: String?
      var cell: Row?
      var days: [Day]?
      var findings: [JSONOutput.FindingRecord]?
      switch own.origin {
      case .figure: origin = "figure"
      case .setting(let key): (origin, setting) = ("setting", key)
      case .cell(let place): (origin, cell) = ("cell", Row(place))
      case .usage(let id, let from, let through):
        (origin, store) = ("usage", id.text)
        (first, last) = (from.isoText, through.isoText)
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
      (self.first, self.last) = (first, last)
      (self.days, self.findings) = (days, findings)
    }
  }

  struct LeftOut: Encodable {
    let store, status: String
    let reasons: [String]
    let row: Row

    init(_ left: Explanation.LeftOut) {
      let entry = left.store.entry
      (store, status) = (entry.store.text, left.store.status.rawValue)
      reasons = left.reasons
      row = Row(entry.source.place(of: .storeID))
    }
  }

  struct FigureRecord: Encodable {
    let path, scope, subject, figure, period, value, unit, clause: String
    let title, formula, inNumbers: String
    /// `whole`; `above` where it is explained further up; `mentioned` where it is not.
    let extent: String
    /// Of a status: why it is that one.
    let reasons: [String]?
    /// Of a count of stores: those on the roster that are not counted.
    let leftOut: [LeftOut]?
    /// Of the completed stores: what kept rows of the roster from counting at all.
    let skippedRows: [JSONOutput.FindingRecord]?
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
      let remarks = explanation.remarks
      inNumbers = remarks.inNumbers
      extent = explanation.extent.rawValue
      reasons = remarks.reasons.isEmpty ? nil : remarks.reasons
      leftOut = remarks.leftOut.isEmpty ? nil : remarks.leftOut.map { LeftOut($0) }
      skippedRows =
        remarks.skippedRows.isEmpty
        ? nil : remarks.skippedRows.map { JSONOutput.FindingRecord($0, language) }
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
