private import Glibc
import ReviewModel

/// Whole records of a large table, which are read beside its other ones.
struct TablePart: Sendable {
  /// Open as long as any part of it is wanted, so that all are of one file, whatever takes its name.
  private let file: FileSource
  /// The bytes before it, and its own.
  let offset: Int
  let length: Int
  /// The lines before it, each of which is a row.
  let lines: Int

  /// Whether the file's header is in it.
  var isFirst: Bool { offset == 0 }

  /// Cuts a table behind line feeds.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - byteCount: The file's size.
  ///   - size: The bytes of a part, and of the longest line.
  /// - Returns: The parts in their order; nil where a record might be more than a line or end in another
  ///   way, and where the file is too small to be worth it.
  /// - Throws: Where the file can't be read.
  static func all(
    of text: TextFile, byteCount: Int, size: Int
  ) throws(ReadProblem) -> [TablePart]? {
    guard text.encoding == .utf8, text.bytes == nil, byteCount > size * 2 else { return nil }
    let file = try FileSource(path: text.location)
    var parts: [TablePart] = []
    var (offset, lines) = (0, 0)
    while true {
      let bytes = try file.bytes(at: offset, count: size)
      if bytes.isEmpty { return parts }
      let isLast = bytes.count < size
      guard let end = isLast ? bytes.count : bytes.lastIndex(of: 0x0A).map({ $0 + 1 }) else {
        return nil
      }
      let feeds = bytes.withUnsafeBufferPointer { bytes -> Int? in
        let part = UnsafeBufferPointer(rebasing: bytes[..<end])
        let census = ByteCensus(part)
        let quote = part.baseAddress.flatMap { memchr($0, 0x22, part.count) }
        return quote != nil || census.returns > 0 ? nil : census.lineFeeds
      }
      guard let feeds else { return nil }
      parts.append(TablePart(file: file, offset: offset, length: end, lines: lines))
      offset += end
      lines += feeds
    }
  }

  /// Its bytes as UTF-8 without a byte order mark.
  func source() throws(ReadProblem) -> any ByteSource {
    let bytes = MemorySource(try file.bytes(at: offset, count: length))
    // The mark is one at the start of a file alone.
    return isFirst ? UTF8Source(bytes) : bytes
  }
}
