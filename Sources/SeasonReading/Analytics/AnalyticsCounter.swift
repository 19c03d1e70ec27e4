import ReviewModel

/// Counts the rows of an export's tables into the season's usage, and says what can't be counted.
struct AnalyticsCounter {
  private let file: String
  private let register: UsageRegister
  private let survey: AnalyticsReader.Survey
  private let paths: [Int: StorePath]
  private(set) var findings: [Finding] = []
  private(set) var ledger = RowLedger()

  // The table that is being counted.
  private var number = -1
  private var sum: Int128 = 0
  private var isSumComplete = true
  private var totals: [(value: Int128, finding: Finding)] = []
  private var losesDays = false
  private var lacksMetric = false

  // Rows of the whole file that share a fault.
  private var otherProperty = 0
  private var noStore: RowGroup?

  init(_ file: String, _ register: UsageRegister, _ survey: AnalyticsReader.Survey) {
    self.file = file
    self.register = register
    self.survey = survey
    var paths: [Int: StorePath] = [:]
    for number in survey.owner.solutions {
      paths[number] = StorePath(pattern: register.solutions[number].gaStorePattern)
    }
    self.paths = paths
  }

  private var table: ExportTable? { number >= 0 ? survey.tables[number] : nil }

  mutating func take(
    _ part: ExportWalker.Part, _ record: Record, into counter: inout UsageCounter
  ) {
    switch part {
    case .blank: break
    case .comment: endTable()
    case .header:
      endTable()
      number += 1
      beginTable(&counter)
    case .row:
      ledger.read += 1
      guard let table, let plan = table.plan, !table.hasUnreadableDates else {
        ledger.notCounted += 1
        return
      }
      takeRow(ExportRow(record: record, plan: plan), table, &counter)
    }
  }

  /// Ends the file: what concerns it as a whole.
  mutating func finish() {
    endTable()
    if otherProperty > 0 {
      findings.append(AnalyticsFindings.otherProperty(survey.name, file, rows: otherProperty))
    }
    if let noStore {
      findings.append(
        Finding(
          .US010, at: noStore.first, field: noStore.field, value: noStore.value,
          rows: noStore.rows))
    }
  }

  private mutating func beginTable(_ counter: inout UsageCounter) {
    guard let table else { return }
    (sum, isSumComplete, totals, losesDays, lacksMetric) = (0, true, [], false, false)
    counter.surveyor?.beginTable(ExportTableSurvey(table))
    guard let plan = table.plan else {
      findings.append(AnalyticsFindings.notCounted(table, file))
      return
    }
    if table.hasUnreadableDates {
      findings.append(AnalyticsFindings.unreadableDates(table, file))
      return
    }
    let date = Field(column: .date, title: plan.titles[plan.day.column])
    let store = storeField(plan)
    counter.beginTable(store: store, date: date)
  }

  private func storeField(_ plan: ExportPlan) -> Field {
    switch plan.route {
    case .column(let column), .path(let column):
      Field(column: .storeID, title: plan.titles[column])
    case .file: Field(title: Column.storeID.rawValue)
    }
  }

  /// Holds the total against the sum, and names a later daily table that lost days.
  private mutating func endTable() {
    guard let table, table.plan != nil else { return }
    for total in totals where isSumComplete && total.value != sum {
      var finding = total.finding
      let difference = total.value > sum ? total.value - sum : sum - total.value
      finding.expected = Bilingual(zh: grouped(sum), en: grouped(sum))
      finding.difference = grouped(difference)
      findings.append(finding)
    }
    if losesDays { findings.append(AnalyticsFindings.laterTable(table, file)) }
    if lacksMetric { findings.append(AnalyticsFindings.lacksMetric(table, file)) }
    (totals, losesDays, lacksMetric) = ([], false, false)
  }

  private mutating func takeRow(
    _ row: ExportRow, _ table: ExportTable, _ counter: inout UsageCounter
  ) {
    if row.record.unclosedCell != nil || row.record.isTruncated {
      skip(AnalyticsFindings.malformed(row, file))
      isSumComplete = false
      counter.surveyor?.take(count: nil)
      return
    }
    if row.isTotal {
      takeTotal(row)
      counter.surveyor?.take(total: row.count(row.plan.count).map { Int128($0) })
      return
    }
    if row.isNote { return skip(AnalyticsFindings.note(row, file)) }
    if row.surplus != nil {
      skip(AnalyticsFindings.malformed(row, file))
      isSumComplete = false
      counter.surveyor?.take(count: nil)
      return
    }
    let count = row.count(row.plan.count)
    if let count { sum += Int128(count) } else { isSumComplete = false }
    counter.surveyor?.take(count: count)
    guard let id = storeID(of: row) else {
      if row.isOther { counter.surveyor?.takeOther() }
      if case .column(let column) = row.plan.route, !Self.saysNothing(row.code(column)) {
        return skip(AnalyticsFindings.badCell(row, column, .storeID, file, nil, nil))
      }
      return leadsNowhere(row)
    }
    let store = counter.store(id: id)
    if store == nil, case .path = row.plan.route, !register.skippedStores.contains(StoreID(id)) {
      return leadsNowhere(row)
    }
    takeUse(row, table, id, store, &counter)
  }

  private mutating func takeUse(
    _ row: ExportRow, _ table: ExportTable, _ id: String, _ store: Int?,
    _ counter: inout UsageCounter
  ) {
    let solution = store.flatMap { register.windows[$0].solution }
    if let store, let solution, row.plan.countBySolution[solution] == nil,
      survey.owner.mayCount(forStore: store)
    {
      // The solution's own metric is no column of this table, so nothing is guessed from another.
      lacksMetric = true
      ledger.notCounted += 1
      return
    }
    let known = solution.map { row.plan.countBySolution[$0] } ?? row.plan.defaultCount
    let column = known ?? row.plan.count
    let day = self.day(of: row, table)
    let uses = row.count(column)
    guard let day, let uses else {
      let contract = store.map { register.contracts[register.windows[$0].contract] }
      if day == nil {
        findings.append(
          AnalyticsFindings.badCell(row, row.plan.day.column, .date, file, contract, id))
      }
      if uses == nil {
        findings.append(AnalyticsFindings.badCell(row, column, .uses, file, contract, id))
      }
      ledger.skipped += 1
      return
    }
    let place = UsageCounter.RowPlace(
      line: row.record.line, row: row.record.row,
      storeCell: (row.storeColumn ?? row.plan.day.column) + 1,
      dateCell: row.plan.day.column + 1)
    guard let store else {
      counter.passOver(id: id, at: place)
      ledger.notCounted += 1
      return
    }
    guard survey.owner.mayCount(forStore: store) else {
      otherProperty += 1
      ledger.notCounted += 1
      return
    }
    switch counter.count(
      store: store, day: day.dayNumber, uses: uses, at: place,
      date: row.text(row.plan.day.column))
    {
    case .counted: ledger.counted += 1
    case .notCounted: ledger.notCounted += 1
    case .earlierTable:
      losesDays = true
      ledger.notCounted += 1
    case .tooLarge:
      let contract = register.contracts[register.windows[store].contract]
      skip(AnalyticsFindings.badCell(row, column, .uses, file, contract, id))
    }
  }

  private mutating func takeTotal(_ row: ExportRow) {
    skip(AnalyticsFindings.total(row, file))
    guard let value = row.count(row.plan.count) else { return }
    totals.append(
      (
        Int128(value),
        Finding(
          .US007,
          at: Place(
            file: file, line: row.record.line, column: row.plan.count + 1, row: row.record.row),
          field: Field(title: row.plan.titles[row.plan.count]), value: row.text(row.plan.count))
      ))
  }

  private mutating func skip(_ finding: Finding) {
    findings.append(finding)
    ledger.skipped += 1
  }

  private mutating func leadsNowhere(_ row: ExportRow) {
    let column = row.storeColumn ?? row.plan.day.column
    if noStore == nil {
      noStore = RowGroup(
        rows: 0,
        first: Place(
          file: file, line: row.record.line, column: column + 1, row: row.record.row),
        value: RowKind.shortened(row.text(column)),
        field: Field(title: row.plan.titles[column]))
    }
    noStore?.rows += 1
    ledger.notCounted += 1
  }

  /// The id that a row leads to, in upper case; nil where it leads to no store.
  private func storeID(of row: ExportRow) -> String? {
    switch row.plan.route {
    case .file(let store): return store.text
    case .path(let column):
      let path = row.text(column)
      // One solution's pattern may fit another's path: the one that leads to a store of its own.
      var first: String?
      for number in survey.owner.solutions {
        guard let id = paths[number]?.store(in: path) else { continue }
        if let store = register.numbers[StoreID(id)], register.windows[store].solution == number {
          return id
        }
        first = first ?? id
      }
      return first
    case .column(let column):
      let code = row.code(column)
      guard !Self.saysNothing(code), case .value(let id) = CellParser.id(code) else { return nil }
      return id
    }
  }

  /// Whether a store's cell is empty or holds one of the interface's own words for none.
  private static func saysNothing(_ code: String) -> Bool {
    code.isEmpty || ExportNames.noValue.contains(ExportNames.word(code))
  }

  private func day(of row: ExportRow, _ table: ExportTable) -> CalendarDate? {
    let code = row.code(row.plan.day.column)
    switch row.plan.day {
    case .nth:
      guard let start = table.start, !code.isEmpty, code.utf8.count <= 6,
        code.utf8.allSatisfy(CellParser.isDigit), let days = Int(code)
      else { return nil }
      return start.adding(days: days)
    case .date:
      switch ExportDate(code) {
      case .day(let day): return day
      case .localised(let monthFirst, let dayFirst):
        return table.order.settled == .dayFirst ? dayFirst : monthFirst
      case .invalid: return nil
      }
    }
  }
}
