/// Sixteen bytes of a text at once.
///
/// Marks are bytes of which all bits are set.
struct ByteBlock {
  static let size = 16

  private let bytes: SIMD16<UInt8>

  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>) {
    self.bytes = UnsafeRawPointer(bytes).loadUnaligned(as: SIMD16<UInt8>.self)
  }

  // The types of the operands are spelled out, or the compiler takes the operators of all SIMD types,
  // which go through a vector byte by byte.

  /// Marks the bytes that are equal to one.
  @inline(__always)
  func marks(of byte: UInt8) -> SIMD16<UInt8> {
    let wanted = SIMD16<UInt8>(repeating: byte)
    let marks: SIMDMask<SIMD16<Int8>> = bytes .== wanted
    return unsafeBitCast(marks, to: SIMD16<UInt8>.self)
  }

  /// Marks the bytes that are below a space or beyond ASCII.
  @inline(__always)
  var unusual: SIMD16<UInt8> {
    let space = SIMD16<Int8>(repeating: 0x20)
    let signed = unsafeBitCast(bytes, to: SIMD16<Int8>.self)
    let marks: SIMDMask<SIMD16<Int8>> = signed .< space
    return unsafeBitCast(marks, to: SIMD16<UInt8>.self)
  }

  /// The number of bytes before the first mark: 16 where there is none.
  @inline(__always)
  static func place(of marks: SIMD16<UInt8>) -> Int {
    let halves = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    let (low, high) = (UInt64(littleEndian: halves[0]), UInt64(littleEndian: halves[1]))
    return low != 0 ? low.trailingZeroBitCount >> 3 : 8 + high.trailingZeroBitCount >> 3
  }
}

/// Eight bytes of a text as a number, the first of them lowest.
struct ByteWord {
  let bits: UInt64

  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>) {
    bits = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  /// How many digits of ASCII stand before something else.
  @inline(__always)
  var leadingDigits: Int {
    let offsets = bits ^ Self.each(0x30)
    // The top bit of each byte that is more than 9.
    let others = ((offsets & Self.each(0x7F)) &+ Self.each(0x76)) | offsets
    return (others & Self.each(0x80)).trailingZeroBitCount >> 3
  }

  /// How many bytes of this value stand before something else.
  @inline(__always)
  func leading(_ byte: UInt8) -> Int { (bits ^ Self.each(byte)).trailingZeroBitCount >> 3 }

  /// Whether a digit of ASCII stands wherever another word has a `0`, and the same byte else.
  ///
  /// The other word has nothing but `0` and `-`.
  @inline(__always)
  func hasForm(of other: UInt64) -> Bool {
    let offsets = bits ^ other
    // 0xFF where the other word has a `0`: bit 4 tells it from a `-`.
    let isDigit = ((other & Self.each(0x10)) >> 4) &* 0xFF
    // The top bit of each byte that is more than 9, or not 0.
    let most = (isDigit & Self.each(0x76)) | (~isDigit & Self.each(0x7F))
    return (((offsets & Self.each(0x7F)) &+ most) | offsets) & Self.each(0x80) == 0
  }

  /// The number that two digits make at a place.
  @inline(__always)
  func twoDigits(at place: UInt64) -> UInt64 {
    let pair = bits >> (place &* 8)
    return (pair & 0xF) &* 10 &+ (pair >> 8 & 0xF)
  }

  /// The first bytes, of at most eight, with nothing in the places of the others.
  @inline(__always)
  func first(_ count: Int) -> UInt64 {
    bits & ((1 << UInt64(truncatingIfNeeded: count * 8)) &- 1)
  }

  @inline(__always)
  private static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}

/// Up to sixteen bytes to be found at a place by two comparisons.
struct ShortText {
  static let size = 16

  private let words: SIMD2<UInt64>
  private let masks: SIMD2<UInt64>

  /// The first bytes of a text.
  init(_ text: some Sequence<UInt8>) {
    var (words, masks) = (SIMD2<UInt64>(), SIMD2<UInt64>())
    for (place, byte) in text.prefix(Self.size).enumerated() {
      words[place / 8] |= UInt64(byte) << UInt64(place % 8 * 8)
      masks[place / 8] |= 0xFF << UInt64(place % 8 * 8)
    }
    (self.words, self.masks) = (words, masks)
  }

  /// Whether exactly these stand at a place from where on sixteen bytes may be read.
  @inline(__always)
  func stands(at bytes: UnsafePointer<UInt8>) -> Bool {
    let low = (ByteWord(bytes).bits ^ words[0]) & masks[0]
    return low | (ByteWord(bytes + 8).bits ^ words[1]) & masks[1] == 0
  }
}

/// Whether the same bytes stand at two places.
@inline(__always)
func isSame(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ count: Int) -> Bool {
  if count >= 8 {
    var place = 0
    while place < count - 8 {
      guard ByteWord(one + place).bits == ByteWord(other + place).bits else { return false }
      place += 8
    }
    return ByteWord(one + (count - 8)).bits == ByteWord(other + (count - 8)).bits
  }
  if count >= 4 {
    return four(one) == four(other) && four(one + (count - 4)) == four(other + (count - 4))
  }
  for place in 0..<count where one[place] != other[place] { return false }
  return true
}

/// Whether bytes begin with exactly this.
@inline(__always)
func begins(_ bytes: UnsafePointer<UInt8>, _ count: Int, with expected: StaticString) -> Bool {
  let length = expected.utf8CodeUnitCount
  return length <= count && isSame(bytes, expected.utf8Start, length)
}

/// Four bytes as a number, the first of them lowest.
@inline(__always)
func four(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
  UInt32(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self))
}
