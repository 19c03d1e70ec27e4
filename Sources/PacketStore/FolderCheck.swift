/// A folder held against its `manifest-sha256.txt`.
package struct FolderCheck: Sendable {
  package struct Changed: Sendable, Equatable {
    package let path: String
    package let expected: String
    package let found: String
  }

  /// No manifest is longer.
  ///
  /// Unit: bytes.
  private static let longest = 64 << 20

  package let fileCount: Int
  /// The SHA-256 of each listed file that is there, by its path.
  package let digests: [String: String]
  package let changed: [Changed]
  package let missing: [String]
  package let unlisted: [String]

  /// Reads every file of the folder; links are followed nowhere and count as not listed.
  ///
  /// - Parameter folder: The folder that holds the manifest.
  /// - Throws: `OutputError` with the reason `notOurs` where there is no manifest that can be read,
  ///   and others where a file can't be.
  package init(_ folder: String) throws(OutputError) {
    let path = folder + "/" + Manifest.fileName
    guard try FileCalls.kind(of: path, followingLinks: false) == .file,
      let manifest = try Manifest(bytes: FileCalls.bytes(of: path, atMost: Self.longest))
    else { throw OutputError(folder, .notOurs) }
    var digests: [String: String] = [:]
    var changed: [Changed] = []
    var missing: [String] = []
    for entry in manifest.entries {
      let file = "\(folder)/\(entry.path)"
      guard try FileCalls.kind(of: file, followingLinks: false) == .file else {
        missing.append(entry.path.description)
        continue
      }
      let digest = try FileCalls.digest(of: file)
      digests[entry.path.description] = digest
      if digest != entry.digest {
        changed.append(
          Changed(path: entry.path.description, expected: entry.digest, found: digest))
      }
    }
    var unlisted: [String] = []
    try Destination.walk(folder) { (_, relative) throws(OutputError) in
      if relative != Manifest.fileName, manifest.digest(of: relative) == nil {
        unlisted.append(relative)
      }
    }
    fileCount = manifest.count
    self.digests = digests
    self.changed = changed
    self.missing = missing
    self.unlisted = unlisted
  }
}
