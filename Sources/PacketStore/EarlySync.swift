private import Dispatch
private import Glibc
private import Synchronization

/// Lets the disk write while packets are still being made, so that the end need not wait for all of them.
///
/// Left alone, the system keeps what is written in memory until that is a tenth of it. What goes wrong here
/// is not told: each descriptor of a file system gets to know of every failure since it was opened, so
/// that the call at the end, which has one of its own, tells.
final class EarlySync: Sendable {
  /// What is written before the disk is asked to begin.
  ///
  /// Unit: bytes.
  private static let step = 32 << 20

  private let descriptor: Int32
  private let queue = DispatchQueue(label: "early-sync")
  private let written = Atomic<Int>(0)
  private let isAtWork = Atomic<Bool>(false)

  /// - Parameter folder: A folder of the file system.
  init(of folder: String) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Notes that so many bytes were written; may be called from several tasks at once.
  func wrote(_ count: Int) {
    let sum = written.add(count, ordering: .relaxed).newValue
    guard sum >= Self.step, descriptor >= 0,
      isAtWork.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
    else { return }
    written.store(0, ordering: .relaxed)
    // A thread of its own: it does nothing but wait.
    queue.async {
      _ = try? FileCalls.syncFileSystem(of: self.descriptor, "")
      self.isAtWork.store(false, ordering: .relaxed)
    }
  }
}
