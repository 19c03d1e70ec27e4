package import ReviewModel

extension ServiceMonth: TemplateView {
  package static let fields: [ViewField<ServiceMonth>] = [
    .written("number") { $1.digits($0.pointee.number) },
    .written("first") { $1.isoDay($0.pointee.first) },
    .written("last") { $1.isoDay($0.pointee.last) },
    .written("days") { $1.digits($0.pointee.days) },
    .written("uses") { $1.digits($0.pointee.uses) },
    .written("threshold") { $1.digits($0.pointee.threshold) },
    .text("verdict") { $0.pointee.verdict.rawValue },
  ]
}

extension ServiceWeek: TemplateView {
  package static let fields: [ViewField<ServiceWeek>] = [
    .written("number") { $1.digits($0.pointee.number) },
    .written("first") { $1.isoDay($0.pointee.first) },
    .written("month") { $1.digits($0.pointee.month) },
    .written("uses") { $1.digits($0.pointee.uses) },
    .written("threshold") { $1.digits($0.pointee.threshold) },
  ]
}

extension ServiceRecord: TemplateView {
  package static let fields: [ViewField<ServiceRecord>] = [
    .written("goLive") { $1.isoDay($0.pointee.goLive) },
    .written("end") { $1.isoDay($0.pointee.end) },
    .written("days") { $1.digits($0.pointee.days) },
    .written("fullMonths") { $1.digits($0.pointee.fullMonths) },
    .written("totalUses") { $1.digits($0.pointee.totalUses) },
    .text("verdict") { $0.pointee.verdict.rawValue },
    .written("idleDays") { $1.digits($0.pointee.longestIdle.days) },
    .written("idleFrom") { $1.isoDay($0.pointee.longestIdle.first) },
    .text("growing") { $0.pointee.isGrowing ? "true" : "false" },
    .written("durationReachedOn") { $1.isoDay($0.pointee.durationReachedOn) },
    .list("months", \.months),
    .list("weeks", \.weeks),
    .list("daily") { DailyRun.runs(of: $0.pointee.daily) },
  ]
}

extension StoreReview: TemplateView {
  package static let fields: [ViewField<StoreReview>] = [
    .record("entry", \.entry),
    .text("status") { $0.pointee.status.rawValue },
    .optional("service") { $0.pointee.service },
    .optional("disallowedBy") { $0.pointee.disallowedBy },
    .text("ineligibleBy") { $0.pointee.ineligibleBy.map(\.rawValue).joined(separator: " ") },
  ]
}

/// Days in a row with their uses, 0 for a day without: `<daily from="2021-06-01">3 0 5</daily>`.
package struct DailyRun: TemplateView, Equatable {
  let from: CalendarDate
  let uses: [Int]

  package static let fields: [ViewField<DailyRun>] = [
    .written("from") { $1.isoDay($0.pointee.from) },
    .written("uses") { run, output in
      for (index, uses) in run.pointee.uses.enumerated() {
        if index > 0 { output.append(UInt8(ascii: " ")) }
        output.digits(uses)
      }
    },
  ]

  /// A season's days.
  private static let usualLength = 200

  /// A longer gap begins a new run, so that a far day costs no row of zeros.
  private static let longestGap = 31

  /// The runs of a store's days, which are in their order.
  static func runs(of days: [DailyUses]) -> [DailyRun] {
    var runs: [DailyRun] = []
    var from: CalendarDate?
    var uses: [Int] = []
    for (index, day) in days.enumerated() {
      if let start = from {
        let gap = start.adding(days: uses.count).days(through: day.day) - 1
        if gap <= longestGap {
          for _ in 0..<max(0, gap) { uses.append(0) }
          uses.append(day.uses)
          continue
        }
        runs.append(DailyRun(from: start, uses: uses))
      }
      from = day.day
      uses = []
      uses.reserveCapacity(min(days.count - index, usualLength))
      uses.append(day.uses)
    }
    if let from { runs.append(DailyRun(from: from, uses: uses)) }
    return runs
  }
}
