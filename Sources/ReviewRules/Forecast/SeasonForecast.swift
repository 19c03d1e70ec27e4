package import ReviewModel

/// A season's forecast: the sums of its contracts', and the districts' rewards (C15).
package struct SeasonForecast: Sendable, Equatable {
  /// By id, in the order of bytes.
  package let contracts: [ContractForecast]
  package let asItStands: SeasonTotals
  package let atBest: SeasonTotals
  package let asApproved: SeasonTotals

  /// - Parameters:
  ///   - contracts: The forecasts of all contracts.
  ///   - outlook: What they were made with.
  package init(_ contracts: [ContractForecast], _ outlook: Outlook) {
    func totals(_ reviews: [ContractReview]) -> SeasonTotals {
      Districts.totals(
        reviews, Districts.review(reviews, outlook.programme, outlook.phase))
    }
    self.contracts = contracts
    asItStands = totals(contracts.map(\.asItStands))
    atBest = totals(contracts.map(\.atBest))
    asApproved = totals(contracts.map(\.asApproved))
  }

  /// How many stores have a verdict.
  package func count(of verdict: ForecastVerdict) -> Int {
    contracts.reduce(0) { $0 + $1.count(of: verdict) }
  }

  /// What may still be saved, without rewards.
  ///
  /// Unit: TWD.
  package var atRisk: TWD { contracts.reduce(.zero) { $0 + $1.atRisk } }

  /// What is lost whatever happens, without rewards.
  ///
  /// Unit: TWD.
  package var lost: TWD { contracts.reduce(.zero) { $0 + $1.lost } }
}
