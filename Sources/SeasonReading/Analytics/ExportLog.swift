import ReviewModel

/// What the rows of an export gave, in their order, to be counted by one who counts all files'.
///
/// Plain rows are in 64 bits each; what else there is to do stands between them.
struct ExportLog: Sendable {
  enum Entry: Sendable {
    /// A table that is counted begins.
    case table(Table)
    /// It ends; the finding is for one that lost days to an earlier table of the file.
    case endOfTable(Finding)
    /// A row of a kept store; the finding is for a sum that can't be held.
    case row(
      store: Int, day: Int, uses: Int, UsageCounter.RowPlace, date: String, tooLarge: Finding)
    /// A row of a store that is not kept.
    case stranger(id: String, UsageCounter.RowPlace)
    case note(Note)
  }

  /// The columns of a table that is counted, with the cells' numbers.
  struct Table: Sendable {
    let store: Field
    let storeCell: Int
    let date: Field
    let dateCell: Int
    let uses: Field
    let usesCell: Int
  }

  /// What a survey wants to know of a row.
  enum Note: Sendable {
    case table(ExportTableSurvey)
    case count(Int?)
    case total(Int128?)
    case other
  }

  /// Plain rows that stand one below the other.
  struct Run: Sendable {
    /// The first one's index.
    let index: Int
    let line: Int
    let row: Int
  }

  /// Rows that are kept before they are counted.
  static let standardLimit = 1 << 20

  let limit: Int

  private(set) var rows: [StoreDayUses] = []
  private(set) var runs: [Run] = []
  /// What lies between a row's index and its line and number, as long as the last run goes on.
  private var lineOffset = Int.min
  private var rowOffset = Int.min
  /// Each with the number of plain rows before it.
  private(set) var entries: [(index: Int, entry: Entry)] = []

  /// Few rows of an export are shorter: where all are, the list grows once more.
  ///
  /// Unit: bytes.
  private static let shortestRow = 16

  init(limit: Int = Self.standardLimit) { self.limit = limit }

  /// Makes room for the rows of a file of so many bytes, so that they are not moved again and again.
  mutating func reserve(byteCount: Int) {
    rows.reserveCapacity(min(limit, byteCount / Self.shortestRow))
  }

  var isFull: Bool { rows.count + entries.count >= limit }

  @inline(__always)
  mutating func append(_ row: StoreDayUses, line: Int, row number: Int) {
    let index = rows.count
    if line &- index != lineOffset || number &- index != rowOffset {
      runs.append(Run(index: index, line: line, row: number))
      (lineOffset, rowOffset) = (line &- index, number &- index)
    }
    rows.append(row)
  }

  mutating func append(_ entry: Entry) { entries.append((rows.count, entry)) }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    (lineOffset, rowOffset) = (.min, .min)
  }
}
