import Glibc

/// The place of an output folder, looked at before and again after the long work.
struct Destination: Sendable {
  /// The absolute path without links.
  let path: String
  /// The folder that holds it.
  let parent: String
  /// Its last component.
  let name: String

  /// Finds the place, and creates the folders above it where they are missing.
  init(_ given: String) throws(OutputError) {
    var found = FileCalls.resolved(given)
    if found == nil {
      let kind = try FileCalls.kind(of: given, followingLinks: false)
      // A link to nothing: creating what it points to would surprise.
      guard kind == .nothing, !given.isEmpty else { throw OutputError(given, .notAFolder) }
      let (above, last) = Self.split(given)
      guard last != ".", last != ".." else { throw OutputError(given, .notAFolder) }
      try Self.createFolders(above)
      guard let parent = FileCalls.resolved(above) else { throw FileCalls.failure(above, .look) }
      found = parent == "/" ? "/" + last : parent + "/" + last
    }
    guard let found else { throw FileCalls.failure(given, .look) }
    path = found
    (parent, name) = Self.split(found)
  }

  /// Makes sure that nothing would be lost, and gives the manifest of the output that stands here.
  func check(replacing: Replacing) throws(OutputError) -> Manifest? {
    switch try FileCalls.kind(of: path, followingLinks: false) {
    case .nothing: return nil
    case .file, .other: throw OutputError(path, .notAFolder)
    case .folder: break
    }
    if let working = FileCalls.resolved("."), (working + "/").hasPrefix(path + "/") {
      throw OutputError(path, .workingFolder)
    }
    if try isMountPoint() { throw OutputError(path, .mountPoint) }
    guard try !FileCalls.names(in: path).isEmpty else { return nil }
    guard replacing == .ownOutput else { throw OutputError(path, .alreadyExists) }
    let manifestPath = path + "/" + Manifest.fileName
    guard try FileCalls.kind(of: manifestPath, followingLinks: false) == .file,
      let manifest = try Manifest(bytes: FileCalls.bytes(of: manifestPath))
    else { throw OutputError(path, .notOurs) }
    try Self.walk(path) { (file, relative) throws(OutputError) in
      guard relative == Manifest.fileName || manifest.digest(of: relative) != nil else {
        throw OutputError(file, .foreignEntry)
      }
    }
    return manifest
  }

  /// Calls the closure for everything below a folder that is not a folder.
  static func walk(
    _ folder: String, below prefix: String = "",
    _ visit: (_ file: String, _ relative: String) throws(OutputError) -> Void
  ) throws(OutputError) {
    for name in try FileCalls.names(in: folder) {
      let path = folder + "/" + name
      if try FileCalls.kind(of: path, followingLinks: false) == .folder {
        try walk(path, below: prefix + name + "/", visit)
      } else {
        try visit(path, prefix + name)
      }
    }
  }

  /// The permissions of the folder that stands here, which its successor gets as well.
  func permissions() -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  private func isMountPoint() throws(OutputError) -> Bool {
    var own = stat()
    var above = stat()
    guard lstat(path, &own) == 0, lstat(parent, &above) == 0 else {
      throw FileCalls.failure(path, .look)
    }
    if own.st_dev != above.st_dev { return true }
    // A folder mounted from the same file system shows only in the list of mounts.
    guard let mounts = try? FileCalls.bytes(of: "/proc/self/mountinfo") else { return false }
    return mounts.split(separator: UInt8(ascii: "\n")).contains { line in
      line.split(separator: UInt8(ascii: " ")).dropFirst(4).first?.elementsEqual(path.utf8) == true
    }
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    var bytes = Substring(path).utf8
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
      return (".", String(Substring(bytes)))
    }
    let parent = String(Substring(bytes[..<slash]))
    return (parent.isEmpty ? "/" : parent, String(Substring(bytes[slash...].dropFirst())))
  }

  private static func createFolders(_ path: String) throws(OutputError) {
    if try FileCalls.kind(of: path, followingLinks: true) == .folder { return }
    let (above, _) = split(path)
    if above != path, above != "." { try createFolders(above) }
    try FileCalls.createFolder(path)
  }
}
