/// The files of a small season, changed cell by cell and written into a folder.
///
/// A table's first row stands in line 2. A column or row that a test names and that is not there is
/// the test's own fault and stops it.
package struct SeasonBuilder: Sendable {
  /// A CSV file by its header and rows.
  package struct Table: Sendable, Equatable {
    package var header: [String]
    package var rows: [[String]]

    package init(_ header: String, _ rows: [String] = []) {
      self.header = SeasonBuilder.cells(header)
      self.rows = rows.map(SeasonBuilder.cells)
    }

    package var text: String {
      ([header] + rows).map { $0.map(SeasonBuilder.quoted).joined(separator: ",") + "\n" }.joined()
    }
  }

  /// The tables by their paths in the season folder.
  package var tables: [String: Table] = [:]
  /// Files that are no tables, or that stand in a table's stead.
  package var files: [String: [UInt8]] = [:]

  package init() {}

  /// Changes one cell.
  package mutating func set(_ path: String, _ column: String, row: Int = 0, to value: String) {
    let number = index(of: column, in: path)
    tables[path]?.rows[row][number] = value
  }

  /// Changes a column's cells in every table that has it.
  package mutating func setEverywhere(_ column: String, to value: String) {
    for path in tables.keys.sorted() {
      guard let number = tables[path]?.header.firstIndex(of: column) else { continue }
      for row in 0..<rowCount(path) { tables[path]?.rows[row][number] = value }
    }
  }

  /// Adds a row that differs from another in the cells given.
  package mutating func add(_ path: String, like row: Int = 0, _ cells: [String: String] = [:]) {
    guard let table = tables[path] else { preconditionFailure("no table \(path)") }
    tables[path]?.rows.append(table.rows[row])
    for (column, value) in cells { set(path, column, row: table.rows.count, to: value) }
  }

  /// Adds a row as it stands in the file, with as many cells as it has.
  package mutating func addLine(_ path: String, _ line: String) {
    precondition(tables[path] != nil, "no table \(path)")
    tables[path]?.rows.append(Self.cells(line))
  }

  /// Types another name over a column's.
  package mutating func rename(_ path: String, _ column: String, to title: String) {
    let number = index(of: column, in: path)
    tables[path]?.header[number] = title
  }

  package mutating func removeRows(_ path: String) {
    tables[path]?.rows.removeAll()
  }

  package mutating func remove(_ path: String) {
    precondition(tables[path] != nil || files[path] != nil, "no file \(path)")
    tables[path] = nil
    files[path] = nil
  }

  /// Puts a text in a file's place.
  package mutating func replace(_ path: String, with text: String) {
    replace(path, with: Array(text.utf8))
  }

  package mutating func replace(_ path: String, with bytes: [UInt8]) {
    tables[path] = nil
    files[path] = bytes
  }

  /// The column's name in a file's header; nil where the file is no table or has no such column.
  package func title(ofColumn number: Int, in path: String) -> String? {
    guard let header = tables[path]?.header, header.indices.contains(number - 1) else { return nil }
    return header[number - 1]
  }

  package func rowCount(_ path: String) -> Int { tables[path]?.rows.count ?? 0 }

  /// Writes the season's files; the folders of rosters and usage stand even when they are empty.
  package func write(to folder: TemporaryFolder) throws {
    for name in ["rosters", "usage"] { try folder.write(name + "/.keep", []) }
    for (path, table) in tables { try folder.write(path, table.text.utf8) }
    for (path, bytes) in files { try folder.write(path, bytes) }
  }

  /// The cells of a line without quotes.
  package static func cells(_ line: String) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"\n\r".contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private func index(of column: String, in path: String) -> Int {
    guard let number = tables[path]?.header.firstIndex(of: column) else {
      preconditionFailure("no column \(column) in \(path)")
    }
    return number
  }
}
