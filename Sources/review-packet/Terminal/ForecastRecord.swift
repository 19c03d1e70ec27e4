import ReviewModel
import ReviewRules

/// A forecast for machines; amounts are whole TWD as text, as figures are.
struct ForecastRecord: Encodable {
  let result: String
  let exitCode: Int32
  let phase, asOf: String
  /// The last day whose uses are known; none where no use counts.
  let dataUntil: String?
  /// Unit: days up to as-of that are to come.
  let openDays: Int?
  let counts: [String: Int]
  let contracts: [Contract]
  /// Of all contracts; none where one was asked for.
  let season: Season?
  /// The same of rows whose contract is not known; none of a season that can't be reviewed.
  let rowsNotCounted: [String: Int]?
  /// Only of a season that can't be reviewed.
  let findings: [JSONOutput.FindingRecord]?

  init(
    _ outcome: Outcome, _ counts: SeverityCounts, _ outlook: Outlook,
    _ contracts: [ContractForecast], _ season: SeasonForecast?, _ uncounted: UncountedRows
  ) {
    result = outcome.rawValue
    exitCode = outcome.exitCode.rawValue
    phase = outlook.phase.rawValue
    asOf = outlook.asOf.isoText
    dataUntil = outlook.dataUntil?.isoText
    openDays =
      outlook.dataUntil == nil ? nil : max(0, outlook.firstOpen.days(through: outlook.asOf))
    self.counts = counts.bySeverity
    self.contracts = contracts.map { Contract($0, outlook, uncounted) }
    rowsNotCounted = UncountedRows.named(uncounted.ofNobody)
    self.season = season.map { Season($0) }
    findings = nil
  }

  /// A season that can't be reviewed.
  init(
    fatal findings: [Finding], _ counts: SeverityCounts, phase: Phase, asOf: CalendarDate,
    _ language: Language
  ) {
    let outcome = Outcome.nothingDone
    (result, exitCode) = (outcome.rawValue, outcome.exitCode.rawValue)
    (self.phase, self.asOf) = (phase.rawValue, asOf.isoText)
    (dataUntil, openDays, season, contracts) = (nil, nil, nil, [])
    rowsNotCounted = nil
    self.counts = counts.bySeverity
    self.findings = findings.map { JSONOutput.FindingRecord($0, language) }
  }
}

extension ForecastRecord {
  /// Counts and money of a contract, if so many of its stores are completed.
  struct Outcomes: Encodable {
    let completed, shortfall: Int
    let verdict: String
    let vendorDeduction, districtDeduction, totalDeduction: String
    let recognised, payable: String

    init(_ review: ContractReview) {
      (completed, shortfall) = (review.counts.completed, review.counts.shortfall)
      verdict = review.verdict.rawValue
      let money = review.settlement
      vendorDeduction = money.vendorDeduction.plainText
      districtDeduction = money.districtDeduction.plainText
      totalDeduction = money.totalDeduction.plainText
      recognised = money.recognisedTotal.plainText
      payable = money.payableTotal.plainText
    }
  }

  struct Contract: Encodable {
    let contract: String
    let approved: Int
    let safe, onCourse, needsMore, outOfReach: Int
    let asItStands, atBest, asApproved: Outcomes
    let blockedBy: [String]
    let atRisk, lost: String
    /// Stores that would have to be added to the roster, and the latest go-live of such.
    let newStores: Int
    let goLiveBy: String?
    let lastUse: String?
    /// How many findings of each code keep rows of its rosters or usage from counting.
    let rowsNotCounted: [String: Int]
    let stores: [Store]

    init(_ forecast: ContractForecast, _ outlook: Outlook, _ uncounted: UncountedRows) {
      contract = forecast.id.text
      approved = forecast.asItStands.counts.approved
      safe = forecast.count(of: .safe)
      onCourse = forecast.count(of: .onCourse)
      needsMore = forecast.count(of: .needsMore)
      outOfReach = forecast.count(of: .outOfReach)
      asItStands = Outcomes(forecast.asItStands)
      atBest = Outcomes(forecast.atBest)
      asApproved = Outcomes(forecast.asApproved)
      blockedBy = forecast.asItStands.blockedBy.map(\.rawValue)
      atRisk = forecast.atRisk.plainText
      lost = forecast.lost.plainText
      newStores = forecast.newStores
      goLiveBy = forecast.goLiveBy?.isoText
      lastUse = forecast.lastUse?.isoText
      rowsNotCounted = UncountedRows.named(uncounted.of(forecast.id))
      stores = forecast.stores.map { Store($0, outlook) }
    }
  }

  /// The season's sums, if so many stores are completed.
  struct Totals: Encodable {
    let completed, shortfall: Int
    let totalDeduction, recognised, payable, districtRewards: String

    init(_ totals: SeasonTotals) {
      (completed, shortfall) = (totals.completed, totals.shortfall)
      totalDeduction = totals.deduction.plainText
      recognised = totals.recognised.plainText
      payable = totals.payable.plainText
      districtRewards = totals.rewards.plainText
    }
  }

  struct Season: Encodable {
    let approved: Int
    let safe, onCourse, needsMore, outOfReach: Int
    let asItStands, atBest, asApproved: Totals
    let atRisk, lost: String

    init(_ season: SeasonForecast) {
      approved = season.asItStands.approved
      safe = season.count(of: .safe)
      onCourse = season.count(of: .onCourse)
      needsMore = season.count(of: .needsMore)
      outOfReach = season.count(of: .outOfReach)
      asItStands = Totals(season.asItStands)
      atBest = Totals(season.atBest)
      asApproved = Totals(season.asApproved)
      atRisk = season.atRisk.plainText
      lost = season.lost.plainText
    }
  }
}
