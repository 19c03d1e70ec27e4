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
}
