import ReviewModel

/// Where the cells of one file's rows stand, settled once for all of them.
struct RowPlan: Sendable {
  /// What is known of a column.
  struct Place: Sendable {
    /// The index of its cell in a record.
    let cell: Int
    /// The index of its cell in a row's source.
    let source: Int
    /// Dollars per unit that its header names; 1 for plain dollars.
    let unit: Int
  }

  let layout: TableLayout
  let kind: InputFile.Kind
  private let columns: [Column]
  private let required: [Bool]
  /// Per column of the schema; nil where the file lacks it.
  private let places: [Place?]

  init(_ match: HeaderMatch, _ schema: TableSchema, _ layout: TableLayout) {
    self.layout = layout
    kind = schema.kind
    columns = schema.columns.map(\.column)
    required = schema.columns.map(\.isRequired)
    places = schema.columns.enumerated().map { index, spec in
      guard let cell = match.cellIndex[index],
        let source = layout.headers.firstIndex(where: { $0.column == spec.column })
      else { return nil }
      let unit = match.columns.first { $0.spec == index }?.unit ?? 1
      return Place(cell: cell, source: source, unit: unit)
    }
  }

  /// Where a column's cells stand; nil where the file lacks it.
  func place(of column: Column) -> Place? {
    columns.firstIndex(of: column).flatMap { places[$0] }
  }

  func isRequired(_ column: Column) -> Bool {
    columns.firstIndex(of: column).map { required[$0] } ?? false
  }
}
