/// Uses per store and day, and who has the day, for days that only few stores have.
///
/// A page holds 32 days of a store in 256 bytes, and a store's pages are a short list, the last
/// used one first.
struct SparseDays: Sendable {
  private static let daysPerPage = 32
  /// Marks a day whose uses do not fit 32 bits and stand in `large`.
  private static let isLarge = UInt32.max

  private let storeCount: Int
  /// Empty before any day is added.
  private var firstPage: [Int32] = []
  private var nextPage: [Int32] = []
  private var pageNumber: [Int32] = []
  private var uses: [UInt32] = []
  /// The number of the table that has the day, plus 1; 0: none has.
  private var owner: [UInt32] = []
  private var large: [Int: Int] = [:]

  init(storeCount: Int) {
    self.storeCount = storeCount
  }

  /// The table that has a store's day; it becomes `table`'s where none has it yet.
  mutating func claim(store: Int, day: Int, table: Int) -> Int {
    let slot = slot(store, day)
    if owner[slot] == 0 {
      owner[slot] = UInt32(table + 1)
      return table
    }
    return Int(owner[slot]) - 1
  }

  /// Adds uses to a store's day.
  ///
  /// - Returns: Whether the sum can be held (below 2⁶³).
  mutating func add(_ count: Int, store: Int, day: Int) -> Bool {
    let slot = slot(store, day)
    let held = uses[slot] == Self.isLarge ? large[slot, default: 0] : Int(uses[slot])
    let (sum, overflow) = held.addingReportingOverflow(count)
    guard !overflow else { return false }
    if sum < Int(Self.isLarge) {
      uses[slot] = UInt32(sum)
    } else {
      uses[slot] = Self.isLarge
      large[slot] = sum
    }
    return true
  }

  /// Gives up the pages without uses, and who has a day, when no more is claimed.
  mutating func keepUses() {
    owner = []
    let size = Self.daysPerPage
    let kept = pageNumber.indices.filter { page in
      uses[(page * size)..<((page + 1) * size)].contains { $0 > 0 }
    }
    guard kept.count < pageNumber.count else { return }
    var places = Array(repeating: Int32(-1), count: pageNumber.count)
    for (place, page) in kept.enumerated() { places[page] = Int32(place) }
    // A page that is given up is passed over in its store's list.
    func following(_ page: Int32) -> Int32 {
      var page = page
      while page >= 0, places[Int(page)] < 0 { page = nextPage[Int(page)] }
      return page < 0 ? -1 : places[Int(page)]
    }
    firstPage = kept.isEmpty ? [] : firstPage.map(following)
    let next = kept.map { following(nextPage[$0]) }
    var (numbers, counts): ([Int32], [UInt32]) = ([], [])
    var larger: [Int: Int] = [:]
    for (place, page) in kept.enumerated() {
      numbers.append(pageNumber[page])
      counts += uses[(page * size)..<((page + 1) * size)]
      for offset in 0..<size {
        if let sum = large[page * size + offset] { larger[place * size + offset] = sum }
      }
    }
    (nextPage, pageNumber, uses, large) = (next, numbers, counts, larger)
  }

  /// A store's days before a day and from it on, in their order.
  func days(
    ofStore store: Int, withUses: Bool, around middle: Int
  ) -> (before: [DailyUses], after: [DailyUses]) {
    guard !firstPage.isEmpty else { return ([], []) }
    var pages: [(number: Int32, index: Int32)] = []
    var page = firstPage[store]
    while page >= 0 {
      pages.append((pageNumber[Int(page)], page))
      page = nextPage[Int(page)]
    }
    pages.sort { $0.number < $1.number }
    var (before, after): ([DailyUses], [DailyUses]) = ([], [])
    for (number, index) in pages {
      for offset in 0..<Self.daysPerPage {
        let slot = Int(index) * Self.daysPerPage + offset
        guard uses[slot] > 0 || !withUses && owner.indices.contains(slot) && owner[slot] > 0 else {
          continue
        }
        let count = uses[slot] == Self.isLarge ? large[slot, default: 0] : Int(uses[slot])
        let day = Int(number) * Self.daysPerPage + offset
        let daily = DailyUses(day: CalendarDate(dayNumber: day), uses: count)
        if day < middle { before.append(daily) } else { after.append(daily) }
      }
    }
    return (before, after)
  }

  /// The place of a store's day; its page is made where there is none, and moves to the front.
  private mutating func slot(_ store: Int, _ day: Int) -> Int {
    if firstPage.isEmpty { firstPage = Array(repeating: -1, count: storeCount) }
    let number = Int32(day >> 5)
    let offset = day & 31
    var page = firstPage[store]
    if page >= 0, pageNumber[Int(page)] == number {
      return Int(page) * Self.daysPerPage + offset
    }
    var previous: Int32 = -1
    while page >= 0, pageNumber[Int(page)] != number {
      previous = page
      page = nextPage[Int(page)]
    }
    if page >= 0 {
      nextPage[Int(previous)] = nextPage[Int(page)]
    } else {
      page = Int32(pageNumber.count)
      pageNumber.append(number)
      nextPage.append(-1)
      uses.append(contentsOf: repeatElement(0, count: Self.daysPerPage))
      owner.append(contentsOf: repeatElement(0, count: Self.daysPerPage))
    }
    nextPage[Int(page)] = firstPage[store]
    firstPage[store] = page
    return Int(page) * Self.daysPerPage + offset
  }
}
