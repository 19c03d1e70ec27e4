package import ReviewModel

/// An input row that only one of two packets has, or that both have with other values.
package struct RowChange: Sendable, Equatable {
  package enum Table: String, Sendable, CaseIterable {
    case approvals, solutions, roster, progress, rulings, usage
  }

  /// A value that differs, by its column's name; empty where a packet lacks the row.
  package struct Value: Sendable, Equatable {
    package let name: String
    package let old: String
    package let new: String
  }

  package let table: Table
  /// What the row is about: a store, a solution, a work item with its report's day.
  package let key: String
  /// The store concerned, where there is one.
  package let store: StoreID?
  /// The row's place in the first packet's input; nil where that has no such row.
  package let old: Place?
  package let new: Place?
  package let values: [Value]
}

/// The kept rows of a contract, held against those of another packet of it.
package enum RowChanges {
  package static func all(from old: Packet, to new: Packet) -> [RowChange] {
    let (one, two) = (old.review, new.review)
    return changes(.approvals, [one.approval], [two.approval], source: \.source) {
      $0.contract.text
    }
      + changes(.solutions, old.solutions, new.solutions, source: \.source) { $0.id.text }
      + changes(
        .roster, one.stores.map(\.entry), two.stores.map(\.entry), source: \.source,
        store: { $0.store }, key: { $0.store.text })
      + changes(.progress, rows(of: one), rows(of: two), source: \.source) { row in
        row.itemNo + (row.reportedOn.map { " " + $0.isoText } ?? "")
      }
      + changes(.rulings, one.rulings, two.rulings, source: \.source, store: { $0.store }) { row in
        [row.kind.rawValue, row.ruledOn.isoText, row.store?.text ?? ""].joined(separator: " ")
      } + usage(one, two)
  }

  /// The rows of the work items, each once.
  private static func rows(of review: ContractReview) -> [ProgressRow] {
    review.work.items.flatMap { item in
      [item.plan] + item.reports.filter { $0.source.line != item.plan.source.line }
    }
  }

  /// Rows are paired by their keys; of equal keys in their order.
  private static func changes<Row: TemplateView>(
    _ table: RowChange.Table, _ old: [Row], _ new: [Row], source: (Row) -> RowSource,
    store: (Row) -> StoreID? = { _ in nil }, key: (Row) -> String
  ) -> [RowChange] {
    let one = numbered(old, key)
    let two = numbered(new, key)
    let partners = Dictionary(two, uniquingKeysWith: { first, _ in first })
    let known = Set(one.map(\.0))
    func change(_ key: NumberedKey, _ old: Row?, _ new: Row?) -> RowChange? {
      let values = differing(old, new)
      guard old == nil || new == nil || !values.isEmpty else { return nil }
      return RowChange(
        table: table, key: key.text, store: (old ?? new).flatMap(store),
        old: old.map { place(source($0)) }, new: new.map { place(source($0)) }, values: values)
    }
    return one.compactMap { change($0.0, $0.1, partners[$0.0]) }
      + two.compactMap { known.contains($0.0) ? nil : change($0.0, nil, $0.1) }
  }

  private struct NumberedKey: Hashable {
    let text: String
    let number: Int
  }

  private static func numbered<Row>(
    _ rows: [Row], _ key: (Row) -> String
  ) -> [(NumberedKey, Row)] {
    var counts: [String: Int] = [:]
    return rows.map { row in
      let text = key(row)
      counts[text, default: 0] += 1
      return (NumberedKey(text: text, number: counts[text, default: 0]), row)
    }
  }

  private static func place(_ source: RowSource) -> Place {
    Place(file: source.file, line: source.line, row: source.row)
  }

  /// The texts of a view that differ; contact and phone are told without their values.
  private static func differing<Row: TemplateView>(_ old: Row?, _ new: Row?) -> [RowChange.Value] {
    Row.fields.compactMap { field in
      let (one, two) = (old.map { text(field.value($0)) }, new.map { text(field.value($0)) })
      guard one != two, old != nil, new != nil else { return nil }
      let isPersonal = ["contact", "phone"].contains(field.name)
      return RowChange.Value(
        name: field.name, old: isPersonal ? "***" : one ?? "", new: isPersonal ? "***" : two ?? "")
    }
  }

  /// A field as a text; a source's place is no value of its row.
  private static func text(_ value: TemplateValue) -> String {
    switch value {
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .record(let record as ViewRecord<TypedValue>): record.view.text
    case .absent, .record, .list: ""
    }
  }

  /// Days on which the counted uses of a store differ.
  private static func usage(_ old: ContractReview, _ new: ContractReview) -> [RowChange] {
    let later = Dictionary(
      new.stores.map { ($0.entry.store, $0) }, uniquingKeysWith: { first, _ in first })
    return old.stores.flatMap { store -> [RowChange] in
      guard let other = later[store.entry.store] else { return [] }
      let one = days(of: store)
      let two = days(of: other)
      return Set(one.keys).union(two.keys).sorted().compactMap { day in
        let (before, after) = (one[day, default: 0], two[day, default: 0])
        guard before != after else { return nil }
        let date = CalendarDate(dayNumber: day).isoText
        return RowChange(
          table: .usage, key: store.entry.store.text + " " + date, store: store.entry.store,
          old: nil, new: nil,
          values: [RowChange.Value(name: date, old: String(before), new: String(after))])
      }
    }
  }

  private static func days(of store: StoreReview) -> [Int: Int] {
    Dictionary(
      (store.service?.daily ?? []).map { ($0.day.dayNumber, $0.uses) },
      uniquingKeysWith: { $0 + $1 })
  }
}
