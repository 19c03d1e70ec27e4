/// Looks at eight bytes at a time.
enum Bytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Eight bytes, the first one lowest.
  @inline(__always)
  static func word(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  /// A mask of so many low bytes of a word; none for less than one, all for eight and more.
  @inline(__always)
  static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : count <= 0 ? 0 : (1 << UInt64(truncatingIfNeeded: count &* 8)) &- 1
  }

  /// A word whose lowest set bit is that of the first byte that equals the pattern's.
  @inline(__always)
  static func hits(_ pattern: UInt64, in word: UInt64) -> UInt64 {
    let zeros = word ^ pattern
    return (zeros &- ones) & ~zeros & highs
  }

  /// Whether a word begins with so many bytes of another, all of whose others are zeros.
  ///
  /// More than eight are as eight; with none, all eight have to be the same.
  @inline(__always)
  static func begins(_ word: UInt64, with other: UInt64, _ count: Int) -> Bool {
    let others = count >= 8 ? 0 : 64 &- count &* 8
    return (word ^ other) &<< UInt64(truncatingIfNeeded: others) == 0
  }

  /// How many bytes a word has before the first that is no digit for certain, as a line's end is; 8 where
  /// there is none such.
  @inline(__always)
  static func digitsAtMost(_ word: UInt64) -> Int {
    // Digits have this bit, control characters from 0 to 15 do not.
    (~word & (ones &* 0x10)).trailingZeroBitCount >> 3
  }

  /// The number of the one to four ASCII digits that a word begins with; nil where a byte is no digit.
  @inline(__always)
  static func number(_ word: UInt64, width: Int) -> Int? {
    // Zeros come before them, so that there are four.
    let values = (word ^ 0x3030_3030_3030_3030) &<< UInt64(truncatingIfNeeded: 64 &- width &* 8)
    // A byte above 9 carries into its high bit; what one that has it already does to others is the same.
    if (values &+ 0x7676_7676_7676_7676 | values) & highs != 0 { return nil }
    let pairs = ((values >> 32) &* 10 &+ values >> 40) & 0x00FF_00FF
    return Int(truncatingIfNeeded: (pairs &* 100 &+ pairs >> 16) & 0xFFFF)
  }

  /// Whether a word has a byte below 0x20; it may say so of some words that have none.
  @inline(__always)
  static func hasControl(_ word: UInt64) -> Bool {
    (word &- ones &* 0x20) & ~word & highs != 0
  }

  /// A byte in all eight places.
  @inline(__always)
  static func pattern(_ byte: UInt8) -> UInt64 { ones &* UInt64(byte) }

  /// The index of the first byte of two words that equals a pattern's; 16 where there is none.
  @inline(__always)
  static func first(_ pattern: UInt64, _ low: UInt64, _ high: UInt64) -> Int {
    let inLow = hits(pattern, in: low)
    if inLow != 0 { return inLow.trailingZeroBitCount >> 3 }
    let inHigh = hits(pattern, in: high)
    return inHigh == 0 ? 16 : 8 + inHigh.trailingZeroBitCount >> 3
  }

  /// Whether bytes are ASCII without NUL.
  static func arePlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var position = 0
    while position + 8 <= bytes.count {
      let word = word(base + position)
      if word & highs | hits(0, in: word) != 0 { return false }
      position += 8
    }
    return bytes[position...].allSatisfy { $0 < 0x80 && $0 != 0 }
  }
}

extension String {
  /// Gives the UTF-8 bytes where they lie, or a copy of them.
  ///
  /// A loop over these costs a fraction of one over `utf8`, which looks for them at each byte.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
