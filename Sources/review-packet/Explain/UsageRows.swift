import ReviewModel
import SeasonReading

/// The rows of usage files under an explanation; none where the raw data is not at hand.
struct UsageRows {
  /// Nil where the raw data is not at hand.
  private let byStore: [StoreID: [CalendarDate: [UsageTrace.Row]]]?

  /// Whether the raw data was looked at.
  var isKnown: Bool { byStore != nil }

  init(_ explanation: Explanation, in source: FigureSource) {
    let stores = explanation.storesOfUsage
    byStore = source.usageRows(of: stores).map { trace in
      Dictionary(
        uniqueKeysWithValues: stores.map { store in
          (store, Dictionary(grouping: trace.rows(of: store), by: \.day))
        })
    }
  }

  /// The rows that counted for some days of a store, in the order of the days.
  func rows(of store: StoreID, _ days: [DailyUses]) -> [UsageTrace.Row] {
    let rows = byStore?[store] ?? [:]
    return days.flatMap { rows[$0.day, default: []] }
  }
}
