import PacketDocuments
import ReviewModel

/// What changed between packets, for machines; lists are whole.
struct DifferenceRecord: Encodable {
  struct Packet: Encodable {
    let path, contract, phase, asOf, verdict: String

    init(_ source: PacketSource) {
      let packet = source.archived.packet
      path = source.path
      contract = packet.review.id.text
      phase = packet.provenance.phase.rawValue
      asOf = packet.provenance.asOf.isoText
      verdict = packet.review.verdict.rawValue
    }
  }

  struct Named: Encodable {
    let name: String
    let before, after: String?

    init(_ change: NamedChange) {
      (name, before, after) = (change.name, change.before, change.after)
    }
  }

  struct FigureRecord: Encodable {
    let scope, figure, period, unit: String
    let before, after, difference: String?

    init(_ change: FigureChange) {
      scope = change.code.scope.rawValue
      figure = change.code.name
      period = change.month.map { "m\($0)" } ?? ""
      unit = change.code.rule.unit.rawValue
      before = change.before?.text
      after = change.after?.text
      difference = change.difference
    }
  }

  struct Verdict: Encodable {
    let before, after: String
    let blockedBefore, blockedAfter: [String]

    init(_ change: VerdictChange) {
      (before, after) = (change.before.rawValue, change.after.rawValue)
      blockedBefore = change.blockedBefore.map(\.rawValue)
      blockedAfter = change.blockedAfter.map(\.rawValue)
    }
  }

  struct Store: Encodable {
    let store: String
    let before, after: String?
    let ineligibleBefore, ineligibleAfter: [String]

    init(_ change: StoreChange) {
      store = change.store.text
      (before, after) = (change.before?.rawValue, change.after?.rawValue)
      ineligibleBefore = change.codesBefore.map(\.rawValue)
      ineligibleAfter = change.codesAfter.map(\.rawValue)
    }
  }

  struct StoreFigures: Encodable {
    struct OneSided: Encodable {
      let figure: String
      let periods: [String]

      init(_ figure: StoreFigureChanges.OneSided) {
        self.figure = figure.code.name
        periods = figure.months.map { "m\($0)" }
      }
    }

    let store: String
    let changes: [FigureRecord]
    let onlyBefore, onlyAfter: [OneSided]

    init(_ changes: StoreFigureChanges) {
      store = changes.store
      self.changes = changes.changes.map { FigureRecord($0) }
      onlyBefore = changes.onlyBefore.map { OneSided($0) }
      onlyAfter = changes.onlyAfter.map { OneSided($0) }
    }
  }

  struct FindingState: Encodable {
    let state: String
    /// The id of the other packet's finding about the same matter with another value.
    let counterpart: String?
    let finding: JSONOutput.FindingRecord

    init(_ change: FindingChange, _ language: Language) {
      state = change.state.rawValue
      counterpart = change.counterpart?.id
      finding = JSONOutput.FindingRecord(change.finding, language)
    }
  }

  struct File: Encodable {
    let kind, path: String
    let oldPath, before, after: String?

    init(_ change: FileChange) {
      (kind, path, oldPath) = (change.kind.rawValue, change.path, change.oldPath)
      (before, after) = (change.before, change.after)
    }
  }

  struct Row: Encodable {
    let table, subject, kind: String
    let columns: [Named]

    init(_ change: RowChange) {
      (table, subject) = (change.table.rawValue, change.subject)
      kind = change.kind.rawValue
      columns = change.columns.map { Named($0) }
    }
  }

  struct Uses: Encodable {
    let store, first, last, before, after: String
    let days: Int

    init(_ change: UsesChange) {
      (store, days) = (change.store.text, change.days)
      (first, last) = (change.first.isoText, change.last.isoText)
      (before, after) = (String(change.before), String(change.after))
    }
  }

  struct Step: Encodable {
    let isSame: Bool
    let before, after: Packet
    let heading, settings, provenance: [Named]
    let money, figures: [FigureRecord]
    let verdict: Verdict?
    let stores: [Store]
    let storeFigures: [StoreFigures]
    let findings: [FindingState]
    let files: [File]
    let rows: [Row]
    let uses: [Uses]
    /// The first line of packet.xml that differs where nothing above does.
    let otherLine: Int?

    init(_ step: PacketStep, _ language: Language) {
      let difference = step.difference
      isSame = step.isSame
      (before, after) = (Packet(step.before), Packet(step.after))
      heading = difference.heading.map { Named($0) }
      settings = difference.settings.map { Named($0) }
      provenance = difference.provenance.map { Named($0) }
      money = difference.money.map { FigureRecord($0) }
      figures = difference.figures.map { FigureRecord($0) }
      verdict = difference.verdict.map { Verdict($0) }
      stores = difference.stores.map { Store($0) }
      storeFigures = difference.storeFigures.map { StoreFigures($0) }
      findings = difference.findings.map { FindingState($0, language) }
      files = difference.files.map { File($0) }
      rows = difference.rows.map { Row($0) }
      uses = difference.uses.map { Uses($0) }
      otherLine = step.otherLine
    }
  }

  let result: String
  let exitCode: Int32
  let steps: [Step]

  init(_ steps: [PacketStep], isSame: Bool, exitCode: Int32, _ language: Language) {
    result = isSame ? "same" : "different"
    self.exitCode = exitCode
    self.steps = steps.map { Step($0, language) }
  }
}
