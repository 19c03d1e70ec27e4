import ReviewModel

/// Reviews one contract from its kept rows and its stores' counted uses.
struct ContractReviews {
  let register: Register
  /// The contract's kept roster rows, in their order.
  let roster: [(entry: RosterEntry, daily: [DailyUses], isNamed: Bool)]
  let approval: Approval
  let progress: [ProgressRow]
  let rulings: [Ruling]
  let solutions: [SolutionID: Solution]
  /// Codes of findings so far that block the contract.
  let blockedBy: [FindingCode]

  /// The review, and what only the results give to say.
  func review() -> (review: ContractReview, findings: [Finding]) {
    let stores = StoreReviews.reviews(
      roster.map { ($0.entry, $0.daily) }, rulings, solutions, register.programme,
      asOf: register.asOf, register.phase)
    let counts = StoreCounts(of: stores, approved: approval.approvedStores)
    let work = WorkItems.progress(progress, asOf: register.asOf)
    let derived = DerivedChecks(
      contract: approval.contract, counts: counts, stores: stores, work: work,
      hasProgress: !progress.isEmpty, isUsageNamed: roster.contains { $0.isNamed },
      programme: register.programme, phase: register.phase
    ).findings()
    let blocking = blockedBy + derived.filter { $0.rule.effect == .contractBlocked }.map(\.code)
    var review = made(stores, counts, work, blocking)
    let faults = ResultChecks.faults(of: review, register.programme, register.phase)
    if !faults.isEmpty {
      review = made(stores, counts, work, blocking + [.XX999])
    }
    return (review, derived + faults)
  }

  private func made(
    _ stores: [StoreReview], _ counts: StoreCounts, _ work: WorkProgress,
    _ blocking: [FindingCode]
  ) -> ContractReview {
    ContractReview(
      approval: approval, stores: stores, counts: counts, work: work, rulings: rulings,
      blockedBy: blocking, register.programme, register.phase)
  }
}

extension ContractReview {
  /// The verdict and the money that follow from a contract's stores, work and rulings.
  init(
    approval: Approval, stores: [StoreReview], counts: StoreCounts, work: WorkProgress,
    rulings: [Ruling], blockedBy blocking: [FindingCode], _ programme: Programme, _ phase: Phase
  ) {
    let verdict: ContractVerdict = blocking.isEmpty ? .pass : .fail
    self.init(
      approval: approval, stores: stores, counts: counts, work: work,
      settlement: Settlements.settle(approval, counts, rulings, verdict, programme, phase),
      verdict: verdict, blockedBy: Array(Set(blocking)).sorted(),
      totalUses: stores.filter(\.status.isEligible)
        .reduce(0) { $0 + ($1.service?.totalUses ?? 0) },
      rulings: rulings)
  }
}

extension StoreCounts {
  init(of stores: [StoreReview], approved: Int) {
    self.init(
      approved: approved, rostered: stores.count,
      eligible: stores.count { $0.status.isEligible },
      adopted: stores.count { $0.status.isAdopted },
      completed: stores.count { $0.status == .completed },
      usageMet: stores.count { $0.status.isAdopted && $0.service?.verdict == .met },
      usageShort: stores.count { $0.status.isAdopted && $0.service?.verdict == .short })
  }
}
