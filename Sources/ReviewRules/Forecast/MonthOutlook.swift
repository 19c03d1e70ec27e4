package import ReviewModel

/// The uses that a service month, or a week of one, needs more (C12).
package struct UseNeed: Sendable, Equatable {
  package let first: CalendarDate
  package let last: CalendarDate
  /// So far.
  package let uses: Int128
  /// The fewest with which it is met.
  package let wanted: Int128
  /// Its days that are still to come: at least 1.
  package let remainingDays: Int

  package init(
    first: CalendarDate, last: CalendarDate, uses: Int128, wanted: Int128, remainingDays: Int
  ) {
    self.first = first
    self.last = last
    self.uses = uses
    self.wanted = wanted
    self.remainingDays = remainingDays
  }

  /// The least further uses with which it is met.
  package var missing: Int128 { max(0, wanted - uses) }

  /// Whether a week or more is left, so that a weekly number says something.
  package var hasWeekLeft: Bool { remainingDays >= ServiceRecords.daysPerWeek }

  /// What is missing, spread over the remaining days.
  ///
  /// Unit: uses per week.
  package var perWeek: Ratio {
    Ratio(missing * Int128(ServiceRecords.daysPerWeek), over: Int128(remainingDays))
  }

  /// The same, rounded up to a whole use.
  package var wholePerWeek: Int128 {
    (perWeek.numerator + perWeek.denominator - 1) / perWeek.denominator
  }

  /// Whether the remaining days bring what is missing at a pace.
  package func isReached(at pace: Pace?) -> Bool {
    guard let pace else { return missing == 0 }
    return pace.uses(in: remainingDays) >= missing
  }
}

/// A service month of which a day, or a day of a week that belongs to it, is still to come.
package struct MonthOutlook: Sendable, Equatable {
  /// k of the rules, from 1.
  package let number: Int
  /// The month inside the service period, as the review cuts it.
  package let first: CalendarDate
  package let last: CalendarDate
  /// `days_k`.
  package let days: Int
  /// `uses_k` so far.
  package let uses: Int128
  /// Unit: uses per week (C12).
  package let threshold: Int
  /// Whether it counts at all at as-of; such as does not needs nothing.
  package let isAssessed: Bool
  /// The month's own need where its average decides, or those of its weeks where each week does.
  ///
  /// Only needs that are not met yet; none where the month can no longer be met.
  package let needs: [UseNeed]
  /// Whether a week of it is over and short, so that it can no longer be met.
  package let isLost: Bool

  package init(
    number: Int, first: CalendarDate, last: CalendarDate, days: Int, uses: Int128,
    threshold: Int, isAssessed: Bool, needs: [UseNeed], isLost: Bool = false
  ) {
    self.number = number
    self.first = first
    self.last = last
    self.days = days
    self.uses = uses
    self.threshold = threshold
    self.isAssessed = isAssessed
    self.needs = needs
    self.isLost = isLost
  }

  init(_ month: ServiceMonth, needs: [UseNeed], isLost: Bool) {
    self.init(
      number: month.number, first: month.first, last: month.last, days: month.days,
      uses: month.uses, threshold: month.threshold, isAssessed: month.verdict != .unassessed,
      needs: needs, isLost: isLost)
  }

  /// The least further uses with which the month is met.
  package var missing: Int128 { needs.reduce(0) { $0 + $1.missing } }

  /// Whether the store's pace brings what is missing.
  package func isReached(at pace: Pace?) -> Bool {
    !isLost && needs.allSatisfy { $0.isReached(at: pace) }
  }
}

/// A month, or the first of its weeks, that is over and short: nothing mends it (C12).
package struct PastShortfall: Sendable, Equatable {
  /// k of the rules.
  package let month: Int
  package let first: CalendarDate
  package let last: CalendarDate
  package let uses: Int128
  package let wanted: Int128
  /// How many weeks of the month are over and short; 0 where the month's average decides.
  package let weeks: Int

  package init(
    month: Int, first: CalendarDate, last: CalendarDate, uses: Int128, wanted: Int128, weeks: Int
  ) {
    self.month = month
    self.first = first
    self.last = last
    self.uses = uses
    self.wanted = wanted
    self.weeks = weeks
  }

  /// Unit: uses.
  package var missing: Int128 { wanted - uses }
}
