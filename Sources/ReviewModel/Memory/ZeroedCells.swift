private import Glibc

/// Half words that are zeros until they are written, as many as are asked for at once.
///
/// The system gives such memory zeroed, page by page: cells that nobody touches, nor their neighbours,
/// take none, and none are zeroed twice. They begin with a page, so that 32 of them that stand together are
/// one line of a processor's cache, not two. Rows in no order meet more small pages than a processor keeps
/// track of, so large ones are asked for. A copy is made when one of two values is written.
struct ZeroedCells: Sendable {
  /// Written by the one who holds the only reference to it alone.
  private final class Memory: @unchecked Sendable {
    let cells: UnsafeMutableBufferPointer<UInt16>
    private let allocation: UnsafeMutableRawPointer?

    init(count: Int) {
      guard count > 0 else {
        cells = UnsafeMutableBufferPointer(start: nil, count: 0)
        allocation = nil
        return
      }
      let page = ZeroedCells.pageSize
      let length = count * MemoryLayout<UInt16>.stride
      guard let allocation = calloc(length + page, 1) else {
        fatalError("no memory for \(count) days of stores")
      }
      let start = allocation.alignedUp(toMultipleOf: page)
      LargePages.ask(for: UnsafeMutableRawBufferPointer(start: start, count: length))
      cells = UnsafeMutableBufferPointer(
        start: start.bindMemory(to: UInt16.self, capacity: count), count: count)
      self.allocation = allocation
    }

    deinit { free(allocation) }
  }

  /// The system's small one.
  ///
  /// Unit: bytes.
  private static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))

  private var memory: Memory

  init(count: Int) {
    memory = Memory(count: count)
  }

  subscript(index: Int) -> UInt16 {
    get {
      precondition(memory.cells.indices.contains(index))
      return memory.cells[index]
    }
    set {
      precondition(memory.cells.indices.contains(index))
      withMutableCells { $0[index] = newValue }
    }
  }

  /// Takes the memory of cells that nobody has written yet from the system.
  ///
  /// A page that is looked at before it is written is taken twice, and all processors are told of it. (One
  /// call for all, `madvise`, takes as long, and lets no other thread get memory meanwhile.)
  ///
  /// - Parameter range: The cells.
  mutating func prepare(_ range: Range<Int>) {
    guard let last = range.last else { return }
    let step = Self.pageSize / MemoryLayout<UInt16>.stride
    withMutableCells { cells in
      for index in stride(from: range.lowerBound, to: range.upperBound, by: step) {
        cells[index] = 0
      }
      cells[last] = 0
    }
  }

  /// Gives all cells to be read.
  @inline(__always)
  func withCells<Result>(_ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result {
    body(UnsafeBufferPointer(memory.cells))
  }

  /// Gives all cells to be written.
  @inline(__always)
  mutating func withMutableCells<Result>(
    _ body: (UnsafeMutableBufferPointer<UInt16>) -> Result
  ) -> Result {
    if !isKnownUniquelyReferenced(&memory) {
      let copy = Memory(count: memory.cells.count)
      _ = copy.cells.update(fromContentsOf: memory.cells)
      memory = copy
    }
    return body(memory.cells)
  }
}
