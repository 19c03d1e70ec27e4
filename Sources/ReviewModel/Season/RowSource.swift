/// Where the columns of one file's table stand, and how their headers are typed.
///
/// One for all rows of the file, or of a part that is read by itself.
package final class TableLayout: Sendable, Equatable {
  package struct Header: Sendable, Equatable {
    package let column: Column
    /// The cell's number in its record, 1-based.
    package let number: Int
    /// The header as typed.
    package let title: String

    package init(column: Column, number: Int, title: String) {
      self.column = column
      self.number = number
      self.title = title
    }
  }

  /// The file's path inside the season folder, with `/`.
  package let file: String
  package let headers: [Header]

  package init(file: String, headers: [Header]) {
    self.file = file
    self.headers = headers
  }

  package func header(of column: Column) -> Header? {
    headers.first { $0.column == column }
  }

  package static func == (left: TableLayout, right: TableLayout) -> Bool {
    left === right || left.file == right.file && left.headers == right.headers
  }
}

/// The record that a row was read from: its place and its cells as typed.
package struct RowSource: Sendable, Equatable {
  package let layout: TableLayout
  /// The record's first physical line, 1-based.
  package let line: Int
  /// The row as a spreadsheet counts it, 1-based.
  package let row: Int
  /// The cells as typed, trimmed, in the order of the layout's headers.
  package let cells: [String]

  package init(layout: TableLayout, line: Int, row: Int, cells: [String]) {
    self.layout = layout
    self.line = line
    self.row = row
    self.cells = cells
  }

  package var file: String { layout.file }

  /// The cell as typed; empty where the file lacks the column.
  package func text(of column: Column) -> String {
    guard let index = layout.headers.firstIndex(where: { $0.column == column }),
      index < cells.count
    else { return "" }
    return cells[index]
  }

  /// The cell's place; the row's alone where the file lacks the column.
  package func place(of column: Column) -> Place {
    Place(file: file, line: line, column: layout.header(of: column)?.number, row: row)
  }

  /// The column's header as typed, or its key where the file lacks the column.
  package func field(of column: Column) -> Field {
    Field(column: column, title: layout.header(of: column)?.title ?? column.rawValue)
  }
}
