package import ReviewModel

/// What a column's cells hold.
package enum CellKind: String, Sendable, CaseIterable {
  case id
  case taxID = "tax id"
  case text
  case integer
  case money
  case percent
  case date
  case flag
  /// A day with a time.
  case time
  /// A text that is compared after NFKC.
  case key
  /// One of a few words.
  case choice
}

/// A column of an input table: its key, header names and kind.
package struct ColumnSpec: Sendable {
  package let column: Column
  /// The Chinese header names; the key is always one too.
  package let names: [String]
  package let kind: CellKind
  package let isRequired: Bool
  package let note: Bilingual

  package init(
    _ column: Column, _ names: [String], _ kind: CellKind, isRequired: Bool = false,
    _ zh: String, _ en: String
  ) {
    self.column = column
    self.names = names
    self.kind = kind
    self.isRequired = isRequired
    note = Bilingual(zh: zh, en: en)
  }
}

/// A table of the season folder: its columns, as `schema` prints and `init` writes them.
///
/// A class, since each of its rows is judged by it.
package final class TableSchema: Sendable {
  package let kind: InputFile.Kind
  /// The file's name, or the folder's pattern.
  package let path: String
  package let title: Bilingual
  package let columns: [ColumnSpec]
  /// Header names after normalisation, and the index of their column.
  let headerNames: [String: Int]
  let required: [Int]

  package init(
    _ kind: InputFile.Kind, path: String, title: Bilingual, _ columns: [ColumnSpec]
  ) {
    self.kind = kind
    self.path = path
    self.title = title
    self.columns = columns
    var headerNames: [String: Int] = [:]
    for (index, spec) in columns.enumerated() {
      for name in [spec.column.rawValue] + spec.names {
        headerNames[Normalisation.header(name)] = index
      }
    }
    self.headerNames = headerNames
    required = columns.indices.filter { columns[$0].isRequired }
  }

  func index(of column: Column) -> Int? { columns.firstIndex { $0.column == column } }
}
