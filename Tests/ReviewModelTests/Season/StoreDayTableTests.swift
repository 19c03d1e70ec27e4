import TestSupport
import Testing

@testable import ReviewModel

@Suite struct StoreDayTableTests {
  private func pairs(_ table: StoreDayTable, _ store: Int) -> [[Int]] {
    table.days(ofStore: store).map { [$0.day.dayNumber, $0.uses] }
  }

  @Test func `has no days before any are added`() {
    #expect(StoreDayTable(storeCount: 2).days(ofStore: 1).isEmpty)
  }

  @Test func `gives days in their order, across pages and before 1970`() {
    var table = StoreDayTable(storeCount: 2)
    for day in [31, 32, -1, 0, -33, 10_000, 33, -32] {
      let isHeld = table.add(day & 7 + 1, store: 0, day: day)
      #expect(isHeld)
    }
    #expect(
      pairs(table, 0) == [
        [-33, 8], [-32, 1], [-1, 8], [0, 1], [31, 8], [32, 1], [33, 2], [10_000, 1],
      ])
    #expect(pairs(table, 1).isEmpty)
  }

  @Test func `leaves a day out that has no uses`() {
    var table = StoreDayTable(storeCount: 1)
    let isHeld = table.add(0, store: 0, day: 5)
    let owner = table.claim(store: 0, day: 6, table: 0)
    #expect(isHeld && owner == 0)
    #expect(pairs(table, 0).isEmpty)
  }

  @Test(arguments: UInt64(0)..<20)
  func `has the same days with uses when claims have ended`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let stores = 5
    let season =
      seed.isMultiple(of: 2)
      ? DayRange(first: CalendarDate(dayNumber: 40), last: CalendarDate(dayNumber: 99)) : nil
    var table = StoreDayTable(storeCount: stores, season: season)
    for _ in 0..<Int.random(in: 0...120, using: &generator) {
      let store = Int.random(in: 0..<stores, using: &generator)
      let day = Int.random(in: -200...400, using: &generator)
      _ = table.claim(store: store, day: day, table: Int.random(in: 0..<3, using: &generator))
      // Whole pages stay without uses, and some sums are large.
      let uses = [0, 0, 0, 7, Int(UInt32.max) + 1].randomElement(using: &generator) ?? 0
      let isHeld = uses == 0 || day & 64 == 0 || table.add(uses, store: store, day: day)
      #expect(isHeld)
    }
    var ended = table
    ended.endClaims()
    for store in 0..<stores {
      #expect(ended.days(ofStore: store) == table.days(ofStore: store))
      let months = [ended, table].map { one in
        var months: [[Int128]] = []
        one.forEachMonth(ofStore: store) { months.append([Int128($0.dayNumber), $1]) }
        return months
      }
      #expect(months[0] == months[1])
    }
  }

  @Test func `keeps a day for the first table that claims it`() {
    var table = StoreDayTable(storeCount: 2)
    let owners = [
      table.claim(store: 0, day: 100, table: 3), table.claim(store: 0, day: 100, table: 3),
      table.claim(store: 0, day: 100, table: 0), table.claim(store: 0, day: 101, table: 0),
      table.claim(store: 1, day: 100, table: 7),
    ]
    #expect(owners == [3, 3, 3, 0, 7])
  }

  @Test func `holds sums at and above 32 bits`() {
    var table = StoreDayTable(storeCount: 1)
    let edge = Int(UInt32.max)
    var isHeld = [table.add(edge - 1, store: 0, day: 1)]
    #expect(pairs(table, 0) == [[1, edge - 1]])
    isHeld.append(table.add(1, store: 0, day: 1))
    #expect(pairs(table, 0) == [[1, edge]])
    isHeld.append(table.add(1_000_000_000_000, store: 0, day: 1))
    isHeld.append(table.add(5, store: 0, day: 2))
    #expect(pairs(table, 0) == [[1, edge + 1_000_000_000_000], [2, 5]])
    #expect(isHeld == [true, true, true, true])
  }

  @Test func `refuses a sum that can't be held and keeps what it had`() {
    var table = StoreDayTable(storeCount: 1)
    let isHeld = [Int.max - 1, 2, 1, 1].map { table.add($0, store: 0, day: 1) }
    #expect(isHeld == [true, false, true, false])
    #expect(pairs(table, 0) == [[1, Int.max]])
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64], [nil, -300...900, 100...100, 30...29_000])
  func `agrees with a plain dictionary on many days`(
    seed: UInt64, season: ClosedRange<Int>?
  ) {
    var random = SeededGenerator(seed: seed)
    let stores = 7
    let range = season.map {
      DayRange(
        first: CalendarDate(dayNumber: $0.lowerBound), last: CalendarDate(dayNumber: $0.upperBound))
    }
    var table = StoreDayTable(storeCount: stores, season: range)
    var sums: [[Int: Int]] = Array(repeating: [:], count: stores)
    var owners: [[Int: Int]] = Array(repeating: [:], count: stores)
    for _ in 0..<20_000 {
      let store = Int.random(in: 0..<stores, using: &random)
      let day = Int.random(in: -400..<1_200, using: &random)
      let claimer = Int.random(in: 0..<5, using: &random)
      let uses =
        Int.random(in: 0..<50, using: &random) == 0
        ? Int.random(in: 0...1_000_000_000_000, using: &random)
        : Int.random(in: 0..<30, using: &random)
      let owner = owners[store][day, default: claimer]
      owners[store][day] = owner
      guard table.claim(store: store, day: day, table: claimer) == owner else {
        Issue.record("seed \(seed): store \(store), day \(day) is not table \(owner)'s")
        return
      }
      let isHeld = table.add(uses, store: store, day: day)
      #expect(isHeld)
      sums[store][day, default: 0] += uses
    }
    for store in 0..<stores {
      let expected = sums[store].filter { $0.value > 0 }.sorted { $0.key < $1.key }
        .map { [$0.key, $0.value] }
      #expect(pairs(table, store) == expected, "seed \(seed), store \(store)")
    }
  }

  @Test(arguments: [10, 11] as [UInt64])
  func `counts the same where months were prepared, for more stores than there are`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (first, last) = (CalendarDate(dayNumber: 18_700), CalendarDate(dayNumber: 18_930))
    var prepared = StoreDayTable(storeCount: 90, firstGoLive: first, asOf: last)
    prepared.prepare(from: first, to: last)
    var other = StoreDayTable(storeCount: 40, firstGoLive: first, asOf: last)
    for _ in 0..<5_000 {
      let store = Int.random(in: 0..<40, using: &random)
      let day = Int.random(in: 18_600..<19_000, using: &random)
      let owner = other.claim(store: store, day: day, table: day % 3)
      let isSame = prepared.claim(store: store, day: day, table: day % 3) == owner
      let isHeld = other.add(day % 7, store: store, day: day)
      let isHeldToo = prepared.add(day % 7, store: store, day: day)
      #expect(isSame && isHeld && isHeldToo)
    }
    for store in 0..<40 {
      #expect(prepared.days(ofStore: store) == other.days(ofStore: store))
      #expect(prepared.namedDays(ofStore: store) == other.namedDays(ofStore: store))
    }
    #expect(prepared.days(ofStore: 89).isEmpty)
  }

  @Test(arguments: [nil, -700_000, 18_000, 18_930, 18_931, 2_900_000])
  func `prepares months whatever the first day is`(first: Int?) {
    let asOf = CalendarDate(dayNumber: 18_930)
    let first = first.map { CalendarDate(dayNumber: $0) }
    var table = StoreDayTable(storeCount: 3, firstGoLive: first, asOf: asOf)
    table.prepare(from: first ?? asOf, to: asOf)
    let isHeld = table.add(5, store: 2, day: 18_930)
    #expect(isHeld && pairs(table, 2) == [[18_930, 5]] && pairs(table, 1).isEmpty)
    var none = StoreDayTable(storeCount: 0, firstGoLive: first, asOf: asOf)
    none.prepare(from: first ?? asOf, to: asOf)
  }

  @Test(arguments: [5, 6, 7] as [UInt64])
  func `takes plain rows as it does one by one, up to the first that is not`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let stores = 5
    let season = DayRange(
      first: CalendarDate(dayNumber: 18_780), last: CalendarDate(dayNumber: 18_900))
    var table = StoreDayTable(storeCount: stores, season: season)
    var single = table
    let windows = (0..<stores).map { store in
      CountingWindow(first: 18_790, last: 18_880 + store, from: table.firstDay)
    }
    var namedIn = [Int32](repeating: -1, count: stores)
    var newlyNamed: [Int32] = []
    var named: Set<Int> = []
    var (lastDay, refused, taken) = (Int.min, 0, 0)
    for number in 0..<200 {
      let rows = (0..<40).map { _ in
        Int.random(in: 0..<60, using: &random) == 0
          ? StoreDayUses.other
          : StoreDayUses(
            store: Int.random(in: 0..<stores, using: &random),
            day: Int.random(in: 18_785...18_886, using: &random),
            uses: Int.random(in: 0..<900, using: &random))
      }
      let tableNumber = number / 70
      var index = 0
      while index < rows.count {
        let next = rows.withUnsafeBufferPointer { rows in
          windows.withUnsafeBufferPointer { windows in
            namedIn.withUnsafeMutableBufferPointer {
              table.add(
                rows, from: index, windows: windows, namedIn: $0, newlyNamed: &newlyNamed, file: 0,
                table: tableNumber, lastDay: &lastDay)
            }
          }
        }
        for store in newlyNamed { #expect(named.insert(Int(store)).inserted) }
        newlyNamed.removeAll()
        for row in rows[index..<next] {
          let owner = single.claim(store: row.store, day: row.day, table: tableNumber)
          let isHeld = single.add(row.uses, store: row.store, day: row.day)
          #expect(owner == tableNumber && isHeld)
          #expect(namedIn[row.store] == 0 && row.day >= 18_790 && row.day <= 18_880 + row.store)
          taken += 1
        }
        guard next < rows.count else { break }
        refused += 1
        let row = rows[next]
        if !row.isOther {
          namedIn[row.store] = 0
          named.insert(row.store)
          for each in [0, 1] {
            var copy = each == 0 ? table : single
            if copy.claim(store: row.store, day: row.day, table: tableNumber) == tableNumber {
              _ = copy.add(row.uses, store: row.store, day: row.day)
            }
            if each == 0 { table = copy } else { single = copy }
          }
        }
        index = next + 1
      }
    }
    #expect(refused > 100 && taken > 1_000)
    #expect(named == Set((0..<stores).filter { namedIn[$0] == 0 }))
    for store in 0..<stores {
      #expect(pairs(table, store) == pairs(single, store))
      #expect(table.namedDays(ofStore: store) == single.namedDays(ofStore: store))
    }
  }

  @Test func `a window that begins before the pages or holds no day lets in what it should`() {
    let days = [99, 100, 101, 65_635, 65_636]
    func held(_ first: Int, _ last: Int) -> [Int] {
      let window = CountingWindow(first: first, last: last, from: 100)
      return days.filter { $0 >= 100 && $0 - 100 >= window.first && $0 - 100 <= window.last }
    }
    #expect(held(101, 101) == [101])
    #expect(held(-5, 100) == [100])
    #expect(held(.min, .max) == [100, 101, 65_635])
    #expect(held(.max, 101) == [] && held(5, 99) == [] && held(101, 100) == [])
  }

  @Test(arguments: [8, 9] as [UInt64])
  func `months are the sums of their days, in the pages and outside of them`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let season = DayRange(
      first: CalendarDate(dayNumber: 18_780), last: CalendarDate(dayNumber: 18_900))
    var table = StoreDayTable(storeCount: 3, season: season)
    for _ in 0..<400 {
      let day = Int.random(in: 18_700...18_990, using: &random)
      let uses = Bool.random(using: &random) ? Int.random(in: 0..<70, using: &random) : 70_000
      let isHeld = table.add(uses, store: Int.random(in: 0..<2, using: &random), day: day)
      #expect(isHeld)
    }
    for store in 0..<3 {
      var expected: [CalendarDate: Int128] = [:]
      for day in table.days(ofStore: store) {
        expected[day.day.adding(days: 1 - day.day.components.day), default: 0] += Int128(day.uses)
      }
      var months: [CalendarDate: Int128] = [:]
      var firsts: [CalendarDate] = []
      table.forEachMonth(ofStore: store) { first, uses in
        firsts.append(first)
        months[first] = uses
      }
      #expect(months == expected && firsts == expected.keys.sorted(), "seed \(seed)")
      #expect(store == 2 ? firsts.isEmpty : firsts.count > 8)
    }
  }

  @Test func `a row in 64 bits is what went into it`() {
    let days = [
      CalendarDate(year: 1, month: 1, day: 1), CalendarDate(year: 9999, month: 12, day: 31),
    ]
    for day in days.compactMap({ $0?.dayNumber }) + [-1, 0, 18_900] {
      for store in [0, 1, StoreDayUses.storeLimit - 1] {
        for uses in [0, 1, StoreDayUses.usesLimit - 1] {
          let row = StoreDayUses(store: store, day: day, uses: uses)
          #expect([row.store, row.day, row.uses] == [store, day, uses] && !row.isOther)
          #expect(StoreDayUses(store: 0, day: day, uses: uses).ofStore(store) == row)
        }
      }
    }
    #expect(StoreDayUses.other.isOther)
  }
}
