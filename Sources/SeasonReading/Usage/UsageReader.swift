import ReviewModel

/// Reads usage files one after the other into one counter; nothing is held of a row.
struct UsageReader {
  /// A piece fits the processor's nearer caches.
  static let pieceSize = 256 << 10
  /// What is longer is no row; read record by record, up to `CSVScanner.recordLimit`.
  private static let longestRecord = 1 << 20

  var register: UsageRegister { counter.register }
  private let stores: StoreKeys
  private let pieceSize: Int
  var counter: UsageCounter
  private var cells = UsageCells()
  /// What the last export taught.
  var short: ShortWay?
  var findings: [Finding] = []

  /// - Parameters:
  ///   - register: Whom the rows may be about.
  ///   - isSurveying: Whether to collect what the files say of themselves.
  ///   - pieceSize: The bytes that are read at a time; 0: record by record.
  init(
    _ register: UsageRegister, isSurveying: Bool = false, pieceSize: Int = UsageReader.pieceSize
  ) {
    self.init(
      UsageCounter(register, isSurveying: isSurveying),
      stores: StoreKeys(register.numbers), pieceSize: pieceSize)
  }

  /// - Parameters:
  ///   - counter: Counts the rows.
  ///   - stores: Its register's stores.
  ///   - pieceSize: The bytes that are read at a time; 0: record by record.
  init(
    _ counter: consuming UsageCounter, stores: StoreKeys, pieceSize: Int = UsageReader.pieceSize
  ) {
    self.pieceSize = pieceSize
    self.stores = stores
    self.counter = counter
  }

  var usage: SeasonUsage { counter.usage }
  var fileCount: Int { counter.usage.files.count }

  /// Reads a file; one that gives no daily figures per store is named by US011 alone.
  mutating func read(_ probed: SeasonReader.Probed) {
    read(UsageFile(probed, register, isSurveying: counter.surveyor != nil, &short))
  }

  /// Reads a file that was looked at.
  mutating func read(_ looked: UsageFile) {
    var file = looked.probed.file
    let path = file.path
    begin(file: path)
    do throws(ReadProblem) {
      switch looked.content {
      case .none(let reason): throwAway(path, reason)
      case .unreadable(let problem): throw problem
      case .export(let reader, let survey): file.rows = try readExport(reader, survey)
      case .exportRows(let export, let survey):
        var position = ExportPosition()
        file.rows = finish(export, survey, &position)
      case .plain(let plan):
        begin(plan)
        if let text = looked.probed.text {
          var position = Position()
          try readRows(of: try text.source(), plan, at: &position)
          file.rows = position.ledger
        }
      case .rows(let plan, let piece):
        begin(plan)
        var position = Position()
        take(piece, plan, at: &position)
        file.rows = position.ledger
      }
    } catch {
      findings.append(
        Finding(
          .IN001, at: Place(file: path),
          detail: Bilingual(
            zh: "無法讀取（\(error.reason)）", en: "it can't be read (\(error.reason))")))
    }
    end(file)
  }

  /// Begins a file; what follows is about it.
  mutating func begin(file path: String) { counter.begin(file: path) }

  /// Ends the file that was begun last.
  mutating func end(_ file: InputFile) { counter.end(file) }

  private mutating func throwAway(_ path: String, _ reason: Bilingual) {
    findings.append(Finding(.US011, at: Place(file: path), detail: reason))
  }

  /// Begins a file of plain rows or events, whose header was found.
  mutating func begin(_ plan: PlainUsage) {
    findings += HeaderFindings.all(plan.match, plan.schema, in: plan.layout.file)
    counter.beginTable(store: plan.field(.storeID), date: plan.field(plan.dayColumn))
    counter.surveyor?.describe(plan.uses == nil ? .events : .plain)
    counter.surveyor?.beginTable(ExportTableSurvey(line: plan.match.line, isCounted: true))
  }

  /// Where the reading of a file is.
  struct Position {
    var line = 1
    /// Rows before it.
    var row = 0
    var ledger = RowLedger()
  }

  /// Reads all rows of a source, which begins with a record.
  mutating func readRows(
    of source: any ByteSource, _ plan: PlainUsage, at position: inout Position
  ) throws(ReadProblem) {
    var source = source
    var parser = UsageParser(plan, stores)
    var piece = UsagePiece(capacity: pieceSize)
    while pieceSize > 0 {
      // Whoever cancelled the reading uses nothing of it.
      if Task.isCancelled { return }
      let isLast = try piece.fill(from: &source)
      parser.read(&piece, from: 0, stop: .max, isLast: isLast)
      take(piece, plan, at: &position)
      if isLast, piece.end == piece.filled { return }
      if piece.end == 0, piece.filled >= Self.longestRecord || isLast { break }
      let isFull = piece.end == 0
      piece.keepRest()
      if isFull { piece.grow() }
    }
    // No real row is as long: what is left goes the way of all other tables.
    let rest = piece.withBytes { Array($0[..<piece.filled]) }
    var scanner = CSVScanner(
      ResumedSource(rest, then: source), delimiter: plan.match.delimiter, line: position.line,
      row: position.row)
    while let row = try scanner.next({ take($0, plan) }) { position.ledger.add(row) }
  }

  /// Takes one record in: the short way where its cells are plain, else the long one.
  mutating func take(_ record: Record, _ plan: PlainUsage) -> RowLedger {
    var ledger = RowLedger()
    if record.row <= plan.match.lastRow { return ledger }
    if record.unclosedCell == nil, !record.isTruncated, record.count <= plan.match.width,
      plan.store < record.count, plan.day < record.count,
      plan.uses.map({ $0 < record.count }) ?? true,
      let store = counter.store(record.cell(plan.store)),
      let day = plan.uses == nil
        ? EventTime.day(record.cell(plan.day)) : cells.day(record.cell(plan.day)),
      let uses = plan.uses.map({ cells.count(record.cell($0)) }) ?? 1,
      let first = plan.store == 0 ? 0 : RowKind.firstFilled(record),
      !RowKind.isTotal(record.cell(first))
    {
      ledger.read = 1
      count(store, day, uses, record, plan, &ledger)
      return ledger
    }
    takeSlowly(record, plan, &ledger)
    return ledger
  }

  private mutating func count(
    _ store: Int, _ day: Int, _ uses: Int, _ record: Record, _ plan: PlainUsage,
    _ ledger: inout RowLedger
  ) {
    counter.surveyor?.take(count: uses)
    let place = UsageCounter.RowPlace(
      line: record.line, row: record.row, storeCell: plan.store + 1, dateCell: plan.day + 1)
    let outcome = counter.count(
      store: store, day: day, uses: uses, at: place,
      date: Normalisation.text(record.cell(plan.day)))
    switch outcome {
    case .counted: ledger.counted += 1
    case .notCounted, .earlierTable: ledger.notCounted += 1
    case .tooLarge:
      ledger.skipped += 1
      refuseSum(record, store, plan)
    }
  }

  /// Names a row with which its day's sum is more than can be held.
  mutating func refuseSum(_ record: Record, _ store: Int, _ plan: PlainUsage) {
    let source = RowReader(record, plan.rows).source
    let id = counter.id(ofStore: store)
    findings.append(
      Finding(
        .IN005, cell: .uses, of: source, contract: counter.contract(ofStore: id.text), store: id,
        expected: Expected.usesSum))
  }

  /// Blank rows, second headers, totals, notes, malformed records; cells in other forms.
  private mutating func takeSlowly(
    _ record: Record, _ plan: PlainUsage, _ ledger: inout RowLedger
  ) {
    let kind = RowKind(record, under: plan.match)
    if kind == .empty { return }
    ledger.read = 1
    var row = RowReader(record, plan.rows)
    guard kind == .data else {
      ledger.skipped = 1
      survey(kind, total: plan.uses == nil ? nil : row.countIfReadable(.uses))
      row.add(kind.finding(record, under: plan.match, in: plan.layout.file))
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
      plan.uses == nil
      ? row.choice(.eventAt, expected: Expected.eventTime) { EventTime.day($0) }
      : row.date(.date)?.dayNumber
    let uses = plan.uses == nil ? 1 : row.integer(.uses)
    guard row.isComplete, let id, let day, let uses else {
      ledger.skipped = 1
      counter.surveyor?.take(count: uses)
      let store = id.map { StoreID($0) }
      row.name(counter.contract(ofStore: id), store)
      findings += row.findings
      return
    }
    if let store = counter.store(id: id) {
      count(store, day, uses, record, plan, &ledger)
      return
    }
    let place = UsageCounter.RowPlace(
      line: record.line, row: record.row, storeCell: plan.store + 1,
      dateCell: plan.day + 1)
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
