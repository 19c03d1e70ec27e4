import ReviewModel

/// The results' check of themselves, by other ways than they were computed.
///
/// A difference is a fault of the program (XX999): such a contract never passes.
enum ResultChecks {
  static func faults(
    of review: ContractReview, _ programme: Programme, _ phase: Phase
  ) -> [Finding] {
    var faults: [String] = []
    let (counts, money) = (review.counts, review.settlement)
    var byStatus: [StoreStatus: Int] = [:]
    for store in review.stores { byStatus[store.status, default: 0] += 1 }
    func stores(_ statuses: StoreStatus...) -> Int {
      statuses.reduce(0) { $0 + byStatus[$1, default: 0] }
    }
    if counts.rostered - stores(.disallowed, .ineligible) != counts.eligible {
      faults.append("eligible stores")
    }
    if counts.eligible - stores(.notAdopted) != counts.adopted { faults.append("adopted stores") }
    if stores(.completed) != counts.completed { faults.append("completed stores") }
    if max(counts.approved, counts.completed) - counts.completed != counts.shortfall {
      faults.append("shortfall")
    }
    let months = review.stores.filter(\.status.isEligible)
      .reduce(Int128(0)) { $0 + ($1.service?.months.reduce(0) { $0 + $1.uses } ?? 0) }
    if months != review.totalUses { faults.append("uses by month") }
    if phase == .final, money.payableTotal + money.withheldTotal != money.recognisedTotal {
      faults.append("payable + withheld = recognised")
    }
    if phase == .midterm, money.payableTotal + money.withheldTotal != .zero {
      faults.append("nothing is paid at mid-term")
    }
    if money.recognisedCloudFee > min(money.cloudFee, money.cloudFeeCap)
      || money.recognisedCounsellingFee > money.counsellingFee
    {
      faults.append("recognised at most what was approved")
    }
    return faults.map { fault($0, review.id) }
  }

  /// Contracts add up to districts, and both to the season.
  static func faults(
    of contracts: [ContractReview], _ districts: [DistrictReview], _ totals: SeasonTotals,
    _ phase: Phase
  ) -> [Finding] {
    var faults: [String] = []
    if districts.reduce(0, { $0 + $1.contracts.count }) != totals.contracts {
      faults.append("contracts of districts")
    }
    if districts.reduce(0, { $0 + $1.shortfall }) != totals.shortfall
      || contracts.reduce(0, { $0 + $1.counts.shortfall }) != totals.shortfall
    {
      faults.append("shortfall of districts")
    }
    let deductions = contracts.reduce(TWD.zero) { $0 + $1.settlement.totalDeduction }
    if deductions != totals.deduction { faults.append("deductions") }
    if phase == .final, totals.payable + totals.withheld != totals.recognised {
      faults.append("payable + withheld = recognised")
    }
    if districts.reduce(TWD.zero, { $0 + $1.reward }) != totals.rewards {
      faults.append("rewards")
    }
    return faults.map { fault($0, nil) }
  }

  private static func fault(_ what: String, _ contract: ContractID?) -> Finding {
    Finding(
      .XX999, contract: contract, value: what,
      detail: Bilingual(
        zh: "計算結果自我核對不符：\(what)", en: "the results do not agree with themselves: \(what)"))
  }
}
