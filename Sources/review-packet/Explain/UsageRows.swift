import ReviewModel
import SeasonReading

/// The rows of usage files under an explanation; none where the raw data is not at hand.
struct UsageRows {
  /// Nil where the raw data is not at hand.
  private let byStore: [StoreID: [CalendarDate: [UsageTrace.Row]]]?

  /// Whether the raw data was looked at.
  var isKnown: Bool { byStore != nil }

  /// Looks the rows up.
  ///
  /// - Throws: Where the run is to stop, or the rows do not add up to the uses: a file was changed
  ///   meanwhile.
  init(_ explanation: Explanation, in source: FigureSource) throws {
    let uses = explanation.uses
    let stores = Set(uses.keys)
    let trace = source.usageRows(of: stores)
    // What a run that is to stop has read is a part.
    try Task.checkCancellation()
    byStore = trace.map { trace in
      Dictionary(
        uniqueKeysWithValues: stores.map { store in
          (store, Dictionary(grouping: trace.rows(of: store), by: \.day))
        })
    }
    guard let byStore else { return }
    for store in stores.sorted() {
      for (day, count) in uses[store, default: [:]].sorted(by: { $0.key < $1.key }) {
        let rows = byStore[store, default: [:]][day, default: []]
        guard rows.reduce(0, { $0 + $1.uses }) == count else { throw Self.changed(store, day) }
      }
    }
  }

  private static func changed(_ store: StoreID, _ day: CalendarDate) -> RunFailure {
    RunFailure([
      Bilingual(
        zh: "\(store.text) \(day.isoText)：兩次讀取使用流量的結果不同；檔案在執行中被更動，請再執行一次",
        en:
          "\(store.text), \(day.isoText): the usage files gave other uses when they were read again; "
          + "a file was changed meanwhile, run it once more")
    ])
  }

  /// The rows that counted for some days of a store, in the order of the days.
  func rows(of store: StoreID, _ days: [DailyUses]) -> [UsageTrace.Row] {
    let rows = byStore?[store] ?? [:]
    return days.flatMap { rows[$0.day, default: []] }
  }
}
