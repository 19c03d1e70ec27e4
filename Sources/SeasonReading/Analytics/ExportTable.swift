import ReviewModel

/// How a table of an export is counted: where its day, its store and its count stand.
struct ExportPlan {
  /// How a row leads to its store, the first that applies.
  enum Route: Equatable {
    /// A column that holds the store's id.
    case column(Int)
    /// A page path column, by the solutions' patterns.
    case path(Int)
    /// The file as a whole: the store's own view, or a file name that begins with its id.
    case file(StoreID)
  }

  enum Day: Equatable {
    case date(Int)
    /// Days after the start date of the table's own comments.
    case nth(Int)

    var column: Int {
      switch self {
      case .date(let column), .nth(let column): column
      }
    }

    /// Whether a cell's text is a day of this kind.
    func isWritten(as code: String) -> Bool {
      switch self {
      case .date: ExportDate(code) != .invalid && !code.isEmpty
      case .nth: !code.isEmpty && code.utf8.allSatisfy(CellParser.isDigit)
      }
    }
  }

  let route: Route
  let day: Day
  /// The counted column, by the number of the solution; the default's without a metric of its own.
  let countBySolution: [Int: Int]
  /// What is counted of a store whose solution is not known.
  let defaultCount: Int?
  /// The column that totals are held against.
  let count: Int
  let titles: [String]
  /// Cells beyond this number have no header.
  let width: Int

  /// The route's column, where the row and not the file leads to the store.
  var storeColumn: Int? {
    switch route {
    case .column(let column), .path(let column): column
    case .file: nil
    }
  }

  /// The plan of a table, or nil where it gives no daily figures per store.
  init?(
    titles: [String], owner: ExportOwner, register: UsageRegister, fileStore: StoreID?
  ) {
    let names = titles.map { Normalisation.header($0) }
    func column(_ words: Set<String>) -> Int? { names.firstIndex { words.contains($0) } }
    if let date = ExportNames.dates.lazy.compactMap({ column($0) }).first {
      day = .date(date)
    } else if let nth = column(ExportNames.nthDays) {
      day = .nth(nth)
    } else {
      return nil
    }
    let patterned = owner.solutions.contains {
      StorePath(pattern: register.solutions[$0].gaStorePattern) != nil
    }
    if let store = column(ExportNames.stores) {
      route = .column(store)
    } else if let page = column(ExportNames.pages), patterned {
      route = .path(page)
    } else if let fileStore {
      route = .file(fileStore)
    } else {
      return nil
    }
    let standard = ExportNames.counts.lazy.compactMap { column($0) }.first
    var counts: [Int: Int] = [:]
    for (number, solution) in register.solutions.enumerated() {
      let metric = solution.gaMetric
      let own =
        metric.isEmpty
        ? standard
        : titles.firstIndex { $0 == metric }
          ?? names.firstIndex(of: Normalisation.header(metric))
      if let own { counts[number] = own }
    }
    countBySolution = counts
    defaultCount = standard
    let columns = Self.candidates(route, owner, register).lazy
      .compactMap { solution in solution.map { counts[$0] } ?? standard }
    guard let count = columns.first else { return nil }
    self.count = count
    self.titles = titles
    width = (titles.lastIndex { !$0.isEmpty } ?? -1) + 1
  }

  /// The solutions whose metric decides what is counted: the store's, where the file is one
  /// store's; else all that have the export's name.
  ///
  /// Nil is a solution that is not known (RO003),
  /// which has no metric of its own.
  private static func candidates(
    _ route: Route, _ owner: ExportOwner, _ register: UsageRegister
  ) -> [Int?] {
    if case .file(let store) = route, let number = register.numbers[store] {
      return [register.windows[number].solution]
    }
    return owner.solutions.isEmpty
      ? register.numbersByView[owner.name ?? "", default: []].map { register.windows[$0].solution }
      : owner.solutions
  }
}

/// A table of an export as the survey found it.
struct ExportTable {
  let line: Int
  let row: Int
  let comments: ExportComments
  /// Nil where it gives no daily figures per store.
  let plan: ExportPlan?
  var order: DateOrder

  /// Whether its dates can be read as day or month first, or as neither (US012).
  var hasUnreadableDates: Bool {
    order.settled == .ambiguous || order.settled == .neither || isNth && start == nil
  }

  /// The day that the 0th day is: from the table's own comments, never an earlier table's.
  var start: CalendarDate? { comments.hasOwnStart ? comments.start : nil }

  private var isNth: Bool {
    if case .nth? = plan?.day { true } else { false }
  }
}
