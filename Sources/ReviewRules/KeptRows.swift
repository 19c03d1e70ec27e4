package import ReviewModel

/// The rows of approvals, solutions and rosters that are kept: what a usage row is worth depends on
/// them alone, so usage is read against them while all else is checked.
package struct KeptRows: Sendable {
  let tables: SeasonTables
  /// By contract, in the order of bytes.
  let approvals: [Approval]
  let contracts: Set<ContractID>
  /// In the order of their rows.
  let solutions: [Solution]
  /// In the order of files and rows.
  package let roster: [RosterEntry]
  /// By store, the place of its row in the roster.
  package let storeNumbers: StoreNumbers
  /// What was found so far.
  let sieve: Sieve

  /// - Parameter tables: The rows as read.
  package init(_ tables: SeasonTables) {
    var sieve = Sieve()
    let approvals = ApprovalChecks.keep(tables.approvals, tables.programme, &sieve)
    self.tables = tables
    self.approvals = approvals.sorted { $0.contract < $1.contract }
    contracts = Set(approvals.map(\.contract))
    solutions = SolutionChecks.keep(tables.solutions, &sieve)
    (roster, storeNumbers) = RosterChecks.keep(tables.roster, contracts, &sieve)
    self.sieve = sieve
  }

  /// What the usage files are read against: the stores of the roster, in its order.
  ///
  /// - Parameter asOf: The last day that counts.
  /// - Returns: The stores, and all that judging a row of theirs takes.
  package func usageRegister(asOf: CalendarDate) -> UsageRegister {
    let contracts = approvals.map(\.contract)
    var numbers: [ContractID: Int] = [:]
    for (number, contract) in contracts.enumerated() { numbers[contract] = number }
    var solutionNumbers: [SolutionID: Int] = [:]
    for (number, solution) in solutions.enumerated() { solutionNumbers[solution.id] = number }
    var windows: [UsageWindow] = []
    windows.reserveCapacity(roster.count)
    // The row before has the same contract and solution as a rule.
    var contract: (id: ContractID, number: Int)?
    var solution: (id: SolutionID, number: Int?)?
    roster.forEachAskedAhead(bytes: 320) { _, entry in
      if contract?.id != entry.contract {
        contract = numbers[entry.contract].map { (entry.contract, $0) }
      }
      guard let contract else { return }
      if solution?.id != entry.solution {
        solution = (entry.solution, solutionNumbers[entry.solution])
      }
      windows.append(
        UsageWindow(
          store: entry.store, goLive: entry.goLive, endedOn: entry.endedOn,
          contract: contract.number, solution: solution?.number, gaView: entry.gaView))
    }
    var skipped = Set((tables.skippedRosterRows + sieve.skippedRosterRows).map(\.store))
    if !skipped.isEmpty { for entry in roster { skipped.remove(entry.store) } }
    return UsageRegister(
      asOf: asOf, windows: windows, contracts: contracts, skippedStores: skipped,
      solutions: solutions, numbers: windows.count == roster.count ? storeNumbers : nil)
  }
}
