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
    var findings = findings + register.findings + UsageChecks.findings(usage, register)
    findings += notChecked(register, usage)
    var contracts: [ContractReview] = []
    var reviewers = ContractReviewers(register, usage, found: findings)
    for number in 0..<reviewers.count {
      let (review, derived) = reviewers.reviewed(number: number)
      contracts.append(review)
      findings += derived
    }
    let districts = Districts.review(contracts, register.programme, register.phase)
    let totals = Districts.totals(contracts, districts)
    findings += ResultChecks.faults(of: contracts, districts, totals, register.phase)
    findings.sort(by: findingPrecedes)
    let season = SeasonReview(
      programme: register.programme, phase: register.phase, asOf: register.asOf,
      contracts: contracts, districts: districts, totals: totals, findings: findings,
      files: (register.files + usage.files).sorted { bytesPrecede($0.path, $1.path) },
      lastDay: usage.lastDay, solutions: register.solutions)
    return (season, reviewers)
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
