internal import ReviewModel

/// A contract's planned and actual progress over time, by the rules of the figures at as-of.
enum ProgressCurve {
  struct Point: Sendable, Equatable {
    let day: CalendarDate
    let planned: Hundredths
    let actual: Hundredths
  }

  /// More month ends than these no schedule of a year has; a mistyped start gives only the latest.
  private static let mostMonths = 60

  /// The month ends from the first planned day on, and as-of itself as the last point.
  static func points(of work: WorkProgress, through asOf: CalendarDate) -> [Point] {
    guard let first = work.items.map(\.plan.plannedStart).min() else { return [] }
    return (monthEnds(from: first, before: asOf) + [asOf]).map { point(of: work, at: $0) }
  }

  /// The month ends after as-of and the plan's last day, of which only the plan is known.
  static func ahead(of work: WorkProgress, after asOf: CalendarDate) -> [Point] {
    guard let last = work.items.map(\.plan.plannedEnd).max(), last > asOf else { return [] }
    let firstOfMonth = asOf.adding(days: 1 - asOf.components.day)
    let ends = (1...mostMonths).map { firstOfMonth.addingMonths($0).adding(days: -1) }
      .filter { $0 > asOf && $0 < last }
    // A mistyped end would stretch the curve beyond use; what lies that far ahead is left out.
    let days = last <= firstOfMonth.addingMonths(mostMonths) ? ends + [last] : ends
    return days.map { point(of: work, at: $0) }
  }

  /// Planned and actual progress at a day: Σ weight × progress ÷ 100, rounded to 0.01 at the end.
  static func point(of work: WorkProgress, at day: CalendarDate) -> Point {
    var planned: Int128 = 0
    var actual: Int128 = 0
    for item in work.items {
      planned += item.plan.weight.count * plannedProgress(of: item.plan, at: day).count
      actual += item.plan.weight.count * actualProgress(of: item, at: day).count
    }
    return Point(
      day: day, planned: Hundredths(roundedHalfUp(planned, over: 10_000)),
      actual: Hundredths(roundedHalfUp(actual, over: 10_000)))
  }

  /// 0 before the start, 100 from the end on, else (day − start + 1) ÷ (end − start + 1).
  private static func plannedProgress(of plan: ProgressRow, at day: CalendarDate) -> Hundredths {
    if day < plan.plannedStart { return .zero }
    if day >= plan.plannedEnd { return .oneHundred }
    return Ratio(
      Int128(plan.plannedStart.days(through: day)) * 100,
      over: Int128(plan.plannedStart.days(through: plan.plannedEnd))
    ).hundredths
  }

  /// The latest report's on or before the day; 0 without one.
  private static func actualProgress(of item: WorkItem, at day: CalendarDate) -> Hundredths {
    let latest = item.reports.last { report in report.reportedOn.map { $0 <= day } ?? false }
    return latest?.actualProgress ?? .zero
  }

  private static func monthEnds(
    from first: CalendarDate, before last: CalendarDate
  ) -> [CalendarDate] {
    let firstOfLastMonth = last.adding(days: 1 - last.components.day)
    var ends: [CalendarDate] = []
    var month = 0
    while ends.count < mostMonths {
      let end = firstOfLastMonth.addingMonths(-month).adding(days: -1)
      guard end >= first else { break }
      ends.append(end)
      month += 1
    }
    return ends.reversed()
  }
}
