import ReviewModel

/// Reads usage files one after the other into one counter; nothing is held of a row.
struct UsageReader {
  private let register: UsageRegister
  private var counter: UsageCounter
  private var cells = UsageCells()
  private(set) var findings: [Finding] = []

  init(_ register: UsageRegister, isSurveying: Bool = false) {
    self.register = register
    counter = UsageCounter(register, isSurveying: isSurveying)
  }

  var usage: SeasonUsage { counter.usage }

  /// Reads a file; one that gives no daily figures per store is named by US011 alone.
  mutating func read(_ probed: SeasonReader.Probed) {
    var file = probed.file
    let path = file.path
    counter.begin(file: path)
    do throws(ReadProblem) {
      guard let text = probed.text else {
        throwAway(path, (probed.fault?.detail).map(Self.unreadable) ?? UsageForm.noColumns)
        counter.end(file)
        return
      }
      switch try UsageForm.find(in: text) {
      case .daily(let match):
        file.rows = try readRows(text, match, Schemas.plainUsage, .date)
      case .events(let match):
        file.rows = try readRows(text, match, Schemas.events, .eventAt)
      case .analytics:
        file.rows = try readExport(text)
      case .none(let reason):
        throwAway(path, reason)
      }
    } catch {
      findings.append(
        Finding(
          .IN001, at: Place(file: path),
          detail: Bilingual(
            zh: "無法讀取（\(error.reason)）", en: "it can't be read (\(error.reason))")))
    }
    counter.end(file)
  }

  private static func unreadable(_ fault: Bilingual) -> Bilingual {
    Bilingual(
      zh: "檔案的編碼無法辨識，\(fault.zh)", en: "no known encoding explains the file: \(fault.en)")
  }

  private mutating func throwAway(_ path: String, _ reason: Bilingual) {
    findings.append(Finding(.US011, at: Place(file: path), detail: reason))
  }

  /// Reads a Google Analytics export: its survey decides whether anything of it counts.
  private mutating func readExport(_ text: TextFile) throws(ReadProblem) -> RowLedger {
    let reader = try AnalyticsReader(text, register)
    let survey = try reader.survey()
    counter.surveyor?.describe(survey)
    if let refusal = refusal(of: survey, text.path) {
      findings.append(refusal)
      counter.surveyor?.turnAway(survey)
      var ledger = RowLedger()
      (ledger.read, ledger.notCounted) = (survey.rows, survey.rows)
      return ledger
    }
    var export = AnalyticsCounter(text.path, register, survey)
    try reader.walk { export.take($0, $1, into: &counter) }
    export.finish()
    counter.surveyor?.cover(survey.coveredStores(register))
    findings += export.findings
    return export.ledger
  }

  /// Why nothing of an export counts: nobody's property (US006), a view that two stores claim
  /// (US013), no table with daily figures per store (US011), in this order.
  private func refusal(of survey: AnalyticsReader.Survey, _ path: String) -> Finding? {
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

  /// Where the three cells of a usage row stand in its record.
  private struct Cells {
    let store: Int
    let day: Int
    /// Nil for events: each row is one use.
    let uses: Int?
  }

  private mutating func readRows(
    _ text: TextFile, _ match: HeaderMatch, _ schema: TableSchema, _ dayColumn: Column
  ) throws(ReadProblem) -> RowLedger {
    let layout = HeaderFindings.layout(match, schema, file: text.path)
    findings += HeaderFindings.all(match, schema, in: text.path)
    func index(_ column: Column) -> Int? {
      layout.header(of: column).map { $0.number - 1 }
    }
    func field(_ column: Column) -> Field {
      Field(column: column, title: layout.header(of: column)?.title ?? column.rawValue)
    }
    var ledger = RowLedger()
    guard let store = index(.storeID), let day = index(dayColumn) else { return ledger }
    let places = Cells(store: store, day: day, uses: index(.uses))
    counter.beginTable(store: field(.storeID), date: field(dayColumn))
    counter.surveyor?.describe(places.uses == nil ? .events : .plain)
    counter.surveyor?.beginTable(ExportTableSurvey(line: match.line, isCounted: true))
    var scanner = CSVScanner(try text.source(), delimiter: match.delimiter)
    while true {
      let row = try scanner.next { record in
        take(record, places, match, schema, layout)
      }
      guard let row else { break }
      ledger.add(row)
    }
    return ledger
  }

  /// Takes one record in: the short way where its cells are plain, else the long one.
  private mutating func take(
    _ record: Record, _ places: Cells, _ match: HeaderMatch, _ schema: TableSchema,
    _ layout: TableLayout
  ) -> RowLedger {
    var ledger = RowLedger()
    if record.row <= match.lastRow { return ledger }
    if record.unclosedCell == nil, !record.isTruncated, record.count <= match.width,
      places.store < record.count, places.day < record.count,
      places.uses.map({ $0 < record.count }) ?? true,
      let store = counter.store(record.cell(places.store)),
      let day = schema.kind == .usage && places.uses != nil
        ? cells.day(record.cell(places.day)) : EventTime.day(record.text(places.day)),
      let uses = places.uses.map({ cells.count(record.cell($0)) }) ?? 1,
      let first = places.store == 0 ? 0 : RowKind.firstFilled(record),
      !RowKind.isTotal(record.cell(first))
    {
      ledger.read = 1
      count(store, day, uses, record, places, match, schema, layout, &ledger)
      return ledger
    }
    takeSlowly(record, places, match, schema, layout, &ledger)
    return ledger
  }

  private mutating func count(
    _ store: Int, _ day: Int, _ uses: Int, _ record: Record, _ places: Cells,
    _ match: HeaderMatch, _ schema: TableSchema, _ layout: TableLayout, _ ledger: inout RowLedger
  ) {
    counter.surveyor?.take(count: uses)
    let place = UsageCounter.RowPlace(
      line: record.line, row: record.row, storeCell: places.store + 1,
      dateCell: places.day + 1)
    let outcome = counter.count(
      store: store, day: day, uses: uses, at: place,
      date: Normalisation.text(record.cell(places.day)))
    switch outcome {
    case .counted: ledger.counted += 1
    case .notCounted, .earlierTable: ledger.notCounted += 1
    case .tooLarge:
      ledger.skipped += 1
      let source = RowReader(record, match, schema, layout).source
      let id = counter.id(ofStore: store)
      findings.append(
        Finding(
          .IN005, cell: .uses, of: source, contract: counter.contract(ofStore: id.text), store: id,
          expected: Expected.usesSum))
    }
  }

  /// Blank rows, second headers, totals, notes, malformed records; cells in other forms.
  private mutating func takeSlowly(
    _ record: Record, _ places: Cells, _ match: HeaderMatch, _ schema: TableSchema,
    _ layout: TableLayout, _ ledger: inout RowLedger
  ) {
    let kind = RowKind(record, under: match, of: schema)
    if kind == .empty { return }
    ledger.read = 1
    var row = RowReader(record, match, schema, layout)
    guard kind == .data else {
      ledger.skipped = 1
      survey(kind, total: places.uses == nil ? nil : row.countIfReadable(.uses))
      row.add(kind.finding(record, under: match, in: layout.file))
      // A total names no store, whatever its first cell could be read as.
      if kind.isMalformed {
        var cells = row
        let id = cells.id(.storeID)
        row.name(counter.contract(ofStore: id), id.map { StoreID($0) })
      }
      findings += row.findings
      return
    }
    let id = row.id(.storeID)
    let day =
      places.uses == nil
      ? row.choice(.eventAt, expected: Expected.eventTime) { EventTime.day($0) }
      : row.date(.date)?.dayNumber
    let uses = places.uses == nil ? 1 : row.integer(.uses)
    guard row.isComplete, let id, let day, let uses else {
      ledger.skipped = 1
      counter.surveyor?.take(count: uses)
      let store = id.map { StoreID($0) }
      row.name(counter.contract(ofStore: id), store)
      findings += row.findings
      return
    }
    if let store = counter.store(id: id) {
      count(store, day, uses, record, places, match, schema, layout, &ledger)
      return
    }
    let place = UsageCounter.RowPlace(
      line: record.line, row: record.row, storeCell: places.store + 1,
      dateCell: places.day + 1)
    counter.surveyor?.take(count: uses)
    counter.passOver(id: id, at: place)
    ledger.notCounted = 1
  }

  /// Tells the survey of a record that is no data row: a total, or one that can't be read.
  private mutating func survey(_ kind: RowKind, total: Int?) {
    if case .total = kind {
      counter.surveyor?.take(total: total.map { Int128($0) })
    } else if kind.isMalformed {
      counter.surveyor?.take(count: nil)
    }
  }
}
