import Crypto

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

  /// Hands a regular file on a piece at a time; see `bytes(of:atMost:)`.
  package static func read(
    _ path: String, atMost most: Int, _ body: (ArraySlice<UInt8>) -> Void
  ) throws(OutputError) {
    guard let resolved = FileCalls.resolved(path) else { throw FileCalls.failure(path, .read) }
    guard try FileCalls.kind(of: resolved, followingLinks: false) == .file else {
      throw OutputError(path, .notAFile)
    }
    var count = 0
    try FileCalls.readFile(resolved, atMost: most) { piece in
      count += piece.count
      body(piece)
    }
    guard count <= most else { throw OutputError(path, .longerThan(most)) }
  }

  /// The SHA-256 of a regular file in hexadecimal digits; see `bytes(of:atMost:)`.
  package static func sha256(of path: String) throws(OutputError) -> String {
    var hash = SHA256()
    try read(path, atMost: .max) { piece in
      piece.withUnsafeBytes { hash.update(bufferPointer: $0) }
    }
    return Digest.hex(hash.finalize())
  }

  /// A file as far as a mark, and the digest of the whole.
  package struct Head: Sendable {
    /// Up to the end of the mark; without one in the file, all of it.
    package let bytes: [UInt8]
    /// In hexadecimal digits.
    package let sha256: String
  }

  /// The beginning of a regular file of which the rest is only hashed, since it may be long.
  ///
  /// - Parameters:
  ///   - path: The file, which may be a link.
  ///   - mark: What ends the beginning.
  ///   - most: The most bytes that the file may have.
  /// - Returns: The beginning and the digest.
  /// - Throws: As `bytes(of:atMost:)`.
  package static func head(
    of path: String, through mark: [UInt8], atMost most: Int
  ) throws(OutputError) -> Head {
    var hash = SHA256()
    var bytes: [UInt8] = []
    var isWhole = false
    try read(path, atMost: most) { piece in
      piece.withUnsafeBytes { hash.update(bufferPointer: $0) }
      guard !isWhole else { return }
      // The mark may have begun in the piece before.
      let start = max(0, bytes.count - mark.count)
      bytes += piece
      if let end = bytes[start...].firstRange(of: mark)?.upperBound {
        bytes.removeSubrange(end...)
        isWhole = true
      }
    }
    return Head(bytes: bytes, sha256: Digest.hex(hash.finalize()))
  }
}
