package import Foundation

/// Expected files in a folder, compared as bytes.
package enum Golden {
  /// The environment variable that makes a comparison rewrite what it expects, and still fail.
  package static let updateVariable = "UPDATE_GOLDENS"

  /// All files below a folder by their relative path; none where there is no folder.
  package static func files(in folder: URL) throws -> [String: [UInt8]] {
    let base = folder.resolvingSymlinksInPath().path
    var files: [String: [UInt8]] = [:]
    for path in FileManager.default.enumerator(atPath: base)?.compactMap({ $0 as? String }) ?? [] {
      let file = URL(fileURLWithPath: base).appendingPathComponent(path)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      files[path] = try Array(Data(contentsOf: file))
    }
    return files
  }

  /// What differs between the files and the expected folder, file by file, or nil where nothing does.
  ///
  /// In a test: `let difference = try Golden.difference(of: files, from: folder)`, and then
  /// `#expect(difference == nil)`, for an expectation shows no value behind a `try`.
  package static func difference(
    of actual: [String: [UInt8]], from expectedFolder: URL,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> String? {
    let expected = try files(in: expectedFolder)
    let paths = Set(actual.keys).union(expected.keys).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let reports = paths.compactMap { path -> String? in
      switch (actual[path], expected[path]) {
      case (nil, _): "\(path): missing"
      case (_, nil): "\(path): not expected"
      case (let actual?, let expected?): lineDifference(path, actual, expected)
      }
    }
    if environment[updateVariable] == "1" {
      try rewrite(expectedFolder, from: expected, to: actual)
      return "\(updateVariable)=1: \(expectedFolder.path) rewritten, "
        + "\(reports.count) files differed; read the diff, then run again without it"
    }
    guard !reports.isEmpty else { return nil }
    let rest = reports.count > 10 ? ["and \(reports.count - 10) more files"] : []
    return (["differs from \(expectedFolder.path):"] + reports.prefix(10) + rest)
      .joined(separator: "\n")
  }

  /// The same for a folder that was written by the program.
  package static func difference(
    ofFolder actual: URL, from expectedFolder: URL,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> String? {
    try difference(of: files(in: actual), from: expectedFolder, environment: environment)
  }

  private static func lineDifference(
    _ path: String, _ actual: [UInt8], _ expected: [UInt8]
  ) -> String? {
    guard actual != expected else { return nil }
    let feed = UInt8(ascii: "\n")
    let actualLines = actual.split(separator: feed, omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: feed, omittingEmptySubsequences: false)
    let same = zip(actualLines, expectedLines).prefix { $0 == $1 }.count
    let column = zip(line(same, actualLines), line(same, expectedLines)).prefix { $0 == $1 }.count
    return """
      \(path):\(same + 1):\(column + 1): (bytes \(actual.count), expected \(expected.count))
        expected: \(shown(line(same, expectedLines), around: column))
        actual:   \(shown(line(same, actualLines), around: column))
      """
  }

  private static func line(_ number: Int, _ lines: [ArraySlice<UInt8>]) -> ArraySlice<UInt8> {
    number < lines.count ? lines[number] : []
  }

  /// A piece of a line about a byte, with what can't be seen written out.
  private static func shown(_ line: ArraySlice<UInt8>, around column: Int) -> String {
    let start = line.startIndex + max(0, min(column - 60, line.count))
    let piece = line[start...].prefix(160)
    var text = start > line.startIndex ? "…" : ""
    for scalar in String(decoding: piece, as: UTF8.self).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .nonspacingMark:
        text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return piece.endIndex < line.endIndex ? text + "…" : text
  }

  private static func rewrite(
    _ folder: URL, from old: [String: [UInt8]], to new: [String: [UInt8]]
  ) throws {
    for path in old.keys where new[path] == nil {
      try FileManager.default.removeItem(at: folder.appendingPathComponent(path))
    }
    for (path, bytes) in new where old[path] != bytes {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }
}
