extension MarkupScanner {
  /// The text up to the next `<`; nil where it is not beyond doubt.
  @inline(__always)
  mutating func text() -> MarkupSpan? {
    var span = MarkupSpan(start: at, end: at)
    while true {
      skipPlain(&span.traits)
      let byte = byte(0)
      switch byte {
      case UInt8(ascii: "<"):
        span.end = at
        return span.count <= Self.maximumRun ? span : nil
      case UInt8(ascii: "&"):
        guard reference() else { return nil }
        span.traits.formUnion([.reference, .ink])
      case UInt8(ascii: "]"):
        guard self.byte(1) != UInt8(ascii: "]") || self.byte(2) != UInt8(ascii: ">") else {
          return nil
        }
        span.traits.insert(.ink)
        at += 1
      case UInt8(ascii: ">"):
        span.traits.formUnion([.mark, .ink])
        at += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"):
        span.traits.insert(.control)
        at += 1
      case UInt8(ascii: " "):
        at += 1
      case 0x80...:
        guard skipMultibyte() else { return nil }
        span.traits.insert(.ink)
      case 0x21...:
        span.traits.insert(.ink)
        at += 1
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
      case 0x20...: at += 1
      default: return nil
      }
    }
  }

  /// An ASCII name without a colon.
  @inline(__always)
  mutating func name() -> MarkupSpan? {
    let start = at
    guard Self.startsName(byte(0)) else { return nil }
    repeat { at += 1 } while Self.continuesName(byte(0))
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
    let scanner = MarkupScanner(UnsafeBufferPointer(start: bytes, count: count))
    if scanner.holds("&amp;", at: 0) { return (0x26, 5) }
    if scanner.holds("&lt;", at: 0) { return (0x3C, 4) }
    if scanner.holds("&gt;", at: 0) { return (0x3E, 4) }
    if scanner.holds("&quot;", at: 0) { return (0x22, 6) }
    if scanner.holds("&apos;", at: 0) { return (0x27, 6) }
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

  /// Passes ASCII that needs no look at each byte, eight at a time.
  @inline(__always)
  private mutating func skipPlain(_ traits: inout MarkupTraits) {
    while at + 8 <= count {
      let word = UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self)
      let marks =
        Self.zeros(word ^ Self.each(0x26)) | Self.zeros(word ^ Self.each(0x3C))
        | Self.zeros(word ^ Self.each(0x3E)) | Self.zeros(word ^ Self.each(0x5D))
      // The borrow reaches upwards only from a byte that is below 0x20 itself.
      let controls = word &- Self.each(0x20)
      guard (marks | controls | word) & Self.each(0x80) == 0 else { break }
      if word != Self.each(0x20) { traits.insert(.ink) }
      at += 8
    }
  }

  @inline(__always)
  private static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Has the top bit of some byte set where a byte is 0, and of none where none is.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- each(1)) & ~word }

  /// Passes one character beyond ASCII.
  @inline(__always)
  private mutating func skipMultibyte() -> Bool {
    let length = multibyteLength()
    at += length
    return length > 0
  }

  /// The bytes of the well-formed character beyond ASCII where the scanner stands, else 0.
  @inline(__always)
  func multibyteLength() -> Int {
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
    let length = expected.utf8CodeUnitCount
    guard place + length <= count else { return false }
    for offset in 0..<length where bytes[place + offset] != expected.utf8Start[offset] {
      return false
    }
    return true
  }

  mutating func skip(_ expected: StaticString) -> Bool {
    guard holds(expected, at: at) else { return false }
    at += expected.utf8CodeUnitCount
    return true
  }

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
