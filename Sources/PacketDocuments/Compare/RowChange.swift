internal import ReviewModel

/// A normalised row that only one packet has, or that has other values.
package struct RowChange: Sendable, Equatable {
  package enum Table: String, Sendable, CaseIterable {
    case approval
    case solution
    case store
    case work
    case ruling
  }

  package enum Kind: String, Sendable {
    case added
    case removed
    case changed
  }

  package let table: Table
  /// What the row is about: an id, a work item's number, what a ruling says.
  package let subject: String
  package let kind: Kind
  /// The columns with other values, by their keys; contact and phone without the values.
  package let columns: [NamedChange]

  /// In the order of tables.
  ///
  /// Stores that only one packet has are told by `StoreChange`. Reports and rulings after the
  /// earlier of the two last days are no change of the data: only one packet counts so far.
  static func changes(_ old: Packet, _ new: Packet) -> [RowChange] {
    let end = min(old.provenance.asOf, new.provenance.asOf)
    let stores = Set(old.review.stores.map(\.entry.store))
      .symmetricDifference(new.review.stores.map(\.entry.store))
    return Table.allCases.flatMap { table in
      changes(
        of: table, NamedRow.rows(of: table, in: old, upTo: end),
        NamedRow.rows(of: table, in: new, upTo: end))
    }.filter { $0.table != .store || !stores.contains(StoreID($0.subject)) }
  }

  private static func changes(
    of table: Table, _ old: [NamedRow], _ new: [NamedRow]
  ) -> [RowChange] {
    let before = Dictionary(old.map { ($0.key, $0) }) { first, _ in first }
    let after = Dictionary(new.map { ($0.key, $0) }) { first, _ in first }
    let kept = new.compactMap { row -> RowChange? in
      guard let earlier = before[row.key] else {
        return RowChange(table: table, subject: row.subject, kind: .added, columns: [])
      }
      let columns = earlier.changes(to: row)
      return columns.isEmpty
        ? nil : RowChange(table: table, subject: row.subject, kind: .changed, columns: columns)
    }
    return kept
      + old.filter { after[$0.key] == nil }.map {
        RowChange(table: table, subject: $0.subject, kind: .removed, columns: [])
      }
  }
}
