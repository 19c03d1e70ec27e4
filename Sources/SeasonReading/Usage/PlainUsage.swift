import ReviewModel

/// How the rows of a usage file of three columns, or of events, are read: what its header said.
///
/// One for all rows of the file.
final class PlainUsage: Sendable {
  let match: HeaderMatch
  let schema: TableSchema
  let layout: TableLayout
  let rows: RowPlan
  /// The indices of the cells that a row is read from.
  let store: Int
  let day: Int
  /// Nil for events: each row is one use.
  let uses: Int?

  /// Nil where a column is missing, which no header that was found lacks.
  init?(_ match: HeaderMatch, _ schema: TableSchema, file: String) {
    let layout = HeaderFindings.layout(match, schema, file: file)
    func index(_ column: Column) -> Int? { layout.header(of: column).map { $0.number - 1 } }
    let isDaily = schema.columns.contains { $0.column == .uses }
    guard let store = index(.storeID), let day = index(isDaily ? .date : .eventAt) else {
      return nil
    }
    self.match = match
    self.schema = schema
    self.layout = layout
    rows = RowPlan(match, schema, layout)
    self.store = store
    self.day = day
    uses = index(.uses)
  }

  var dayColumn: Column { uses == nil ? .eventAt : .date }

  func field(_ column: Column) -> Field {
    Field(column: column, title: layout.header(of: column)?.title ?? column.rawValue)
  }
}
