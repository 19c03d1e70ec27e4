import ReviewModel

/// What became of each store: the first status that applies.
enum StoreReviews {
  /// A contract's stores, from their roster rows and counted uses.
  static func reviews(
    _ roster: [(entry: RosterEntry, daily: [DailyUses])], _ rulings: [Ruling],
    _ solutions: [SolutionID: Solution], _ programme: Programme, asOf: CalendarDate,
    _ phase: Phase
  ) -> [StoreReview] {
    var disallowed: [StoreID: Ruling] = [:]
    for ruling in rulings where ruling.kind == .disallow {
      if let store = ruling.store, disallowed[store] == nil { disallowed[store] = ruling }
    }
    return roster.map { entry, daily in
      review(
        entry, ServiceRecords.record(of: entry, daily, programme, asOf: asOf),
        disallowedBy: disallowed[entry.store],
        ineligibleBy: RosterChecks.ineligibility(entry, solutions[entry.solution]), phase: phase)
    }
  }

  static func review(
    _ entry: RosterEntry, _ service: ServiceRecord?, disallowedBy ruling: Ruling?,
    ineligibleBy codes: [FindingCode], phase: Phase
  ) -> StoreReview {
    StoreReview(
      entry: entry,
      status: status(entry, service, ruling, codes, phase), service: service,
      disallowedBy: ruling, ineligibleBy: codes)
  }

  private static func status(
    _ entry: RosterEntry, _ service: ServiceRecord?, _ ruling: Ruling?, _ codes: [FindingCode],
    _ phase: Phase
  ) -> StoreStatus {
    if ruling != nil { return .disallowed }
    if !codes.isEmpty { return .ineligible }
    guard let service else { return .notAdopted }
    if service.totalUses == 0 { return .noUsage }
    switch service.verdict {
    case .short: return .usageShort
    case .unassessed: return .usageUnassessed
    case .met: break
    }
    guard phase == .final else { return .completed }
    if !service.satisfiesDuration { return .durationShort }
    return entry.continuityPlan == nil ? .noContinuityPlan : .completed
  }
}
