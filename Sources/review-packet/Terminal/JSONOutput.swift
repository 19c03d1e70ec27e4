import Foundation
import PacketDocuments
import ReviewModel

/// A run's results for machines: the same keys and values as `findings.csv` and `figures.csv`.
struct JSONOutput: Encodable {
  struct FindingRecord: Encodable {
    let severity, code, effect: String
    let file: String?
    let line, column, row: Int?
    let cell, contract, store, clause: String?
    let message: String
    let field, value, expected, difference: String?
    let owner, id: String

    init(_ found: Finding, _ language: Language) {
      // A log keeps what is printed: nobody's name or phone number belongs there.
      let finding = found.shown(DocumentOptions())
      let rule = finding.rule
      severity = rule.severity.rawValue
      code = rule.code.rawValue
      effect = rule.effect.rawValue
      file = finding.place?.file
      line = finding.place?.line
      column = finding.place?.column
      row = finding.place?.row
      cell = finding.place?.cell
      contract = finding.contract?.text
      store = finding.store?.text
      clause = rule.clause?.rawValue
      message = finding.message(in: language)
      field = finding.field?.title
      value = finding.value
      expected = finding.expected?[language]
      difference = finding.difference
      owner = rule.owner.rawValue
      id = finding.id
    }
  }

  struct FigureRecord: Encodable {
    let scope, subject, figure, period, value, unit, clause: String

    init(_ figure: Figure) {
      let rule = figure.code.rule
      scope = rule.scope.rawValue
      subject = figure.subject
      self.figure = rule.name
      period = figure.period
      value = figure.value.text
      unit = rule.unit.rawValue
      clause = rule.clause?.rawValue ?? ""
    }
  }

  let result: String
  let exitCode: Int32
  let counts: [String: Int]
  let report: String?
  /// Why the run could not go on, where it was not for a finding.
  let error: String?
  let phase, asOf: String?
  let findings: [FindingRecord]
  let figures: [FigureRecord]

  init(
    _ outcome: Outcome, _ counts: SeverityCounts, report: String?, phase: Phase?,
    asOf: CalendarDate?,
    findings: [Finding], figures: some Sequence<Figure>, _ language: Language
  ) {
    result = outcome.rawValue
    exitCode = outcome.exitCode.rawValue
    self.counts = counts.bySeverity
    self.report = report
    error = nil
    self.phase = phase?.rawValue
    self.asOf = asOf?.isoText
    self.findings = findings.map { FindingRecord($0, language) }
    self.figures = figures.map { FigureRecord($0) }
  }

  /// A run that could not go on.
  init(failure: String, phase: Phase?) {
    let outcome = Outcome.nothingDone
    (result, exitCode, error) = (outcome.rawValue, outcome.exitCode.rawValue, failure)
    counts = SeverityCounts([]).bySeverity
    (report, self.phase, asOf, findings, figures) = (nil, phase?.rawValue, nil, [], [])
  }

  /// One JSON text with sorted keys, so that the same input gives the same bytes.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
