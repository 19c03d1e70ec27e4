package import ReviewModel

/// A season's kept rows: what is left when every row has been checked on its own and against the
/// others, and what was found on the way.
///
/// Usage is read only after this: what a usage row is worth depends on the kept stores.
package struct Register: Sendable {
  package let programme: Programme
  package let phase: Phase
  package let asOf: CalendarDate
  /// By contract, in the order of bytes.
  package let approvals: [Approval]
  /// In the order of their rows.
  package let solutions: [Solution]
  /// In the order of files and rows.
  package let roster: [RosterEntry]
  /// By store, the place of its row in the roster.
  private let rosterNumbers: StoreNumbers
  package let progress: [ProgressRow]
  package let rulings: [Ruling]
  /// In the order of files and rows.
  package let skippedRosterRows: [SkippedRosterRow]
  package let files: [InputFile]
  package let findings: [Finding]

  /// Keeps what the rules keep; the rest is named by findings.
  ///
  /// - Parameters:
  ///   - tables: The rows as read.
  ///   - phase: The phase of the review.
  ///   - asOf: The last day that counts.
  package init(_ tables: SeasonTables, phase: Phase, asOf: CalendarDate) {
    var sieve = Sieve()
    let programme = tables.programme
    let approvals = ApprovalChecks.keep(tables.approvals, programme, &sieve)
    let contracts = Set(approvals.map(\.contract))
    let solutions = SolutionChecks.keep(tables.solutions, &sieve)
    let (roster, rosterNumbers) = RosterChecks.keep(tables.roster, contracts, &sieve)
    RosterChecks.check(roster, solutions, phase: phase, asOf: asOf, &sieve)
    SolutionChecks.check(solutions, usedBy: roster, &sieve)
    progress = ProgressChecks.keep(tables.progress, contracts, asOf: asOf, &sieve)
    rulings = RulingChecks.keep(tables.rulings, contracts, roster, asOf: asOf, &sieve)

    self.programme = programme
    self.phase = phase
    self.asOf = asOf
    self.approvals = approvals.sorted { $0.contract < $1.contract }
    self.solutions = solutions
    self.roster = roster
    self.rosterNumbers = rosterNumbers
    skippedRosterRows = (tables.skippedRosterRows + sieve.skippedRosterRows).sorted { one, two in
      one.place.file == two.place.file
        ? (one.place.line ?? 0) < (two.place.line ?? 0)
        : bytesPrecede(one.place.file, two.place.file)
    }
    files = tables.files.map { file in
      var file = file
      file.rows.turnSkipped(sieve.skippedRows[Array(file.path.utf8), default: 0])
      return file
    }
    findings = sieve.findings
  }

  /// What the usage files are read against.
  package var usageRegister: UsageRegister {
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
    for entry in roster {
      if contract?.id != entry.contract {
        contract = numbers[entry.contract].map { (entry.contract, $0) }
      }
      guard let contract else { continue }
      if solution?.id != entry.solution {
        solution = (entry.solution, solutionNumbers[entry.solution])
      }
      windows.append(
        UsageWindow(
          store: entry.store, goLive: entry.goLive, endedOn: entry.endedOn,
          contract: contract.number, solution: solution?.number, gaView: entry.gaView))
    }
    var skipped = Set(skippedRosterRows.map(\.store))
    if !skipped.isEmpty { for entry in roster { skipped.remove(entry.store) } }
    return UsageRegister(
      asOf: asOf, windows: windows, contracts: contracts, skippedStores: skipped,
      solutions: solutions, numbers: windows.count == roster.count ? rosterNumbers : nil)
  }
}

/// Findings and skipped rows as they are collected, check by check.
struct Sieve {
  private(set) var findings: [Finding] = []
  /// By the bytes of the file's path: two names may differ only in their normal form.
  private(set) var skippedRows: [[UInt8]: Int] = [:]
  private(set) var skippedRosterRows: [SkippedRosterRow] = []

  mutating func find(_ finding: Finding) {
    findings.append(finding)
  }

  /// Notes a finding that skips its row.
  mutating func skip(_ source: RowSource, _ finding: Finding) {
    findings.append(finding)
    skippedRows[Array(source.file.utf8), default: 0] += 1
  }

  mutating func skip(_ entry: RosterEntry, _ finding: Finding) {
    skip(entry.source, finding)
    skippedRosterRows.append(
      SkippedRosterRow(
        store: entry.store, contract: entry.contract, gaView: entry.gaView,
        place: entry.source.place(of: .storeID)))
  }
}

/// A number as findings show it, in both languages.
func plain(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }

/// A date as findings show it.
func plain(_ date: CalendarDate) -> Bilingual {
  Bilingual(zh: date.rocText, en: date.isoText)
}

/// An amount as findings show it, without its unit.
func plain(_ amount: TWD) -> Bilingual { plain(grouped(amount.dollars)) }
