private import CProcessor

/// Where the cells of a text end, found for 64 bytes at a time.
///
/// A cell is some bytes long: looked for one by one, each end has to wait for the one before it.
struct CellMarks {
  /// The bytes that are looked at together, behind a text's end too: they may be anything.
  static let blockSize = 64

  private let delimiter: UInt8
  /// Where the block begins that is known; -1 where none is.
  private var block = -1
  private var marks = rp_cell_marks()

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Forgets what was found, for the text is another one now.
  mutating func forget() { block = -1 }

  /// The first delimiter or line end from a place on; `filled` where there is none.
  @inline(__always)
  mutating func endOfPlain(
    _ text: UnsafePointer<UInt8>, _ filled: Int, from position: Int
  ) -> Int {
    first(text, filled, from: position) { $0.plain }
  }

  /// The first quote or line end from a place on; `filled` where there is none.
  @inline(__always)
  mutating func stopInQuoted(
    _ text: UnsafePointer<UInt8>, _ filled: Int, from position: Int
  ) -> Int {
    first(text, filled, from: position) { $0.quoted }
  }

  @inline(__always)
  private mutating func first(
    _ text: UnsafePointer<UInt8>, _ filled: Int, from position: Int,
    _ kind: (rp_cell_marks) -> UInt64
  ) -> Int {
    var start = position & -Self.blockSize
    var behind = UInt64.max << UInt64(position & (Self.blockSize - 1))
    while start < filled {
      if start != block {
        block = start
        marks = rp_find_cell_marks(text + start, delimiter)
      }
      let found = kind(marks) & behind
      if found != 0 { return min(filled, start + found.trailingZeroBitCount) }
      start += Self.blockSize
      behind = .max
    }
    return filled
  }
}
