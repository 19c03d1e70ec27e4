package import ReviewModel

/// `fixes.csv`: what is to be mended, or was.
package enum FixFile {
  package static let name = "fixes.csv"

  /// Why a file is no table of fixes.
  package enum Problem: Error, Equatable {
    /// The system's reason, or none where no encoding explains the file.
    case unreadable(String?)
    /// The first row lacks these columns.
    case columns([String])
    /// A cell is not what its column holds.
    case cell(row: Int, column: String, value: String)
    /// The name of a cell is none in the row that stands beside it.
    case name(row: Int, cell: String, expectedRow: Int)
  }

  /// Reads a table of fixes, in whichever encoding and with whichever delimiter a spreadsheet
  /// saved it.
  package static func read(path: String) throws(Problem) -> [CellFix] {
    let probe: EncodingProbe
    do throws(ReadProblem) {
      probe = try EncodingProbe(try FileSource(path: path))
    } catch {
      throw .unreadable(error.reason)
    }
    guard let encoding = probe.encoding, probe.fault == nil else { throw .unreadable(nil) }
    return try read(TextFile(path: path, location: path, encoding: encoding))
  }

  static func read(_ text: TextFile) throws(Problem) -> [CellFix] {
    var missing = CellFix.columns
    for delimiter in Delimiter.allCases {
      let records = try records(text, delimiter)
      guard let first = records.first else { break }
      let titles = first.map { Normalisation.lowerCased($0) }
      let lacking = CellFix.columns.filter { !titles.contains($0) }
      if lacking.isEmpty { return try fixes(records.dropFirst(), titles) }
      if lacking.count < missing.count { missing = lacking }
    }
    throw .columns(missing)
  }

  private static func records(
    _ text: TextFile, _ delimiter: Delimiter
  ) throws(Problem) -> [[String]] {
    do throws(ReadProblem) {
      var scanner = CSVScanner(try text.source(), delimiter: delimiter)
      var records: [[String]] = []
      while let cells = try scanner.next({ record in
        (0..<record.count).map { record.text($0) }
      }) {
        records.append(cells)
      }
      return records
    } catch {
      throw .unreadable(error.reason)
    }
  }

  private static func fixes(
    _ records: ArraySlice<[String]>, _ titles: [String]
  ) throws(Problem) -> [CellFix] {
    var fixes: [CellFix] = []
    for (offset, cells) in records.enumerated() {
      if cells.allSatisfy(\.isEmpty) { continue }
      func cell(_ name: String) -> String {
        guard let index = titles.firstIndex(of: name), index < cells.count else { return "" }
        return cells[index]
      }
      func fail(_ name: String) -> Problem {
        .cell(row: offset + 2, column: name, value: cell(name))
      }
      guard let row = Int(Normalisation.code(cell("row"))), row > 0 else { throw fail("row") }
      let name = Normalisation.upperCased(Normalisation.code(cell("cell")))
      guard Place.column(ofCell: name, inRow: row) != nil else {
        throw .name(row: offset + 2, cell: cell("cell"), expectedRow: row)
      }
      let word = Normalisation.lowerCased(Normalisation.code(cell("apply")))
      guard let decision = CellFix.Decision(rawValue: word) else { throw fail("apply") }
      fixes.append(
        CellFix(
          file: cell("file"), row: row, cell: name, field: CellFix.unguarded(cell("field")),
          before: CellFix.unguarded(cell("before")), after: CellFix.unguarded(cell("after")),
          finding: cell("finding"), why: Bilingual(zh: cell("why"), en: cell("why_en")),
          decision: decision))
    }
    return fixes
  }
}

extension FixFile {
  /// The fixes of a season's own file: only what was done, and no personal data.
  static func done(in text: TextFile) -> (mended: [CellFix], outcome: TableReader.Outcome) {
    var outcome = TableReader.Outcome()
    let fixes: [CellFix]
    do throws(Problem) {
      fixes = try read(text)
    } catch {
      outcome.findings = [
        Finding(
          .IN007, at: Place(file: text.path), value: text.path,
          detail: Bilingual(
            zh: "不是可讀的修正清單，未使用", en: "the file is no readable list of fixes and was not used"))
      ]
      return ([], outcome)
    }
    let done = fixes.filter { $0.decision == .done }
    outcome.ledger.read = fixes.count
    outcome.ledger.counted = done.count
    outcome.ledger.notCounted = fixes.count - done.count
    if done.count < fixes.count {
      let rows = fixes.count - done.count
      outcome.findings = [
        Finding(
          .IN007, at: Place(file: text.path), value: text.path, rows: rows,
          detail: Bilingual(
            zh: "有 \(rows) 列只是修正建議，尚未套用",
            en: rows == 1
              ? "1 row is a proposal that was not carried out"
              : "\(rows) rows are proposals that were not carried out"))
      ]
    }
    return (done.map { Mending.isPersonal(field: $0.field) ? $0.withoutTexts : $0 }, outcome)
  }
}
