import ReviewModel

@testable import ReviewRules

/// A store's service from its counted uses, without files.
struct ServiceSample {
  var goLive: String
  var ended: String?
  var asOf: String
  var programme = Programme()
  /// Uses by day; days outside the service period must not stand here, as counting leaves them out.
  var uses: [CalendarDate: Int] = [:]

  init(_ goLive: String, through asOf: String, ended: String? = nil) {
    self.goLive = goLive
    self.asOf = asOf
    self.ended = ended
  }

  var entry: RosterEntry { Sample.entry(goLive: goLive, ended: ended) }

  var record: ServiceRecord? {
    let daily = uses.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { DailyUses(day: $0.key, uses: $0.value) }
    return ServiceRecords.record(of: entry, daily, programme, asOf: day(asOf))
  }

  /// The same number of uses on each day of an interval.
  mutating func use(_ count: Int, from first: String, through last: String) {
    for offset in 0..<day(first).days(through: day(last)) {
      uses[day(first).adding(days: offset)] = count
    }
  }

  /// So many uses in each service month, all on its first day.
  mutating func useMonthly(_ counts: [Int]) {
    for (index, count) in counts.enumerated() { uses[day(goLive).addingMonths(index)] = count }
  }
}
