import ReviewModel

extension UsageReader {
  /// Reads a Google Analytics export: its survey decides whether anything of it counts.
  mutating func readExport(
    _ reader: AnalyticsReader, _ survey: AnalyticsReader.Survey
  ) throws(ReadProblem) -> RowLedger {
    let text = reader.text
    counter.surveyor?.describe(survey)
    if let refusal = Self.refusal(of: survey, text.path) {
      findings.append(refusal)
      counter.surveyor?.turnAway(survey)
      var ledger = RowLedger()
      (ledger.read, ledger.notCounted) = (survey.rows, survey.rows)
      return ledger
    }
    var export = AnalyticsCounter(
      text.path, register, survey, isSurveying: counter.surveyor != nil,
      logLimit: reader.logLimit, short)
    var position = ExportPosition()
    func count() {
      take(export.log, at: &position)
      export.emptyLog()
    }
    try reader.walk(shortly: { record in
      guard export.takeShortly(record) else { return false }
      if export.log.isFull { count() }
      return true
    }) { part, record in
      export.take(part, record)
      if export.log.isFull { count() }
    }
    export.finish()
    return finish(export, survey, &position)
  }

  /// Counts what is left of an export's log, and takes its findings in.
  mutating func finish(
    _ export: AnalyticsCounter, _ survey: AnalyticsReader.Survey, _ position: inout ExportPosition
  ) -> RowLedger {
    take(export.log, at: &position)
    short = export.short
    let covered = survey.coveredStores(register)
    counter.surveyor?.cover(covered)
    findings += export.findings
    var ledger = export.ledger
    ledger.add(position.ledger)
    return ledger
  }

  /// Why nothing of an export counts: nobody's property (US006), a view that two stores claim
  /// (US013), no table with daily figures per store (US011), in this order.
  private static func refusal(of survey: AnalyticsReader.Survey, _ path: String) -> Finding? {
    switch survey.owner.claim {
    case .nobody:
      return AnalyticsFindings.otherProperty(survey.name, path, rows: survey.rows)
    case .contested(let one, let other):
      return AnalyticsFindings.contested(one, other, survey.owner.name ?? "", path)
    case .known:
      if survey.tables.contains(where: { $0.plan != nil }) { return nil }
      return Finding(
        .US011, at: Place(file: path), rows: survey.rows, detail: UsageForm.noDailyTable)
    }
  }

  /// Where the counting of an export is.
  struct ExportPosition {
    var ledger = RowLedger()
    var losesDays = false
    var table: ExportLog.Table?
  }

  /// Counts what an export's rows gave.
  mutating func take(_ log: ExportLog, at position: inout ExportPosition) {
    var index = 0
    var next = 0
    var run = 0
    while index < log.rows.count || next < log.entries.count {
      while next < log.entries.count, log.entries[next].index == index {
        take(log.entries[next].entry, at: &position)
        next += 1
      }
      let end = next < log.entries.count ? log.entries[next].index : log.rows.count
      let taken = log.rows.withUnsafeBufferPointer { rows in
        counter.count(UnsafeBufferPointer(rebasing: rows[..<end]), from: index) - index
      }
      position.ledger.counted += taken
      index += taken
      guard index < end, let table = position.table else { continue }
      while run + 1 < log.runs.count, log.runs[run + 1].index <= index { run += 1 }
      let offset = index - log.runs[run].index
      let place = UsageCounter.RowPlace(
        line: log.runs[run].line + offset, row: log.runs[run].row + offset,
        storeCell: table.storeCell, dateCell: table.dateCell)
      count(log.rows[index], of: table, at: place, &position)
      index += 1
    }
  }

  /// Counts a plain row that needs a longer look.
  private mutating func count(
    _ row: StoreDayUses, of table: ExportLog.Table, at place: UsageCounter.RowPlace,
    _ position: inout ExportPosition
  ) {
    // Plain rows are those whose day has eight digits.
    let date = CalendarDate(dayNumber: row.day).isoText.filter { $0 != "-" }
    switch counter.count(store: row.store, day: row.day, uses: row.uses, at: place, date: date) {
    case .counted: position.ledger.counted += 1
    case .notCounted: position.ledger.notCounted += 1
    case .earlierTable:
      position.losesDays = true
      position.ledger.notCounted += 1
    case .tooLarge:
      position.ledger.skipped += 1
      let id = counter.id(ofStore: row.store)
      findings.append(
        Finding(
          .IN005,
          at: Place(
            file: counter.file, line: place.line, column: table.usesCell, row: place.row),
          contract: counter.contract(ofStore: id.text), store: id, field: table.uses,
          value: String(row.uses), expected: Expected.integer(atLeast: 0)))
    }
  }

  private mutating func take(_ entry: ExportLog.Entry, at position: inout ExportPosition) {
    switch entry {
    case .table(let table):
      counter.beginTable(store: table.store, date: table.date)
      position.table = table
    case .endOfTable(let later):
      if position.losesDays { findings.append(later) }
      position.losesDays = false
    case .row(let store, let day, let uses, let place, let date, let tooLarge):
      switch counter.count(store: store, day: day, uses: uses, at: place, date: date) {
      case .counted: position.ledger.counted += 1
      case .notCounted: position.ledger.notCounted += 1
      case .earlierTable:
        position.losesDays = true
        position.ledger.notCounted += 1
      case .tooLarge:
        findings.append(tooLarge)
        position.ledger.skipped += 1
      }
    case .stranger(let id, let place):
      counter.passOver(id: id, at: place)
      position.ledger.notCounted += 1
    case .note(.table(let table)): counter.surveyor?.beginTable(table)
    case .note(.count(let count)): counter.surveyor?.take(count: count)
    case .note(.total(let total)): counter.surveyor?.take(total: total)
    case .note(.other): counter.surveyor?.takeOther()
    }
  }
}
