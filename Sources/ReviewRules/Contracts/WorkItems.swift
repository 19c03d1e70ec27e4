import ReviewModel

/// A contract's work, planned and actual, at as-of (C10, C11).
enum WorkItems {
  static func progress(_ rows: [ProgressRow], asOf: CalendarDate) -> WorkProgress {
    let items = reports(rows, asOf: asOf).map { plan, reports in
      WorkItem(
        plan: plan, reports: reports, planned: planned(plan, asOf: asOf),
        actual: reports.last?.actualProgress ?? .zero)
    }
    return WorkProgress(
      items: items, planned: sum(items) { $0.planned }, actual: sum(items) { $0.actual },
      weightSum: items.reduce(.zero) { $0 + $1.plan.weight })
  }

  /// Each item's plan, the first row, and its reports up to as-of: by date, rows of equal dates in
  /// their order.
  ///
  /// Items in the order of their first rows.
  static func reports(
    _ rows: [ProgressRow], asOf: CalendarDate
  ) -> [(plan: ProgressRow, reports: [ProgressRow])] {
    var items: [(plan: ProgressRow, reports: [ProgressRow])] = []
    var numbers: [String: Int] = [:]
    for row in rows {
      let number = numbers[row.itemNo] ?? items.count
      if number == items.count {
        numbers[row.itemNo] = number
        items.append((row, []))
      }
      if let reportedOn = row.reportedOn, reportedOn <= asOf {
        items[number].reports.append(row)
      }
    }
    return items.map { item in
      // Sorted with the row's place as second key: the order of equal dates must not depend on
      // how the library sorts.
      let reports = item.reports.enumerated().sorted { one, two in
        let (left, right) = (one.element.reportedOn, two.element.reportedOn)
        guard let left, let right, left != right else { return one.offset < two.offset }
        return left < right
      }
      return (item.plan, reports.map(\.element))
    }
  }

  /// 0 before the start, 100 from the end on, else (as-of − start + 1) ÷ (end − start + 1),
  /// rounded to 0.01 percent points.
  static func planned(_ plan: ProgressRow, asOf: CalendarDate) -> Hundredths {
    if asOf < plan.plannedStart { return .zero }
    if asOf >= plan.plannedEnd { return .oneHundred }
    return Ratio(
      Int128(plan.plannedStart.days(through: asOf)) * 100,
      over: Int128(plan.plannedStart.days(through: plan.plannedEnd))
    ).hundredths
  }

  /// Σ weight × progress ÷ 100, rounded to 0.01 at the end.
  private static func sum(_ items: [WorkItem], _ progress: (WorkItem) -> Hundredths) -> Hundredths {
    let products = items.reduce(Int128(0)) { $0 + $1.plan.weight.count * progress($1).count }
    return Hundredths(roundedHalfUp(products, over: 100_00))
  }
}
