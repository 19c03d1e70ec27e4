package import ReviewModel

/// What a contract's stores still need, and the money that depends on it (C6, C7, C15).
package struct ContractForecast: Sendable, Equatable {
  /// If nothing more happens: the review at as-of with the uses that are known.
  package let asItStands: ContractReview
  /// If every store that can still be completed is, and what blocks the contract is mended; rulings
  /// stand.
  package let atBest: ContractReview
  /// If as many stores were completed as approved, and what blocks the contract were mended; rulings
  /// stand.
  package let asApproved: ContractReview
  /// By id, in the order of bytes.
  package let stores: [StoreForecast]
  /// How many more stores the roster would need to reach the approved count; 0 once the latest
  /// go-live is over, for no new store can be completed then (one whose row a finding keeps from
  /// counting may, once that is mended).
  package let newStores: Int
  /// The latest go-live of such stores.
  package let goLiveBy: CalendarDate?
  /// The last known day on which a use of its stores counts; nil where none does.
  package let lastUse: CalendarDate?
  private let phase: Phase

  init(
    asItStands: ContractReview, atBest: ContractReview, asApproved: ContractReview,
    stores: [StoreForecast], newStores: Int, goLiveBy: CalendarDate?, lastUse: CalendarDate?,
    _ phase: Phase
  ) {
    self.asItStands = asItStands
    self.atBest = atBest
    self.asApproved = asApproved
    self.stores = stores
    self.newStores = newStores
    self.goLiveBy = goLiveBy
    self.lastUse = lastUse
    self.phase = phase
  }

  package var id: ContractID { asItStands.id }

  /// How many stores have a verdict.
  package func count(of verdict: ForecastVerdict) -> Int {
    stores.count { $0.verdict == verdict }
  }

  /// What may still be saved.
  ///
  /// Unit: TWD.
  package var atRisk: TWD {
    atBest.settlement.owed(at: phase) - asItStands.settlement.owed(at: phase)
  }

  /// What as many stores as approved would have earned, and can't be had any more.
  ///
  /// Unit: TWD.
  package var lost: TWD {
    asApproved.settlement.owed(at: phase) - atBest.settlement.owed(at: phase)
  }
}

extension Settlement {
  /// What is paid at final; at mid-term, where nothing is, what is recognised on trial (C10, C11).
  ///
  /// Unit: TWD.
  package func owed(at phase: Phase) -> TWD {
    switch phase {
    case .midterm: recognisedTotal
    case .final: payableTotal
    }
  }
}

extension StoreCounts {
  /// The same with another number of completed stores, on which the money depends.
  func completing(_ count: Int) -> StoreCounts {
    StoreCounts(
      approved: approved, rostered: rostered, eligible: eligible, adopted: adopted,
      completed: count, usageMet: usageMet, usageShort: usageShort)
  }
}
