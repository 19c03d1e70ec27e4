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
    for (number, window) in register.windows.enumerated() {
      guard contract == nil || register.contracts[window.contract] == contract else { continue }
      let days = usage.days.days(ofStore: number)
      switch period {
      case .day:
        for day in days {
          Self.append(window.store, day.day.isoText, Int128(day.uses), to: &bytes)
        }
      case .month: Self.append(months: days, window.store, to: &bytes)
      }
      if bytes.count >= Self.chunk {
        try write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try write(bytes)
  }

  private static func append(
    months days: [DailyUses], _ store: StoreID, to bytes: inout [UInt8]
  ) {
    var position = 0
    while position < days.count {
      let day = days[position].day
      let first = day.adding(days: 1 - day.components.day)
      let next = first.addingMonths(1)
      var sum: Int128 = 0
      while position < days.count, days[position].day < next {
        sum += Int128(days[position].uses)
        position += 1
      }
      append(store, String(first.isoText.dropLast(3)), sum, to: &bytes)
    }
  }

  private static func append(
    _ store: StoreID, _ period: String, _ uses: Int128, to bytes: inout [UInt8]
  ) {
    bytes += store.text.utf8
    bytes.append(UInt8(ascii: ","))
    bytes += period.utf8
    bytes.append(UInt8(ascii: ","))
    bytes += String(uses).utf8
    bytes.append(UInt8(ascii: "\n"))
  }
}
