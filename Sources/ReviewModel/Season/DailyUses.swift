/// A store's counted uses of one day.
package struct DailyUses: Sendable, Equatable {
  package let day: CalendarDate
  package let uses: Int

  package init(day: CalendarDate, uses: Int) {
    self.day = day
    self.uses = uses
  }
}

/// Counted uses per calendar month.
enum MonthlyUses {
  /// Gives the sums of days that stand in their order.
  static func forEach(
    of days: [DailyUses], _ body: (_ first: CalendarDate, _ uses: Int128) -> Void
  ) {
    var position = 0
    while position < days.count {
      let day = days[position].day
      let first = day.adding(days: 1 - day.components.day)
      let next = first.addingMonths(1)
      var uses: Int128 = 0
      while position < days.count, days[position].day < next {
        uses += Int128(days[position].uses)
        position += 1
      }
      body(first, uses)
    }
  }
}
