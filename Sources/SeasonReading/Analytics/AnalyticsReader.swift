import ReviewModel

/// Reads a Google Analytics export: a survey of its tables, and the count.
///
/// The survey comes first where a table's dates are settled by all of its rows, or where the rows are too
/// many for one log; else both are made in one pass. One property decides for the whole file.
struct AnalyticsReader {
  let text: TextFile
  let register: UsageRegister
  /// Rows that are kept before they are counted.
  let logLimit: Int
  private let delimiter: Delimiter

  /// What the survey found: the tables, in their order, or why nothing of the file counts.
  struct Survey {
    let tables: [ExportTable]
    let owner: ExportOwner
    let name: ExportComments.Name?
    /// Rows under headers, for the ledger of a file that is turned away.
    let rows: Int
    /// Which of the products' exports it is.
    let form: ExportForm
  }

  init(
    _ text: TextFile, _ register: UsageRegister, logLimit: Int = ExportLog.standardLimit
  ) throws(ReadProblem) {
    self.logLimit = logLimit
    self.text = text
    self.register = register
    delimiter = try Self.delimiter(of: text)
  }

  /// The delimiter that splits the earliest line that is no comment, and that one into the most
  /// cells: a first table of one column says nothing.
  private static func delimiter(of text: TextFile) throws(ReadProblem) -> Delimiter {
    var best = (delimiter: Delimiter.comma, line: Int.max, cells: 1)
    for delimiter in Delimiter.allCases {
      var scanner = CSVScanner(try text.source(), delimiter: delimiter)
      for _ in 0..<HeaderSearch.rowLimit {
        let split = try scanner.next { record -> (line: Int, cells: Int)? in
          if record.count < 2 || ExportWalker.isComment(record) { return nil }
          let isFilled = (0..<record.count).contains { !record.isBlank($0) }
          return isFilled ? (record.line, record.count) : nil
        }
        guard let split else { break }
        guard let split else { continue }
        if split.line < best.line || split.line == best.line && split.cells > best.cells {
          best = (delimiter, split.line, split.cells)
        }
        break
      }
    }
    return best.delimiter
  }

  /// Goes through the file's records, part by part.
  ///
  /// - Parameters:
  ///   - shortly: Takes a row, if that can be done in short.
  ///   - body: Takes all else.
  /// - Throws: Where the export can't be read to its end.
  @inline(__always)
  func walk(
    shortly: (Record) -> Bool = { _ in false }, _ body: (ExportWalker.Part, Record) -> Void
  ) throws(ReadProblem) {
    var scanner = CSVScanner(try text.source(), delimiter: delimiter)
    var walker = ExportWalker()
    while try scanner.next({ record in
      // What most records are is found out without a word about it.
      if walker.isPlainRow(record) {
        if !shortly(record) { body(.row, record) }
        return
      }
      let part = walker.part(of: record)
      if part == .row, shortly(record) { return }
      body(part, record)
    }) != nil {}
  }

  func survey() throws(ReadProblem) -> Survey {
    var builder = try self.builder()
    try walk { builder.take($0, $1) }
    return builder.survey
  }

  /// Surveys an export and reads its rows at the same time, which most exports allow.
  ///
  /// - Parameters:
  ///   - short: What was learnt from the file before; gets what is learnt.
  ///   - export: Gets the rows; nil where nothing of it counts, where its dates must be settled by all of
  ///     them first, or where they are too many for one log.
  /// - Returns: The survey.
  /// - Throws: Where the export can't be read to its end.
  func survey(
    _ short: inout ShortWay?, reading export: inout AnalyticsCounter?
  ) throws(ReadProblem) -> Survey {
    var builder = try self.builder()
    guard case .known = builder.survey.owner.claim else {
      try walk { builder.take($0, $1) }
      return builder.survey
    }
    var counter = AnalyticsCounter(
      text.path, register, builder.survey, isSurveying: false, logLimit: logLimit, short)
    counter.log.reserve(byteCount: text.bytes?.count ?? FileSource.byteCount(of: text.location))
    var isFull = false
    try walk(shortly: { record in
      // A day of eight digits tells the survey nothing.
      guard !isFull, counter.takeShortly(record) else { return false }
      builder.countRow()
      isFull = counter.log.isFull
      return true
    }) { part, record in
      builder.take(part, record)
      if isFull { return }
      if part == .header, let table = builder.survey.tables.last { counter.add(table) }
      counter.take(part, record)
      isFull = counter.log.isFull
    }
    counter.finish()
    short = counter.short
    let survey = builder.survey
    let isSettled = survey.tables.allSatisfy { !$0.order.hasTwoReadings }
    if !isFull, isSettled, survey.tables.contains(where: { $0.plan != nil }) { export = counter }
    return survey
  }

  private func builder() throws(ReadProblem) -> SurveyBuilder {
    let name = try fileComments().name
    let owner = ExportOwner(name?.text, register)
    return SurveyBuilder(
      owner: owner, name: name, register: register, fileStore: try fileStore(owner))
  }

  /// The comments above the first table: the ones that name the property.
  private func fileComments() throws(ReadProblem) -> ExportComments {
    var scanner = CSVScanner(try text.source(), delimiter: delimiter)
    var walker = ExportWalker()
    var comments = ExportComments()
    while let isDone = try scanner.next({ record -> Bool in
      switch walker.part(of: record) {
      case .comment(let comment):
        comments.take(comment, line: record.line, row: record.row)
        return false
      case .blank: return false
      case .header, .row: return true
      }
    }) {
      if isDone { break }
    }
    return comments
  }

  /// The store of the file as a whole: the one whose own view it is, else the longest id of the
  /// rosters that its name begins with, in any case, ended by a blank, `.`, `_` or ` (1)`.
  private func fileStore(_ owner: ExportOwner) throws(ReadProblem) -> StoreID? {
    if case .known(let store?) = owner.claim { return register.windows[store].store }
    let base = text.path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    let name = Array(Normalisation.upperCased(Normalisation.code(base ?? "")).utf8)
    let ends: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "_")]
    for end in name.indices.reversed() where ends.contains(name[end]) {
      let store = StoreID(String(decoding: name[..<end], as: UTF8.self))
      if register.numbers[store] != nil || register.skippedStores.contains(store) { return store }
    }
    return nil
  }
}

/// Collects an export's tables while its records go by.
private struct SurveyBuilder {
  private let owner: ExportOwner
  private let name: ExportComments.Name?
  private let register: UsageRegister
  private let fileStore: StoreID?
  private var tables: [ExportTable] = []
  private var rows = 0
  private var comments = ExportComments()
  private var hasGA4Column = false
  /// The table's column of dates; nil where they settle nothing.
  private var dateColumn: Int?

  init(
    owner: ExportOwner, name: ExportComments.Name?, register: UsageRegister, fileStore: StoreID?
  ) {
    self.owner = owner
    self.name = name
    self.register = register
    self.fileStore = fileStore
  }

  /// What was found so far.
  var survey: AnalyticsReader.Survey {
    AnalyticsReader.Survey(tables: tables, owner: owner, name: name, rows: rows, form: form)
  }

  /// GA4's reports have a line for the property; its explorations differ from Universal's exports
  /// in their columns alone.
  private var form: ExportForm {
    if comments.isReport { return .report }
    return hasGA4Column ? .exploration : .universal
  }

  /// Takes a row that settles nothing.
  mutating func countRow() { rows += 1 }

  mutating func take(_ part: ExportWalker.Part, _ record: Record) {
    switch part {
    case .comment(let comment): comments.take(comment, line: record.line, row: record.row)
    case .blank: break
    case .header:
      let titles = (0..<record.count).map { Normalisation.text(record.cell($0)) }
      hasGA4Column = hasGA4Column || titles.contains(where: ExportNames.isGA4Column)
      tables.append(
        ExportTable(
          line: record.line, row: record.row, comments: comments,
          plan: ExportPlan(
            titles: titles, owner: owner, register: register, fileStore: fileStore),
          order: DateOrder(range: comments.range)))
      comments.beginTable()
      dateColumn = if case .date(let column)? = tables.last?.plan?.day { column } else { nil }
    case .row:
      rows += 1
      guard let column = dateColumn, column < record.count else { return }
      // Eight digits are read one way only, whatever kind of row they stand in.
      let cell = record.cell(column)
      if cell.count == 8, cell.allSatisfy(CellParser.isDigit) { return }
      guard let plan = tables.last?.plan else { return }
      let row = ExportRow(record: record, plan: plan)
      if record.unclosedCell != nil || record.isTruncated || row.isTotal || row.isNote {
        return
      }
      let code = row.code(column)
      tables[tables.count - 1].order.take(ExportDate(code), row.text(column))
    }
  }
}
