import ReviewModel

/// Reads one file of a table: finds its header, passes over what is no data, and gives each row.
struct TableReader {
  let schema: TableSchema
  let text: TextFile
  /// What of the file is read; nil for all of it.
  var part: TablePart?

  /// What the file gave besides its rows.
  struct Outcome: Sendable {
    var ledger = RowLedger()
    var findings: [Finding] = []

    mutating func add(_ other: Outcome) {
      ledger.add(other.ledger)
      findings += other.findings
    }
  }

  /// Reads all rows.
  ///
  /// - Parameters:
  ///   - skipped: Gets the readable cells of records that are malformed (IN004).
  ///   - body: Gets each data row; returns whether it could be read, and adds its own findings.
  /// - Returns: The rows accounted for, and what was found.
  /// - Throws: Where the file can't be read to its end.
  func rows(
    skipped: (inout RowReader) -> Void = { _ in }, _ body: (inout RowReader) -> Bool
  ) throws(ReadProblem) -> Outcome {
    var outcome = Outcome()
    let match: HeaderMatch
    switch try HeaderSearch.search(schema, in: text) {
    case .missing(let columns, let nearest, let damaged):
      guard isAtStart else { return outcome }
      outcome.findings.append(HeaderFindings.missing(columns, nearest, damaged, in: text.path))
      return outcome
    case .found(let found): match = found
    }
    if isAtStart { outcome.findings += HeaderFindings.all(match, schema, in: text.path) }
    guard match.duplicates.isEmpty else { return outcome }
    let plan = RowPlan(match, schema, HeaderFindings.layout(match, schema, file: text.path))
    let source = if let part { try part.source() } else { try text.source() }
    let lines = part?.lines ?? 0
    var scanner = CSVScanner(source, delimiter: match.delimiter, line: lines + 1, row: lines)
    while let read = try scanner.next({ judge($0, match, plan, skipped, body) }) {
      outcome.add(read)
    }
    return outcome
  }

  /// Whether what is said of the file as a whole is said here.
  private var isAtStart: Bool { part?.isFirst ?? true }

  /// Takes one record below the header in: passed over, skipped with a finding, or a row.
  private func judge(
    _ record: Record, _ match: HeaderMatch, _ plan: RowPlan,
    _ skipped: (inout RowReader) -> Void, _ body: (inout RowReader) -> Bool
  ) -> Outcome {
    var outcome = Outcome()
    if record.row <= match.lastRow { return outcome }
    let kind = RowKind(record, under: match, of: schema)
    if kind == .empty { return outcome }
    outcome.ledger.read = 1
    var row = RowReader(record, plan)
    if kind == .data {
      if body(&row) { outcome.ledger.counted = 1 } else { outcome.ledger.skipped = 1 }
    } else {
      outcome.ledger.skipped = 1
      if kind.isMalformed { skipped(&row) }
      row.add(kind.finding(record, under: match, in: text.path))
      row.nameFromCells()
    }
    outcome.findings = row.findings
    return outcome
  }
}
