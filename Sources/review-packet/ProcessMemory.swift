private import Glibc

/// How the process asks the system for memory.
enum ProcessMemory {
  /// What a thread asks for at once, and keeps twice of when it is freed.
  ///
  /// A packet takes some megabytes and gives them back; without this each of them is taken from the
  /// system anew, page by page. Unit: bytes.
  private static let piece: Int32 = 16 << 20
  /// Blocks from this size on are taken and given back by themselves.
  ///
  /// Unit: bytes.
  private static let separate: Int32 = 8 << 20

  /// Tells the C library, where it lets itself be told.
  static func prepare() {
    // malloc.h is not in Swift's Glibc module; there it is: int mallopt(int, int), with these numbers.
    guard let symbol = dlsym(nil, "mallopt") else { return }
    let mallopt = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
    let (trimThreshold, topPad, mmapThreshold): (Int32, Int32, Int32) = (-1, -2, -3)
    _ = mallopt(topPad, piece)
    _ = mallopt(trimThreshold, 2 * piece)
    _ = mallopt(mmapThreshold, separate)
  }

  /// Leaves a value in memory until the process ends, which takes all of it away at once: to free a
  /// country's rows one by one takes longer than to print what they come to.
  static func leave(_ value: some Any) {
    _ = Unmanaged.passRetained(Kept(value))
  }

  private final class Kept {
    let value: Any

    init(_ value: Any) {
      self.value = value
    }
  }
}
