import ArgumentParser
import ReviewModel

/// The uses that count as CSV, per store and day or month: days without any are left out.
struct UsageSums: Sendable {
  enum Period: String, ExpressibleByArgument, CaseIterable {
    case day
    case month
  }

  /// Stores whose lines are made at a time, some hundred kilobytes.
  private static func batch(of period: Period) -> Int { period == .day ? 128 : 4_096 }

  private let register: UsageRegister
  private let usage: SeasonUsage
  private let contract: ContractID?

  /// - Parameters:
  ///   - register: What the usage was read against.
  ///   - usage: The counted usage.
  ///   - contract: The only contract whose stores are wanted; nil for all.
  init(_ register: UsageRegister, _ usage: SeasonUsage, contract: ContractID?) {
    self.register = register
    self.usage = usage
    self.contract = contract
  }

  /// Gives the CSV piece by piece: stores in the order of the rosters, each with its days in theirs.
  ///
  /// - Parameters:
  ///   - period: A row for each day, `2021-06-01`, or each calendar month, `2021-06`.
  ///   - jobs: How many pieces are made at a time.
  ///   - write: Gets the bytes.
  /// - Throws: What `write` throws.
  func csv(per period: Period, jobs: Int, _ write: ([UInt8]) throws -> Void) async throws {
    try write(Array("store_id,\(period == .day ? "date" : "month"),uses\n".utf8))
    try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      let batch = Self.batch(of: period)
      let starts = Array(stride(from: 0, to: register.windows.count, by: batch))
      var next = 0
      func start(_ group: inout ThrowingTaskGroup<(Int, [UInt8]), any Error>) {
        guard next < starts.count else { return }
        let number = next
        next += 1
        let stores = starts[number]..<min(starts[number] + batch, register.windows.count)
        group.addTask { (number, lines(per: period, of: stores)) }
      }
      for _ in 0..<max(1, jobs) { start(&group) }
      var waiting: [Int: [UInt8]] = [:]
      var turn = 0
      while let (number, bytes) = try await group.next() {
        waiting[number] = bytes
        while let bytes = waiting.removeValue(forKey: turn) {
          try write(bytes)
          turn += 1
          // Not before: what waits for its turn takes memory.
          start(&group)
        }
      }
    }
  }

  /// The lines of a batch of stores.
  private func lines(per period: Period, of stores: Range<Int>) -> [UInt8] {
    var lines = SumLines(period)
    for number in stores {
      let window = register.windows[number]
      guard contract == nil || register.contracts[window.contract] == contract else { continue }
      lines.begin(window.store)
      switch period {
      case .day:
        for day in usage.days.days(ofStore: number) { lines.append(day.day, Int128(day.uses)) }
      case .month:
        usage.days.forEachMonth(ofStore: number) { lines.append($0, $1) }
      }
    }
    return lines.finish()
  }
}

/// Lines of stores, periods and uses.
///
/// There are some for each store: they are put together in raw memory, and go on in large pieces.
private struct SumLines: ~Copyable {
  /// A period and the digits of any sum take less.
  private static let longestRest = 128
  /// An id has 64 bytes at most.
  private static let capacity = 64 << 10

  private var bytes: [UInt8] = []
  private let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  private var count = 0
  private var periods: PeriodTexts
  /// The bytes of the store's id.
  private var store: [UInt8] = []

  init(_ period: UsageSums.Period) {
    periods = PeriodTexts(length: period == .day ? 10 : 7)
  }

  deinit {
    piece.deallocate()
  }

  /// Begins the lines of a store.
  mutating func begin(_ id: StoreID) {
    store.removeAll(keepingCapacity: true)
    store.append(contentsOf: id.text.utf8)
  }

  /// Adds a line of the store that was begun last.
  mutating func append(_ day: CalendarDate, _ uses: Int128) {
    precondition(store.count <= Self.capacity - Self.longestRest)
    if count > Self.capacity - Self.longestRest - store.count { handOn() }
    store.withUnsafeBufferPointer { id in
      guard let start = id.baseAddress else { return }
      (piece + count).update(from: start, count: id.count)
      count += id.count
    }
    count += periods.write(day, to: piece + count)
    if let small = UInt32(exactly: uses) {
      write(small)
    } else {
      for digit in String(uses).utf8 { write(byte: digit) }
    }
    write(byte: UInt8(ascii: "\n"))
  }

  /// All lines.
  consuming func finish() -> [UInt8] {
    handOn()
    return bytes
  }

  private mutating func handOn() {
    bytes.append(contentsOf: UnsafeBufferPointer(start: piece, count: count))
    count = 0
  }

  private mutating func write(byte: UInt8) {
    piece[count] = byte
    count += 1
  }

  private mutating func write(_ number: UInt32) {
    var length = 1
    var limit: UInt64 = 10
    while UInt64(number) >= limit { (length, limit) = (length + 1, limit * 10) }
    var rest = number
    for place in stride(from: count + length - 1, through: count, by: -1) {
      piece[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }
}

/// The texts of days or months, each between its commas: the same ones come again with every store.
private struct PeriodTexts: ~Copyable {
  /// `,2021-06-01,` and what fills it up.
  private static let size = 16
  private static let places = 1_024

  private let length: Int
  /// By the last bits of the day's number; another day's takes the place.
  private let texts = UnsafeMutablePointer<UInt8>.allocate(capacity: size * places)
  private var days = [Int](repeating: .min, count: places)

  /// - Parameter length: The bytes of `2021-06-01` that are wanted.
  init(length: Int) {
    self.length = length
    texts.initialize(repeating: 0, count: Self.size * Self.places)
  }

  deinit {
    texts.deallocate()
  }

  /// Writes a day's text where there is room for 16 bytes.
  ///
  /// - Returns: The bytes that are its own.
  mutating func write(_ day: CalendarDate, to place: UnsafeMutablePointer<UInt8>) -> Int {
    let known = day.dayNumber & (Self.places - 1)
    let text = texts + known * Self.size
    if days[known] != day.dayNumber {
      days[known] = day.dayNumber
      for (index, byte) in ("," + day.isoText.prefix(length) + ",").utf8.enumerated() {
        text[index] = byte
      }
    }
    place.update(from: text, count: Self.size)
    return length + 2
  }
}
