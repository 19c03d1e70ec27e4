/// Where a finding points: a file, a line, a cell.
package struct Place: Sendable, Hashable {
  /// The path inside the season folder, with `/`.
  package let file: String
  /// The physical line, 1-based; a record's is its first.
  ///
  /// None for a whole file.
  package let line: Int?
  /// The number of the cell in its record, 1-based.
  package let column: Int?
  /// The row as a spreadsheet counts it, 1-based: quoted line breaks do not count.
  package let row: Int?

  package init(file: String, line: Int? = nil, column: Int? = nil, row: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.row = row
  }

  /// The cell as a spreadsheet names it, such as `F6`; nil where row or column is not known.
  package var cell: String? {
    guard let row, let column, column > 0 else { return nil }
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row)
  }

  /// `rosters/a.csv:12`, as findings name another row.
  package var fileAndLine: String {
    line.map { "\(file):\($0)" } ?? file
  }

  /// `path:line:column`, as findings begin on the terminal; 0 where there is no line or column.
  package var compilerStyle: String { "\(file):\(line ?? 0):\(column ?? 0)" }
}

/// A column that a finding is about.
package struct Field: Sendable, Hashable {
  /// The header as typed.
  package let title: String
  /// What stays the same when the header is worded otherwise: the column's key, else the title.
  package let key: String

  package init(column: Column, title: String) {
    self.title = title
    key = column.rawValue
  }

  package init(title: String) {
    self.init(title: title, key: title)
  }

  package init(title: String, key: String) {
    self.title = title
    self.key = key
  }
}
