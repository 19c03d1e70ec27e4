package import ReviewModel

/// Proposals for the cells of a season's tables that can be mended, and a word on those that
/// can't though they look as if.
///
/// Usage files are left alone: they are to stay as they came out of their source.
package struct FixProposals {
  /// In the order of files, rows and columns.
  package private(set) var fixes: [CellFix] = []
  /// Tables in another encoding than UTF-8, which is a matter of the whole file.
  package private(set) var otherEncodings: [(file: String, encoding: TextEncoding)] = []
  /// Tables that can't be read, and why: `check` says it better.
  package private(set) var unreadable: [String] = []
  /// The tables that were looked through, by the bytes of their paths.
  private var tables: [[UInt8]: Table] = [:]

  private struct Table {
    let match: HeaderMatch
    let schema: TableSchema
    let encoding: TextEncoding
  }

  /// Looks through the tables of a season folder; once the task is cancelled, through no more of them.
  package init(season: String) {
    let listing = SeasonFolder(season)
    unreadable = listing.findings.filter { $0.severity == .fatal }.compactMap { $0.place?.file }
    for entry in listing.entries {
      guard !Task.isCancelled, let schema = Schemas.table(entry.kind) else { continue }
      do throws(ReadProblem) {
        try read(entry, schema)
      } catch {
        unreadable.append(entry.path)
      }
    }
  }

  private mutating func read(
    _ entry: SeasonFolder.Entry, _ schema: TableSchema
  ) throws(ReadProblem) {
    let probe = try EncodingProbe(try FileSource(path: entry.location))
    guard let encoding = probe.encoding, probe.fault == nil else {
      unreadable.append(entry.path)
      return
    }
    if encoding != .utf8 { otherEncodings.append((entry.path, encoding)) }
    let text = TextFile(path: entry.path, location: entry.location, encoding: encoding)
    guard case .found(let match) = try HeaderSearch.search(schema, in: text),
      match.duplicates.isEmpty
    else {
      unreadable.append(entry.path)
      return
    }
    tables[Array(entry.path.utf8)] = Table(match: match, schema: schema, encoding: encoding)
    var scanner = CSVScanner(try text.source(), delimiter: match.delimiter)
    while let found = try scanner.next({ proposals(for: $0, match, schema, text) }) {
      fixes += found
    }
  }

  private func proposals(
    for record: Record, _ match: HeaderMatch, _ schema: TableSchema, _ text: TextFile
  ) -> [CellFix] {
    guard record.row > match.lastRow, RowKind(record, under: match) == .data else {
      return []
    }
    return match.columns.compactMap { column in
      guard let rules = FixRules(column, schema, text.encoding), column.number <= record.count
      else { return nil }
      let before = record.text(column.number - 1)
      let place = Place(file: text.path, column: column.number, row: record.row)
      guard Self.canBeQuoted(before), let cell = place.cell,
        let proposal = rules.proposal(for: before)
      else { return nil }
      return CellFix(
        file: text.path, row: record.row, cell: cell, field: column.title, before: before,
        after: proposal.after, finding: proposal.finding?.rawValue ?? "", why: proposal.why,
        decision: proposal.decision)
    }
  }
}

extension FixProposals {
  /// Whether a row of a list is as the program proposes it for such a text, so that nobody decided
  /// anything in it; the cell may hold another text by now.
  package func isOwn(_ fix: CellFix) -> Bool {
    guard let table = tables[Array(fix.file.utf8)],
      let own = FixRules.proposal(for: fix, table.match, table.schema, table.encoding)
    else { return false }
    return fix.decision == own.decision && fix.after.utf8.elementsEqual(own.after.utf8)
  }

  /// Whether a text comes back from `fixes.csv` as it went in: what no table may hold is shown
  /// there by U+FFFD.
  private static func canBeQuoted(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: true
      case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: false
      default: scalar.value & 0xFFFE != 0xFFFE
      }
    }
  }
}

extension Schemas {
  /// The table that a kind of file holds; nil for usage and what is no table.
  static func table(_ kind: InputFile.Kind) -> TableSchema? {
    switch kind {
    case .approvals: approvals
    case .solutions: solutions
    case .progress: progress
    case .rulings: rulings
    case .roster: rosters
    case .programme, .usage, .fixes, .other: nil
    }
  }
}
