import ReviewModel

/// The latest day on which a store may go live and still be completed.
enum GoLiveDeadline {
  /// Unit: days.
  private static let longestMonth = 31
  /// Longer than any month that a store could be assessed in.
  private static let mostDaysBack = 62

  /// The latest go-live day with which a store's use would last long enough (C3, final only) and a
  /// month of it be assessed (C12), whether that day is over or not.
  ///
  /// - Parameters:
  ///   - end: The last day of the service, E of the rules.
  ///   - programme: The year's settings.
  ///   - phase: The phase that is forecast.
  /// - Returns: The day; nil where none would do, as when months are asked for more days than any has.
  static func latest(
    through end: CalendarDate, _ programme: Programme, _ phase: Phase
  ) -> CalendarDate? {
    guard programme.minAssessedDays <= longestMonth else { return nil }
    guard let start = phase == .final ? lastLongEnough(through: end, programme.moreThanMonths) : end
    else { return nil }
    for back in 0..<mostDaysBack {
      let goLive = start.adding(days: -back)
      let record = ServiceRecords.record(from: goLive, through: end, [], programme)
      if record.months.contains(where: { $0.verdict != .unassessed }) { return goLive }
    }
    return nil
  }

  /// The largest G with add_months(G, months) ≤ E.
  ///
  /// Months differ in length, so that several days may lead to the same one: 28 to 31 October + 4 is
  /// 28 February. Nil where it lies before the calendar's first year.
  private static func lastLongEnough(
    through end: CalendarDate, _ months: Int
  ) -> CalendarDate? {
    guard months < (end.components.year - 1) * 12 else { return nil }
    var goLive = end.addingMonths(-months)
    while goLive.adding(days: 1).addingMonths(months) <= end { goLive = goLive.adding(days: 1) }
    return goLive
  }
}
