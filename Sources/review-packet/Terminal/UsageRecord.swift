import ReviewModel
import ReviewRules

/// The exports' completeness for machines.
struct UsageRecord: Encodable {
  struct Period: Encodable {
    let first, last: String

    init(_ range: DayRange) {
      (first, last) = (range.first.isoText, range.last.isoText)
    }
  }

  struct Table: Encodable {
    let line: Int
    let period: Period?
    let isCounted: Bool
    let rows, otherRows: Int
    let sum, total: String?

    init(_ table: ExportTableSurvey) {
      line = table.line
      period = table.period.map { Period($0) }
      isCounted = table.isCounted
      (rows, otherRows) = (table.rows, table.otherRows)
      sum = table.isSumComplete ? String(table.sum) : nil
      total = table.total.map { String($0) }
    }
  }

  struct File: Encodable {
    let file, form: String
    let encoding, property: String?
    let data: Period?
    let stores, coveredStores, read, counted, skipped, notCounted: Int
    let tables: [Table]
    let doubts: [String]

    init(_ export: FileExport, _ language: Language) {
      let (survey, rows) = (export.survey, export.file.rows)
      file = export.file.path
      form = survey.form.rawValue
      encoding = export.file.encoding?.rawValue
      property = survey.property
      data = survey.data.map { Period($0) }
      stores = survey.stores.count
      coveredStores = survey.coveredStores.count
      (read, counted) = (rows.read, rows.counted)
      (skipped, notCounted) = (rows.skipped, rows.notCounted)
      tables = survey.tables.map { Table($0) }
      let printer = UsagePrinter(language: language, columns: 80)
      doubts = export.doubts.map { printer.text($0) }
    }
  }

  struct Store: Encodable {
    let contract, store: String
    let goLive: String?
    let uses, daysWithUse, noUse, noRow, notExported, beforeGoLive, afterEnd: Int
    /// A character per day, from the first of `days` on.
    let marks: String
    let notExportedPeriods: [Period]

    init(_ export: StoreExport) {
      contract = export.contract.text
      store = export.store.text
      goLive = export.goLive?.isoText
      uses = export.uses
      daysWithUse = export.daysWithUse
      noUse = export.count { $0 == .noUse }
      noRow = export.count { $0 == .noRow }
      notExported = export.count { $0 == .notExported }
      beforeGoLive = export.count { $0 == .beforeGoLive }
      afterEnd = export.count { $0 == .afterEnd }
      marks = Sparkline(days: 0, columns: 0).text(export.marks)
      notExportedPeriods = export.ranges(of: .notExported).map { Period($0) }
    }
  }

  let result: String
  let exitCode: Int32
  let phase, asOf: String
  let counts: [String: Int]
  let days: Period?
  let files: [File]
  let stores: [Store]
  let findings: [JSONOutput.FindingRecord]

  init(
    _ outcome: Outcome, _ counts: SeverityCounts, phase: Phase, asOf: CalendarDate,
    exports: ExportCompleteness?, findings: [Finding], _ language: Language
  ) {
    result = outcome.rawValue
    exitCode = outcome.exitCode.rawValue
    self.phase = phase.rawValue
    self.asOf = asOf.isoText
    self.counts = counts.bySeverity
    days = exports?.days.map { Period($0) }
    files = exports?.files.map { File($0, language) } ?? []
    stores = exports?.stores.map { Store($0) } ?? []
    self.findings = findings.map { JSONOutput.FindingRecord($0, language) }
  }
}
