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

  /// The text that `sha256sum -c` accepts: digest, two spaces, path, line feed; in the order of the
  /// paths' bytes.
  ///
  /// This is all that is kept of a manifest, since one of a season has many lines.
  package let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]

  /// Puts the entries in order.
  package init(_ entries: some Sequence<Entry>) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for entry in entries.sorted(by: { $0.path < $1.path }) {
      starts.append(bytes.count)
      Self.append(entry, to: &bytes)
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// Reads a manifest, or gives nil where a line is not one that we or BagIt tools write.
  package init?(bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var lines: [Range<Int>] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let digest = line.prefix(Self.digestCount)
      let separator = line.dropFirst(Self.digestCount).prefix(2)
      guard digest.count == Self.digestCount, digest.allSatisfy(Self.isHexDigit),
        separator.elementsEqual("  ".utf8),
        SafePath(keeping: String(decoding: line.dropFirst(Self.pathStart), as: UTF8.self)) != nil
      else { return nil }
      lines.append(line.startIndex..<line.endIndex)
    }
    lines.sort { one, two in
      bytes[one].dropFirst(Self.pathStart)
        .lexicographicallyPrecedes(bytes[two].dropFirst(Self.pathStart))
    }
    var sorted: [UInt8] = []
    sorted.reserveCapacity(bytes.count + 1)
    starts = lines.map { line in
      defer {
        sorted += bytes[line]
        sorted.append(UInt8(ascii: "\n"))
      }
      return sorted.count
    }
    self.bytes = sorted
  }

  // MARK: Entries

  package var count: Int { starts.count }

  /// The entries in the order of their paths' bytes, made anew each time.
  package var entries: [Entry] { starts.indices.map { entry(at: $0) } }

  /// The entries of the files below a folder.
  package func entries(below folder: SafePath) -> [Entry] {
    let prefix = Array(folder.description.utf8) + [UInt8(ascii: "/")]
    return (place(of: prefix[...])..<count).prefix { path(at: $0).starts(with: prefix) }
      .map { entry(at: $0) }
  }

  /// Whether there is a file below a folder.
  package func hasFiles(below folder: SafePath) -> Bool {
    let prefix = Array(folder.description.utf8) + [UInt8(ascii: "/")]
    let place = place(of: prefix[...])
    return place < count && path(at: place).starts(with: prefix)
  }

  /// The digest of a file; nil where it is not listed.
  package func digest(of path: SafePath) -> String? { digest(of: path.description) }

  /// The digest of what has a path, whatever the path may be; nil where it is not listed.
  func digest(of path: String) -> String? {
    let path = Array(path.utf8)
    let place = place(of: path[...])
    guard place < count, self.path(at: place).elementsEqual(path) else { return nil }
    return digest(at: place)
  }

  /// The place of the first path that is not before another one.
  private func place(of path: ArraySlice<UInt8>) -> Int {
    var range = starts.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if self.path(at: middle).lexicographicallyPrecedes(path) {
        range = (middle + 1)..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }

  /// The entry of a line, of `count` in the order of their paths.
  package func entry(at place: Int) -> Entry {
    let components = path(at: place).split(separator: UInt8(ascii: "/"))
    return Entry(
      path: SafePath(components: components.map { String(decoding: $0, as: UTF8.self) }),
      digest: digest(at: place))
  }

  private func digest(at place: Int) -> String {
    String(decoding: bytes[starts[place]...].prefix(Self.digestCount), as: UTF8.self)
  }

  private func path(at place: Int) -> ArraySlice<UInt8> {
    let end = place + 1 < count ? starts[place + 1] : bytes.count
    return bytes[(starts[place] + Self.pathStart)..<(end - 1)]
  }

  // MARK: Lines

  private static let digestCount = 64
  private static let pathStart = digestCount + 2

  /// Adds a line.
  static func append(_ entry: Entry, to bytes: inout [UInt8]) {
    bytes += entry.digest.utf8
    bytes += "  ".utf8
    bytes += entry.path.description.utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
  }
}
