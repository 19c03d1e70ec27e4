/// Writes Canonical XML into memory of a fixed size; `isFull` where that did not do.
///
/// Most of a text stands in its canonical form: it is copied in long runs, and only when something
/// that does not comes up.
struct CanonicalOutput {
  private let memory: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private(set) var count = 0
  private(set) var isFull = false
  private let text: UnsafePointer<UInt8>
  /// The place in the text up to which all is written.
  private var written = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>, of text: UnsafePointer<UInt8>) {
    memory = buffer.baseAddress ?? UnsafeMutablePointer(bitPattern: 1).unsafelyUnwrapped
    capacity = buffer.count
    self.text = text
  }

  /// Writes the text up to a place as it stands.
  @inline(__always)
  mutating func keep(upTo place: Int) {
    guard place > written else { return }
    copy(text + written, place - written)
    written = place
  }

  /// The same, where a few bytes are to be written and `padding` may be read behind them.
  @inline(__always)
  mutating func keepShort(upTo place: Int) {
    guard place > written else { return }
    guard place - written <= 4 * Self.padding else { return keep(upTo: place) }
    copyShort(text + written, place - written)
    written = place
  }

  /// Goes on behind what was written otherwise, or what is left out.
  @inline(__always)
  mutating func skip(to place: Int) { written = place }

  @inline(__always)
  mutating func copy(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    guard length <= capacity - count else {
      isFull = true
      return
    }
    (memory + count).update(from: bytes, count: length)
    count += length
  }

  /// Copies a few bytes, behind which as many as `padding` may be read.
  @inline(__always)
  mutating func copyShort(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    guard length + Self.padding <= capacity - count else {
      isFull = true
      return
    }
    let (source, target) = (UnsafeRawPointer(bytes), UnsafeMutableRawPointer(memory + count))
    var place = 0
    repeat {
      let piece = source.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
      target.storeBytes(of: piece, toByteOffset: place, as: SIMD16<UInt8>.self)
      place += 16
    } while place < length
    count += length
  }

  static let padding = 16

  /// `</name>`.
  @inline(__always)
  mutating func endTag(_ name: MarkupSpan, isPadded: Bool) {
    put(UInt8(ascii: "<"))
    put(UInt8(ascii: "/"))
    if isPadded {
      copyShort(text + name.start, name.count)
    } else {
      copy(text + name.start, name.count)
    }
    put(UInt8(ascii: ">"))
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
  mutating func text(_ span: MarkupSpan) {
    guard !span.traits.isDisjoint(with: [.reference, .mark]) else { return }
    keep(upTo: span.start)
    rewrite(span, isAttribute: false)
    skip(to: span.end)
  }

  /// An attribute with a space before it; its value has no raw tab or line feed.
  @inline(__always)
  mutating func attribute(_ attribute: AttributeSpan) {
    let (name, value) = (attribute.name, attribute.value)
    put(UInt8(ascii: " "))
    copy(text + name.start, name.count)
    put("=\"")
    if value.traits.isDisjoint(with: [.reference, .mark]) {
      copy(text + value.start, value.count)
    } else {
      rewrite(value, isAttribute: true)
    }
    put(UInt8(ascii: "\""))
  }

  private mutating func rewrite(_ span: MarkupSpan, isAttribute: Bool) {
    var place = span.start
    while place < span.end {
      if text[place] == UInt8(ascii: "&"),
        let found = MarkupScanner.reference(text + place, span.end - place)
      {
        character(found.scalar, isAttribute: isAttribute)
        place += found.length
      } else if text[place] < 0x80 {
        character(UInt32(text[place]), isAttribute: isAttribute)
        place += 1
      } else {
        put(text[place])
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
