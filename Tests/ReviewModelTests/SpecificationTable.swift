import Foundation

/// The published pages beside the package, where they are at hand.
enum SpecificationTable {
  /// The cells of each table row of a page that begins with a code, or nil without the page.
  static func rows(of page: String) -> [[String]]? {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let url = root.appendingPathComponent("../shared/spec/\(page)").standardizedFileURL
    guard let data = FileManager.default.contents(atPath: url.path) else { return nil }
    return String(decoding: data, as: UTF8.self)
      .split(separator: "\n")
      .filter { $0.hasPrefix("| ") }
      .map { line in
        line.split(separator: "|", omittingEmptySubsequences: false)
          .dropFirst().dropLast()
          .map { $0.trimmingCharacters(in: .whitespaces) }
      }
  }

  static func isThere(_ page: String) -> Bool { rows(of: page) != nil }
}
