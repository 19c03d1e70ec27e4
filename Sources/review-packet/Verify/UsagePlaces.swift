import PacketDocuments
import ReviewModel
import SeasonReading

/// The days of stores on which packet and raw data disagree, with the rows that speak of them.
struct UsagePlaces {
  /// Days of one store; more of them than these are told as a number.
  private static let mostDays = 20

  private let checkup: RawDataCheckup
  let byStore: [(store: StoreID, days: [DayDifference])]
  private let now: [UsageLocator.Wanted: [Place]]
  private let before: [UsageLocator.Wanted: [Place]]

  init(_ checkup: RawDataCheckup) {
    self.checkup = checkup
    let days = DayDifference.all(from: checkup.packet, to: checkup.fresh)
    let groups = Dictionary(grouping: days, by: \.store)
    byStore = groups.keys.sorted().map { ($0, groups[$0, default: []]) }
    let wanted = Set(byStore.flatMap { $0.days.prefix(Self.mostDays).map { Self.wanted($0) } })
    guard !wanted.isEmpty else {
      (now, before) = ([:], [:])
      return
    }
    now = UsageLocator(folder: checkup.season).places(
      of: wanted, in: checkup.fresh.provenance.files)
    before =
      checkup.ownSeason.map {
        UsageLocator(folder: $0).places(of: wanted, in: checkup.packet.provenance.files)
      } ?? [:]
  }

  private static func wanted(_ day: DayDifference) -> UsageLocator.Wanted {
    UsageLocator.Wanted(store: day.store, day: day.day)
  }

  /// A store's days, each with its rows; the money's effect stands with the first.
  func differences(
    of store: StoreID, _ days: [DayDifference], effect: MoneyEffect?
  ) -> [VerifyDifference] {
    let cause = cause()
    var found: [VerifyDifference] = []
    for (index, change) in days.prefix(Self.mostDays).enumerated() {
      let key = Self.wanted(change)
      let date = change.day.isoText
      let rows = now[key, default: []].map(\.fileAndLine)
      let old = before[key, default: []].map(\.fileAndLine)
      let place = rows.first ?? old.first ?? files(of: store)
      let here = rows.isEmpty ? nil : rows.joined(separator: ", ")
      let there = old.isEmpty ? nil : old.joined(separator: ", ")
      found.append(
        VerifyDifference(
          cause, place,
          zh: "店家 \(store.text) \(date)：審查資料 \(change.old) 次，原始資料 \(change.new) 次"
            + (here.map { "；資料列 \($0)" } ?? "；原始資料無此日的資料列")
            + (there.map { "；封存原件 \($0)" } ?? ""),
          en:
            "store \(store.text), \(date): \(change.old) uses in the packet, \(change.new) in the "
            + "raw data" + (here.map { "; rows \($0)" } ?? "; no row of the raw data has this day")
            + (there.map { "; archived original \($0)" } ?? ""),
          effect: index == 0 ? effect : nil))
    }
    if days.count > Self.mostDays {
      let rest = days.count - Self.mostDays
      found.append(
        VerifyDifference(
          cause, files(of: store), zh: "店家 \(store.text) 另有 \(rest) 日不同",
          en: "store \(store.text): \(rest) more days differ"))
    }
    return found
  }

  /// Input rows, where any usage file differs; else nothing but the archive can have been changed.
  private func cause() -> VerifyDifference.Cause {
    func digests(_ packet: Packet) -> [String: String] {
      Dictionary(
        packet.provenance.files.filter { $0.kind != .programme }.map { ($0.path, $0.sha256) },
        uniquingKeysWith: { one, _ in one })
    }
    return digests(checkup.packet) == digests(checkup.fresh) ? .editedArchive : .inputRows
  }

  private func files(of store: StoreID) -> String {
    let usage = checkup.packet.provenance.files.filter { $0.kind == .usage }.map(\.path)
    return usage.count == 1 ? usage[0] : store.text
  }
}
