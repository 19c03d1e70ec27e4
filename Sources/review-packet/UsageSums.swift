import ArgumentParser
import ReviewModel

/// The uses that count as CSV, per store and day or month: days without any are left out.
struct UsageSums {
  enum Period: String, ExpressibleByArgument, CaseIterable {
    case day
    case month
  }

  /// Bytes that are handed on at a time.
  private static let chunk = 256 << 10

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
  ///   - write: Gets the bytes.
  /// - Throws: What `write` throws.
  func csv<Problem: Error>(
    per period: Period, _ write: ([UInt8]) throws(Problem) -> Void
  ) throws(Problem) {
    var bytes = Array("store_id,\(period == .day ? "date" : "month"),uses\n".utf8)
    bytes.reserveCapacity(Self.chunk * 2)
    // The same days come again with every store.
    var texts: [CalendarDate: [UInt8]] = [:]
    func text(_ day: CalendarDate, length: Int) -> [UInt8] {
      if let known = texts[day] { return known }
      let text = Array(("," + day.isoText.prefix(length) + ",").utf8)
      texts[day] = text
      return text
    }
    for (number, window) in register.windows.enumerated() {
      guard contract == nil || register.contracts[window.contract] == contract else { continue }
      switch period {
      case .day:
        for day in usage.days.days(ofStore: number) {
          Self.append(window.store, text(day.day, length: 10), Int128(day.uses), to: &bytes)
        }
      case .month:
        for month in usage.days.monthlyUses(ofStore: number) {
          Self.append(window.store, text(month.first, length: 7), month.uses, to: &bytes)
        }
      }
      if bytes.count >= Self.chunk {
        try write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try write(bytes)
  }

  private static func append(
    _ store: StoreID, _ period: [UInt8], _ uses: Int128, to bytes: inout [UInt8]
  ) {
    bytes.append(contentsOf: store.text.utf8)
    bytes.append(contentsOf: period)
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
