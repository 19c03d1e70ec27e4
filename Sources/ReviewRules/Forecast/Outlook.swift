package import ReviewModel

/// What a forecast knows of a season, and which days are still to come.
///
/// There is no clock: «today» is the last day that the data reach. The days after it, up to as-of,
/// are open; whatever is known of them is not looked at.
package struct Outlook: Sendable, Equatable {
  package let programme: Programme
  package let phase: Phase
  package let asOf: CalendarDate
  /// The last day whose uses are known, at most as-of; nil where no use counted and nobody said one.
  package let dataUntil: CalendarDate?

  /// - Parameters:
  ///   - programme: The year's settings.
  ///   - phase: The phase that is forecast.
  ///   - asOf: The last day that counts.
  ///   - dataUntil: The last day whose uses are known; nil where nothing tells, so that every day
  ///     is still to come.
  package init(
    _ programme: Programme, _ phase: Phase, asOf: CalendarDate, dataUntil: CalendarDate?
  ) {
    self.programme = programme
    self.phase = phase
    self.asOf = asOf
    self.dataUntil = dataUntil.map { min($0, asOf) }
  }

  /// Whether any day up to as-of is still to come.
  package var isOpen: Bool { firstOpen <= asOf }

  /// The first day that is still to come.
  package var firstOpen: CalendarDate { (dataUntil ?? Self.beforeAllDays).adding(days: 1) }

  /// The days of an interval that are still to come.
  ///
  /// Unit: days.
  func openDays(from first: CalendarDate, through last: CalendarDate) -> Int {
    max(0, max(first, firstOpen).days(through: last))
  }

  /// A store's uses up to the last day that is known.
  func known(_ daily: [DailyUses]) -> [DailyUses] {
    guard let last = daily.last, last.day >= firstOpen else { return daily }
    return Array(daily.prefix { $0.day < firstOpen })
  }

  /// The last day before year 1, with which the days that cells may name begin.
  private static let beforeAllDays = CalendarDate(dayNumber: -719_163)
}
