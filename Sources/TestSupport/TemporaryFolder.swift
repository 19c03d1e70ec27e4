package import Foundation

/// A new folder of its own for a test, removed with all that is in it when the value goes away.
package final class TemporaryFolder: Sendable {
  /// The folder, without links in its path.
  package let url: URL

  /// The folder's absolute path.
  package var path: String { url.path }

  /// Creates the folder below the system's place for temporary files.
  package init() throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    url = base.appendingPathComponent("review-packet-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The place of a file or folder below this one.
  package func at(_ relativePath: String) -> URL {
    url.appendingPathComponent(relativePath)
  }

  /// Writes a file and the folders above it.
  package func write(_ relativePath: String, _ bytes: some Sequence<UInt8>) throws {
    let file = at(relativePath)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The bytes of a file.
  package func read(_ relativePath: String) throws -> [UInt8] {
    try Array(Data(contentsOf: at(relativePath)))
  }
}
