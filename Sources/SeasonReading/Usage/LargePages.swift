private import Glibc

/// Memory in pages of two megabytes, where the system has them.
///
/// A country's days are some 25 MB, which rows in no order look at all over: in small pages the
/// processor asks for each of them where it lies, and the system hands each of 6,000 out by itself.
enum LargePages {
  /// The size, which also is what their places are multiples of.
  ///
  /// Unit: bytes.
  private static let size = 2 << 20

  /// Asks for large pages wherever memory has room for whole ones; it may be refused.
  static func ask(for memory: UnsafeMutableRawBufferPointer) {
    guard let start = memory.baseAddress else { return }
    let first = UnsafeMutableRawPointer(
      bitPattern: (UInt(bitPattern: start) + UInt(size) - 1) / UInt(size) * UInt(size))
    guard let first else { return }
    let count = (memory.count - (first - start)) / size * size
    if count > 0 { _ = madvise(first, count, MADV_HUGEPAGE) }
  }
}
