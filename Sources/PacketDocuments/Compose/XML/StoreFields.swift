package import ReviewModel

extension ServiceMonth: TemplateView {
  package static let fields: [ViewField<ServiceMonth>] = [
    .text("number") { String($0.number) },
    .text("first") { $0.first.isoText },
    .text("last") { $0.last.isoText },
    .text("days") { String($0.days) },
    .text("uses") { String($0.uses) },
    .text("threshold") { String($0.threshold) },
    .text("verdict") { $0.verdict.rawValue },
  ]
}

extension ServiceWeek: TemplateView {
  package static let fields: [ViewField<ServiceWeek>] = [
    .text("number") { String($0.number) },
    .text("first") { $0.first.isoText },
    .text("month") { String($0.month) },
    .text("uses") { String($0.uses) },
    .text("threshold") { String($0.threshold) },
  ]
}

extension ServiceRecord: TemplateView {
  package static let fields: [ViewField<ServiceRecord>] = [
    .text("goLive") { $0.goLive.isoText },
    .text("end") { $0.end.isoText },
    .text("days") { String($0.days) },
    .text("fullMonths") { String($0.fullMonths) },
    .text("totalUses") { String($0.totalUses) },
    .text("verdict") { $0.verdict.rawValue },
    .text("idleDays") { String($0.longestIdle.days) },
    .text("idleFrom") { $0.longestIdle.first?.isoText ?? "" },
    .text("growing") { $0.isGrowing ? "true" : "false" },
    .text("durationReachedOn") { $0.durationReachedOn.isoText },
    .list("months") { $0.months },
    .list("weeks") { $0.weeks },
    .list("daily") { DailyRun.runs(of: $0.daily) },
  ]
}

extension StoreReview: TemplateView {
  package static let fields: [ViewField<StoreReview>] = [
    .record("entry") { $0.entry },
    .text("status") { $0.status.rawValue },
    .optional("service") { $0.service },
    .optional("disallowedBy") { $0.disallowedBy },
    .text("ineligibleBy") { $0.ineligibleBy.map(\.rawValue).joined(separator: " ") },
  ]
}

/// Days in a row with their uses, 0 for a day without: `<daily from="2021-06-01">3 0 5</daily>`.
package struct DailyRun: TemplateView, Equatable {
  let from: CalendarDate
  let uses: [Int]

  package static let fields: [ViewField<DailyRun>] = [
    .text("from") { $0.from.isoText },
    .text("uses") { $0.uses.map { String($0) }.joined(separator: " ") },
  ]

  /// A longer gap begins a new run, so that a far day costs no row of zeros.
  private static let longestGap = 31

  /// The runs of a store's days, which are in their order.
  static func runs(of days: [DailyUses]) -> [DailyRun] {
    var runs: [DailyRun] = []
    var from: CalendarDate?
    var uses: [Int] = []
    for day in days {
      if let start = from {
        let gap = start.adding(days: uses.count).days(through: day.day) - 1
        if gap <= longestGap {
          uses += Array(repeating: 0, count: max(0, gap)) + [day.uses]
          continue
        }
        runs.append(DailyRun(from: start, uses: uses))
      }
      from = day.day
      uses = [day.uses]
    }
    if let from { runs.append(DailyRun(from: from, uses: uses)) }
    return runs
  }
}
