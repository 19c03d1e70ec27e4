import ReviewModel

/// Judges readable usage rows and counts them, per store and day and per fault.
///
/// A row is named by one finding only, the first of: unknown store (US001), a day that an earlier
/// file has (US005), after as-of (US004), before go-live or without it (US002), after the end
/// date (US003). A row with 0 uses outside the service period is no use: it counts as 0.
struct UsageCounter {
  /// A row's place: what a finding about it needs, without a String of it.
  struct RowPlace {
    let line: Int
    let row: Int
    let storeCell: Int
    let dateCell: Int
  }

  private(set) var usage: SeasonUsage
  /// The store that a cell named last.
  private var lastStore = -1
  let register: UsageRegister
  private let stores: [Service]
  /// Per store, when its rows need no longer look.
  private let windows: [CountingWindow]
  /// Per store, the number of the file whose rows named it last; -1 before any did.
  private var namedIn: [Int32]
  /// The stores of the rows that are being counted, where the file did not name them before.
  private var newlyNamed: [Int32] = []
  private let asOf: Int
  private var lastDay = Int.min

  /// What judging a store's row takes, in 16 bytes: scattered rows find it by one look at memory.
  private struct Service {
    let goLive: Int32
    let ended: Int32
    let contract: Int32
  }

  // What the file that is being read gave so far.
  private var tally = UsageFileTally(file: "")
  private var fileNumber = 0
  /// Who has a day: each table of a file by its own number, so that of two daily tables of one
  /// export the later one is told apart from the same table's next row.
  private var tableFiles: [Int] = []
  private var fields: (store: Field, date: Field) = (Field(title: ""), Field(title: ""))
  private var namedContracts: [Bool]
  /// The rows of the file after as-of; apart, since a file may have a season of them.
  private var afterAsOf = 0
  private var taken = StoreGroups()
  private var early = StoreGroups()
  private var late = StoreGroups()
  private var unknownGroups: [String: Int] = [:]
  /// Nil where nobody asked whether the exports are whole.
  var surveyor: UsageSurveyor?
  /// Nil where nobody asked which rows counted.
  var tracer: UsageTracer?

  /// - Parameters:
  ///   - register: Whom the rows may be about.
  ///   - days: Where their days are to be counted, where that is made already.
  ///   - isSurveying: Whether to collect what the files say of themselves.
  init(
    _ register: UsageRegister, days: consuming StoreDayTable? = nil, isSurveying: Bool = false
  ) {
    self.register = register
    usage = SeasonUsage(
      storeCount: register.windows.count,
      days: days
        ?? StoreDayTable(
          storeCount: register.windows.count,
          firstGoLive: register.windows.lazy.compactMap(\.goLive).min(), asOf: register.asOf))
    let stores = register.windows
    let (asOf, firstDay) = (register.asOf, usage.days.firstDay)
    // By their places: a window that is only looked at is not copied.
    self.stores = stores.indices.map { store in
      Service(
        goLive: stores[store].goLive.map { Int32($0.dayNumber) } ?? Int32.max,
        ended: stores[store].endedOn.map { Int32($0.dayNumber) } ?? Int32.max,
        contract: Int32(stores[store].contract))
    }
    windows = stores.indices.map { store in
      CountingWindow(
        first: stores[store].goLive?.dayNumber ?? Int.max,
        last: min(asOf, stores[store].endedOn ?? asOf).dayNumber, from: firstDay)
    }
    namedIn = Array(repeating: -1, count: register.windows.count)
    self.asOf = asOf.dayNumber
    namedContracts = Array(repeating: false, count: register.contracts.count)
    surveyor = isSurveying ? UsageSurveyor(register) : nil
  }

  mutating func begin(file: String) {
    surveyor?.begin(file: file)
    tally = UsageFileTally(file: file)
    afterAsOf = 0
    (taken, early, late) = (StoreGroups(), StoreGroups(), StoreGroups())
    unknownGroups.removeAll()
  }

  /// Begins a table of the file that was begun last.
  mutating func beginTable(store: Field, date: Field) {
    fields = (store, date)
    tableFiles.append(fileNumber)
  }

  mutating func end(_ file: InputFile) {
    for (number, isNamed) in namedContracts.enumerated() where isNamed {
      tally.contracts.append(number)
      namedContracts[number] = false
    }
    tally.afterAsOf?.rows = afterAsOf
    tally.takenDays = taken.groups
    tally.beforeGoLive = early.groups
    tally.afterEnd = late.groups
    if let survey = surveyor?.end(contracts: tally.contracts) { usage.surveys.append(survey) }
    usage.tallies.append(tally)
    usage.files.append(file)
    usage.lastDay = lastDay == Int.min ? nil : CalendarDate(dayNumber: lastDay)
    fileNumber += 1
  }

  /// The path of the file that was begun last.
  var file: String { tally.file }

  /// The kept store that a cell names.
  mutating func store(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let store = register.numbers.find(cell, after: lastStore) else { return nil }
    lastStore = store
    return store
  }

  func store(id: String) -> Int? { register.numbers[StoreID(id)] }

  /// The id of the kept store with a number.
  func id(ofStore number: Int) -> StoreID { register.windows[number].store }

  /// The contract of a kept store, as the roster names it.
  func contract(ofStore id: String?) -> ContractID? {
    guard let id, let store = store(id: id) else { return nil }
    return register.contracts[register.windows[store].contract]
  }

  /// What became of a row.
  enum Outcome {
    case counted
    case notCounted
    /// An earlier table of the same file has the store's day.
    case earlierTable
    /// The day's sum is more than can be held.
    case tooLarge
  }

  /// Counts plain rows of the table that was begun last, as far as none needs a longer look.
  ///
  /// - Parameters:
  ///   - rows: The rows of kept stores.
  ///   - start: The first one to take.
  /// - Returns: The index of the first row that was not taken; the number of rows where all were.
  mutating func count(_ rows: UnsafeBufferPointer<StoreDayUses>, from start: Int) -> Int {
    // A survey or a trace looks at every row.
    guard surveyor == nil, tracer == nil else { return start }
    let next = windows.withUnsafeBufferPointer { windows in
      namedIn.withUnsafeMutableBufferPointer { namedIn in
        usage.days.add(
          rows, from: start, windows: windows, namedIn: namedIn, newlyNamed: &newlyNamed,
          file: fileNumber, table: tableFiles.count - 1, lastDay: &lastDay)
      }
    }
    for store in newlyNamed { name(Int(store)) }
    newlyNamed.removeAll(keepingCapacity: true)
    return next
  }

  /// Notes that the file names a store.
  private mutating func name(_ store: Int) {
    usage.isNamed[store] = true
    namedContracts[Int(stores[store].contract)] = true
  }

  /// Counts a kept store's uses of a day.
  mutating func count(
    store: Int, day: Int, uses: Int, at place: RowPlace, date: @autoclosure () -> String
  ) -> Outcome {
    surveyor?.take(store: store, day: day)
    let service = stores[store]
    if namedIn[store] != fileNumber {
      namedIn[store] = Int32(fileNumber)
      name(store)
    }
    let table = tableFiles.count - 1
    let owner = usage.days.claim(store: store, day: day, table: table)
    // No use outside the service period: it has its day, and nothing is pointed out.
    if uses == 0, day > asOf || day < Int(service.goLive) || day > Int(service.ended) {
      return .counted
    }
    if owner != table {
      if tableFiles[owner] == fileNumber { return .earlierTable }
      if !taken.has(store) {
        let file = usage.tallies[tableFiles[owner]].file
        taken.begin(store, first(store, place, date(), earlierFile: file))
      }
      taken.add(store)
      return .notCounted
    }
    if day > asOf {
      if afterAsOf == 0 { tally.afterAsOf = group(place, date()) }
      afterAsOf += 1
      return .notCounted
    }
    if day < Int(service.goLive) {
      if !early.has(store) { early.begin(store, first(store, place, date())) }
      early.add(store)
      return .notCounted
    }
    if day > Int(service.ended) {
      if !late.has(store) { late.begin(store, first(store, place, date())) }
      late.add(store)
      return .notCounted
    }
    guard usage.days.add(uses, store: store, day: day) else { return .tooLarge }
    tracer?.take(store: store, day: day, uses: uses, file: tally.file, place)
    if uses > 0, day > lastDay { lastDay = day }
    return .counted
  }

  /// Takes a row of a store that is not kept: known from a skipped roster row, or unknown.
  mutating func passOver(id: String, at place: RowPlace) {
    let store = StoreID(id)
    if register.skippedStores.contains(store) {
      usage.rowsOfSkippedStores[store, default: 0] += 1
      return
    }
    let number: Int
    if let known = unknownGroups[id] {
      number = known
    } else {
      number = tally.unknownStores.count
      unknownGroups[id] = number
      let first = Place(
        file: tally.file, line: place.line, column: place.storeCell, row: place.row)
      tally.unknownStores.append(
        StoreRowGroup(
          store: store, group: RowGroup(rows: 0, first: first, value: id, field: fields.store)))
    }
    tally.unknownStores[number].group.rows += 1
  }

  private func group(_ place: RowPlace, _ date: String) -> RowGroup {
    RowGroup(
      rows: 0,
      first: Place(file: tally.file, line: place.line, column: place.dateCell, row: place.row),
      value: date, field: fields.date)
  }

  private func first(
    _ store: Int, _ place: RowPlace, _ date: String, earlierFile: String? = nil
  ) -> StoreRowGroup {
    StoreRowGroup(
      store: register.windows[store].store, group: group(place, date), earlierFile: earlierFile)
  }
}

/// Rows of one file that share a fault, by store, in the order of their first rows.
private struct StoreGroups {
  private(set) var groups: [StoreRowGroup] = []
  private var numbers: [Int: Int] = [:]

  func has(_ store: Int) -> Bool { numbers[store] != nil }

  mutating func begin(_ store: Int, _ group: StoreRowGroup) {
    numbers[store] = groups.count
    groups.append(group)
  }

  mutating func add(_ store: Int) {
    if let number = numbers[store] { groups[number].group.rows += 1 }
  }
}
