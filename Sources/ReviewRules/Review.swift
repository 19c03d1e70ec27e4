package import ReviewModel

/// The review of a season: kept rows and counted usage in, results, figures and findings out.
package enum Review {
  /// - Parameters:
  ///   - register: The kept rows.
  ///   - usage: The counted usage, read against the register.
  ///   - findings: What reading found.
  /// - Returns: The results, with all findings in their order and without ids.
  package static func review(
    _ register: Register, _ usage: SeasonUsage, found findings: [Finding]
  ) -> SeasonReview {
    var findings = findings + register.findings + UsageChecks.findings(usage, register)
    findings += notChecked(register, usage)
    var contracts: [ContractReview] = []
    for one in reviewers(register, usage, findings) {
      let (review, derived) = one.review()
      contracts.append(review)
      findings += derived
    }
    let districts = Districts.review(contracts, register.programme, register.phase)
    let totals = Districts.totals(contracts, districts)
    findings += ResultChecks.faults(of: contracts, districts, totals, register.phase)
    findings.sort(by: findingPrecedes)
    return SeasonReview(
      programme: register.programme, phase: register.phase, asOf: register.asOf,
      contracts: contracts, districts: districts, totals: totals, findings: findings,
      files: (register.files + usage.files).sorted { bytesPrecede($0.path, $1.path) },
      lastDay: usage.lastDay, solutions: register.solutions)
  }

  /// One reviewer per approval, each with the contract's own rows.
  private static func reviewers(
    _ register: Register, _ usage: SeasonUsage, _ findings: [Finding]
  ) -> [ContractReviews] {
    var numbers: [ContractID: Int] = [:]
    for (number, approval) in register.approvals.enumerated() {
      numbers[approval.contract] = number
    }
    let count = register.approvals.count
    var roster = [[(entry: RosterEntry, daily: [DailyUses], isNamed: Bool)]](
      repeating: [], count: count)
    var store = 0
    for entry in register.roster {
      guard let number = numbers[entry.contract] else { continue }
      roster[number].append((entry, usage.days.days(ofStore: store), usage.isNamed[store]))
      store += 1
    }
    var progress = [[ProgressRow]](repeating: [], count: count)
    for row in register.progress {
      if let number = numbers[row.contract] { progress[number].append(row) }
    }
    var rulings = [[Ruling]](repeating: [], count: count)
    for row in register.rulings {
      if let number = numbers[row.contract] { rulings[number].append(row) }
    }
    var blocked = [[FindingCode]](repeating: [], count: count)
    for finding in findings where finding.rule.effect == .contractBlocked {
      if let number = finding.contract.flatMap({ numbers[$0] }) {
        blocked[number].append(finding.code)
      }
    }
    var solutions: [SolutionID: Solution] = [:]
    for solution in register.solutions { solutions[solution.id] = solution }
    return register.approvals.enumerated().map { number, approval in
      ContractReviews(
        register: register, roster: roster[number], approval: approval,
        progress: progress[number], rulings: rulings[number], solutions: solutions,
        blockedBy: blocked[number])
    }
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
