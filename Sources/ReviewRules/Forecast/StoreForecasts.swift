import ReviewModel

/// What each store still needs: from its review at as-of with the uses that are known.
///
/// That review counts the days to come as days without use. Uses only ever help (a month's days, as
/// cut at as-of, stay the same), so a store that it finds completed is safe, and the months that it
/// finds short and not over are those that need more.
struct StoreForecasts {
  private let outlook: Outlook
  /// The latest go-live of a store without an end date, whether it is over or not.
  private let goLiveBy: CalendarDate?

  /// The latest go-live with which a store can still be completed; nil once it is over.
  var openGoLive: CalendarDate? { goLiveBy.flatMap { $0 >= outlook.firstOpen ? $0 : nil } }

  init(_ outlook: Outlook) {
    self.outlook = outlook
    goLiveBy = GoLiveDeadline.latest(through: outlook.asOf, outlook.programme, outlook.phase)
  }

  /// The forecast of a store from its review with the known uses.
  func forecast(of review: StoreReview) -> StoreForecast {
    if let ruling = review.disallowedBy {
      return made(review, Needs(), obstacles: [.disallowed(on: ruling.ruledOn)])
    }
    guard let service = review.service else { return notAdopted(review) }
    if isUnjudged(review, service) { return unjudged(review, service) }
    // A go-live that is still to come can be brought forward.
    if service.goLive >= outlook.firstOpen, !durationObstacle(service, end: service.end).isEmpty,
      let day = latestGoLive(review), day >= outlook.firstOpen
    {
      return made(review, Needs(goLiveBy: day, plan: isPlanMissing(review)), obstacles: [])
    }
    let (months, past) = MonthOutlooks.months(of: service, outlook)
    let missing = months.contains { !$0.needs.isEmpty }
    var obstacles = past.map { Obstacle.short($0) }
    if service.verdict == .unassessed { obstacles.append(.unassessed(end: service.end)) }
    obstacles += durationObstacle(service, end: service.end)
    let isUnused = service.totalUses == 0
    let isOpen = outlook.openDays(from: service.goLive, through: service.end) > 0
    if isUnused, !isOpen, obstacles.isEmpty { obstacles.append(.noUseLeft(end: service.end)) }
    return made(
      review,
      Needs(
        months: months, anyUse: isUnused && !missing && isOpen, plan: isPlanMissing(review),
        pace: Pace(of: service, outlook)),
      obstacles: obstacles)
  }

  private struct Needs {
    var months: [MonthOutlook] = []
    var goLiveBy: CalendarDate?
    var anyUse = false
    var plan = false
    var pace: Pace?
    var isUnjudged = false
  }

  /// Whether a finding keeps its uses from counting, so that nothing can be told of them until it is
  /// mended: an end date before go-live (RO008), or a solution without a property (SO005), whose exports
  /// are nobody's.
  private func isUnjudged(_ review: StoreReview, _ service: ServiceRecord) -> Bool {
    service.days == 0
      || review.ineligibleBy.contains(.SO005) && service.totalUses == 0
  }

  /// What holds whatever its uses are, once the finding is mended.
  private func unjudged(_ review: StoreReview, _ service: ServiceRecord) -> StoreForecast {
    let end = service.days == 0 ? outlook.asOf : service.end
    let mended = ServiceRecords.record(from: service.goLive, through: end, [], outlook.programme)
    var obstacles: [Obstacle] = []
    if mended.months.allSatisfy({ $0.verdict == .unassessed }) {
      obstacles.append(.unassessed(end: end))
    }
    obstacles += durationObstacle(service, end: end)
    return made(
      review, Needs(plan: isPlanMissing(review), isUnjudged: true), obstacles: obstacles)
  }

  /// The latest go-live with which a store of the roster could be completed, be it over or not.
  private func latestGoLive(_ review: StoreReview) -> CalendarDate? {
    guard let ended = review.entry.endedOn, ended < outlook.asOf,
      !review.ineligibleBy.contains(.RO008)
    else { return goLiveBy }
    return GoLiveDeadline.latest(through: ended, outlook.programme, outlook.phase)
  }

  /// No go-live on or before as-of: a new one does while its latest day is to come.
  private func notAdopted(_ review: StoreReview) -> StoreForecast {
    let latest = latestGoLive(review)
    guard let day = latest, day >= outlook.firstOpen else {
      return made(review, Needs(), obstacles: [.tooLateToGoLive(latest: latest)])
    }
    return made(
      review, Needs(goLiveBy: day, plan: isPlanMissing(review)), obstacles: [])
  }

  /// C3, final only: the service must last until its months are over and a day more.
  private func durationObstacle(_ service: ServiceRecord, end: CalendarDate) -> [Obstacle] {
    guard outlook.phase == .final, end < service.durationReachedOn else { return [] }
    return [.durationShort(reachedOn: service.durationReachedOn, end: end)]
  }

  private func isPlanMissing(_ review: StoreReview) -> Bool {
    outlook.phase == .final && review.entry.continuityPlan == nil
  }

  private func made(
    _ review: StoreReview, _ needs: Needs, obstacles: [Obstacle]
  ) -> StoreForecast {
    StoreForecast(
      store: review.entry.store, status: review.status,
      verdict: verdict(review, needs, isOutOfReach: !obstacles.isEmpty),
      codesToMend: review.ineligibleBy, isUnjudged: needs.isUnjudged, goLiveBy: needs.goLiveBy,
      months: needs.months,
      needsAnyUse: needs.anyUse, needsContinuityPlan: needs.plan,
      durationReachedOn: outlook.phase == .final ? review.service?.durationReachedOn : nil,
      pace: needs.pace, obstacles: obstacles)
  }

  private func verdict(
    _ review: StoreReview, _ needs: Needs, isOutOfReach: Bool
  ) -> ForecastVerdict {
    if review.status == .completed { return .safe }
    if isOutOfReach { return .outOfReach }
    let isWaiting =
      !review.ineligibleBy.isEmpty || needs.goLiveBy != nil || needs.anyUse || needs.plan
    return !isWaiting && needs.months.allSatisfy { $0.isReached(at: needs.pace) }
      ? .onCourse : .needsMore
  }
}
