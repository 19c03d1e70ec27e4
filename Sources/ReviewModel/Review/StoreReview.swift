/// A service month of a store, counted from its go-live date.
package struct ServiceMonth: Sendable, Equatable {
  /// The month's number, k of the rules, from 1.
  package let number: Int
  /// The month's first day, and its last inside the service period.
  package let first: CalendarDate
  package let last: CalendarDate
  /// `days_k`: at least 1.
  ///
  /// Unit: days.
  package let days: Int
  /// `uses_k`.
  ///
  /// Unit: uses.
  package let uses: Int128
  /// Unit: uses per week (C12).
  package let threshold: Int
  package let verdict: UsageVerdict

  package init(
    number: Int, first: CalendarDate, last: CalendarDate, days: Int, uses: Int128,
    threshold: Int, verdict: UsageVerdict
  ) {
    self.number = number
    self.first = first
    self.last = last
    self.days = days
    self.uses = uses
    self.threshold = threshold
    self.verdict = verdict
  }

  /// `uses_k × 7 ÷ days_k`.
  ///
  /// Unit: uses per week.
  package var weeklyAverage: Ratio { Ratio(uses * 7, over: Int128(days)) }

  /// The fewest uses more with which the month's average reaches its threshold.
  package var missingUses: Int128 {
    let wanted = Int128(threshold) * Int128(days)
    return max(0, (wanted - uses * 7 + 6) / 7)
  }
}

/// A week of a store's service, counted from its go-live date.
package struct ServiceWeek: Sendable, Equatable {
  /// The week's number, w of the rules, from 1.
  package let number: Int
  package let first: CalendarDate
  /// The service month that the first day lies in.
  package let month: Int
  package let uses: Int128
  package let threshold: Int

  package init(number: Int, first: CalendarDate, month: Int, uses: Int128, threshold: Int) {
    self.number = number
    self.first = first
    self.month = month
    self.uses = uses
    self.threshold = threshold
  }

  package var isMet: Bool { uses >= Int128(threshold) }
}

/// The longest run of days without a counted use; `days` is 0 where there is none.
package struct IdleRun: Sendable, Equatable {
  package let days: Int
  package let first: CalendarDate?

  package init(days: Int, first: CalendarDate?) {
    self.days = days
    self.first = first
  }
}

/// A store's service from its go-live date to as-of or its end date.
package struct ServiceRecord: Sendable, Equatable {
  /// G of the rules.
  package let goLive: CalendarDate
  /// E of the rules: the earlier of as-of and the end date.
  package let end: CalendarDate
  /// Days of the service period; 0 where the end is before go-live.
  package let days: Int
  package let fullMonths: Int
  package let totalUses: Int128
  package let months: [ServiceMonth]
  /// Whole weeks inside the service period.
  package let weeks: [ServiceWeek]
  package let verdict: UsageVerdict
  package let longestIdle: IdleRun
  /// C13.
  package let isGrowing: Bool
  /// C3: E is not before this day.
  package let durationReachedOn: CalendarDate
  package let daily: [DailyUses]

  package init(
    goLive: CalendarDate, end: CalendarDate, days: Int, fullMonths: Int, totalUses: Int128,
    months: [ServiceMonth], weeks: [ServiceWeek], verdict: UsageVerdict, longestIdle: IdleRun,
    isGrowing: Bool, durationReachedOn: CalendarDate, daily: [DailyUses]
  ) {
    self.goLive = goLive
    self.end = end
    self.days = days
    self.fullMonths = fullMonths
    self.totalUses = totalUses
    self.months = months
    self.weeks = weeks
    self.verdict = verdict
    self.longestIdle = longestIdle
    self.isGrowing = isGrowing
    self.durationReachedOn = durationReachedOn
    self.daily = daily
  }

  package var satisfiesDuration: Bool { end >= durationReachedOn }
}

/// A store as reviewed.
package struct StoreReview: Sendable, Equatable {
  package let entry: RosterEntry
  package let status: StoreStatus
  /// Nil where there is no go-live date on or before as-of.
  package let service: ServiceRecord?
  /// The ruling that disallows the store, where there is one.
  package let disallowedBy: Ruling?
  /// The codes that make the store ineligible, in their order.
  package let ineligibleBy: [FindingCode]

  package init(
    entry: RosterEntry, status: StoreStatus, service: ServiceRecord?, disallowedBy: Ruling?,
    ineligibleBy: [FindingCode]
  ) {
    self.entry = entry
    self.status = status
    self.service = service
    self.disallowedBy = disallowedBy
    self.ineligibleBy = ineligibleBy
  }
}
