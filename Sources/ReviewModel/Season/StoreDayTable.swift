/// Uses per store and day, and the table that each day was first read from.
///
/// Memory grows with the store-days that the input names (but for months that are prepared for them),
/// never with its rows. The months of the season are pages of 64 bytes for a store and month, one cache
/// line: the owner's code, and for each day its uses. Days outside of them, which no season has many of,
/// are in `SparseDays`.
package struct StoreDayTable: Sendable {
  /// The first half word of a page is its owner, the others are the days of the month.
  static let pageSize = 32
  /// The owner's code of a page whose days have several, and of tables with a high number.
  private static let severalOwners = UInt16.max
  /// Marks a day whose uses stand in `large`.
  ///
  /// Other days hold their uses plus 1; 0: not named.
  static let isLarge = UInt16.max
  /// How many rows before its turn a row's page is asked for, where rows come in no order.
  private static let ahead = 48
  /// Cells that are taken before any row is read: those of 170,000 stores, 64 MB.
  private static let mostPrepared = 32 << 20
  /// Months that the pages may stand for; memory is reserved for as many.
  private static let mostMonths = 18

  private let storeCount: Int
  /// The first day that there are pages for.
  package let firstDay: Int
  /// Per day from `firstDay` on: the place of store 0's cell in `cells`; -1 before any row has the
  /// day's month.
  private var places: [Int]
  /// Per month: where the next one begins in `places`.
  private let monthEnds: [Int]
  private var monthCount = 0
  private var cells: ZeroedCells
  private var large: [Int: Int] = [:]
  /// Per page: where its days' owners begin in `owners`, -1 where it has one; empty before any page
  /// has several.
  private var ownerPlaces: [Int32] = []
  /// The number of the table that has the day, plus 1; 0: none has.
  private var owners: [UInt32] = []
  private var others: SparseDays

  /// A table for a season from the first go-live on, a year at least.
  ///
  /// - Parameters:
  ///   - storeCount: How many stores there are, or more.
  ///   - firstGoLive: The first day that may count; nil where there is none.
  ///   - asOf: The last one.
  package init(storeCount: Int, firstGoLive: CalendarDate?, asOf: CalendarDate) {
    let year = asOf.addingMonths(-12)
    self.init(
      storeCount: storeCount, season: DayRange(first: min(firstGoLive ?? year, year), last: asOf))
  }

  /// - Parameters:
  ///   - storeCount: How many stores there are.
  ///   - season: The days that most rows are of; the last 18 months of it count.
  package init(storeCount: Int, season: DayRange? = nil) {
    self.storeCount = storeCount
    others = SparseDays(storeCount: storeCount)
    guard let season, season.first <= season.last else {
      (firstDay, places, monthEnds) = (0, [], [])
      cells = ZeroedCells(count: 0)
      return
    }
    let earliest = season.last.addingMonths(1 - Self.mostMonths)
    let start = max(season.first, earliest)
    firstDay = start.dayNumber - start.components.day + 1
    let end = season.last.addingMonths(1)
    let days = end.dayNumber - end.components.day - firstDay + 1
    places = Array(repeating: -1, count: days)
    let first = CalendarDate(dayNumber: firstDay)
    var ends: [Int] = []
    while (ends.last ?? 0) < days {
      ends.append(first.addingMonths(ends.count + 1).dayNumber - firstDay)
    }
    monthEnds = ends
    // Not touched: pages of months that no row has take no memory.
    cells = ZeroedCells(count: Self.mostMonths * storeCount * Self.pageSize)
  }

  /// Takes the memory of the last months of a season, which would else be taken while rows wait for it.
  ///
  /// Nothing is prepared where that would be much, for it may be for nothing.
  ///
  /// - Parameters:
  ///   - first: A day of the first month that rows may be of.
  ///   - last: A day of the last one; no more than half a year before it is prepared.
  package mutating func prepare(from first: CalendarDate, to last: CalendarDate) {
    guard storeCount <= Self.mostPrepared / Self.pageSize / 6 else { return }
    var day = last
    for _ in 0..<6 where day >= first || day.components.month == first.components.month {
      _ = cell(0, day.dayNumber)
      day = day.adding(days: -day.components.day)
    }
  }

  /// The table that has a store's day; it becomes `table`'s where none has it yet.
  package mutating func claim(store: Int, day: Int, table: Int) -> Int {
    guard let cell = cell(store, day) else {
      return others.claim(store: store, day: day, table: table)
    }
    let page = cell & ~(Self.pageSize - 1)
    let code = table < Int(Self.severalOwners) - 1 ? UInt16(table + 1) : Self.severalOwners
    if cells[page] == 0, code != Self.severalOwners { cells[page] = code }
    if cells[page] == code, code != Self.severalOwners {
      if cells[cell] == 0 { cells[cell] = 1 }
      return table
    }
    if cells[page] != Self.severalOwners, cells[cell] != 0 { return Int(cells[page]) - 1 }
    let place = placeOfOwners(page) + cell - page
    if cells[cell] == 0 { cells[cell] = 1 }
    if owners[place] == 0 { owners[place] = UInt32(table + 1) }
    return Int(owners[place]) - 1
  }

  /// Adds uses to a store's day.
  ///
  /// - Returns: Whether the sum can be held (below 2⁶³).
  package mutating func add(_ count: Int, store: Int, day: Int) -> Bool {
    guard let cell = cell(store, day) else { return others.add(count, store: store, day: day) }
    let (sum, overflow) = uses(of: cell).addingReportingOverflow(count)
    guard !overflow else { return false }
    if sum < Int(Self.isLarge) - 1 {
      cells[cell] = UInt16(sum + 1)
    } else {
      cells[cell] = Self.isLarge
      large[cell] = sum
    }
    return true
  }

  /// Claims and adds rows as long as each is one that needs no longer look.
  ///
  /// - Parameters:
  ///   - rows: The rows of one table.
  ///   - start: The first one to take.
  ///   - windows: Per store, when its rows need no longer look; from `firstDay` on.
  ///   - namedIn: Per store, the number of the file whose rows named it last; becomes `file` of the rows'
  ///     stores.
  ///   - newlyNamed: Gets the stores that the file did not name before.
  ///   - file: The number of the rows' file.
  ///   - table: The number of the rows' table.
  ///   - lastDay: Raised to the last day with a use.
  /// - Returns: The index of the first row that was not taken; the number of rows where all were.
  package mutating func add(
    _ rows: UnsafeBufferPointer<StoreDayUses>, from start: Int,
    windows: UnsafeBufferPointer<CountingWindow>, namedIn: UnsafeMutableBufferPointer<Int32>,
    newlyNamed: inout [Int32], file: Int, table: Int, lastDay: inout Int
  ) -> Int {
    guard table < Int(Self.severalOwners) - 1 else { return start }
    let (firstDay, places) = (firstDay, places)
    let isScattered = Self.areScattered(rows, from: start)
    return places.withUnsafeBufferPointer { places in
      cells.withMutableCells { cells in
        let adder = StoreDayAdder(
          windows: windows, firstDay: firstDay, places: places, cells: cells,
          code: UInt16(table + 1), file: Int32(file), namedIn: namedIn)
        // A loop for each kind of order: what only one of them needs costs the other nothing.
        return isScattered
          ? adder.add(rows, from: start, &newlyNamed, &lastDay, ahead: Self.ahead)
          : adder.add(rows, from: start, &newlyNamed, &lastDay, ahead: 0)
      }
    }
  }

  /// Whether most of some rows' first ones are of other stores than those beside the one before: a
  /// processor foresees pages that lie in a line, and waits for others.
  private static func areScattered(
    _ rows: UnsafeBufferPointer<StoreDayUses>, from start: Int
  ) -> Bool {
    let sample = rows[start..<min(start + 16, rows.count)]
    let jumps = zip(sample, sample.dropFirst()).count { abs($1.store - $0.store) > 1 }
    return jumps > 8
  }

  /// Gives up what only reading needs: who has a day, and days without uses outside the season.
  package mutating func endClaims() {
    (owners, ownerPlaces) = ([], [])
    others.keepUses()
  }

  /// A store's days with uses, in their order.
  package func days(ofStore store: Int) -> [DailyUses] {
    days(ofStore: store, withUses: true)
  }

  /// A store's days that any row names, those without use too, in their order.
  package func namedDays(ofStore store: Int) -> [DailyUses] {
    days(ofStore: store, withUses: false)
  }

  /// A store's uses per calendar month with any, in their order.
  ///
  /// - Parameters:
  ///   - store: The store's number.
  ///   - body: Gets each month's first day and its uses.
  package func forEachMonth(
    ofStore store: Int, _ body: (_ first: CalendarDate, _ uses: Int128) -> Void
  ) {
    let (before, after) = others.days(ofStore: store, withUses: true, around: firstDay)
    if !before.isEmpty { MonthlyUses.forEach(of: before, body) }
    var offset = 0
    // Months of the season are whole ones, so no other day is of one of them.
    for end in monthEnds {
      defer { offset = end }
      guard places[offset] >= 0 else { continue }
      let uses = uses(ofPage: places[offset] - 1 + store * Self.pageSize)
      if uses > 0 { body(CalendarDate(dayNumber: firstDay + offset), uses) }
    }
    if !after.isEmpty { MonthlyUses.forEach(of: after, body) }
  }

  /// The uses of a page's days together.
  private func uses(ofPage page: Int) -> Int128 {
    let plain = cells.withCells { cells in
      Self.sum(
        ofPage: UnsafeRawBufferPointer(
          UnsafeBufferPointer(rebasing: cells[page..<(page + Self.pageSize)])))
    }
    if let plain { return Int128(plain) }
    return ((page + 1)..<(page + Self.pageSize)).reduce(0) { $0 + Int128(uses(of: $1)) }
  }

  /// The uses of a page's days together, four days at a time; nil where one of them is large.
  private static func sum(ofPage page: UnsafeRawBufferPointer) -> Int? {
    let (ones, tops): (UInt64, UInt64) = (0x0001_0001_0001_0001, 0x8000_8000_8000_8000)
    let bytes: UInt64 = 0x00FF_00FF_00FF_00FF
    var (low, high, named, large) = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    for index in 0..<(pageSize / 4) {
      var days = UInt64(
        littleEndian: page.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
      // The first half word is the owner.
      if index == 0 { days &= ~0xFFFF }
      // No half word of these sums gets beyond its 16 bits.
      low &+= days & bytes
      high &+= days >> 8 & bytes
      named &+= (((days & ~tops) &+ ~tops) | days) >> 15 & ones
      large |= (~days &- ones) & days & tops
    }
    func sum(_ halves: UInt64) -> Int { Int(truncatingIfNeeded: (halves &* ones) >> 48) }
    // A day that is named holds its uses plus 1.
    return large == 0 ? sum(low) + sum(high) << 8 - sum(named) : nil
  }

  private func days(ofStore store: Int, withUses: Bool) -> [DailyUses] {
    let (before, after) = others.days(ofStore: store, withUses: withUses, around: firstDay)
    var days = before
    days.reserveCapacity(before.count + monthCount * 31 + after.count)
    for (offset, place) in places.enumerated() where place >= 0 {
      let cell = place + store * Self.pageSize
      guard cells[cell] > (withUses ? 1 : 0) else { continue }
      days.append(
        DailyUses(day: CalendarDate(dayNumber: firstDay + offset), uses: uses(of: cell)))
    }
    return days + after
  }

  private func uses(of cell: Int) -> Int {
    switch cells[cell] {
    case 0: 0
    case Self.isLarge: large[cell, default: 0]
    case let held: Int(held) - 1
    }
  }

  /// The place of a store's day, whose month gets its pages where it had none; nil for a day
  /// outside the season.
  private mutating func cell(_ store: Int, _ day: Int) -> Int? {
    let offset = day - firstDay
    guard places.indices.contains(offset) else { return nil }
    if places[offset] < 0 { addMonth(of: day) }
    return places[offset] + store * Self.pageSize
  }

  private mutating func addMonth(of day: Int) {
    let dayOfMonth = CalendarDate(dayNumber: day).components.day
    let start = monthCount * storeCount * Self.pageSize
    cells.prepare(start..<(start + storeCount * Self.pageSize))
    monthCount += 1
    let first = day - dayOfMonth + 1 - firstDay
    let next = CalendarDate(dayNumber: first + firstDay).addingMonths(1).dayNumber - firstDay
    for offset in first..<next { places[offset] = start + offset - first + 1 }
  }

  /// Where the owners of a page's days begin; they are told apart from now on.
  private mutating func placeOfOwners(_ page: Int) -> Int {
    let number = page / Self.pageSize
    if ownerPlaces.count < monthCount * storeCount {
      let missing = monthCount * storeCount - ownerPlaces.count
      ownerPlaces.append(contentsOf: repeatElement(-1, count: missing))
    }
    if ownerPlaces[number] >= 0 { return Int(ownerPlaces[number]) }
    let place = owners.count
    ownerPlaces[number] = Int32(place)
    let owner = cells[page] == Self.severalOwners ? 0 : UInt32(cells[page])
    cells[page] = Self.severalOwners
    owners.append(0)
    for cell in (page + 1)..<(page + Self.pageSize) {
      owners.append(cells[cell] == 0 ? 0 : owner)
    }
    return place
  }
}
