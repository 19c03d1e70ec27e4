import Crypto
import Glibc

/// The system calls that writing a folder needs, each with a typed error that names its path.
enum FileCalls {
  /// What stands at a path.
  enum Kind: Equatable {
    case nothing, folder, file, other
  }

  /// What stands at a path; a symbolic link is `other` unless it is followed.
  static func kind(of path: String, followingLinks: Bool) throws(OutputError) -> Kind {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      guard errno == ENOENT else { throw failure(path, .look) }
      return .nothing
    }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFREG: .file
    default: .other
    }
  }

  /// Creates a folder with the permissions that the umask leaves; true where it was not there.
  @discardableResult
  static func createFolder(_ path: String) throws(OutputError) -> Bool {
    if mkdir(path, 0o777) == 0 { return true }
    let number = errno
    if number == EEXIST, try kind(of: path, followingLinks: true) == .folder { return false }
    throw OutputError(path, .system(.createFolder, number))
  }

  /// Writes a new file; false, and nothing written, where its folder may be missing and that is asked.
  @discardableResult
  static func createFile(
    _ path: String, _ bytes: [UInt8], whereFolderIs: Bool = false, _ early: EarlyWriting? = nil
  ) throws(OutputError) -> Bool {
    try createFile(path, whereFolderIs: whereFolderIs, early) { (write) throws(OutputError) in
      try write(bytes[...])
    }
  }

  /// Writes a new file from pieces, in the order in which the closure hands them on.
  @discardableResult
  static func createFile(
    _ path: String, whereFolderIs: Bool = false, _ early: EarlyWriting? = nil,
    from pieces: (_ write: (ArraySlice<UInt8>) throws(OutputError) -> Void) throws(OutputError) ->
      Void
  ) throws(OutputError) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    if descriptor < 0, whereFolderIs, errno == ENOENT || errno == ENOTDIR { return false }
    guard descriptor >= 0 else { throw failure(path, .write) }
    var number: Int32 = 0
    var count = 0
    do throws(OutputError) {
      try pieces { (piece) throws(OutputError) in
        count += piece.count
        number = writeAll(piece, to: descriptor)
        if number != 0 { throw OutputError(path, .system(.write, number)) }
      }
    } catch {
      close(descriptor)
      throw error
    }
    early?.wrote(count, to: descriptor)
    // Network file systems report a full disk as late as here.
    if close(descriptor) != 0 { number = errno }
    guard number == 0 else { throw OutputError(path, .system(.write, number)) }
    return true
  }

  /// Writes all bytes; gives 0, or the system's number for why it could not.
  static func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        // Glibc copies from the buffer during the call only.
        let count = write(
          descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        if count > 0 {
          offset += count
        } else if count == 0 {
          return EIO
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  /// Hands a file's bytes to the closure, a piece at a time.
  ///
  /// A file that is longer than `most` is read a piece further at most, for the caller to see.
  static func readFile(
    _ path: String, atMost most: Int = .max,
    _ body: (ArraySlice<UInt8>) throws(OutputError) -> Void
  ) throws(OutputError) {
    // Without O_NONBLOCK the opening of a pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, .read) }
    defer { close(descriptor) }
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var total = 0
    while total <= most {
      let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return }
      if count > 0 {
        total += count
        try body(piece[..<count])
      } else if errno != EINTR {
        throw failure(path, .read)
      }
    }
  }

  /// The whole of a file, or of a longer one a piece more than `most` bytes.
  static func bytes(of path: String, atMost most: Int = .max) throws(OutputError) -> [UInt8] {
    var bytes: [UInt8] = []
    try readFile(path, atMost: most) { bytes += $0 }
    return bytes
  }

  /// The SHA-256 of a file, in hexadecimal digits.
  static func digest(of path: String) throws(OutputError) -> String {
    var hash = SHA256()
    try readFile(path) { piece in piece.withUnsafeBytes { hash.update(bufferPointer: $0) } }
    return Digest.hex(hash.finalize())
  }

  /// Gives a file a second name, or a copy where the file system knows no second names.
  static func linkOrCopy(_ path: String, to newPath: String) throws(OutputError) {
    // Without AT_SYMLINK_FOLLOW a symbolic link is not followed; reading it then fails.
    if linkat(AT_FDCWD, path, AT_FDCWD, newPath, 0) == 0 { return }
    try createFile(newPath, bytes(of: path))
  }

  /// The names in a folder in byte order, without `.` and `..`; of more than `most` names one more
  /// than these.
  static func names(
    in folder: String, atMost most: Int = .max
  ) throws(OutputError) -> [String] {
    guard let stream = opendir(folder) else { throw failure(folder, .read) }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while names.count <= most {
      errno = 0
      guard let entry = readdir(stream) else { break }
      // The entry stays valid until the next readdir of this stream; the name is copied at once.
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw failure(folder, .read) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Sees all of a file system onto the disk; false where the C library has no such call.
  ///
  /// A failure is told of by the path that is given.
  static func syncFileSystem(of descriptor: Int32, _ path: String) throws(OutputError) -> Bool {
    // A GNU extension, which Swift's Glibc module leaves out; in unistd.h: int (int).
    guard let symbol = dlsym(nil, "syncfs") else { return false }
    let syncfs = unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
    guard syncfs(descriptor) == 0 else { throw failure(path, .write) }
    return true
  }

  /// Sees a file onto the disk.
  static func sync(_ path: String) throws(OutputError) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, .write) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path, .write) }
  }

  /// Sees a folder's list of names onto the disk.
  static func syncFolder(_ path: String) throws(OutputError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, .write) }
    defer { close(descriptor) }
    // Some network file systems cannot sync a folder and say EINVAL; there is no more to be done.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(path, .write) }
  }

  /// Removes a folder with all that is in it, as far as possible; true where nothing is left.
  ///
  /// Links are removed and never followed.
  @discardableResult
  static func removeTree(_ path: String) -> Bool {
    if unlink(path) == 0 || errno == ENOENT { return true }
    // A folder that was closed to changes, as one that was handed in may be, is ours all the same.
    var found = stat()
    if lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFDIR,
      found.st_mode & S_IRWXU != S_IRWXU
    {
      chmod(path, found.st_mode & 0o7777 | S_IRWXU)
    }
    if let names = try? names(in: path) {
      for name in names { removeTree(path + "/" + name) }
    }
    return rmdir(path) == 0 || errno == ENOENT
  }

  /// The absolute path without links, or nil where there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// The error of the call that has just failed.
  static func failure(_ path: String, _ step: OutputError.Step) -> OutputError {
    OutputError(path, .system(step, errno))
  }
}
