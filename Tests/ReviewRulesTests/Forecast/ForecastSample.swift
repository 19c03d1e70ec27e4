import ReviewModel

@testable import ReviewRules

/// A store and what is known of it, of which the forecast and the real review are made.
struct ForecastSample {
  var service: ServiceSample
  /// The last day that is known.
  var until: String?
  var phase = Phase.final
  var plan: String? = "續約"
  var codes: [FindingCode] = []
  var isDisallowed = false

  init(_ goLive: String, through asOf: String, until: String?, ended: String? = nil) {
    service = ServiceSample(goLive, through: asOf, ended: ended)
    self.until = until
  }

  var outlook: Outlook {
    Outlook(
      service.programme, phase, asOf: day(service.asOf), dataUntil: until.map { day($0) })
  }

  /// The review at as-of with the uses that are known and some more.
  func review(adding more: [CalendarDate: Int] = [:]) -> StoreReview {
    let outlook = outlook
    var known = service
    known.uses = service.uses.filter { $0.key < outlook.firstOpen }
    for (date, count) in more { known.uses[date, default: 0] += count }
    return StoreReviews.review(
      Sample.entry(goLive: service.goLive, ended: service.ended, plan: plan), known.record,
      disallowedBy: isDisallowed ? Sample.ruling(.disallow, on: "2021-08-01") : nil,
      ineligibleBy: codes, phase: phase)
  }

  var forecast: StoreForecast { StoreForecasts(outlook).forecast(of: review()) }

  /// A store live since 2 June whose first four months are met by just enough uses, on their first
  /// days; the fifth has 30 days up to as-of, 31 October.
  ///
  /// Months of 30, 31, 31 and 30 days: ⌈5×30÷7⌉ = 22, ⌈10×31÷7⌉ = 45, ⌈15×31÷7⌉ = 67, ⌈20×30÷7⌉ = 86.
  static func fifthMonth(until: String?, _ uses: [Int] = [22, 45, 67, 86]) -> ForecastSample {
    var sample = ForecastSample("2021-06-02", through: "2021-10-31", until: until)
    sample.service.useMonthly(uses)
    return sample
  }
}
