package import ReviewModel

/// A store's counted uses that differ on days that both packets count up to.
///
/// What lies after the earlier of the two last days is no change of the data: only one packet
/// counts so far.
package struct UsesChange: Sendable, Equatable {
  package let store: StoreID
  /// The days that differ: how many, the first and the last.
  package let days: Int
  package let first: CalendarDate
  package let last: CalendarDate
  /// The uses on those days.
  package let before: Int128
  package let after: Int128

  /// By store id; stores that both packets have.
  static func changes(_ old: Packet, _ new: Packet) -> [UsesChange] {
    let end = min(old.provenance.asOf, new.provenance.asOf)
    let before = Dictionary(old.review.stores.map { ($0.entry.store, $0) }) { first, _ in first }
    let after = Dictionary(new.review.stores.map { ($0.entry.store, $0) }) { first, _ in first }
    return Set(before.keys).intersection(after.keys).sorted().compactMap { store in
      change(
        store, before[store]?.service?.daily ?? [], after[store]?.service?.daily ?? [], upTo: end)
    }
  }

  private static func change(
    _ store: StoreID, _ old: [DailyUses], _ new: [DailyUses], upTo end: CalendarDate
  ) -> UsesChange? {
    let before = Dictionary(old.map { ($0.day, $0.uses) }) { first, _ in first }
    let after = Dictionary(new.map { ($0.day, $0.uses) }) { first, _ in first }
    let days = Set(before.keys).union(after.keys)
      .filter { $0 <= end && before[$0] != after[$0] }.sorted()
    guard let first = days.first, let last = days.last else { return nil }
    return UsesChange(
      store: store, days: days.count, first: first, last: last,
      before: days.reduce(0) { $0 + Int128(before[$1] ?? 0) },
      after: days.reduce(0) { $0 + Int128(after[$1] ?? 0) })
  }
}
