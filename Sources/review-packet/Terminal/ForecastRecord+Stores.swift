import ReviewModel
import ReviewRules

extension ForecastRecord {
  struct Store: Encodable {
    let store, status, verdict: String
    let mend: [String]
    /// Whether one of these findings keeps its uses from counting.
    let isUnjudged: Bool
    let goLiveBy, durationReachedOn: String?
    let needsAnyUse, needsContinuityPlan: Bool
    /// The least further uses that all its months need.
    let missing: Int128
    let pace: StorePace?
    let months: [Month]
    let obstacles: [Hindrance]

    init(_ forecast: StoreForecast, _ outlook: Outlook) {
      store = forecast.store.text
      status = forecast.status.rawValue
      verdict = forecast.verdict.rawValue
      mend = forecast.codesToMend.map(\.rawValue)
      isUnjudged = forecast.isUnjudged
      goLiveBy = forecast.goLiveBy?.isoText
      durationReachedOn = forecast.durationReachedOn?.isoText
      (needsAnyUse, needsContinuityPlan) = (forecast.needsAnyUse, forecast.needsContinuityPlan)
      missing = forecast.missingUses
      pace = forecast.pace.map { StorePace($0) }
      months = forecast.months.map { Month($0, forecast.pace) }
      obstacles = forecast.obstacles.map { Hindrance($0) }
    }
  }

  struct StorePace: Encodable {
    let uses: Int128
    let days: Int
    /// Unit: uses per week, rounded to 0.01.
    let weeklyAverage: String

    init(_ pace: Pace) {
      (uses, days) = (pace.uses, pace.days)
      weeklyAverage = pace.weeklyAverage.hundredths.text
    }
  }

  struct Month: Encodable {
    let month: Int
    let first, last: String
    let days, threshold: Int
    let uses, missing: Int128
    let isAssessed, isLost, isPaceEnough: Bool
    let needs: [Need]

    init(_ outlook: MonthOutlook, _ pace: Pace?) {
      (month, days, threshold) = (outlook.number, outlook.days, outlook.threshold)
      (first, last) = (outlook.first.isoText, outlook.last.isoText)
      (uses, missing) = (outlook.uses, outlook.missing)
      (isAssessed, isLost) = (outlook.isAssessed, outlook.isLost)
      isPaceEnough = outlook.isReached(at: pace)
      needs = outlook.needs.map { Need($0, pace) }
    }
  }

  /// What the month, or one of its weeks, needs.
  struct Need: Encodable {
    let first, last: String
    let uses, wanted, missing: Int128
    let remainingDays: Int
    /// Unit: uses per week, rounded up.
    let perWeek: Int128
    /// What the pace brings in the remaining days; none without one.
    let paceBrings: Int128?
    let isPaceEnough: Bool

    init(_ need: UseNeed, _ pace: Pace?) {
      (first, last) = (need.first.isoText, need.last.isoText)
      (uses, wanted, missing) = (need.uses, need.wanted, need.missing)
      (remainingDays, perWeek) = (need.remainingDays, need.wholePerWeek)
      paceBrings = pace?.uses(in: need.remainingDays)
      isPaceEnough = need.isReached(at: pace)
    }
  }

  /// Why a store is out of reach; what does not concern its kind is left out.
  struct Hindrance: Encodable {
    let kind: String
    var day: String?
    var end: String?
    var month: Int?
    var first: String?
    var last: String?
    var uses: Int128?
    var wanted: Int128?
    /// How many weeks of the month are short, where each week decides.
    var weeks: Int?

    init(_ obstacle: Obstacle) {
      switch obstacle {
      case .disallowed(let on): (kind, day) = ("disallowed", on.isoText)
      case .tooLateToGoLive(let latest): (kind, day) = ("too-late-to-go-live", latest?.isoText)
      case .short(let past):
        kind = "usage-short"
        (month, first, last) = (past.month, past.first.isoText, past.last.isoText)
        (uses, wanted) = (past.uses, past.wanted)
        weeks = past.weeks > 0 ? past.weeks : nil
      case .unassessed(let on): (kind, end) = ("usage-unassessed", on.isoText)
      case .durationShort(let reached, let on):
        (kind, day, end) = ("duration-short", reached.isoText, on.isoText)
      case .noUseLeft(let on): (kind, end) = ("no-usage", on.isoText)
      }
    }
  }
}
