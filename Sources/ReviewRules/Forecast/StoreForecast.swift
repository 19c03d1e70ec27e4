package import ReviewModel

/// What may still become of a store up to as-of.
package enum ForecastVerdict: String, Sendable, CaseIterable {
  /// Completed already, whatever the days to come bring: a use more never makes a store short.
  case safe
  /// Its pace brings all that it needs.
  case onCourse = "on-course"
  /// It can be completed, but not at its pace, or not without something that is not there yet.
  case needsMore = "needs-more"
  /// It can't be completed any more.
  case outOfReach = "out-of-reach"
}

/// Why a store can't be completed any more.
package enum Obstacle: Sendable, Equatable {
  /// A ruling does not recognise the store.
  case disallowed(on: CalendarDate)
  /// The latest go-live that would have done is over; nil where no day would have.
  case tooLateToGoLive(latest: CalendarDate?)
  /// A month is over and short (C12).
  case short(PastShortfall)
  /// No month has the days, or a whole week, with which it is assessed at as-of.
  case unassessed(end: CalendarDate)
  /// C3: its service ends before it has lasted long enough.
  case durationShort(reachedOn: CalendarDate, end: CalendarDate)
  /// Not a use counts, and no day of its service is to come.
  case noUseLeft(end: CalendarDate)
}

/// What a store still needs to be completed at as-of, and whether it can have it.
package struct StoreForecast: Sendable, Equatable {
  package let store: StoreID
  /// At as-of, if nothing more happens.
  package let status: StoreStatus
  package let verdict: ForecastVerdict
  /// The codes of the findings that make it ineligible and are to be mended, in their order.
  package let codesToMend: [FindingCode]
  /// Whether one of them keeps its uses from counting: what they are worth is told once it is mended.
  package let isUnjudged: Bool
  /// The latest go-live day that would do, of a store that is not live yet and still can be in time.
  package let goLiveBy: CalendarDate?
  /// Its service months that are not over, in their order.
  package let months: [MonthOutlook]
  /// Whether it has no counted use yet, and its months ask for none.
  package let needsAnyUse: Bool
  /// Final only: whether the plan for continued operation is not there (C3).
  package let needsContinuityPlan: Bool
  /// Final only: the day on which its service has lasted long enough (C3).
  package let durationReachedOn: CalendarDate?
  /// Nil where nothing of its use is told, as of a store that is not live yet.
  package let pace: Pace?
  /// Why it is out of reach; empty where it is not.
  package let obstacles: [Obstacle]

  package init(
    store: StoreID, status: StoreStatus, verdict: ForecastVerdict, codesToMend: [FindingCode],
    isUnjudged: Bool, goLiveBy: CalendarDate?, months: [MonthOutlook], needsAnyUse: Bool,
    needsContinuityPlan: Bool, durationReachedOn: CalendarDate?, pace: Pace?,
    obstacles: [Obstacle]
  ) {
    self.store = store
    self.status = status
    self.verdict = verdict
    self.codesToMend = codesToMend
    self.isUnjudged = isUnjudged
    self.goLiveBy = goLiveBy
    self.months = months
    self.needsAnyUse = needsAnyUse
    self.needsContinuityPlan = needsContinuityPlan
    self.durationReachedOn = durationReachedOn
    self.pace = pace
    self.obstacles = obstacles
  }

  /// The least further uses that all its months need.
  package var missingUses: Int128 { months.reduce(0) { $0 + $1.missing } }
}
