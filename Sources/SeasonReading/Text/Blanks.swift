/// The blanks that are trimmed from cells: ASCII white space, no-break and ideographic spaces.
enum Blanks {
  /// The bytes without blanks at both ends.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let start = bytes.first, let end = bytes.last else { return bytes }
    // Most cells begin and end with a letter or a digit.
    if isVisible(start), isVisible(end) { return bytes }
    var first = 0
    var last = bytes.count
    while first < last {
      let width = width(at: first, of: bytes, before: last)
      if width == 0 { break }
      first += width
    }
    while last > first {
      let width = width(endingAt: last, of: bytes, from: first)
      if width == 0 { break }
      last -= width
    }
    return UnsafeBufferPointer(rebasing: bytes[first..<last])
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// Whether a byte is an ASCII character with a shape.
  @inline(__always)
  static func isVisible(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  private static func isASCIIBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The length of the blank that begins at a position; 0 where there is none.
  private static func width(
    at position: Int, of bytes: UnsafeBufferPointer<UInt8>, before end: Int
  ) -> Int {
    let byte = bytes[position]
    if byte < 0x80 { return isASCIIBlank(byte) ? 1 : 0 }
    if position + 1 < end, byte == 0xC2, bytes[position + 1] == 0xA0 { return 2 }
    guard position + 2 < end else { return 0 }
    return isWide(byte, bytes[position + 1], bytes[position + 2]) ? 3 : 0
  }

  private static func width(
    endingAt end: Int, of bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    let byte = bytes[end - 1]
    if byte < 0x80 { return isASCIIBlank(byte) ? 1 : 0 }
    if end - 2 >= start, bytes[end - 2] == 0xC2, byte == 0xA0 { return 2 }
    guard end - 3 >= start else { return 0 }
    return isWide(bytes[end - 3], bytes[end - 2], byte) ? 3 : 0
  }

  /// U+3000, and U+FEFF where it stands inside a file.
  private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    (first == 0xE3 && second == 0x80 && third == 0x80)
      || (first == 0xEF && second == 0xBB && third == 0xBF)
  }
}
