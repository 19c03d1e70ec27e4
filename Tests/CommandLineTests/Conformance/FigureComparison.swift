import Foundation
import TestSupport

/// Holds the `figures.csv` files of an output against the expected ones: all columns but `clause`.
enum FigureComparison {
  private static let fileName = "figures.csv"
  private static let header = ["scope", "subject", "figure", "period", "value", "unit", "clause"]

  static func differences(of built: URL, from expected: URL) throws -> [String] {
    let (builtFiles, expectedFiles) = (try files(in: built), try files(in: expected))
    let missing = expectedFiles.subtracting(builtFiles).sorted().map { "\($0): not built" }
    let surplus = builtFiles.subtracting(expectedFiles).sorted().map { "\($0): not expected" }
    return try missing + surplus
      + builtFiles.intersection(expectedFiles).sorted().flatMap { name in
        try tableDifferences(
          name, bytes(of: built.appendingPathComponent(name)),
          bytes(of: expected.appendingPathComponent(name)))
      }
  }

  /// The season's own file and one for each packet.
  private static func files(in folder: URL) throws -> Set<String> {
    guard exists(folder) else { return [] }
    let places = [""] + (try names(in: folder)).map { $0 + "/" }
    return Set(
      places.map { $0 + fileName }.filter { exists(folder.appendingPathComponent($0)) })
  }

  private static func tableDifferences(
    _ name: String, _ built: [UInt8], _ expected: [UInt8]
  ) -> [String] {
    guard built.first != 0xEF, !built.contains(0x0D) else {
      return ["\(name): has a byte order mark or CR; it is UTF-8 with LF alone"]
    }
    let (table, wanted) = (CSVText(built), CSVText(expected))
    guard table.header == header else { return ["\(name): header \(table.header)"] }
    guard table.rows.allSatisfy({ $0.count == header.count }) else {
      return ["\(name): a row has too many or too few cells"]
    }
    var left = Dictionary(table.rows.map { (Array($0[..<4]), Array($0[4..<6])) }) { first, _ in
      first
    }
    var differences: [String] = []
    if left.count != table.rows.count { differences.append("\(name): a figure stands twice") }
    for row in wanted.rows {
      let (key, value) = (Array(row[..<4]), Array(row[4..<6]))
      let found = left.removeValue(forKey: key)
      if found != value {
        differences.append("\(name): \(key): expected \(value), got \(found ?? ["nothing"])")
      }
    }
    differences += left.keys.map { "\(name): \($0): not expected" }.sorted()
    if differences.isEmpty, table.rows.map({ $0[..<4] }) != wanted.rows.map({ $0[..<4] }) {
      differences.append("\(name): the rows stand in another order")
    }
    return differences
  }
}
