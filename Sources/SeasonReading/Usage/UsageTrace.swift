package import ReviewModel

/// The rows of usage files that counted for some stores, which a second reading finds.
///
/// It goes through the very readers that count, so that a row stands here exactly where it counted: not
/// one of another property, of a day that an earlier file has, or outside of the service period.
package struct UsageTrace: Sendable {
  /// A row that counted.
  package struct Row: Sendable, Equatable {
    package let day: CalendarDate
    /// At least 1.
    package let uses: Int
    package let place: Place
  }

  /// By the order of files and rows.
  private var rows: [StoreID: [Row]] = [:]

  /// No rows.
  package init() {}

  /// Reads all usage files of a season again, on this thread alone.
  ///
  /// A file that can't be read gave nothing, and gives nothing here.
  ///
  /// - Parameters:
  ///   - stores: Whose rows are wanted.
  ///   - folder: The season folder.
  ///   - register: What its usage was read against.
  package init(of stores: Set<StoreID>, in folder: String, _ register: UsageRegister) {
    var counter = UsageCounter(register)
    counter.tracer = UsageTracer(stores, register)
    var reader = UsageReader(counter, stores: StoreKeys(register.numbers))
    for entry in SeasonFolder(folder).entries where entry.kind == .usage && !Task.isCancelled {
      let isSmall = FileSource.byteCount(of: entry.location) <= UsageDesk.wholeLimit
      if let probed = try? SeasonReader.Probed(entry, inMemory: isSmall, hasDigest: false) {
        reader.read(probed)
      }
    }
    rows = reader.counter.tracer?.rows ?? [:]
  }

  /// A store's rows, in the order of files and rows.
  package func rows(of store: StoreID) -> [Row] { rows[store, default: []] }
}

/// Notes the rows of some stores while all are counted.
struct UsageTracer {
  /// By the stores' numbers.
  private let isWanted: [Bool]
  private let register: UsageRegister
  private(set) var rows: [StoreID: [UsageTrace.Row]] = [:]

  init(_ stores: Set<StoreID>, _ register: UsageRegister) {
    self.register = register
    isWanted = register.windows.map { stores.contains($0.store) }
  }

  /// Takes a row that counted.
  mutating func take(store: Int, day: Int, uses: Int, file: String, _ place: UsageCounter.RowPlace)
  {
    guard uses > 0, isWanted[store] else { return }
    rows[register.windows[store].store, default: []].append(
      UsageTrace.Row(
        day: CalendarDate(dayNumber: day), uses: uses,
        place: Place(file: file, line: place.line, row: place.row)))
  }
}
