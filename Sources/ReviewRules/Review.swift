package import ReviewModel

/// The review of a season: kept rows and counted usage in, results, figures and findings out.
package enum Review {
  /// - Parameters:
  ///   - register: The kept rows.
  ///   - usage: The counted usage, read against the register.
  ///   - findings: What reading found.
  /// - Returns: The results without the contracts' stores, with all findings in their order and
  ///   without ids; and what gives a contract's whole review.
  package static func review(
    _ register: Register, _ usage: SeasonUsage, found findings: [Finding]
  ) -> (season: SeasonReview, contracts: ContractReviewers) {
    let findings = beforeReview(register, usage, found: findings)
    let reviewers = ContractReviewers(register, usage, found: findings)
    return joined(reviewers.reviewed(0..<reviewers.count), reviewers, register, usage, findings)
  }

  /// The same, several contracts at a time; the outcome is the same.
  ///
  /// - Parameters:
  ///   - register: The kept rows.
  ///   - usage: The counted usage, read against the register.
  ///   - findings: What reading found.
  ///   - jobs: How many contracts are reviewed at a time.
  /// - Returns: As above.
  package static func review(
    _ register: Register, _ usage: SeasonUsage, found findings: [Finding], jobs: Int
  ) async -> (season: SeasonReview, contracts: ContractReviewers) {
    let findings = beforeReview(register, usage, found: findings)
    let reviewers = ContractReviewers(register, usage, found: findings)
    // Few enough that nobody is left waiting for the last one.
    let batch = max(1, min(32, reviewers.count / (4 * max(1, jobs))))
    let starts = Array(stride(from: 0, to: reviewers.count, by: batch))
    var batches = [[ContractReviewers.Reviewed]](repeating: [], count: starts.count)
    await withTaskGroup(of: (Int, [ContractReviewers.Reviewed]).self) { group in
      for number in starts.indices {
        if number >= max(1, jobs), let (done, reviewed) = await group.next() {
          batches[done] = reviewed
        }
        let contracts = starts[number]..<min(starts[number] + batch, reviewers.count)
        group.addTask { (number, reviewers.reviewed(contracts)) }
      }
      for await (done, reviewed) in group { batches[done] = reviewed }
    }
    return joined(batches.flatMap { $0 }, reviewers, register, usage, findings)
  }

  /// What is found before any contract is reviewed.
  private static func beforeReview(
    _ register: Register, _ usage: SeasonUsage, found findings: [Finding]
  ) -> [Finding] {
    findings + register.findings + UsageChecks.findings(usage, register)
      + notChecked(register, usage)
  }

  /// The season of reviewed contracts.
  private static func joined(
    _ reviewed: [ContractReviewers.Reviewed], _ reviewers: ContractReviewers, _ register: Register,
    _ usage: SeasonUsage, _ found: [Finding]
  ) -> (season: SeasonReview, contracts: ContractReviewers) {
    let contracts = reviewed.map(\.review)
    var findings = found
    findings.reserveCapacity(reviewed.reduce(found.count) { $0 + $1.findings.count })
    for index in reviewed.indices { findings += reviewed[index].findings }
    let districts = Districts.review(contracts, register.programme, register.phase)
    let totals = Districts.totals(contracts, districts)
    findings += ResultChecks.faults(of: contracts, districts, totals, register.phase)
    findings.sort(by: findingPrecedes)
    let season = SeasonReview(
      programme: register.programme, phase: register.phase, asOf: register.asOf,
      contracts: contracts, districts: districts, totals: totals, findings: findings,
      files: (register.files + usage.files).sorted { bytesPrecede($0.path, $1.path) },
      lastDay: usage.lastDay, solutions: register.solutions)
    return (season, reviewers.keeping(reviewed.map(\.results)))
  }

  /// XX000 at each skipped roster row whose store has usage: it is known, and counts nowhere.
  private static func notChecked(_ register: Register, _ usage: SeasonUsage) -> [Finding] {
    var named: Set<StoreID> = []
    return register.skippedRosterRows.compactMap { row in
      guard let rows = usage.rowsOfSkippedStores[row.store], named.insert(row.store).inserted
      else { return nil }
      return Finding(
        .XX000, at: row.place, contract: row.contract, store: row.store, value: row.store.text,
        rows: rows,
        detail: Bilingual(
          zh: "店家 \(row.store.text) 的 \(rows) 列使用紀錄（此清冊列未計入）",
          en: "\(rows) usage rows of store \(row.store.text), whose roster row is skipped"))
    }
  }
}
