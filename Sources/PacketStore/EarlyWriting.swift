private import Dispatch
private import Glibc
private import Synchronization

/// Lets the disk write while packets are still being made, so that the end need not wait for all of them.
///
/// Left alone, the system keeps what is written in memory until that is a tenth of it. What goes wrong here
/// is not told: the call that sees everything onto the disk at the end tells of it.
final class EarlyWriting: Sendable {
  /// What is smaller is left to the end: most bytes are in few files.
  ///
  /// Unit: bytes.
  private static let least = 64 << 10
  /// Files that may wait for their turn, each with an open descriptor.
  private static let mostWaiting = 32

  private let queue = DispatchQueue(label: "early-writing")
  private let waiting = Atomic<Int>(0)

  /// Notes a file of so many bytes, which is about to be closed; may be called from several tasks at once.
  func wrote(_ count: Int, to descriptor: Int32) {
    guard count >= Self.least, let begin = Self.begin,
      waiting.load(ordering: .relaxed) < Self.mostWaiting
    else { return }
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { return }
    waiting.add(1, ordering: .relaxed)
    // A thread of its own, which waits for room in the disk's queue, but never for the disk: a run that is
    // given up can end at once.
    queue.async {
      // All of the file; SYNC_FILE_RANGE_WRITE.
      _ = begin(copy, 0, 0, 2)
      close(copy)
      self.waiting.subtract(1, ordering: .relaxed)
    }
  }

  /// `sync_file_range`, a GNU extension that Swift's Glibc module leaves out; nil where there is none.
  private static let begin: (@convention(c) (Int32, Int, Int, UInt32) -> Int32)? = dlsym(
    nil, "sync_file_range"
  ).map { unsafeBitCast($0, to: (@convention(c) (Int32, Int, Int, UInt32) -> Int32).self) }
}
