package import ReviewModel

/// How fast a store is used at present.
///
/// Decision: of its last 28 days up to the last one that is known, or of as many as it has been live.
/// Four whole weeks have each day of the week as often as the others.
package struct Pace: Sendable, Equatable {
  /// Unit: days.
  static let longest = 28

  /// Unit: uses.
  package let uses: Int128
  /// At least 1.
  ///
  /// Unit: days.
  package let days: Int

  package init(uses: Int128, days: Int) {
    self.uses = uses
    self.days = days
  }

  /// A store's pace; nil before its first day of service is known.
  init?(of service: ServiceRecord, _ outlook: Outlook) {
    guard let today = outlook.dataUntil else { return nil }
    let last = min(today, service.end)
    let first = max(service.goLive, last.adding(days: 1 - Self.longest))
    guard first <= last else { return nil }
    uses = service.daily.reversed().prefix { $0.day >= first }
      .reduce(0) { $0 + ($1.day <= last ? Int128($1.uses) : 0) }
    days = first.days(through: last)
  }

  /// `uses × 7 ÷ days`.
  ///
  /// Unit: uses per week.
  package var weeklyAverage: Ratio {
    Ratio(uses * Int128(ServiceRecords.daysPerWeek), over: Int128(days))
  }

  /// The whole uses that some days bring at this pace, rounded down: a part of a use is none.
  ///
  /// Unit: uses.
  package func uses(in count: Int) -> Int128 { uses * Int128(count) / Int128(days) }
}
