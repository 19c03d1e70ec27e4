import Glibc

/// Puts a finished folder in the place of another.
enum Swap {
  /// Puts the new folder at the target; gives where the old one now stands, if any.
  static func replace(
    target: String, with folder: String, aside: String
  ) throws(OutputError) -> String? {
    switch try FileCalls.kind(of: target, followingLinks: false) {
    case .nothing:
      try move(folder, to: target)
      return nil
    case .folder:
      if try !exchange(folder, target) {
        try replaceByTwoRenames(target: target, with: folder, aside: aside)
      }
      return folder
    case .file, .other:
      throw OutputError(target, .notAFolder)
    }
  }

  /// Moves the old folder aside and the new one in; the old one comes back if that fails.
  ///
  /// A run that dies between the two leaves the old folder aside, where `Leftovers` finds it. In the end
  /// the old one stands where the new one was made, so that its remains are never brought back.
  static func replaceByTwoRenames(
    target: String, with folder: String, aside: String
  ) throws(OutputError) {
    try move(target, to: aside)
    do {
      try move(folder, to: target)
    } catch {
      rename(aside, target)
      throw error
    }
    try? move(aside, to: folder)
  }

  /// Renames, and never replaces anything but an empty folder.
  static func move(_ folder: String, to target: String) throws(OutputError) {
    guard rename(folder, target) == 0 else { throw FileCalls.failure(target, .replace) }
  }

  /// Exchanges two folders in one step; false where the file system or the C library cannot.
  private static func exchange(_ folder: String, _ target: String) throws(OutputError) -> Bool {
    // The C library declares renameat2 as a GNU extension, which Swift's Glibc module leaves out.
    typealias Exchange =
      @convention(c) (
        Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
      ) -> Int32
    guard let symbol = dlsym(nil, "renameat2") else { return false }
    // The type is the one in stdio.h: (int, const char *, int, const char *, unsigned int) -> int.
    let renameat2 = unsafeBitCast(symbol, to: Exchange.self)
    let exchangeFlag: UInt32 = 2
    if renameat2(AT_FDCWD, folder, AT_FDCWD, target, exchangeFlag) == 0 { return true }
    switch errno {
    case EINVAL, ENOSYS, EOPNOTSUPP: return false
    default: throw FileCalls.failure(target, .replace)
    }
  }
}
