import Glibc

/// The hidden folders beside an output that a run works in, and that a killed run leaves behind.
struct Leftovers {
  /// A folder held for this run: others see by the lock that it is in use.
  struct Held: Sendable {
    let path: String
    let descriptor: Int32

    /// Gives the folder free.
    ///
    /// The lock first: a child process that has just been forked, and holds the descriptor too until it
    /// becomes another program, would keep it.
    func release() {
      flock(descriptor, LOCK_UN)
      close(descriptor)
    }
  }

  /// The folder that holds the output.
  let parent: String
  /// The output's own name.
  let name: String

  private var prefix: String { ".\(name).review-packet-" }
  private static let asidePrefix = "previous-"

  /// Where the old output stands for a moment when folders cannot be exchanged.
  func asidePath() -> String {
    "\(parent)/\(prefix)\(Self.asidePrefix)\(Self.suffix())"
  }

  /// Creates a folder to work in and locks it; the lock ends with the process, however it ends.
  func hold() throws(OutputError) -> Held {
    while true {
      let path = "\(parent)/\(prefix)\(Self.suffix())"
      guard mkdir(path, 0o777) == 0 else {
        if errno == EEXIST { continue }
        let number = errno
        throw OutputError(parent, .system(.createFolder, number))
      }
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      // Another run that cleans up at this moment may have taken the folder for a left-over one.
      guard descriptor >= 0 else {
        if errno == ENOENT { continue }
        throw FileCalls.failure(path, .createFolder)
      }
      let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
      var held = stat()
      if isLocked, fstat(descriptor, &held) == 0, held.st_nlink > 0 {
        return Held(path: path, descriptor: descriptor)
      }
      close(descriptor)
    }
  }

  /// Brings back an output that a killed run left aside, then removes what no living run holds.
  ///
  /// Failures stay silent: a left-over folder is untidy, not wrong, and may be somebody else's.
  func cleanUp() {
    guard let names = try? FileCalls.names(in: parent) else { return }
    for name in names where name.utf8.starts(with: prefix.utf8) {
      let path = "\(parent)/\(name)"
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      let suffix = name.dropFirst(prefix.count)
      guard isAbandoned(descriptor, suffix: suffix) else { continue }
      let target = "\(parent)/\(self.name)"
      if suffix.hasPrefix(Self.asidePrefix),
        (try? FileCalls.kind(of: target, followingLinks: false)) == .nothing,
        rename(path, target) == 0
      {
        continue
      }
      FileCalls.removeTree(path)
    }
  }

  private func isAbandoned(_ descriptor: Int32, suffix: Substring) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    // No locks on this file system: the process id in the name has to do.
    let digits = suffix.split(separator: "-").dropLast().last
    guard let process = digits.flatMap({ Int32($0) }) else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  /// The process id and a random number, so that two runs never meet.
  static func suffix() -> String {
    "\(getpid())-" + String(UInt64.random(in: 0 ... .max), radix: 16)
  }
}
