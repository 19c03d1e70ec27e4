import ReviewModel

/// Districts and the season: the sums of their contracts, and the reward (C15, C17).
enum Districts {
  static func review(
    _ contracts: [ContractReview], _ programme: Programme, _ phase: Phase
  ) -> [DistrictReview] {
    var groups: [DistrictID: [ContractReview]] = [:]
    for contract in contracts { groups[contract.id.district, default: []].append(contract) }
    return groups.keys.sorted().map { id in
      let own = groups[id, default: []]
      let isRewarded =
        phase == .final
        && own.allSatisfy { $0.counts.shortfall == 0 && $0.verdict == .pass }
      return DistrictReview(
        id: id, name: own.first?.approval.districtName ?? "", contracts: own.map(\.id),
        approved: own.reduce(0) { $0 + $1.counts.approved },
        completed: own.reduce(0) { $0 + $1.counts.completed },
        shortfall: own.reduce(0) { $0 + $1.counts.shortfall },
        deduction: own.reduce(.zero) { $0 + $1.settlement.districtDeduction },
        reward: isRewarded ? programme.districtReward : .zero)
    }
  }

  static func totals(
    _ contracts: [ContractReview], _ districts: [DistrictReview]
  ) -> SeasonTotals {
    var totals = SeasonTotals()
    totals.contracts = contracts.count
    totals.districts = districts.count
    for contract in contracts {
      totals.approved += contract.counts.approved
      totals.rostered += contract.counts.rostered
      totals.adopted += contract.counts.adopted
      totals.completed += contract.counts.completed
      totals.shortfall += contract.counts.shortfall
      totals.deduction = totals.deduction + contract.settlement.totalDeduction
      totals.recognised = totals.recognised + contract.settlement.recognisedTotal
      totals.payable = totals.payable + contract.settlement.payableTotal
      totals.withheld = totals.withheld + contract.settlement.withheldTotal
    }
    totals.rewards = districts.reduce(.zero) { $0 + $1.reward }
    return totals
  }
}
