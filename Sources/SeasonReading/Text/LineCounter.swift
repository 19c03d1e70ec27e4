/// Counts physical lines: LF, CRLF and CR each end one.
struct LineCounter {
  private(set) var line = 1
  private var previousIsCR = false

  mutating func take(_ unit: UInt16) {
    if unit == 0x0A {
      if !previousIsCR { line += 1 }
    } else if unit == 0x0D {
      line += 1
    }
    previousIsCR = unit == 0x0D
  }

  /// Takes so many lines of a text that neither begins with the LF nor ends with the CR of a CRLF.
  mutating func skip(_ lines: Int) {
    line += lines
    previousIsCR = false
  }

  /// The line ends of bytes that are ASCII without NUL, with LF or CRLF for all; nil for others.
  static func linesOfPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let last = bytes.last, last != 0x0D, bytes[0] != 0x0A else { return nil }
    let census = ByteCensus(bytes)
    guard census.highest < 0x80, !census.hasNUL, census.pairs == census.returns else {
      return nil
    }
    return census.lineFeeds
  }

  /// How many bytes from a place on are ASCII, without NUL and line ends; of the last seven bytes
  /// nothing is told.
  static func plainBytes(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var position = start
    while position + 8 <= bytes.count {
      let word = Bytes.word(base + position)
      let others =
        word & 0x8080_8080_8080_8080 | Bytes.hits(0, in: word)
        | Bytes.hits(0x0A0A_0A0A_0A0A_0A0A, in: word) | Bytes.hits(0x0D0D_0D0D_0D0D_0D0D, in: word)
      if others != 0 { return position + others.trailingZeroBitCount >> 3 - start }
      position += 8
    }
    return position - start
  }
}
