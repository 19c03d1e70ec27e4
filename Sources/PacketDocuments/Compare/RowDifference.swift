package import ReviewModel

/// An input row that only one of two packets of a contract has, or that both have with other values,
/// with its places: for finding out where raw data and packet part.
package struct RowDifference: Sendable, Equatable {
  package let table: RowChange.Table
  package let subject: String
  /// The store concerned, where there is one.
  package let store: StoreID?
  /// The row's place in the first packet's input; nil where that has no such row.
  package let old: Place?
  package let new: Place?
  /// The columns with other values; contact and phone without the values.
  package let columns: [NamedChange]

  package static func all(from old: Packet, to new: Packet) -> [RowDifference] {
    RowChange.Table.allCases.flatMap { table in
      let end = max(old.provenance.asOf, new.provenance.asOf)
      let one = NamedRow.rows(of: table, in: old, upTo: end)
      let two = NamedRow.rows(of: table, in: new, upTo: end)
      let later = Dictionary(two.map { ($0.key, $0) }) { first, _ in first }
      let known = Set(one.map(\.key))
      return one.compactMap { difference(table, $0, later[$0.key]) }
        + two.compactMap { known.contains($0.key) ? nil : difference(table, nil, $0) }
    }
  }

  private static func difference(
    _ table: RowChange.Table, _ old: NamedRow?, _ new: NamedRow?
  ) -> RowDifference? {
    var columns: [NamedChange] = []
    if let old, let new {
      columns = old.changes(to: new)
      if columns.isEmpty { return nil }
    }
    return RowDifference(
      table: table, subject: (old ?? new)?.subject ?? "", store: (old ?? new)?.store,
      old: old?.place, new: new?.place, columns: columns)
  }
}

/// A store's day of which two packets count other uses.
package struct DayDifference: Sendable, Equatable {
  package let store: StoreID
  package let day: CalendarDate
  package let old: Int
  package let new: Int

  /// By store, then by day; of stores that both packets have.
  package static func all(from old: Packet, to new: Packet) -> [DayDifference] {
    let later = Dictionary(new.review.stores.map { ($0.entry.store, $0) }) { first, _ in first }
    return old.review.stores.sorted { $0.entry.store < $1.entry.store }.flatMap {
      store -> [DayDifference] in
      guard let other = later[store.entry.store] else { return [] }
      let (one, two) = (uses(of: store), uses(of: other))
      return Set(one.keys).union(two.keys).sorted().compactMap { day in
        let (before, after) = (one[day, default: 0], two[day, default: 0])
        return before == after
          ? nil : DayDifference(store: store.entry.store, day: day, old: before, new: after)
      }
    }
  }

  private static func uses(of store: StoreReview) -> [CalendarDate: Int] {
    Dictionary((store.service?.daily ?? []).map { ($0.day, $0.uses) }) { $0 + $1 }
  }
}
