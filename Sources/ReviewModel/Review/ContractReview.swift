/// A work item of a contract with its reports up to as-of.
package struct WorkItem: Sendable, Equatable {
  /// The plan: the item's first kept row.
  package let plan: ProgressRow
  /// The reports dated up to as-of, by date; of equal dates in the order of their rows.
  package let reports: [ProgressRow]
  /// At as-of, rounded to 0.01.
  ///
  /// Unit: percent.
  package let planned: Hundredths
  /// The latest report's; 0 without one.
  ///
  /// Unit: percent.
  package let actual: Hundredths

  package init(plan: ProgressRow, reports: [ProgressRow], planned: Hundredths, actual: Hundredths) {
    self.plan = plan
    self.reports = reports
    self.planned = planned
    self.actual = actual
  }
}

/// A contract's work, planned and actual, at as-of.
///
/// Unit: percent of the contract's work.
package struct WorkProgress: Sendable, Equatable {
  package let items: [WorkItem]
  /// Σ weight × progress ÷ 100, rounded to 0.01 at the end.
  package let planned: Hundredths
  package let actual: Hundredths
  /// The sum of the items' weights.
  package let weightSum: Hundredths

  package init(items: [WorkItem], planned: Hundredths, actual: Hundredths, weightSum: Hundredths) {
    self.items = items
    self.planned = planned
    self.actual = actual
    self.weightSum = weightSum
  }

  /// Actual − planned, of the rounded figures.
  ///
  /// Unit: percent points.
  package var variance: Hundredths { actual - planned }
}

/// A contract's stores, counted.
///
/// Unit: stores.
package struct StoreCounts: Sendable, Equatable {
  /// N of the rules.
  package let approved: Int
  package let rostered: Int
  package let eligible: Int
  package let adopted: Int
  /// n of the rules.
  package let completed: Int
  /// Adopted stores whose usage verdict is `met`, and `short`.
  package let usageMet: Int
  package let usageShort: Int

  package init(
    approved: Int, rostered: Int, eligible: Int, adopted: Int, completed: Int, usageMet: Int,
    usageShort: Int
  ) {
    self.approved = approved
    self.rostered = rostered
    self.eligible = eligible
    self.adopted = adopted
    self.completed = completed
    self.usageMet = usageMet
    self.usageShort = usageShort
  }

  /// d of the rules: max(0, N − n).
  package var shortfall: Int { max(0, approved - completed) }

  /// min(adopted, N) ÷ N.
  ///
  /// Unit: percent.
  package var adoptionProgress: Hundredths { percent(min(adopted, approved), of: approved) }

  /// min(n, N) ÷ N.
  ///
  /// Unit: percent.
  package var completionProgress: Hundredths { percent(min(completed, approved), of: approved) }

  /// `met` ÷ (`met` + `short`); nil where there is neither.
  ///
  /// Unit: percent.
  package var usagePassRate: Hundredths? {
    let assessed = usageMet + usageShort
    return assessed == 0 ? nil : percent(usageMet, of: assessed)
  }

  private func percent(_ part: Int, of whole: Int) -> Hundredths {
    Ratio(Int128(part) * 100, over: Int128(whole)).hundredths
  }
}

/// A contract's money (C5, C6, C7, C11, C15, C16).
///
/// Unit: TWD.
package struct Settlement: Sendable, Equatable {
  package let counsellingFee: TWD
  package let cloudFee: TWD
  package let cloudFeeCap: TWD
  /// S′: the cloud fee, at most its cap.
  package let cappedCloudFee: TWD
  package let shortfall: Int
  package let vendorDeduction: TWD
  package let districtDeduction: TWD
  /// The ruling that limits what is recognised of the cloud fee.
  package let recogniseRuling: Ruling?
  /// The ruling that the service was not provided (C16).
  package let nonProvisionRuling: Ruling?
  package let recognisedCloudFee: TWD
  package let recognisedCounsellingFee: TWD
  package let payableCloudFee: TWD
  package let payableCounsellingFee: TWD
  package let withheldTotal: TWD

  package init(
    counsellingFee: TWD, cloudFee: TWD, cloudFeeCap: TWD, cappedCloudFee: TWD, shortfall: Int,
    vendorDeduction: TWD, districtDeduction: TWD, recogniseRuling: Ruling?,
    nonProvisionRuling: Ruling?, recognisedCloudFee: TWD, recognisedCounsellingFee: TWD,
    payableCloudFee: TWD, payableCounsellingFee: TWD, withheldTotal: TWD
  ) {
    self.counsellingFee = counsellingFee
    self.cloudFee = cloudFee
    self.cloudFeeCap = cloudFeeCap
    self.cappedCloudFee = cappedCloudFee
    self.shortfall = shortfall
    self.vendorDeduction = vendorDeduction
    self.districtDeduction = districtDeduction
    self.recogniseRuling = recogniseRuling
    self.nonProvisionRuling = nonProvisionRuling
    self.recognisedCloudFee = recognisedCloudFee
    self.recognisedCounsellingFee = recognisedCounsellingFee
    self.payableCloudFee = payableCloudFee
    self.payableCounsellingFee = payableCounsellingFee
    self.withheldTotal = withheldTotal
  }

  package var totalDeduction: TWD { vendorDeduction + districtDeduction }
  package var recognisedTotal: TWD { recognisedCloudFee + recognisedCounsellingFee }
  package var payableTotal: TWD { payableCloudFee + payableCounsellingFee }
}

/// A contract as reviewed.
package struct ContractReview: Sendable, Equatable {
  package let approval: Approval
  /// In the order of the roster's files and rows.
  package let stores: [StoreReview]
  package let counts: StoreCounts
  package let work: WorkProgress
  package let settlement: Settlement
  package let verdict: ContractVerdict
  /// The codes that block the contract, in their order.
  package let blockedBy: [FindingCode]
  /// Counted uses of the eligible stores.
  package let totalUses: Int128
  /// The rulings that count for the contract or its stores.
  package let rulings: [Ruling]

  package init(
    approval: Approval, stores: [StoreReview], counts: StoreCounts, work: WorkProgress,
    settlement: Settlement, verdict: ContractVerdict, blockedBy: [FindingCode],
    totalUses: Int128, rulings: [Ruling]
  ) {
    self.approval = approval
    self.stores = stores
    self.counts = counts
    self.work = work
    self.settlement = settlement
    self.verdict = verdict
    self.blockedBy = blockedBy
    self.totalUses = totalUses
    self.rulings = rulings
  }

  package var id: ContractID { approval.contract }

  /// The same without its stores, which take most of its room.
  package var withoutStores: ContractReview {
    ContractReview(
      approval: approval, stores: [], counts: counts, work: work, settlement: settlement,
      verdict: verdict, blockedBy: blockedBy, totalUses: totalUses,
      rulings: rulings)
  }
}

/// A district's contracts together (C15).
package struct DistrictReview: Sendable, Equatable {
  package let id: DistrictID
  package let name: String
  package let contracts: [ContractID]
  package let approved: Int
  package let completed: Int
  package let shortfall: Int
  package let deduction: TWD
  package let reward: TWD

  package init(
    id: DistrictID, name: String, contracts: [ContractID], approved: Int, completed: Int,
    shortfall: Int, deduction: TWD, reward: TWD
  ) {
    self.id = id
    self.name = name
    self.contracts = contracts
    self.approved = approved
    self.completed = completed
    self.shortfall = shortfall
    self.deduction = deduction
    self.reward = reward
  }
}

/// The season as a whole: the sums of its contracts and districts.
package struct SeasonTotals: Sendable, Equatable {
  package var contracts = 0
  package var districts = 0
  package var approved = 0
  package var rostered = 0
  package var adopted = 0
  package var completed = 0
  package var shortfall = 0
  package var deduction = TWD.zero
  package var recognised = TWD.zero
  package var payable = TWD.zero
  package var withheld = TWD.zero
  package var rewards = TWD.zero

  package init() {}
}

/// A season as reviewed at a phase's as-of.
package struct SeasonReview: Sendable {
  package let programme: Programme
  package let phase: Phase
  package let asOf: CalendarDate
  /// By id, in the order of bytes; their stores are left out, which whoever wants them makes again.
  package let contracts: [ContractReview]
  /// By id, in the order of bytes.
  package let districts: [DistrictReview]
  package let totals: SeasonTotals
  /// All of the season's, in their order, with their ids.
  package var findings: [Finding]
  package let files: [InputFile]
  package let lastDay: CalendarDate?
  /// The solutions that were kept, in the order of their rows.
  package let solutions: [Solution]

  package init(
    programme: Programme, phase: Phase, asOf: CalendarDate, contracts: [ContractReview],
    districts: [DistrictReview], totals: SeasonTotals, findings: [Finding], files: [InputFile],
    lastDay: CalendarDate?, solutions: [Solution]
  ) {
    self.programme = programme
    self.phase = phase
    self.asOf = asOf
    self.contracts = contracts
    self.districts = districts
    self.totals = totals
    self.findings = findings
    self.files = files
    self.lastDay = lastDay
    self.solutions = solutions
  }
}
