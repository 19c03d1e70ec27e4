import Crypto
import Glibc

/// A new file that is written a piece at a time, and hashed on the way.
package final class StagedFile {
  private let descriptor: Int32
  private var isOpen = true
  /// The path that a user knows.
  private let shown: String
  private var hash = SHA256()
  /// The bytes that were appended.
  private var count = 0

  init(_ path: String, shownAs shown: String) throws(OutputError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    self.shown = shown
    guard descriptor >= 0 else {
      isOpen = false
      throw FileCalls.failure(shown, .write)
    }
  }

  deinit {
    if isOpen { Glibc.close(descriptor) }
  }

  package func append(_ piece: ArraySlice<UInt8>) throws(OutputError) {
    let number = FileCalls.writeAll(piece, to: descriptor)
    guard number == 0 else { throw OutputError(shown, .system(.write, number)) }
    piece.withUnsafeBytes { hash.update(bufferPointer: $0) }
    count += piece.count
  }

  /// Takes back all that was appended.
  package func restart() throws(OutputError) {
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw FileCalls.failure(shown, .write)
    }
    hash = SHA256()
    count = 0
  }

  /// Ends the file, and gives its SHA-256 in hexadecimal digits.
  func close(_ early: EarlyWriting) throws(OutputError) -> String {
    isOpen = false
    early.wrote(count, to: descriptor)
    // Network file systems report a full disk as late as here.
    guard Glibc.close(descriptor) == 0 else { throw FileCalls.failure(shown, .write) }
    return Digest.hex(hash.finalize())
  }
}
