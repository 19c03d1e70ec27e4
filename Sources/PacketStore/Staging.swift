import Crypto
import Glibc

/// What may stand at the place of a new output.
package enum Replacing: Equatable, Sendable {
  /// An earlier output of ours: a folder whose manifest lists all its files.
  case ownOutput
  /// Nothing, or an empty folder.
  case nothing
}

/// A whole output folder in the making: it appears at its place at once, or not at all.
///
/// Files go into a hidden folder beside the place; `commit` sees them all onto the disk at once, and only
/// then exchanges the two in one step. Whatever ends the run before that leaves the earlier output as it was, and the next run
/// removes what is left over. Files may be written from several tasks at the same time.
package actor Staging {
  /// What was put in place.
  package struct Committed: Equatable, Sendable {
    /// The SHA-256 of the manifest at the top, where one was written.
    package let manifestDigest: String?
    /// The number of files, the manifests among them.
    package let fileCount: Int
    /// The path of an earlier output that could not be removed; it is safe to remove by hand.
    package let leftBehind: String?
  }

  /// The manifest of the output that stands at the place, if there is one.
  package nonisolated let previous: Manifest?
  private let destination: Destination
  private let replacing: Replacing
  private let leftovers: Leftovers
  private let held: Leftovers.Held
  /// The files that were begun, but for those of sealed folders.
  private var started: Set<SafePath> = []
  /// By the first component of the path, so that sealing a packet takes no look at the others.
  private var digests: [String: [SafePath: String]] = [:]
  /// What the manifest at the top says of the folders that nothing more goes into: a season has many
  /// packets, and their files' lines are all that is kept of them.
  private var sealed: [SafePath: [UInt8]] = [:]
  private var fileCount = 0
  private var spread: FolderSpread
  private let early = EarlyWriting()
  private var isOpen = true

  /// Looks at the place, clears away what killed runs left, and begins a new output beside it.
  package static func begin(
    at path: String, replacing: Replacing = .ownOutput
  ) throws(OutputError) -> Staging {
    let destination = try Destination(path)
    let leftovers = Leftovers(parent: destination.parent, name: destination.name)
    leftovers.cleanUp()
    let previous = try destination.check(replacing: replacing)
    let held = try leftovers.hold()
    // A folder that was closed to others stays closed, and so does what is written for it.
    if let permissions = destination.permissions() { fchmod(held.descriptor, permissions) }
    return Staging(destination, replacing, leftovers, held, previous)
  }

  private init(
    _ destination: Destination, _ replacing: Replacing, _ leftovers: Leftovers,
    _ held: Leftovers.Held, _ previous: Manifest?
  ) {
    self.destination = destination
    self.replacing = replacing
    self.leftovers = leftovers
    self.held = held
    self.previous = previous
    spread = FolderSpread(in: held.descriptor)
  }

  deinit {
    if isOpen { Self.discard(held) }
  }

  /// Writes a new file and gives its SHA-256; may be called from several tasks at once.
  @discardableResult
  package nonisolated func write(
    _ path: SafePath, _ bytes: [UInt8]
  ) async throws(OutputError) -> String {
    try await start(path)
    try write(bytes, to: path)
    let digest = Digest.sha256Hex(bytes)
    await end(path, digest)
    return digest
  }

  /// Writes a new file in pieces, as the body hands them to it, and gives what the body gives; may be
  /// called from several tasks at once.
  package nonisolated func write<Result>(
    _ path: SafePath, inPieces body: (StagedFile) throws -> Result
  ) async throws -> Result {
    try await start(path)
    try createFolders(above: path)
    let file = try StagedFile(place(of: path), shownAs: shown(path))
    let result = try body(file)
    await end(path, try file.close(early))
    return result
  }

  /// Makes a folder, which may stay empty.
  package nonisolated func makeFolder(_ path: SafePath) async throws(OutputError) {
    for folder in path.folders + [path] { try FileCalls.createFolder(place(of: folder)) }
  }

  /// Copies a file of another folder a piece at a time, and gives its length; may be called from
  /// several tasks at once.
  ///
  /// The file, or what it links to, must have the digest that is given in hexadecimal digits.
  @discardableResult
  package nonisolated func write(
    _ path: SafePath, copyOf file: String, sha256: String
  ) async throws(OutputError) -> Int {
    try await start(path)
    try createFolders(above: path)
    var hash = SHA256()
    var count = 0
    let place = place(of: path)
    do throws(OutputError) {
      try FileCalls.createFile(place, early) { (write) throws(OutputError) in
        try FileCalls.readFile(FileCalls.resolved(file) ?? file) { (piece) throws(OutputError) in
          piece.withUnsafeBytes { hash.update(bufferPointer: $0) }
          count += piece.count
          try write(piece)
        }
      }
    } catch {
      // What was read keeps its own name; what is written is known by where it will stand.
      throw OutputError(error.path == place ? shown(path) : file, error.reason)
    }
    guard Digest.hex(hash.finalize()) == sha256 else {
      throw OutputError(file, .changedWhileRead)
    }
    await end(path, sha256)
    return count
  }

  /// Keeps a folder of the earlier output as it is: its files get a second name, or are copied.
  ///
  /// Each file must be what the earlier manifest says, or a page edited by hand would be vouched for;
  /// one that is not, or is not there any more, is told of by the place where the user knows it.
  package nonisolated func carryOver(_ folder: SafePath) async throws(OutputError) {
    let entries = previous?.entries(below: folder) ?? []
    guard !entries.isEmpty else {
      throw OutputError(shown(folder), .nothingToKeep)
    }
    for entry in entries {
      try await start(entry.path)
      try createFolders(above: entry.path)
      try carryOver(entry, from: shown(entry.path))
      await end(entry.path, entry.digest)
    }
    await close(folder)
  }

  private nonisolated func carryOver(
    _ entry: Manifest.Entry, from original: String
  ) throws(OutputError) {
    let digest: String
    do throws(OutputError) {
      try FileCalls.linkOrCopy(original, to: place(of: entry.path))
      digest = try FileCalls.digest(of: place(of: entry.path))
    } catch {
      // What can't be read is the earlier file, be it under its second name.
      guard case .system(.read, let number) = error.reason else {
        throw OutputError(original, error.reason)
      }
      throw OutputError(original, .lostSinceWritten(number))
    }
    guard digest == entry.digest else { throw OutputError(original, .changedSinceWritten) }
  }

  /// Takes back what was written or carried over of a folder that is not sealed, so that it can be
  /// written anew.
  package func forget(_ folder: SafePath) {
    let begun = started.filter { $0.relative(to: folder) != nil }
    for path in begun {
      _ = FileCalls.removeTree(place(of: path))
      digests[path.components[0]]?[path] = nil
    }
    started.subtract(begun)
    fileCount -= begun.count
  }

  /// Writes a folder's own manifest, after which nothing more goes into it; gives the manifest's SHA-256.
  @discardableResult
  package func seal(_ folder: SafePath) throws(OutputError) -> String {
    let entries = digests[folder.components[0], default: [:]].compactMap { path, digest in
      path.relative(to: folder).map { Manifest.Entry(path: $0, digest: digest) }
    }
    let digest = try writeManifest(Manifest(entries), at: Manifest.path.inside(folder))
    close(folder)
    return digest
  }

  /// The files written so far with their digests, in the order of their paths.
  package var files: [Manifest.Entry] {
    (unsealed + sealed.values.flatMap { Manifest(bytes: $0)?.entries ?? [] })
      .sorted { $0.path < $1.path }
  }

  private var unsealed: [Manifest.Entry] {
    digests.values.joined().map { Manifest.Entry(path: $0.key, digest: $0.value) }
  }

  /// Puts the output in place, with a manifest of all its files at the top unless one is unwanted.
  ///
  /// Where it fails, the earlier output stands as it was and the new one is removed.
  @discardableResult
  package func commit(withManifest: Bool = true) throws(OutputError) -> Committed {
    do throws(OutputError) {
      if let path = started.filter({ digests[$0.components[0]]?[$0] == nil }).min() {
        throw OutputError(shown(path), .incomplete)
      }
      var manifestDigest: String?
      if withManifest {
        manifestDigest = try writeManifest()
      }
      let old = try putInPlace()
      // From here on the new output stands: what fails now is untidy, not wrong.
      try? FileCalls.syncFolder(destination.parent)
      return Committed(
        manifestDigest: manifestDigest, fileCount: fileCount,
        leftBehind: old.flatMap { FileCalls.removeTree($0) ? nil : $0 })
    } catch {
      abort()
      throw error
    }
  }

  /// Gives the output up and removes what was written; the earlier output stands as it was.
  package func abort() {
    guard isOpen else { return }
    isOpen = false
    Self.discard(held)
  }

  private func putInPlace() throws(OutputError) -> String? {
    spread.end()
    try see()
    // Somebody may have put a file there during a long run.
    _ = try destination.check(replacing: replacing)
    let old = try Swap.replace(
      target: destination.path, with: held.path, aside: leftovers.asidePath())
    isOpen = false
    held.release()
    return old
  }

  /// Sees all that was written onto the disk: one call for the file system, or file by file.
  private func see() throws(OutputError) {
    guard try !FileCalls.syncFileSystem(of: held.descriptor, destination.path) else { return }
    let paths = files.map(\.path)
    for path in paths { try FileCalls.sync(place(of: path)) }
    for folder in Set(paths.flatMap(\.folders)).sorted() {
      try FileCalls.syncFolder(place(of: folder))
    }
    try FileCalls.syncFolder(held.path)
  }

  private func writeManifest(
    _ manifest: Manifest, at path: SafePath
  ) throws(OutputError) -> String {
    try start(path)
    try write(manifest.bytes, to: path)
    let digest = Digest.sha256Hex(manifest.bytes)
    end(path, digest)
    return digest
  }

  /// Writes the manifest of all files, folder by folder.
  private func writeManifest() throws(OutputError) -> String {
    // The files of a folder follow each other wherever their paths are in order.
    var parts = sealed.map { (name: $0.key.description + "/", lines: $0.value) }
    for entry in unsealed {
      var line: [UInt8] = []
      Manifest.append(entry, to: &line)
      parts.append((entry.path.description, line))
    }
    parts.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    try start(Manifest.path)
    let file = try StagedFile(place(of: Manifest.path), shownAs: shown(Manifest.path))
    for part in parts { try file.append(part.lines[...]) }
    let digest = try file.close(early)
    end(Manifest.path, digest)
    return digest
  }

  private func start(_ path: SafePath) throws(OutputError) {
    guard isOpen else { throw OutputError(shown(path), .finished) }
    guard !path.folders.contains(where: { sealed[$0] != nil }), started.insert(path).inserted else {
      throw OutputError(shown(path), .writtenTwice)
    }
    fileCount += 1
    let first = path.components[0]
    if path.components.count > 1, digests[first] == nil {
      digests[first] = [:]
      spread.folderBegins(at: "\(held.path)/\(first)")
    }
  }

  private func end(_ path: SafePath, _ digest: String) {
    digests[path.components[0], default: [:]][path] = digest
  }

  /// Ends a folder that has its own manifest already: nothing more goes into it.
  package func close(_ folder: SafePath) {
    guard folder.components.count == 1 else { return sealed[folder] = [] }
    let entries = (digests.removeValue(forKey: folder.components[0]) ?? [:])
      .map { Manifest.Entry(path: $0.key, digest: $0.value) }
    for entry in entries { started.remove(entry.path) }
    sealed[folder] = Manifest(entries).bytes
  }

  private nonisolated func place(of path: SafePath) -> String {
    "\(held.path)/\(path)"
  }

  /// The path where the file will stand, which is the one that a user knows.
  private nonisolated func shown(_ path: SafePath) -> String {
    "\(destination.path)/\(path)"
  }

  private nonisolated func write(_ bytes: [UInt8], to path: SafePath) throws(OutputError) {
    do throws(OutputError) {
      // Nearly always a file before this one has made the folders.
      if try FileCalls.createFile(place(of: path), bytes, whereFolderIs: true, early) { return }
      try createFolders(above: path)
      try FileCalls.createFile(place(of: path), bytes, early)
    } catch {
      throw OutputError(shown(path), error.reason)
    }
  }

  private nonisolated func createFolders(above path: SafePath) throws(OutputError) {
    for folder in path.folders { try FileCalls.createFolder(place(of: folder)) }
  }

  private static func discard(_ held: Leftovers.Held) {
    FileCalls.removeTree(held.path)
    held.release()
  }
}
