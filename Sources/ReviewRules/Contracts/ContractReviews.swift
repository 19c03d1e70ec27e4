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
    var disallowed: [StoreID: Ruling] = [:]
    for ruling in rulings where ruling.kind == .disallow {
      if let store = ruling.store, disallowed[store] == nil { disallowed[store] = ruling }
    }
    let stores = roster.map { entry, daily, _ in
      StoreReviews.review(
        entry,
        ServiceRecords.record(of: entry, daily, register.programme, asOf: register.asOf),
        disallowedBy: disallowed[entry.store],
        ineligibleBy: RosterChecks.ineligibility(entry, solutions[entry.solution]),
        phase: register.phase)
    }
    let counts = StoreCounts(
      approved: approval.approvedStores, rostered: stores.count,
      eligible: stores.count { $0.status.isEligible },
      adopted: stores.count { $0.status.isAdopted },
      completed: stores.count { $0.status == .completed },
      usageMet: stores.count { $0.status.isAdopted && $0.service?.verdict == .met },
      usageShort: stores.count { $0.status.isAdopted && $0.service?.verdict == .short })
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
    let verdict: ContractVerdict = blocking.isEmpty ? .pass : .fail
    return ContractReview(
      approval: approval, stores: stores, counts: counts, work: work,
      settlement: Settlements.settle(
        approval, counts, rulings, verdict, register.programme, register.phase),
      verdict: verdict, blockedBy: Array(Set(blocking)).sorted(),
      totalUses: stores.filter(\.status.isEligible)
        .reduce(0) { $0 + ($1.service?.totalUses ?? 0) },
      rulings: rulings)
  }
}
