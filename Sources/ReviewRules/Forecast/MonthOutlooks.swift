import ReviewModel

/// A store's service months as a forecast sees them: over and short, or still to be met (C12).
enum MonthOutlooks {
  /// The months that are not over, and what is over and short of all of them.
  static func months(
    of service: ServiceRecord, _ outlook: Outlook
  ) -> (open: [MonthOutlook], past: [PastShortfall]) {
    var open: [MonthOutlook] = []
    var past: [PastShortfall] = []
    var week = 0
    for month in service.months {
      let firstWeek = week
      while week < service.weeks.count, service.weeks[week].month == month.number { week += 1 }
      let (needs, shortfall) =
        switch outlook.programme.assessment {
        case .monthlyAverage: byAverage(month, outlook)
        case .everyWeek: byWeek(month, service.weeks[firstWeek..<week], outlook)
        }
      if let shortfall { past.append(shortfall) }
      // The last week of a month may end in the next one.
      if month.last >= outlook.firstOpen || !needs.isEmpty {
        open.append(
          MonthOutlook(month, needs: shortfall == nil ? needs : [], isLost: shortfall != nil))
      }
    }
    return (open, past)
  }

  /// `monthly-average`: uses × 7 ≥ threshold × days, the days to come among them.
  private static func byAverage(
    _ month: ServiceMonth, _ outlook: Outlook
  ) -> (needs: [UseNeed], past: PastShortfall?) {
    guard month.verdict == .short else { return ([], nil) }
    let wanted = month.uses + month.missingUses
    let remaining = outlook.openDays(from: month.first, through: month.last)
    guard remaining > 0 else {
      let past = PastShortfall(
        month: month.number, first: month.first, last: month.last, uses: month.uses,
        wanted: wanted, weeks: 0)
      return ([], past)
    }
    let need = UseNeed(
      first: month.first, last: month.last, uses: month.uses, wanted: wanted,
      remainingDays: remaining)
    return ([need], nil)
  }

  /// `every-week`: each week that counts has at least the threshold.
  private static func byWeek(
    _ month: ServiceMonth, _ weeks: ArraySlice<ServiceWeek>, _ outlook: Outlook
  ) -> (needs: [UseNeed], past: PastShortfall?) {
    var needs: [UseNeed] = []
    var firstPast: ServiceWeek?
    var pastCount = 0
    for week in weeks where !week.isMet {
      let remaining = outlook.openDays(from: week.first, through: week.last)
      if remaining == 0 {
        firstPast = firstPast ?? week
        pastCount += 1
      } else {
        needs.append(
          UseNeed(
            first: week.first, last: week.last, uses: week.uses, wanted: Int128(week.threshold),
            remainingDays: remaining))
      }
    }
    let past = firstPast.map { week in
      PastShortfall(
        month: month.number, first: week.first, last: week.last, uses: week.uses,
        wanted: Int128(week.threshold), weeks: pastCount)
    }
    return (needs, past)
  }
}

extension ServiceWeek {
  /// Its last day.
  fileprivate var last: CalendarDate { first.adding(days: ServiceRecords.daysPerWeek - 1) }
}
