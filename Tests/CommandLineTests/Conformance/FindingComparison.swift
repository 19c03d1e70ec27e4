import Foundation
import TestSupport

/// Holds the findings of a run against the expected ones, as a bag: their order is not compared.
enum FindingComparison {
  /// The cells that are compared; nil in one is not known, an empty expected one is not compared.
  private typealias Cells = [String?]

  private static let fields = [
    "code", "severity", "effect", "file", "line", "column", "contract", "store",
  ]
  private static let fatal = "fatal"

  static func differences(
    of built: URL, errors: [String], from expectedFolder: URL
  ) throws -> [String] {
    var expected = try expectedFindings(expectedFolder.appendingPathComponent("findings.tsv"))
    let table = built.appendingPathComponent("findings.csv")
    let isFatal = expected.contains { $0[1] == fatal }
    var found = isFatal && !exists(table) ? fromLines(errors) : try fromTable(table)
    // More codes than the specification's may be added: these two say what the program did not do.
    found.removeAll { ["XX000", "XX999"].contains($0[0]) || isFatal && $0[1] != fatal }
    // Whether the tables of a file that was turned away are named one by one is left open.
    let turnedAway = Set(expected.filter { $0[0] == "US011" }.map { $0[3] })
    let isOpen = { (cells: Cells) in cells[0] == "IN007" && turnedAway.contains(cells[3]) }
    expected.removeAll(where: isOpen)
    found.removeAll(where: isOpen)
    let (missing, surplus) = unmatched(expected, found)
    return missing.map { "findings: missing: \(shown($0))" }.sorted()
      + surplus.map { "findings: not expected: \(shown($0))" }.sorted()
  }

  /// Pairs each expected finding with one that fits it, those that fix most cells first.
  private static func unmatched(_ expected: [Cells], _ found: [Cells]) -> ([Cells], [Cells]) {
    var pool = found
    var missing: [Cells] = []
    let ordered = expected.sorted { fixedCells($0) > fixedCells($1) }
    for finding in ordered {
      if let index = pool.firstIndex(where: { fits(finding, $0) }) {
        pool.remove(at: index)
      } else {
        missing.append(finding)
      }
    }
    return (missing, pool)
  }

  private static func fixedCells(_ finding: Cells) -> Int { finding.count { $0 != "" } }

  private static func fits(_ expected: Cells, _ found: Cells) -> Bool {
    zip(expected, found).allSatisfy { $0 == "" || $1 == nil || $0 == $1 }
  }

  private static func shown(_ finding: Cells) -> String {
    finding.map { $0 ?? "?" }.joined(separator: " | ")
  }

  private static func expectedFindings(_ file: URL) throws -> [Cells] {
    let lines = try text(file).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    }
    return Array(lines.dropFirst())
  }

  private static func fromTable(_ file: URL) throws -> [Cells] {
    try CSVText(bytes(of: file)).records.map { record in
      fields.map { plain(record[$0] ?? "no column", in: $0) }
    }
  }

  /// Without the mark that keeps a spreadsheet from running a cell.
  private static func plain(_ cell: String, in field: String) -> String {
    if cell.hasPrefix("'"), let second = cell.dropFirst().first, "=+-@".contains(second) {
      return String(cell.dropFirst())
    }
    return cell
  }

  /// The findings as standard error has them: `path:line:column: severity CODE message`.
  private static func fromLines(_ lines: [String]) -> [Cells] {
    lines.compactMap { line in
      guard let found = FindingLine(line) else { return nil }
      return [
        found.code, found.severity, nil, found.path, found.line == 0 ? "" : String(found.line),
        found.column == 0 ? "" : String(found.column), nil, nil,
      ]
    }
  }
}
