import ReviewModel

/// The cells of the row before, and what was read of them.
///
/// Most columns hold the same in row after row (a contract, a date, a fee): such a cell is neither made a
/// text nor read again. Of one file or part, since it is written with each row.
///
/// It refers to memory that its maker gives back (`free`): each cell of each row asks it, which would
/// else be counted each time.
struct RowMemory {
  /// What a cell's text was read as, without anything to be said of it.
  enum Value {
    case none
    case id(String)
    case taxID(TaxID)
    case date(CalendarDate)
    case money(TWD)
  }

  private struct Cell {
    /// Its bytes, as `words` gives them; -1: none is known.
    var low: UInt64 = 0
    var high: UInt64 = 0
    var count = -1
    var text = ""
    var isPlain = false
    var value = Value.none
  }

  /// Longer cells are seldom the same.
  private static let longest = 16

  private let cells: UnsafeMutablePointer<Cell>
  private let count: Int

  /// - Parameter count: The cells of a row.
  init(count: Int) {
    self.count = count
    cells = .allocate(capacity: count)
    cells.initialize(repeating: Cell(), count: count)
  }

  /// Gives the memory back; nobody may ask for anything after that.
  func free() {
    cells.deinitialize(count: count)
    cells.deallocate()
  }

  /// Takes a row's cell in.
  ///
  /// - Parameters:
  ///   - index: Its place in the row.
  ///   - bytes: Its bytes, trimmed.
  /// - Returns: Its text, whether that is `Normalisation.isPlain`, and whether the row before has the same.
  func take(
    _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (text: String, isPlain: Bool, isSame: Bool) {
    precondition(index < count)
    let words = bytes.count <= Self.longest ? Self.words(bytes) : nil
    if let words, cells[index].count == bytes.count, cells[index].low == words.low,
      cells[index].high == words.high
    {
      return (cells[index].text, cells[index].isPlain, true)
    }
    let isPlain = Normalisation.isPlain(bytes)
    let text = isPlain ? String(decoding: bytes, as: UTF8.self) : Normalisation.text(bytes)
    cells[index] =
      words.map {
        Cell(low: $0.low, high: $0.high, count: bytes.count, text: text, isPlain: isPlain)
      } ?? Cell()
    return (text, isPlain, false)
  }

  /// What the cell that was taken in last at a place was read as.
  subscript(index: Int) -> Value {
    get {
      precondition(index < count)
      return cells[index].value
    }
    nonmutating set {
      precondition(index < count)
      // A cell that is not known is none that a later one is the same as.
      if cells[index].count >= 0 { cells[index].value = newValue }
    }
  }

  /// Two words that tell up to 16 bytes from all others of as many.
  private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> (low: UInt64, high: UInt64) {
    guard let start = bytes.baseAddress else { return (0, 0) }
    let raw = UnsafeRawPointer(start)
    let count = bytes.count
    // The second one ends with the last byte, and may have some of the first one's.
    switch count {
    case 8...:
      return (
        raw.loadUnaligned(as: UInt64.self),
        raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      )
    case 4...:
      return (
        UInt64(raw.loadUnaligned(as: UInt32.self)),
        UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      )
    case 2...:
      return (
        UInt64(raw.loadUnaligned(as: UInt16.self)),
        UInt64(raw.loadUnaligned(fromByteOffset: count - 2, as: UInt16.self))
      )
    case 1: return (UInt64(start[0]), 0)
    default: return (0, 0)
    }
  }
}
