/// Writes Canonical XML into memory of a fixed size; `isFull` where that did not do.
struct CanonicalOutput {
  private let memory: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private(set) var count = 0
  private(set) var isFull = false

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    memory = buffer.baseAddress ?? UnsafeMutablePointer(bitPattern: 1).unsafelyUnwrapped
    capacity = buffer.count
  }

  @inline(__always)
  mutating func copy(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    guard length <= capacity - count else {
      isFull = true
      return
    }
    (memory + count).update(from: bytes, count: length)
    count += length
  }

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    guard count < capacity else {
      isFull = true
      return
    }
    memory[count] = byte
    count += 1
  }

  mutating func put(_ text: StaticString) { copy(text.utf8Start, text.utf8CodeUnitCount) }

  /// The text of an element.
  @inline(__always)
  mutating func text(_ bytes: UnsafePointer<UInt8>, _ span: MarkupSpan) {
    guard span.traits.isDisjoint(with: [.reference, .mark]) else {
      return rewrite(bytes, span, isAttribute: false)
    }
    copy(bytes + span.start, span.count)
  }

  /// The value of an attribute, which has no raw tab or line feed.
  @inline(__always)
  mutating func value(_ bytes: UnsafePointer<UInt8>, _ span: MarkupSpan) {
    guard span.traits.isDisjoint(with: [.reference, .mark]) else {
      return rewrite(bytes, span, isAttribute: true)
    }
    copy(bytes + span.start, span.count)
  }

  private mutating func rewrite(
    _ bytes: UnsafePointer<UInt8>, _ span: MarkupSpan, isAttribute: Bool
  ) {
    var place = span.start
    while place < span.end {
      if bytes[place] == UInt8(ascii: "&"),
        let found = MarkupScanner.reference(bytes + place, span.end - place)
      {
        character(found.scalar, isAttribute: isAttribute)
        place += found.length
      } else if bytes[place] < 0x80 {
        character(UInt32(bytes[place]), isAttribute: isAttribute)
        place += 1
      } else {
        put(bytes[place])
        place += 1
      }
    }
  }

  private mutating func character(_ scalar: UInt32, isAttribute: Bool) {
    switch (scalar, isAttribute) {
    case (0x26, _): put("&amp;")
    case (0x3C, _): put("&lt;")
    case (0x3E, false): put("&gt;")
    case (0x22, true): put("&quot;")
    case (0x9, true): put("&#x9;")
    case (0xA, true): put("&#xA;")
    case (0xD, _): put("&#xD;")
    default: MarkupScanner.encode(scalar) { put($0) }
    }
  }
}

extension MarkupScanner {
  /// The bytes of a character in UTF-8, one after the other.
  @inline(__always)
  static func encode(_ scalar: UInt32, _ put: (UInt8) -> Void) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
    switch scalar {
    case ..<0x80: put(UInt8(scalar))
    case ..<0x800:
      put(UInt8(0xC0 | scalar >> 6))
      put(tail(0))
    case ..<0x10000:
      put(UInt8(0xE0 | scalar >> 12))
      put(tail(6))
      put(tail(0))
    default:
      put(UInt8(0xF0 | scalar >> 18))
      put(tail(12))
      put(tail(6))
      put(tail(0))
    }
  }
}
