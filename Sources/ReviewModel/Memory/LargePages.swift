private import Glibc

/// Pages of some megabytes, where the system has such.
///
/// Much memory is taken from it, and found by the processor, faster than in thousands of small ones. It
/// is a wish, on which nothing depends.
package enum LargePages {
  /// Less would not fill them.
  ///
  /// Unit: bytes.
  package static let least = 4 << 20

  /// Asks for them for memory that is not used yet.
  package static func ask(for memory: UnsafeMutableRawBufferPointer) {
    guard memory.count >= least, let start = memory.baseAddress else { return }
    // A mapping is told of from the beginning of a page on.
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let first = start.alignedUp(toMultipleOf: page)
    madvise(first, memory.count - (first - start), MADV_HUGEPAGE)
  }

  /// Asks for them for what this thread is going to allocate.
  ///
  /// A block is taken and given back: it goes to the blocks that are asked for next. A thread that is not
  /// the main one gets its memory from a reserve that the C library takes for it, aligned to its own size;
  /// what is left of that is asked for, before anything touches it: a page that is in use stays small, and
  /// so do those around it. The block is large since a reserve is opened page by page else, and all
  /// threads wait for each other then.
  package static func askForThisThread() {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: least, alignment: 16)
    defer { block.deallocate() }
    guard let start = block.baseAddress else { return }
    let rest = start.advanced(by: 1).alignedUp(toMultipleOf: reserve) - start
    ask(for: UnsafeMutableRawBufferPointer(start: start, count: rest))
  }

  /// `HEAP_MAX_SIZE` of glibc.
  ///
  /// Unit: bytes.
  private static let reserve = 64 << 20
}
