import ReviewModel

/// A file's header row: where its columns stand, and what to say about them.
///
/// A class, since each of the file's rows is judged by it.
final class HeaderMatch: Sendable {
  struct Column: Sendable {
    /// The cell's number in its record, 1-based.
    let number: Int
    let title: String
    /// The schema's column; nil where the name is not known.
    let spec: Int?
    /// Dollars per unit that the header names; 1 for plain dollars.
    fileprivate(set) var unit: Int
  }

  let delimiter: Delimiter
  let line: Int
  let row: Int
  /// The last row that belongs to the header, as a spreadsheet counts.
  let lastRow: Int
  /// The cells with a name, in their order.
  let columns: [Column]
  /// Per schema column: the index of its cell in a record; nil where the file lacks it.
  let cellIndex: [Int?]
  /// Per required column: the index of its cell in a record; nil where the file lacks it.
  let requiredCells: [Int?]
  /// Cells beyond this number have no header.
  let width: Int
  /// Second columns for a key, with the title of the first.
  let duplicates: [(column: Column, first: Column)]

  init(
    delimiter: Delimiter, line: Int, row: Int, lastRow: Int, columns: [Column],
    cellIndex: [Int?], requiredCells: [Int?], width: Int,
    duplicates: [(column: Column, first: Column)]
  ) {
    self.delimiter = delimiter
    self.line = line
    self.row = row
    self.lastRow = lastRow
    self.columns = columns
    self.cellIndex = cellIndex
    self.requiredCells = requiredCells
    self.width = width
    self.duplicates = duplicates
  }

  /// The schema's column of a cell.
  func spec(at index: Int) -> Int? { cellIndex.firstIndex(of: index) }

  /// The same with another row, which may name units by cell.
  func extended(to row: Int, units: [Int: Int]) -> HeaderMatch {
    var columns = columns
    for index in columns.indices {
      if let unit = units[columns[index].number - 1] { columns[index].unit = unit }
    }
    return HeaderMatch(
      delimiter: delimiter, line: line, row: self.row, lastRow: row, columns: columns,
      cellIndex: cellIndex, requiredCells: requiredCells, width: width, duplicates: duplicates)
  }
}

/// Finds the header among the first 30 rows, whichever delimiter it is written with.
enum HeaderSearch {
  static let rowLimit = 30
  /// What is read of a file at a time: a header and what stands above it are short.
  private static let bufferSize = 16 << 10

  enum Outcome {
    case found(HeaderMatch)
    /// The required columns that the best row lacks, what that row was, and the first title that an
    /// encoding has damaged.
    case missing(columns: [ColumnSpec], nearest: Nearest?, damaged: Damaged?)
  }

  /// The row that names the most columns, though not all that are required.
  struct Nearest {
    let row: Int
    let known: Int
    /// Titles that no column is known by.
    let strange: [String]
  }

  /// A title that nobody could know, for an encoding has damaged it.
  struct Damaged {
    let row: Int
    let title: String
    let damage: Bilingual
  }

  static func search(_ schema: TableSchema, in text: TextFile) throws(ReadProblem) -> Outcome {
    var found: HeaderMatch?
    var nearest: (missing: [Int], nearest: Nearest)?
    var damaged: Damaged?
    for delimiter in Delimiter.allCases where found?.row != 1 {
      var scanner = CSVScanner(
        try text.source(), delimiter: delimiter, bufferSize: bufferSize)
      for _ in 0..<rowLimit {
        let row = try scanner.next { record -> HeaderMatch? in
          // Below the header that was found stands none.
          if let found, record.row >= found.row { return nil }
          return match(schema, record, delimiter)
        }
        guard let row, let match = row else { break }
        let missing = schema.required.filter { match.cellIndex[$0] == nil }
        if missing.isEmpty {
          found = try HeaderRows(schema).extend(match, by: &scanner)
          break
        }
        let known = match.columns.count { $0.spec != nil }
        if damaged.map({ match.row < $0.row }) ?? true, known < match.columns.count {
          damaged = Self.damaged(match) ?? damaged
        }
        if known > 0, known > (nearest?.nearest.known ?? 0) {
          let strange = match.columns.filter { $0.spec == nil }.map { $0.title }
          nearest = (missing, Nearest(row: match.row, known: known, strange: strange))
        }
      }
    }
    if let found { return .found(found) }
    let missing = nearest?.missing ?? schema.required
    // Below the nearest row stand data, whose damage is no reason.
    if let row = nearest?.nearest.row, let found = damaged, found.row > row { damaged = nil }
    return .missing(
      columns: missing.map { schema.columns[$0] }, nearest: nearest?.nearest, damaged: damaged)
  }

  private static func damaged(_ match: HeaderMatch) -> Damaged? {
    for column in match.columns where column.spec == nil {
      guard let damage = DamagedText.damage(in: column.title) else { continue }
      return Damaged(row: match.row, title: column.title, damage: damage)
    }
    return nil
  }

  private static func match(
    _ schema: TableSchema, _ record: Record, _ delimiter: Delimiter
  ) -> HeaderMatch {
    var columns: [HeaderMatch.Column] = []
    var cellIndex = [Int?](repeating: nil, count: schema.columns.count)
    var duplicates: [(HeaderMatch.Column, HeaderMatch.Column)] = []
    for index in 0..<record.count where !record.isBlank(index) {
      let title = Normalisation.text(record.cell(index))
      let spec = schema.headerNames[Normalisation.header(title)]
      let isMoney = spec.map { schema.columns[$0].kind == .money } ?? false
      let column = HeaderMatch.Column(
        number: index + 1, title: title, spec: spec, unit: isMoney ? unit(of: title) : 1)
      if let spec, let first = cellIndex[spec] {
        if let earlier = columns.first(where: { $0.number == first + 1 }) {
          duplicates.append((column, earlier))
        }
      } else {
        if let spec { cellIndex[spec] = index }
        columns.append(column)
      }
    }
    let width = max(columns.last?.number ?? 0, duplicates.last?.0.number ?? 0)
    return HeaderMatch(
      delimiter: delimiter, line: record.line, row: record.row, lastRow: record.row,
      columns: columns, cellIndex: cellIndex,
      requiredCells: schema.required.map { cellIndex[$0] }, width: width, duplicates: duplicates)
  }

  /// The dollars per unit that a money column's header names in brackets at its end.
  private static func unit(of title: String) -> Int {
    let code = Normalisation.code(title)
    guard code.hasSuffix(")"), let open = code.lastIndex(of: "(") else { return 1 }
    return dollars(perUnit: code[open...].dropLast().filter { $0 != " " })
  }

  /// The dollars of a unit that a word ends in; 1 where it ends in none.
  ///
  /// The characters before 元 multiply, so that 千萬元 is not taken for 萬元.
  static func dollars(perUnit word: String) -> Int {
    var rest = word[...]
    guard rest.popLast() == "元" else { return 1 }
    var unit = 1
    while let last = rest.popLast(), let factor = unitFactors[last],
      unit * factor <= CellParser.highest
    {
      unit *= factor
    }
    return unit
  }

  private static let unitFactors: [Character: Int] = [
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000, "萬": 10_000,
    "億": 100_000_000,
  ]
}
