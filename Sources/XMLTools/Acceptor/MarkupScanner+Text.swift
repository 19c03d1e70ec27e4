extension MarkupScanner {
  /// The text up to the next `<`; nil where it is not beyond doubt.
  @inline(__always)
  mutating func text() -> MarkupSpan? {
    var span = MarkupSpan(start: at, end: at)
    skipBlank()
    while true {
      let byte = byte(0)
      if byte == UInt8(ascii: "<") {
        span.end = at
        return span.count <= Self.maximumRun ? span : nil
      }
      span.traits.insert(.ink)
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"): at += 1
      case UInt8(ascii: "&"):
        guard reference() else { return nil }
        span.traits.insert(.reference)
      case UInt8(ascii: "]"):
        guard self.byte(1) != UInt8(ascii: "]") || self.byte(2) != UInt8(ascii: ">") else {
          return nil
        }
        at += 1
      case UInt8(ascii: ">"):
        span.traits.insert(.mark)
        at += 1
      case 0x80...: guard skipMultibyte() else { return nil }
      case 0x20...: skipPlainText()
      default: return nil
      }
    }
  }

  /// A quoted value with both quotes passed; nil where it is not beyond doubt.
  @inline(__always)
  mutating func value() -> MarkupSpan? {
    let quote = byte(0)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    at += 1
    var span = MarkupSpan(start: at, end: at)
    while true {
      let byte = byte(0)
      switch byte {
      case quote:
        span.end = at
        at += 1
        return span.count <= Self.maximumRun ? span : nil
      case UInt8(ascii: "&"):
        guard reference() else { return nil }
        span.traits.insert(.reference)
      case UInt8(ascii: "<"): return nil
      case UInt8(ascii: "\""):
        span.traits.insert(.mark)
        at += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"):
        span.traits.insert(.control)
        at += 1
      case 0x80...: guard skipMultibyte() else { return nil }
      case 0x20...: skipPlainValue(before: quote)
      default: return nil
      }
    }
  }

  /// An ASCII name without a colon.
  @inline(__always)
  mutating func name() -> MarkupSpan? {
    let start = at
    guard at < count, nameClasses[Int(bytes[at])] == Self.beginsName else { return nil }
    repeat { at += 1 } while at < count && nameClasses[Int(bytes[at])] != 0
    guard at - start <= Self.maximumName else { return nil }
    return MarkupSpan(start: start, end: at)
  }

  /// Passes a reference to one of XML's five entities or to a character.
  private mutating func reference() -> Bool {
    guard let length = Self.reference(bytes + at, count - at)?.length else { return false }
    at += length
    return true
  }

  /// The character that a reference at the beginning of a text stands for, with its length.
  static func reference(
    _ bytes: UnsafePointer<UInt8>, _ count: Int
  ) -> (scalar: UInt32, length: Int)? {
    if begins(bytes, count, with: "&amp;") { return (0x26, 5) }
    if begins(bytes, count, with: "&lt;") { return (0x3C, 4) }
    if begins(bytes, count, with: "&gt;") { return (0x3E, 4) }
    if begins(bytes, count, with: "&quot;") { return (0x22, 6) }
    if begins(bytes, count, with: "&apos;") { return (0x27, 6) }
    guard count > 3, bytes[1] == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = bytes[2] == UInt8(ascii: "x")
    let base: UInt32 = isHexadecimal ? 16 : 10
    let first = isHexadecimal ? 3 : 2
    var scalar: UInt32 = 0
    var place = first
    while place < count, place < first + 7 {
      let digit: UInt32
      switch bytes[place] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt32(bytes[place]) - 0x30
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = UInt32(bytes[place]) - 0x61 + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = UInt32(bytes[place]) - 0x41 + 10
      case UInt8(ascii: ";"):
        return place > first && isCharacter(scalar) ? (scalar, place + 1) : nil
      default: return nil
      }
      guard digit < base else { return nil }
      scalar = scalar * base + digit
      place += 1
    }
    return nil
  }

  /// `Char` of XML 1.0.
  private static func isCharacter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  // MARK: Many bytes at once

  /// Passes spaces, tabs and line feeds, if there are any.
  @inline(__always)
  private mutating func skipBlank() {
    while true {
      switch byte(0) {
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"): at += 1
      case UInt8(ascii: " "):
        at += at + 8 <= count ? ByteWord(bytes + at).leading(UInt8(ascii: " ")) : 1
      default: return
      }
    }
  }

  /// Passes line feeds and characters of ASCII that stand for themselves in a text; at least the one
  /// here.
  @inline(__always)
  private mutating func skipPlainText() {
    let start = at
    while at + ByteBlock.size <= count {
      let block = ByteBlock(bytes + at)
      let length = ByteBlock.place(
        of: block.marks(of: UInt8(ascii: "<")) | block.marks(of: UInt8(ascii: "&"))
          | block.marks(of: UInt8(ascii: ">")) | block.marks(of: UInt8(ascii: "]"))
          | block.unusual & ~block.marks(of: UInt8(ascii: "\n")))
      at += length
      guard length == ByteBlock.size else { return }
    }
    // The last bytes of all go one by one.
    if at == start { at += 1 }
  }

  /// Passes characters of ASCII that stand for themselves in a value; at least the one here.
  @inline(__always)
  private mutating func skipPlainValue(before quote: UInt8) {
    let start = at
    while at + ByteBlock.size <= count {
      let block = ByteBlock(bytes + at)
      let length = ByteBlock.place(
        of: block.marks(of: quote) | block.marks(of: UInt8(ascii: "\""))
          | block.marks(of: UInt8(ascii: "&")) | block.marks(of: UInt8(ascii: "<"))
          | block.unusual)
      at += length
      guard length == ByteBlock.size else { return }
    }
    if at == start { at += 1 }
  }

  /// Passes characters beyond ASCII, at least one.
  @inline(__always)
  private mutating func skipMultibyte() -> Bool {
    repeat {
      let length = multibyteLength()
      guard length > 0 else { return false }
      at += length
    } while byte(0) >= 0x80
    return true
  }

  /// The bytes of the well-formed character beyond ASCII where the scanner stands, else 0.
  @inline(__always)
  func multibyteLength() -> Int {
    if at + 4 <= count {
      // Three bytes that need no further look: nearly all Chinese characters.
      let word = four(bytes + at)
      let isUsual = (0b0101_1111_1111_1110 as UInt32) >> (word & 0xF) & 1 == 1
      if word & 0xC0_C0F0 == 0x80_80E0, isUsual { return 3 }
    }
    let (first, second, third) = (byte(0), byte(1), byte(2))
    switch first {
    case 0xC2...0xDF: return second & 0xC0 == 0x80 ? 2 : 0
    case 0xE0...0xEF:
      guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return 0 }
      switch first {
      case 0xE0: return second >= 0xA0 ? 3 : 0
      case 0xED: return second < 0xA0 ? 3 : 0
      // U+FFFE and U+FFFF are no characters of XML.
      case 0xEF: return second == 0xBF && third >= 0xBE ? 0 : 3
      default: return 3
      }
    case 0xF0...0xF4:
      guard second & 0xC0 == 0x80, third & 0xC0 == 0x80, byte(3) & 0xC0 == 0x80 else { return 0 }
      if first == 0xF0 { return second >= 0x90 ? 4 : 0 }
      return first == 0xF4 && second >= 0x90 ? 0 : 4
    default: return 0
    }
  }

  // MARK: Bytes

  /// The byte some places on; 0, which no XML holds, beyond the end.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { at + offset < count ? bytes[at + offset] : 0 }

  @inline(__always)
  mutating func skipSpace() -> Bool {
    let start = at
    while Self.isSpace(byte(0)) { at += 1 }
    return at > start
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
  }

  /// Whether exactly this stands at a place.
  @inline(__always)
  func holds(_ expected: StaticString, at place: Int) -> Bool {
    begins(bytes + place, count - place, with: expected)
  }

  mutating func skip(_ expected: StaticString) -> Bool {
    guard holds(expected, at: at) else { return false }
    at += expected.utf8CodeUnitCount
    return true
  }

  // MARK: Names

  static let beginsName: UInt8 = 2

  /// For each byte: whether a name may begin with it, or else whether one may go on with it.
  static let nameClasses = Flat(
    (UInt8.min...UInt8.max).map { byte in
      startsName(byte) ? beginsName : continuesName(byte) ? 1 : 0
    })

  @inline(__always)
  static func startsName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
  }

  @inline(__always)
  static func continuesName(_ byte: UInt8) -> Bool {
    startsName(byte) || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }
}
