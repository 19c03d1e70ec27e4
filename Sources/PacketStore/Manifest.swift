/// The digests of a folder's files, as `manifest-sha256.txt` holds them.
package struct Manifest: Equatable, Sendable {
  /// The manifest's own name; it is never listed in itself.
  package static let fileName = "manifest-sha256.txt"
  static let path = SafePath(components: [fileName])

  /// One file and its SHA-256 in lower-case hexadecimal digits.
  package struct Entry: Equatable, Sendable {
    package let path: SafePath
    package let digest: String

    /// Pairs a path with its digest.
    package init(path: SafePath, digest: String) {
      self.path = path
      self.digest = digest
    }
  }

  /// The entries in the order of their paths' bytes.
  package let entries: [Entry]

  /// Puts the entries in order.
  package init(_ entries: some Sequence<Entry>) {
    self.entries = entries.sorted { $0.path < $1.path }
  }

  /// The text that `sha256sum -c` accepts: digest, two spaces, path, line feed.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      bytes += entry.digest.utf8
      bytes += "  ".utf8
      bytes += entry.path.description.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Reads a manifest, or gives nil where a line is not one that we or BagIt tools write.
  package init?(bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var entries: [Entry] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let digest = line.prefix(64)
      let separator = line.dropFirst(64).prefix(2)
      guard digest.count == 64, digest.allSatisfy(Self.isHexDigit),
        separator.elementsEqual("  ".utf8),
        let path = SafePath(keeping: String(Substring(line.dropFirst(66))))
      else { return nil }
      entries.append(Entry(path: path, digest: String(Substring(digest))))
    }
    self.init(entries)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
  }
}
