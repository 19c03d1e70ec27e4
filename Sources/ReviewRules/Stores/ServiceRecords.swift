import ReviewModel

/// A store's service from its go-live date on: months, weeks, verdict, idleness, growth.
enum ServiceRecords {
  static let daysPerWeek = 7
  private static let leastDaysPerMonth = 28

  /// The record of a store, or nil without a go-live date on or before as-of.
  ///
  /// - Parameters:
  ///   - entry: The store's kept roster row.
  ///   - daily: Its counted uses, in the order of days, all inside the service period.
  ///   - programme: The year's settings.
  ///   - asOf: The last day that counts.
  /// - Returns: The record; all of it is computed, whatever the store's status will be.
  static func record(
    of entry: RosterEntry, _ daily: [DailyUses], _ programme: Programme, asOf: CalendarDate
  ) -> ServiceRecord? {
    guard let goLive = entry.goLive, goLive <= asOf else { return nil }
    return record(from: goLive, through: min(asOf, entry.endedOn ?? asOf), daily, programme)
  }

  /// The record of a service period; one that ends before it begins has no days.
  static func record(
    from goLive: CalendarDate, through end: CalendarDate, _ daily: [DailyUses],
    _ programme: Programme
  ) -> ServiceRecord {
    let weeks = weeks(from: goLive, through: end, daily, programme)
    let months = months(from: goLive, through: end, daily, weeks, programme)
    return ServiceRecord(
      goLive: goLive, end: end, days: max(0, goLive.days(through: end)),
      fullMonths: fullMonths(from: goLive, through: end),
      totalUses: daily.reduce(0) { $0 + Int128($1.uses) }, months: months, weeks: weeks,
      verdict: verdict(of: months), longestIdle: longestIdle(from: goLive, through: end, daily),
      isGrowing: isGrowing(months),
      durationReachedOn: goLive.addingMonths(programme.moreThanMonths), daily: daily)
  }

  /// Service month k = [add_months(G, k−1), add_months(G, k) − 1 day], each with a day at least
  /// inside the service period (C12).
  private static func months(
    from goLive: CalendarDate, through end: CalendarDate, _ daily: [DailyUses],
    _ weeks: [ServiceWeek], _ programme: Programme
  ) -> [ServiceMonth] {
    var months: [ServiceMonth] = []
    months.reserveCapacity(max(0, goLive.days(through: end)) / leastDaysPerMonth + 1)
    var position = 0
    var week = 0
    var number = 1
    var first = goLive
    while first <= end {
      let next = goLive.addingMonths(number)
      let last = min(end, next.adding(days: -1))
      let days = first.days(through: last)
      var uses: Int128 = 0
      while position < daily.count, daily[position].day <= last {
        uses += Int128(daily[position].uses)
        position += 1
      }
      let firstWeek = week
      while week < weeks.count, weeks[week].month == number { week += 1 }
      let threshold = programme.weeklyThreshold(ofMonth: number)
      months.append(
        ServiceMonth(
          number: number, first: first, last: last, days: days, uses: uses,
          threshold: threshold,
          verdict: monthVerdict(days, uses, threshold, weeks[firstWeek..<week], programme)))
      number += 1
      first = next
    }
    return months
  }

  /// `monthly-average`: assessed from `min_assessed_days` on, met when uses × 7 ≥ threshold × days.
  ///
  /// `every-week`: assessed with a week that counts, met when each of them reaches the threshold.
  private static func monthVerdict(
    _ days: Int, _ uses: Int128, _ threshold: Int, _ weeks: ArraySlice<ServiceWeek>,
    _ programme: Programme
  ) -> UsageVerdict {
    switch programme.assessment {
    case .monthlyAverage:
      guard days >= programme.minAssessedDays else { return .unassessed }
      return uses * Int128(daysPerWeek) >= Int128(threshold) * Int128(days) ? .met : .short
    case .everyWeek:
      guard !weeks.isEmpty else { return .unassessed }
      return weeks.allSatisfy(\.isMet) ? .met : .short
    }
  }

  /// Week w = [G + 7(w−1), G + 7w − 1], where its last day is not after E; it belongs to the
  /// service month that its first day lies in.
  private static func weeks(
    from goLive: CalendarDate, through end: CalendarDate, _ daily: [DailyUses],
    _ programme: Programme
  ) -> [ServiceWeek] {
    var weeks: [ServiceWeek] = []
    weeks.reserveCapacity(max(0, goLive.days(through: end)) / daysPerWeek)
    var position = 0
    var month = 1
    var nextMonth = goLive.addingMonths(1)
    var first = goLive
    while first.adding(days: daysPerWeek - 1) <= end {
      let last = first.adding(days: daysPerWeek - 1)
      while nextMonth <= first {
        month += 1
        nextMonth = goLive.addingMonths(month)
      }
      var uses: Int128 = 0
      while position < daily.count, daily[position].day <= last {
        uses += Int128(daily[position].uses)
        position += 1
      }
      weeks.append(
        ServiceWeek(
          number: weeks.count + 1, first: first, month: month, uses: uses,
          threshold: programme.weeklyThreshold(ofMonth: month)))
      first = last.adding(days: 1)
    }
    return weeks
  }

  /// `met` when a month is assessed and all assessed ones are met; `short` when one is not.
  private static func verdict(of months: [ServiceMonth]) -> UsageVerdict {
    if months.contains(where: { $0.verdict == .short }) { return .short }
    return months.contains { $0.verdict == .met } ? .met : .unassessed
  }

  /// The largest k with add_months(G, k) − 1 day ≤ E.
  private static func fullMonths(from goLive: CalendarDate, through end: CalendarDate) -> Int {
    var count = 0
    while goLive.addingMonths(count + 1).adding(days: -1) <= end { count += 1 }
    return count
  }

  /// The most consecutive days of the service period without a counted use; the first such run.
  private static func longestIdle(
    from goLive: CalendarDate, through end: CalendarDate, _ daily: [DailyUses]
  ) -> IdleRun {
    var longest = IdleRun(days: 0, first: nil)
    var first = goLive
    for use in daily {
      let run = first.days(through: use.day) - 1
      if run > longest.days { longest = IdleRun(days: run, first: first) }
      first = use.day.adding(days: 1)
    }
    let rest = first.days(through: end)
    return rest > longest.days ? IdleRun(days: rest, first: first) : longest
  }

  /// C13: months 4 and 5 at least are assessed, every assessed month from 4 on is met, and every
  /// one from 5 on has a strictly higher weekly average than the month before it.
  private static func isGrowing(_ months: [ServiceMonth]) -> Bool {
    guard months.count >= 5, months[3].verdict != .unassessed, months[4].verdict != .unassessed
    else { return false }
    for (before, month) in zip(months[2...], months[3...]) where month.verdict != .unassessed {
      if month.verdict != .met { return false }
      if month.number >= 5, !month.weeklyAverage.isGreater(than: before.weeklyAverage) {
        return false
      }
    }
    return true
  }
}
