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
    guard let match = try header(&outcome.findings), match.duplicates.isEmpty else {
      return outcome
    }
    let source = if let part { try part.source() } else { try text.source() }
    let lines = part?.lines ?? 0
    var scanner = CSVScanner(source, delimiter: match.delimiter, line: lines + 1, row: lines)
    let judge = RowJudge(match, schema, file: text.path)
    while let read = try scanner.next({ judge.outcome(of: $0, skipped, body) }) {
      if let read { outcome.add(read) }
    }
    return outcome
  }

  /// The file's header; nil where it has none.
  ///
  /// - Parameter findings: Gets what is to be said of it.
  /// - Returns: The header.
  /// - Throws: Where the file can't be read.
  private func header(_ findings: inout [Finding]) throws(ReadProblem) -> HeaderMatch? {
    switch try HeaderSearch.search(schema, in: text) {
    case .missing(let columns, let nearest, let damaged):
      if isAtStart {
        findings.append(HeaderFindings.missing(columns, nearest, damaged, in: text.path))
      }
      return nil
    case .found(let match):
      if isAtStart { findings += HeaderFindings.all(match, schema, in: text.path) }
      return match
    }
  }

  /// Whether what is said of the file as a whole is said here.
  private var isAtStart: Bool { part?.isFirst ?? true }
}

/// What the records of one file are judged by.
///
/// A class of its own for each file or part: several are read at a time, and what two processors count
/// references to goes to and fro between them.
private final class RowJudge {
  private let match: HeaderMatch
  private let plan: RowPlan
  private let memory: RowMemory
  private let file: String

  init(_ match: HeaderMatch, _ schema: TableSchema, file: String) {
    self.match = match
    plan = RowPlan(match, schema, HeaderFindings.layout(match, schema, file: file))
    memory = RowMemory(count: plan.cells.count)
    self.file = file
  }

  deinit {
    memory.free()
  }

  /// Takes one record below the header in: a row, or skipped with a finding; nil where it is passed over.
  func outcome(
    of record: Record, _ skipped: (inout RowReader) -> Void, _ body: (inout RowReader) -> Bool
  ) -> TableReader.Outcome? {
    if record.row <= match.lastRow { return nil }
    let kind = RowKind(record, under: match)
    if kind == .empty { return nil }
    var outcome = TableReader.Outcome()
    outcome.ledger.read = 1
    var row = RowReader(record, plan, memory)
    if kind == .data {
      if body(&row) { outcome.ledger.counted = 1 } else { outcome.ledger.skipped = 1 }
    } else {
      outcome.ledger.skipped = 1
      if kind.isMalformed { skipped(&row) }
      row.add(kind.finding(record, under: match, in: file))
      row.nameFromCells()
    }
    outcome.findings = row.findings
    return outcome
  }
}
