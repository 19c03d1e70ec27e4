/// Up to sixteen bytes of a text at once, to be copied and looked at.
///
/// Fewer are read at places that overlap, so that nothing beyond the text is touched.
struct TextBlock {
  static let size = 16

  private let low: UInt64
  private let high: UInt64

  /// The first bytes of a text that has so many.
  @inline(__always)
  init(_ text: UnsafePointer<UInt8>, _ count: Int) {
    let text = UnsafeRawPointer(text)
    switch count {
    case 16...:
      low = text.loadUnaligned(as: UInt64.self)
      high = text.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    case 8...:
      low = text.loadUnaligned(as: UInt64.self)
      high = text.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    case 4...:
      low = UInt64(text.loadUnaligned(as: UInt32.self)) | Self.spaces << 32
      high =
        UInt64(text.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)) | Self.spaces << 32
    case 2...:
      low = UInt64(text.loadUnaligned(as: UInt16.self)) | Self.spaces << 16
      high =
        UInt64(text.loadUnaligned(fromByteOffset: count - 2, as: UInt16.self)) | Self.spaces << 16
    case 1: (low, high) = (UInt64(text.load(as: UInt8.self)) | Self.spaces << 8, Self.spaces)
    default: (low, high) = (Self.spaces, Self.spaces)
    }
  }

  /// What stands where there is no byte.
  private static var spaces: UInt64 { 0x2020_2020_2020_2020 }

  /// Puts the bytes into a place, of a text with as many as it was read from.
  @inline(__always)
  func store(to target: UnsafeMutablePointer<UInt8>, _ count: Int) {
    let target = UnsafeMutableRawPointer(target)
    switch count {
    case 16...:
      target.storeBytes(of: low, as: UInt64.self)
      target.storeBytes(of: high, toByteOffset: 8, as: UInt64.self)
    case 8...:
      target.storeBytes(of: low, as: UInt64.self)
      target.storeBytes(of: high, toByteOffset: count - 8, as: UInt64.self)
    case 4...:
      target.storeBytes(of: UInt32(truncatingIfNeeded: low), as: UInt32.self)
      target.storeBytes(
        of: UInt32(truncatingIfNeeded: high), toByteOffset: count - 4, as: UInt32.self)
    case 2...:
      target.storeBytes(of: UInt16(truncatingIfNeeded: low), as: UInt16.self)
      target.storeBytes(
        of: UInt16(truncatingIfNeeded: high), toByteOffset: count - 2, as: UInt16.self)
    case 1: target.storeBytes(of: UInt8(truncatingIfNeeded: low), as: UInt8.self)
    default: break
    }
  }

  /// Whether one of the bytes may begin a character that a document writes in another form.
  @inline(__always)
  var needsCare: Bool {
    let bytes = unsafeBitCast(SIMD2<UInt64>(low, high), to: SIMD16<UInt8>.self)
    // Below a space, or 0xEF and above: what is left is 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2,
    // 0xD8 and 0xE2.
    let turned: SIMD16<UInt8> = bytes &+ SIMD16<UInt8>(repeating: 0x11)
    let limit = SIMD16<UInt8>(repeating: 0x31)
    let isOutside: SIMDMask<SIMD16<Int8>> = turned .< limit
    let marks =
      unsafeBitCast(isOutside, to: SIMD16<UInt8>.self)
      | Self.marks(bytes, 0x22)
      | Self.marks(bytes | SIMD16<UInt8>(repeating: 1), 0x27)
      | Self.marks(bytes | SIMD16<UInt8>(repeating: 2), 0x3E)
      | Self.marks(bytes, 0x7F)
      | Self.marks(bytes, 0xC2)
      | Self.marks(bytes, 0xD8)
      | Self.marks(bytes, 0xE2)
    let halves = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] != 0
  }

  /// Sets all bits of the bytes that are equal to one.
  ///
  /// The types are spelled out, or the compiler takes the operators of all SIMD types, which go
  /// through a vector byte by byte.
  @inline(__always)
  private static func marks(_ bytes: SIMD16<UInt8>, _ byte: UInt8) -> SIMD16<UInt8> {
    let wanted = SIMD16<UInt8>(repeating: byte)
    let marks: SIMDMask<SIMD16<Int8>> = bytes .== wanted
    return unsafeBitCast(marks, to: SIMD16<UInt8>.self)
  }
}
