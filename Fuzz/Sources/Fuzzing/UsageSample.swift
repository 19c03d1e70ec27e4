@testable import ReviewModel
@testable import SeasonReading

/// Stores and solutions for usage files: each way that leads from an export to a store.
enum UsageSample {
  private static let roster = """
    store_id,district_id,vendor_id,solution_id,store_name,fee,golive_on,ended_on,ga_view
    S001,D1,12345675,P1,甲,1,2021-06-01,,
    S002,D1,12345675,P2,乙,1,2021-06-01,2021-07-31,
    S003,D1,12345675,P2,丙,1,2021-06-01,,Own view
    S004,D1,12345675,P2,丁,1,,,Twice
    S005,D1,12345675,P2,戊,1,2021-06-01,,Twice
    """
  private static let solutionRows = """
    solution_id,vendor_id,solution_name,physical_consumption,summit_qualified,fee_cap,ga_property,\
    ga_view,ga_metric,ga_store_pattern
    P1,12345675,一,Y,Y,1,UA-1-1,All Web Site Data,,/s/{store_id}
    P2,12345675,二,Y,Y,1,G-1,Example - GA4,Users,https://example.com/x-{store_id}.html
    """

  static let register: UsageRegister = {
    var stores: [RosterEntry] = []
    var skipped: [SkippedRosterRow] = []
    var solutions: [Solution] = []
    _ = try? RosterTable.read(
      TextFile(path: "r", bytes: Array(roster.utf8)), into: &stores, skipped: &skipped)
    _ = try? SolutionsTable.read(
      TextFile(path: "s", bytes: Array(solutionRows.utf8)), into: &solutions)
    require(stores.count == 5 && solutions.count == 2, "the sample's rows")
    let windows = stores.map { store in
      UsageWindow(
        store: store.store, goLive: store.goLive, endedOn: store.endedOn, contract: 0,
        solution: solutions.firstIndex { $0.id == store.solution }, gaView: store.gaView)
    }
    return UsageRegister(
      asOf: CalendarDate(year: 2021, month: 8, day: 31) ?? CalendarDate(dayNumber: 0),
      windows: windows, contracts: [stores[0].contract], skippedStores: [StoreID("S009")],
      solutions: solutions)
  }()
}
