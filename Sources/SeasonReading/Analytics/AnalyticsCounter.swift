import ReviewModel

/// Reads the rows of an export's tables into a log of what is to be counted, and says what can't be.
struct AnalyticsCounter: Sendable {
  private let file: String
  let register: UsageRegister
  let survey: AnalyticsReader.Survey
  private var tables: [ExportTable]
  let paths: [Int: StorePath]
  /// Whether the log gets what a survey wants to know, for which every row is looked at longer.
  private let isSurveying: Bool
  private(set) var findings: [Finding] = []
  var ledger = RowLedger()

  // The table that is being counted.
  var number = -1
  var sum: Int128 = 0
  private var isSumComplete = true
  private var totals: [(value: Int128, finding: Finding)] = []
  private var lacksMetric = false

  // Rows of the whole file that share a fault.
  private var otherProperty = 0
  var noStore: RowGroup?

  var log: ExportLog
  /// What was learnt, for the next file.
  var short: ShortWay

  /// - Parameters:
  ///   - file: The export's path.
  ///   - register: Whom the rows may be about.
  ///   - survey: What a first look at the export found.
  ///   - isSurveying: Whether the log gets what a survey wants to know.
  ///   - logLimit: Rows that are kept before they are counted.
  ///   - short: What was learnt from the file before.
  init(
    _ file: String, _ register: UsageRegister, _ survey: AnalyticsReader.Survey,
    isSurveying: Bool, logLimit: Int, _ short: ShortWay?
  ) {
    log = ExportLog(limit: logLimit)
    self.file = file
    self.isSurveying = isSurveying
    let owner = survey.owner.name
    if let short, short.owner == owner {
      self.short = short
    } else {
      self.short = ShortWay(owner: owner, storeCount: register.windows.count)
    }
    self.register = register
    self.survey = survey
    tables = survey.tables
    var paths: [Int: StorePath] = [:]
    for number in survey.owner.solutions {
      paths[number] = StorePath(pattern: register.solutions[number].gaStorePattern)
    }
    self.paths = paths
  }

  var table: ExportTable? { number >= 0 ? tables[number] : nil }

  /// Takes the log away, to be counted.
  mutating func emptyLog() { log.removeAll() }

  /// Adds a table that the survey did not know yet.
  mutating func add(_ table: ExportTable) { tables.append(table) }

  /// Takes what `takeShortly` does not: parts other than rows, and rows that need a longer look.
  mutating func take(_ part: ExportWalker.Part, _ record: Record) {
    switch part {
    case .blank: break
    case .comment: endTable()
    case .header:
      endTable()
      number += 1
      beginTable()
    case .row:
      ledger.read += 1
      guard let table, let plan = table.plan, !table.hasUnreadableDates else {
        ledger.notCounted += 1
        return
      }
      takeRow(ExportRow(record: record, plan: plan), table)
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

  private mutating func beginTable() {
    short.end()
    guard let table else { return }
    (sum, isSumComplete, totals, lacksMetric) = (0, true, [], false)
    note(.table(ExportTableSurvey(table)))
    guard let plan = table.plan else {
      findings.append(AnalyticsFindings.notCounted(table, file))
      return
    }
    if table.hasUnreadableDates {
      findings.append(AnalyticsFindings.unreadableDates(table, file))
      return
    }
    log.append(
      .table(
        ExportLog.Table(
          store: storeField(plan), storeCell: (plan.storeColumn ?? plan.day.column) + 1,
          date: Field(column: .date, title: plan.titles[plan.day.column]),
          dateCell: plan.day.column + 1,
          uses: Field(column: .uses, title: plan.titles[plan.count]), usesCell: plan.count + 1)))
    if !isSurveying { short.begin(plan, register) }
  }

  private mutating func note(_ note: ExportLog.Note) {
    if isSurveying { log.append(.note(note)) }
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
    short.end()
    guard let table, table.plan != nil else { return }
    for total in totals where isSumComplete && total.value != sum {
      var finding = total.finding
      let difference = total.value > sum ? total.value - sum : sum - total.value
      finding.expected = Bilingual(zh: grouped(sum), en: grouped(sum))
      finding.difference = grouped(difference)
      findings.append(finding)
    }
    if !table.hasUnreadableDates {
      log.append(.endOfTable(AnalyticsFindings.laterTable(table, file)))
    }
    if lacksMetric { findings.append(AnalyticsFindings.lacksMetric(table, file)) }
    (totals, lacksMetric) = ([], false)
  }

  private mutating func takeRow(_ row: ExportRow, _ table: ExportTable) {
    if row.record.unclosedCell != nil || row.record.isTruncated {
      return skipMalformed(row)
    }
    if row.isTotal {
      takeTotal(row)
      note(.total(row.count(row.plan.count).map { Int128($0) }))
      return
    }
    if row.isNote { return skip(AnalyticsFindings.note(row, file)) }
    if row.surplus != nil { return skipMalformed(row) }
    let count = row.count(row.plan.count)
    if let count { sum += Int128(count) } else { isSumComplete = false }
    note(.count(count))
    guard let id = storeID(of: row) else {
      if isSurveying, row.isOther { note(.other) }
      if case .column(let column) = row.plan.route, !Self.saysNothing(row.code(column)) {
        return skip(AnalyticsFindings.badCell(row, column, .storeID, file, nil, nil))
      }
      return leadsNowhere(row)
    }
    let store = register.numbers[StoreID(id)]
    if store == nil, case .path = row.plan.route, !register.skippedStores.contains(StoreID(id)) {
      return leadsNowhere(row)
    }
    takeUse(row, table, id, store)
  }

  private mutating func takeUse(
    _ row: ExportRow, _ table: ExportTable, _ id: String, _ store: Int?
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
      log.append(.stranger(id: id, place))
      return
    }
    guard survey.owner.mayCount(forStore: store) else {
      otherProperty += 1
      ledger.notCounted += 1
      return
    }
    let contract = register.contracts[register.windows[store].contract]
    log.append(
      .row(
        store: store, day: day.dayNumber, uses: uses, place,
        date: row.text(row.plan.day.column),
        tooLarge: AnalyticsFindings.badCell(row, column, .uses, file, contract, id)))
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

  private mutating func skipMalformed(_ row: ExportRow) {
    var id = storeID(of: row)
    let store = id.flatMap { register.numbers[StoreID($0)] }
    if store == nil, case .path = row.plan.route,
      id.map({ !register.skippedStores.contains(StoreID($0)) }) ?? false
    {
      // A page that is no store's.
      id = nil
    }
    let contract = store.map { register.contracts[register.windows[$0].contract] }
    skip(AnalyticsFindings.malformed(row, file, contract, id))
    isSumComplete = false
    note(.count(nil))
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
  func storeID(of row: ExportRow) -> String? {
    switch row.plan.route {
    case .file(let store): return store.text
    case .path(let column):
      let path = row.text(column)
      // One solution's pattern may fit another's path: the one that leads to a store of its own.
      var first: String?
      for number in survey.owner.solutions {
        guard let id = paths[number]?.store(in: path) else { continue }
        let own = register.numbers[StoreID(id)].flatMap { register.windows[$0].solution }
        if own == number { return id }
        // Where the store's own solution has the property and a pattern, a page that does not fit that is
        // another service's.
        if first == nil, own.map({ paths[$0] == nil }) ?? true { first = id }
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
