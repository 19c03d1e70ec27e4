import ReviewModel

/// Where the cells of one file's rows stand, settled once for all of them.
final class RowPlan: Sendable {
  /// What is known of a column.
  struct Place: Sendable {
    let column: Column
    let isRequired: Bool
    /// The index of its cell in a record; nil where the file lacks it.
    let cell: Int?
    /// The index of its cell in a row's source; nil where the file lacks it.
    let source: Int?
    /// Dollars per unit that its header names; 1 for plain dollars.
    let unit: Int
  }

  let layout: TableLayout
  let kind: InputFile.Kind
  /// Per cell of a row's source: its index in a record.
  let cells: [Int]
  /// In the order of the schema's columns.
  private let places: [Place]

  init(_ match: HeaderMatch, _ schema: TableSchema, _ layout: TableLayout) {
    self.layout = layout
    kind = schema.kind
    cells = layout.headers.map { $0.number - 1 }
    places = schema.columns.enumerated().map { index, spec in
      let source = layout.headers.firstIndex { $0.column == spec.column }
      return Place(
        column: spec.column, isRequired: spec.isRequired,
        cell: source == nil ? nil : match.cellIndex[index],
        source: match.cellIndex[index] == nil ? nil : source,
        unit: match.columns.first { $0.spec == index }?.unit ?? 1)
    }
  }

  /// Where a column's cells stand.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - next: The place that is looked at first, for rows are read column by column; then the one
  ///     behind it.
  /// - Returns: The place; nil where the table has no such column.
  func place(of column: Column, from next: inout Int) -> Place? {
    for step in 0..<places.count {
      var index = next + step
      if index >= places.count { index -= places.count }
      guard places[index].column == column else { continue }
      next = index + 1 < places.count ? index + 1 : 0
      return places[index]
    }
    return nil
  }
}
