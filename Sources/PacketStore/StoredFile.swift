/// A file that somebody else may have put in its place.
package enum StoredFile {
  /// The whole of a regular file; links are followed, pipes and devices are never opened.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - most: The most bytes that it may have.
  /// - Returns: The bytes.
  /// - Throws: `OutputError` where it is no regular file, is longer, or can't be read.
  package static func bytes(of path: String, atMost most: Int) throws(OutputError) -> [UInt8] {
    guard let resolved = FileCalls.resolved(path) else { throw FileCalls.failure(path, .read) }
    guard try FileCalls.kind(of: resolved, followingLinks: false) == .file else {
      throw OutputError(path, .notAFile)
    }
    let bytes = try FileCalls.bytes(of: resolved, atMost: most)
    guard bytes.count <= most else { throw OutputError(path, .longerThan(most)) }
    return bytes
  }
}
