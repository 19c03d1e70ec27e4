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
      switch period {
      case .day:
        for day in usage.days.days(ofStore: number) {
          lines.append(window.store, day.day, Int128(day.uses))
        }
      case .month:
        usage.days.forEachMonth(ofStore: number) { lines.append(window.store, $0, $1) }
      }
    }
    return lines.bytes
  }
}

/// Lines of stores, periods and uses.
private struct SumLines {
  private(set) var bytes: [UInt8] = []
  private var periods: PeriodTexts

  init(_ period: UsageSums.Period) {
    periods = PeriodTexts(length: period == .day ? 10 : 7)
  }

  mutating func append(_ store: StoreID, _ day: CalendarDate, _ uses: Int128) {
    bytes.append(contentsOf: store.text.utf8)
    periods.append(day, to: &bytes)
    if let small = UInt16(exactly: uses) {
      var unit: UInt16 = 10_000
      while unit > 1, small < unit { unit /= 10 }
      while unit > 0 {
        bytes.append(0x30 + UInt8(truncatingIfNeeded: small / unit % 10))
        unit /= 10
      }
    } else {
      bytes.append(contentsOf: String(uses).utf8)
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}

/// The texts of days or months, each between its commas: the same ones come again with every store.
private struct PeriodTexts {
  private let length: Int
  /// By the last bits of the day's number; another day's takes the place.
  private var known = [(day: CalendarDate, text: [UInt8])?](repeating: nil, count: 1_024)

  /// - Parameter length: The bytes of `2021-06-01` that are wanted.
  init(length: Int) {
    self.length = length
  }

  mutating func append(_ day: CalendarDate, to bytes: inout [UInt8]) {
    let place = day.dayNumber & (known.count - 1)
    if let found = known[place], found.day == day {
      bytes.append(contentsOf: found.text)
    } else {
      let text = Array(("," + day.isoText.prefix(length) + ",").utf8)
      known[place] = (day, text)
      bytes.append(contentsOf: text)
    }
  }
}
