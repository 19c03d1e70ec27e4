internal import ReviewModel

/// Days laid out along a chart's width, both ends included.
struct DayScale {
  let first: CalendarDate
  let last: CalendarDate

  /// A schedule's usual length is below a year; a mistyped date must not flatten all others.
  ///
  /// Unit: days to each side of as-of.
  private static let reach = 730

  /// The days from the first to the last of some, with as-of among them.
  init(_ days: [CalendarDate], asOf: CalendarDate) {
    let near = days.map {
      min(max($0, asOf.adding(days: -Self.reach)), asOf.adding(days: Self.reach))
    }
    first = near.min().map { min($0, asOf) } ?? asOf
    last = near.max().map { max($0, asOf) } ?? asOf
  }

  /// Where a day begins.
  func start(of day: CalendarDate) -> Share {
    Share.of(Int128(first.days(through: day) - 1), in: Int128(first.days(through: last)))
  }

  /// Where a day ends.
  func end(of day: CalendarDate) -> Share {
    Share.of(Int128(first.days(through: day)), in: Int128(first.days(through: last)))
  }

  /// The first days of months, at most six of them with equal steps between.
  func ticks(_ language: Language) -> [(day: CalendarDate, label: String)] {
    let firstOfMonth = first.adding(days: 1 - first.components.day)
    var months: [CalendarDate] = []
    var next = 0
    while true {
      let day = firstOfMonth.addingMonths(next)
      guard day <= last else { break }
      if day >= first { months.append(day) }
      next += 1
    }
    let step = [1, 2, 3, 6, 12].first { months.count <= 6 * $0 } ?? 12
    return months.enumerated().filter { $0.offset % step == 0 }.map { _, day in
      let (year, month, _) = day.components
      let isROC = language == .zhHant && year > 1911
      return (day, isROC ? "\(year - 1911)/\(month)" : String(day.isoText.prefix(7)))
    }
  }
}
