import ReviewModel

/// PR001, PR002 and PR005 to PR007: the work items' plans and reports (C10).
enum ProgressChecks {
  /// PR006 before PR005: one row, one finding that skips it.
  static func keep(
    _ rows: [ProgressRow], _ contracts: Set<ContractID>, asOf: CalendarDate, _ sieve: inout Sieve
  ) -> [ProgressRow] {
    var kept: [ProgressRow] = []
    for row in rows {
      if !contracts.contains(row.contract) {
        sieve.skip(
          row.source,
          Finding(
            .PR006, cell: .districtID, of: row.source, contract: row.contract,
            value: row.contract.text,
            expected: Bilingual(
              zh: "核定清單中的商圈與廠商", en: "a district and vendor of the approvals")))
      } else if row.plannedEnd < row.plannedStart {
        sieve.skip(
          row.source,
          Finding(
            .PR005, cell: .plannedEnd, of: row.source, contract: row.contract,
            expected: Bilingual(
              zh: "不早於預定開始日 \(row.plannedStart.rocText)",
              en: "a day not before the planned start, \(row.plannedStart.isoText)"),
            difference: String(row.plannedStart.dayNumber - row.plannedEnd.dayNumber)))
      } else {
        kept.append(row)
      }
    }
    for (contract, rows) in grouped(kept) {
      checkPlans(contract, rows, &sieve)
      checkReports(contract, rows, asOf: asOf, &sieve)
    }
    return kept
  }

  /// PR007: an item's plan differs from its first row.
  ///
  /// PR001: the weights do not add up to 100.
  private static func checkPlans(
    _ contract: ContractID, _ rows: [ProgressRow], _ sieve: inout Sieve
  ) {
    var plans: [String: ProgressRow] = [:]
    var sum = Hundredths.zero
    for row in rows {
      guard let plan = plans[row.itemNo] else {
        plans[row.itemNo] = row
        sum = sum + row.weight
        continue
      }
      guard let column = firstDifference(row, plan) else { continue }
      sieve.find(
        Finding(
          .PR007, cell: column, of: row.source, contract: contract,
          expected: plain(plan.source.text(of: column)), other: plan.source.place(of: column)))
    }
    guard let first = rows.first, sum != .oneHundred else { return }
    let difference = sum > .oneHundred ? sum - .oneHundred : .oneHundred - sum
    sieve.find(
      Finding(
        .PR001, cell: .weight, of: first.source, contract: contract, value: sum.text,
        expected: plain("100"), difference: difference.text))
  }

  private static func firstDifference(_ row: ProgressRow, _ plan: ProgressRow) -> Column? {
    if !row.item.utf8.elementsEqual(plan.item.utf8) { return .item }
    if row.weight != plan.weight { return .weight }
    if row.plannedStart != plan.plannedStart { return .plannedStart }
    if row.plannedEnd != plan.plannedEnd { return .plannedEnd }
    return nil
  }

  /// PR002: a report lower than the one before it by date, of those up to as-of.
  private static func checkReports(
    _ contract: ContractID, _ rows: [ProgressRow], asOf: CalendarDate, _ sieve: inout Sieve
  ) {
    for (_, reports) in WorkItems.reports(rows, asOf: asOf) {
      for (earlier, later) in zip(reports, reports.dropFirst()) {
        guard let before = earlier.actualProgress, let after = later.actualProgress,
          after < before
        else { continue }
        sieve.find(
          Finding(
            .PR002, cell: .actualProgress, of: later.source, contract: contract,
            expected: plain(before.text), difference: (before - after).text,
            other: earlier.source.place(of: .actualProgress)))
      }
    }
  }

  /// The rows by contract, contracts and rows in the order of their first rows.
  static func grouped(_ rows: [ProgressRow]) -> [(ContractID, [ProgressRow])] {
    var groups: [(ContractID, [ProgressRow])] = []
    var numbers: [ContractID: Int] = [:]
    for row in rows {
      if let number = numbers[row.contract] {
        groups[number].1.append(row)
      } else {
        numbers[row.contract] = groups.count
        groups.append((row.contract, [row]))
      }
    }
    return groups
  }
}
