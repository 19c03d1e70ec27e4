/// What decides whether a store's use on a day counts: its service period.
package struct UsageWindow: Sendable, Equatable {
  package let store: StoreID
  package let goLive: CalendarDate?
  package let endedOn: CalendarDate?
  /// The contract's number, as `UsageFileTally.contracts` names it.
  package let contract: Int
  /// The number of the store's solution among the register's; nil where it is not known.
  package let solution: Int?
  /// The name of a Google Analytics property or view of the store's own; empty where it has none.
  package let gaView: String

  package init(
    store: StoreID, goLive: CalendarDate?, endedOn: CalendarDate?, contract: Int,
    solution: Int? = nil, gaView: String = ""
  ) {
    self.store = store
    self.goLive = goLive
    self.endedOn = endedOn
    self.contract = contract
    self.solution = solution
    self.gaView = gaView
  }
}

/// Whom usage rows may be about: the kept stores, and those whose roster rows were skipped.
package struct UsageRegister: Sendable {
  package let asOf: CalendarDate
  package let windows: [UsageWindow]
  /// The contracts, by the numbers that windows name.
  package let contracts: [ContractID]
  package let skippedStores: Set<StoreID>
  /// The kept solutions, by the numbers that windows name.
  package let solutions: [Solution]
  /// The windows' numbers by their stores, and by the stores' own properties or views.
  package let numbers: StoreNumbers
  package let numbersByView: [String: [Int]]

  /// - Parameters:
  ///   - asOf: The last day that counts.
  ///   - windows: The kept stores.
  ///   - contracts: By the numbers that windows name.
  ///   - skippedStores: Those of skipped roster rows.
  ///   - solutions: By the numbers that windows name.
  ///   - numbers: The windows' numbers by their stores, where they are known already.
  package init(
    asOf: CalendarDate, windows: [UsageWindow], contracts: [ContractID],
    skippedStores: Set<StoreID>, solutions: [Solution] = [], numbers: StoreNumbers? = nil
  ) {
    self.asOf = asOf
    self.windows = windows
    self.contracts = contracts
    self.skippedStores = skippedStores
    self.solutions = solutions
    self.numbers = numbers ?? StoreNumbers(windows.lazy.map(\.store))
    var byView: [String: [Int]] = [:]
    // By their places: a window that is only looked at is not copied.
    for number in windows.indices where !windows[number].gaView.isEmpty {
      byView[windows[number].gaView, default: []].append(number)
    }
    numbersByView = byView
  }
}

/// Rows of a usage file that share a fault: how many, and the first one's cell.
package struct RowGroup: Sendable, Equatable {
  package var rows: Int
  package let first: Place
  /// The cell's text as typed.
  package let value: String
  package let field: Field?

  package init(rows: Int, first: Place, value: String, field: Field?) {
    self.rows = rows
    self.first = first
    self.value = value
    self.field = field
  }
}

/// A group of rows of one file that concern one of the roster's stores.
package struct StoreRowGroup: Sendable, Equatable {
  package let store: StoreID
  package var group: RowGroup
  /// The earlier file that has the store's days already.
  package let earlierFile: String?

  package init(store: StoreID, group: RowGroup, earlierFile: String? = nil) {
    self.store = store
    self.group = group
    self.earlierFile = earlierFile
  }
}

/// What one usage file gave: facts, not findings.
package struct UsageFileTally: Sendable, Equatable {
  package let file: String
  /// Unknown stores, in the order of their first rows.
  package var unknownStores: [StoreRowGroup] = []
  /// Days that an earlier file has already.
  package var takenDays: [StoreRowGroup] = []
  package var beforeGoLive: [StoreRowGroup] = []
  package var afterEnd: [StoreRowGroup] = []
  package var afterAsOf: RowGroup?
  /// The numbers of the contracts whose stores the file's rows name, in their order.
  package var contracts: [Int] = []

  package init(file: String) {
    self.file = file
  }
}

/// All usage of a season, counted per store and day.
package struct SeasonUsage: Sendable {
  /// The counted uses, by the number of the store's window.
  package var days: StoreDayTable
  /// Per store: whether any row that could be read names it (AP008).
  package var isNamed: [Bool]
  /// Rows that name a store whose roster row was skipped.
  package var rowsOfSkippedStores: [StoreID: Int] = [:]
  package var tallies: [UsageFileTally] = []
  package var files: [InputFile] = []
  /// The last day on which any use counted.
  package var lastDay: CalendarDate?
  /// What the files say of themselves, in their order; empty where no survey was asked for.
  package var surveys: [UsageFileSurvey] = []

  /// - Parameters:
  ///   - storeCount: How many stores there are.
  ///   - days: Where their days are counted; such of no season where nil.
  package init(storeCount: Int, days: consuming StoreDayTable? = nil) {
    self.days = days ?? StoreDayTable(storeCount: storeCount)
    isNamed = Array(repeating: false, count: storeCount)
  }
}
