package import ReviewModel

/// A season's kept rows: what is left when every row has been checked on its own and against the
/// others, and what was found on the way.
package struct Register: Sendable {
  private let kept: KeptRows
  package let phase: Phase
  package let asOf: CalendarDate
  package let progress: [ProgressRow]
  package let rulings: [Ruling]
  /// In the order of files and rows.
  package let skippedRosterRows: [SkippedRosterRow]
  package let files: [InputFile]
  package let findings: [Finding]

  package var programme: Programme { kept.tables.programme }
  /// By contract, in the order of bytes.
  package var approvals: [Approval] { kept.approvals }
  /// In the order of their rows.
  package var solutions: [Solution] { kept.solutions }
  /// In the order of files and rows.
  package var roster: [RosterEntry] { kept.roster }
  /// What the usage files are read against.
  package var usageRegister: UsageRegister { kept.usageRegister(asOf: asOf) }

  /// Keeps what the rules keep; the rest is named by findings.
  ///
  /// - Parameters:
  ///   - tables: The rows as read.
  ///   - phase: The phase of the review.
  ///   - asOf: The last day that counts.
  package init(_ tables: SeasonTables, phase: Phase, asOf: CalendarDate) {
    self.init(KeptRows(tables), phase: phase, asOf: asOf)
  }

  /// The same of rows that usage may be read against already.
  package init(_ kept: KeptRows, phase: Phase, asOf: CalendarDate) {
    let tables = kept.tables
    var sieve = kept.sieve
    RosterChecks.check(kept.roster, kept.solutions, phase: phase, asOf: asOf, &sieve)
    SolutionChecks.check(kept.solutions, usedBy: kept.roster, &sieve)
    progress = ProgressChecks.keep(tables.progress, kept.contracts, asOf: asOf, &sieve)
    rulings = RulingChecks.keep(tables.rulings, kept.contracts, kept.roster, asOf: asOf, &sieve)

    self.kept = kept
    self.phase = phase
    self.asOf = asOf
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
