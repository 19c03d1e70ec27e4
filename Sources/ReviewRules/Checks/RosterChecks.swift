import ReviewModel

/// RO001 to RO008 and RO011: each roster row (C1, C3, C4).
enum RosterChecks {
  /// RO001 before RO002: one row, one finding that skips it.
  ///
  /// - Returns: The kept rows, and by store their places.
  static func keep(
    _ rows: [RosterEntry], _ contracts: Set<ContractID>, _ sieve: inout Sieve
  ) -> (rows: [RosterEntry], numbers: StoreNumbers) {
    var numbers = StoreNumbers(minimumCapacity: rows.count)
    // Those before the first that is skipped, then all that are not.
    var kept: [RosterEntry]?
    // A contract's stores stand together as a rule.
    var approved: ContractID?
    func skip(_ number: Int, since earlier: Int) {
      if kept == nil { kept = Array(rows[..<number]) }
      let place = (kept ?? rows)[earlier].source.place(of: .storeID)
      sieve.skip(rows[number], finding(.RO001, .storeID, rows[number], other: place))
    }
    rows.forEachAskedAhead(bytes: 128) { number, row in
      if row.contract == approved || contracts.contains(row.contract) {
        approved = row.contract
        let (isFirst, earlier) = numbers.insert(row.store)
        if isFirst { kept?.append(row) } else { skip(number, since: earlier) }
      } else if let earlier = numbers[row.store] {
        skip(number, since: earlier)
      } else {
        if kept == nil { kept = Array(rows[..<number]) }
        sieve.skip(
          row,
          finding(
            .RO002, .districtID, row, value: row.contract.text,
            expected: Bilingual(
              zh: "核定清單中的商圈與廠商", en: "a district and vendor of the approvals")))
      }
    }
    return (kept ?? rows, numbers)
  }

  static func check(
    _ roster: [RosterEntry], _ solutions: [Solution], phase: Phase, asOf: CalendarDate,
    _ sieve: inout Sieve
  ) {
    var solutionsByID: [SolutionID: Solution] = [:]
    for solution in solutions { solutionsByID[solution.id] = solution }
    var taxIDs = [TaxID: Int32](minimumCapacity: roster.count)
    var solution: Solution?
    roster.forEachAskedAhead(bytes: 320) { number, row in
      if solution?.id != row.solution { solution = solutionsByID[row.solution] }
      checkSolution(row, solution, &sieve)
      if let taxID = row.taxID {
        let first = taxIDs.updateValue(Int32(number), forKey: taxID)
        if let first { taxIDs[taxID] = first }
        checkTaxID(row, taxID, first: first.map { roster[Int($0)].source }, &sieve)
      }
      checkDates(row, asOf: asOf, &sieve)
      if phase == .final, row.continuityPlan == nil {
        sieve.find(finding(.RO011, .continuityPlan, row))
      }
    }
  }

  /// The faults that make a store ineligible: RO003, RO004, RO008, and its solution's.
  static func ineligibility(_ row: RosterEntry, _ solution: Solution?) -> [FindingCode] {
    var codes: [FindingCode] = []
    if let solution, solution.vendor == row.contract.vendor {
      if row.fee > solution.feeCap { codes.append(.RO004) }
    } else {
      codes.append(.RO003)
    }
    if endsBeforeGoLive(row) { codes.append(.RO008) }
    if let solution { codes += SolutionChecks.faults(solution).map(\.code) }
    return codes.sorted()
  }

  /// RO003: the solution is unknown or another vendor's (C1).
  ///
  /// RO004: the fee is above its Summit
  /// fee (C4), where the solution may be used at all.
  private static func checkSolution(
    _ row: RosterEntry, _ solution: Solution?, _ sieve: inout Sieve
  ) {
    guard let solution, solution.vendor == row.contract.vendor else {
      let detail =
        solution.map {
          Bilingual(
            zh: "屬於廠商 \($0.vendor.digits)", en: "it belongs to vendor \($0.vendor.digits)")
        }
        // It may stand in a row that is skipped.
        ?? Bilingual(
          zh: "方案清單中沒有可採用的列為此代碼", en: "solutions.csv has no valid row with this code")
      sieve.find(
        finding(
          .RO003, .solutionID, row,
          expected: Bilingual(zh: "本廠商的方案代碼", en: "a solution of this vendor"),
          detail: detail))
      return
    }
    guard row.fee > solution.feeCap else { return }
    sieve.find(
      finding(
        .RO004, .fee, row, expected: plain(solution.feeCap),
        difference: grouped((row.fee - solution.feeCap).dollars)))
  }

  /// RO005: the checksum fails.
  ///
  /// RO006: another store has the same tax id.
  private static func checkTaxID(
    _ row: RosterEntry, _ taxID: TaxID, first: RowSource?, _ sieve: inout Sieve
  ) {
    if !taxID.hasValidChecksum { sieve.find(finding(.RO005, .taxID, row)) }
    if let first {
      sieve.find(finding(.RO006, .taxID, row, other: first.place(of: .taxID)))
    }
  }

  /// RO007: go-live is after as-of.
  ///
  /// RO008: the end is before go-live.
  private static func checkDates(_ row: RosterEntry, asOf: CalendarDate, _ sieve: inout Sieve) {
    guard let goLive = row.goLive else { return }
    if goLive > asOf {
      sieve.find(
        finding(
          .RO007, .goliveOn, row, expected: plain(asOf),
          difference: String(goLive.dayNumber - asOf.dayNumber)))
    }
    if let ended = row.endedOn, endsBeforeGoLive(row) {
      sieve.find(
        finding(
          .RO008, .endedOn, row, expected: plain(goLive),
          difference: String(goLive.dayNumber - ended.dayNumber)))
    }
  }

  private static func endsBeforeGoLive(_ row: RosterEntry) -> Bool {
    guard let goLive = row.goLive, let ended = row.endedOn else { return false }
    return ended < goLive
  }

  private static func finding(
    _ code: FindingCode, _ column: Column, _ row: RosterEntry, value: String? = nil,
    expected: Bilingual? = nil, difference: String? = nil, other: Place? = nil,
    detail: Bilingual? = nil
  ) -> Finding {
    Finding(
      code, cell: column, of: row.source, contract: row.contract, store: row.store, value: value,
      expected: expected, difference: difference, other: other, detail: detail)
  }
}
