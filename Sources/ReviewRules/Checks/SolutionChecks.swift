import ReviewModel

/// SO001 to SO005: each solution once, at its row, whoever uses it (C1, C2, C14).
enum SolutionChecks {
  static func keep(_ rows: [Solution], _ sieve: inout Sieve) -> [Solution] {
    var first: [SolutionID: RowSource] = [:]
    var kept: [Solution] = []
    for row in rows {
      if let earlier = first[row.id] {
        sieve.skip(
          row.source,
          Finding(
            .SO001, cell: .solutionID, of: row.source, other: earlier.place(of: .solutionID)))
        continue
      }
      first[row.id] = row.source
      kept.append(row)
    }
    return kept
  }

  static func check(
    _ solutions: [Solution], usedBy roster: [RosterEntry], _ sieve: inout Sieve
  ) {
    var users: [SolutionID: Int] = [:]
    // The stores of one solution stand together as a rule: they are looked up once.
    for (solution, count) in runs(of: roster) { users[solution, default: 0] += count }
    for solution in solutions {
      let stores = users[solution.id, default: 0]
      for (code, column) in faults(solution) {
        sieve.find(Finding(code, cell: column, of: solution.source, rows: stores))
      }
      if !solution.takesPartInPhysicalConsumption {
        sieve.find(
          Finding(.SO003, cell: .physicalConsumption, of: solution.source, rows: stores))
      }
    }
  }

  private static func runs(of roster: [RosterEntry]) -> [(SolutionID, Int)] {
    var runs: [(solution: SolutionID, count: Int)] = []
    roster.forEachAskedAhead(bytes: 128) { _, entry in
      if let last = runs.indices.last, runs[last].solution == entry.solution {
        runs[last].count += 1
      } else {
        runs.append((entry.solution, 1))
      }
    }
    return runs
  }

  /// The faults that make every store of the solution ineligible: SO002, SO004, SO005.
  static func faults(_ solution: Solution) -> [(code: FindingCode, column: Column)] {
    var faults: [(FindingCode, Column)] = []
    if !solution.isSummitQualified { faults.append((.SO002, .summitQualified)) }
    if solution.verificationMethod.isEmpty { faults.append((.SO004, .verificationMethod)) }
    if solution.gaProperty.isEmpty { faults.append((.SO005, .gaProperty)) }
    return faults
  }
}
