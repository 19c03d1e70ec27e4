/// An output held against the manifest at its top, folder by folder.
///
/// What was read of a folder for its own manifest is not read again.
package struct OutputCheck: Sendable {
  /// No manifest of a season is longer.
  ///
  /// Unit: bytes.
  private static let longest = 1 << 30

  /// A folder with listed files that is not there.
  package struct MissingFolder: Sendable, Equatable {
    package let path: String
    /// The files that are listed in it.
    package let fileCount: Int
  }

  private let folder: String
  private let manifest: Manifest
  /// The folders at the top that were looked into.
  private var seen: Set<SafePath> = []
  package private(set) var changed: [FolderCheck.Changed] = []
  package private(set) var missing: [String] = []
  package private(set) var missingFolders: [MissingFolder] = []
  package private(set) var unlisted: [String] = []

  /// Reads the manifest, and no other file.
  ///
  /// - Parameter folder: The folder that holds the manifest.
  /// - Throws: `OutputError` with the reason `notOurs` where there is no manifest that can be read.
  package init(_ folder: String) throws(OutputError) {
    let path = folder + "/" + Manifest.fileName
    guard try FileCalls.kind(of: path, followingLinks: false) == .file,
      let manifest = try Manifest(bytes: FileCalls.bytes(of: path, atMost: Self.longest))
    else { throw OutputError(folder, .notOurs) }
    self.folder = folder
    self.manifest = manifest
  }

  /// Whether the manifest lists a file.
  package func lists(_ path: SafePath) -> Bool { manifest.digest(of: path) != nil }

  /// Takes over what was found in a folder at the top, of which only other files are still read.
  package mutating func take(
    _ found: FolderCheck, of name: SafePath
  ) throws(OutputError) {
    try look(into: name, found.digests)
  }

  /// Looks at all that was not taken over; links are followed nowhere and count as not listed.
  ///
  /// - Throws: `OutputError` where a file can't be read.
  package mutating func finish() throws(OutputError) {
    for place in 0..<manifest.count {
      let entry = manifest.entry(at: place)
      if let top = entry.path.folders.first {
        if !seen.contains(top) { try look(into: top, [:]) }
      } else {
        try look(at: entry, nil)
      }
    }
    try Destination.walk(folder) { (_, relative) throws(OutputError) in
      if relative != Manifest.fileName, manifest.digest(of: relative) == nil {
        unlisted.append(relative)
      }
    }
    changed.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    missing.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    missingFolders.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func look(
    into top: SafePath, _ digests: [String: String]
  ) throws(OutputError) {
    seen.insert(top)
    let entries = manifest.entries(below: top)
    guard !entries.isEmpty else { return }
    guard try FileCalls.kind(of: "\(folder)/\(top)", followingLinks: false) == .folder else {
      missingFolders.append(MissingFolder(path: top.description, fileCount: entries.count))
      return
    }
    for entry in entries {
      try look(at: entry, entry.path.relative(to: top).flatMap { digests[$0.description] })
    }
  }

  private mutating func look(
    at entry: Manifest.Entry, _ known: String?
  ) throws(OutputError) {
    let path = entry.path.description
    var digest = known
    if digest == nil {
      let file = "\(folder)/\(path)"
      guard try FileCalls.kind(of: file, followingLinks: false) == .file else {
        missing.append(path)
        return
      }
      digest = try FileCalls.digest(of: file)
    }
    if let digest, digest != entry.digest {
      changed.append(FolderCheck.Changed(path: path, expected: entry.digest, found: digest))
    }
  }
}
