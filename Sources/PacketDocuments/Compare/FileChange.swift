internal import ReviewModel

/// An input file that only one packet was made from, or that has other bytes.
package struct FileChange: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case added
    case removed
    case changed
    /// The same bytes at another path.
    case renamed
  }

  package let kind: Kind
  /// The later path; that of the earlier packet for a file that was removed.
  package let path: String
  /// The earlier path of a renamed file.
  package let oldPath: String?
  /// SHA-256, 64 hex digits; nil where the packet lacks the file.
  package let before: String?
  package let after: String?

  /// By path, in the order of bytes.
  static func changes(_ old: [InputFile], _ new: [InputFile]) -> [FileChange] {
    // By bytes: names that differ only in their normal form are two files.
    let before = Dictionary(old.map { (Array($0.path.utf8), $0) }) { first, _ in first }
    let after = Dictionary(new.map { (Array($0.path.utf8), $0) }) { first, _ in first }
    let gone = old.filter { after[Array($0.path.utf8)] == nil }
    var goneByDigest = Dictionary(grouping: gone, by: \.sha256)
    var renamed: Set<[UInt8]> = []
    var changes: [FileChange] = []
    for file in new {
      if let earlier = before[Array(file.path.utf8)] {
        guard earlier.sha256 != file.sha256 else { continue }
        changes.append(
          FileChange(
            kind: .changed, path: file.path, oldPath: nil, before: earlier.sha256,
            after: file.sha256))
      } else if let earlier = goneByDigest[file.sha256]?.popLast() {
        renamed.insert(Array(earlier.path.utf8))
        changes.append(
          FileChange(
            kind: .renamed, path: file.path, oldPath: earlier.path, before: earlier.sha256,
            after: file.sha256))
      } else {
        changes.append(
          FileChange(
            kind: .added, path: file.path, oldPath: nil, before: nil, after: file.sha256))
      }
    }
    changes += gone.filter { !renamed.contains(Array($0.path.utf8)) }.map {
      FileChange(kind: .removed, path: $0.path, oldPath: nil, before: $0.sha256, after: nil)
    }
    return changes.sorted { bytesPrecede($0.path, $1.path) }
  }
}
