/// UTF-16 with a byte order mark, read as UTF-8.
///
/// The probe has refused what is not well-formed.
struct UTF16Source: ByteSource {
  private var source: any ByteSource
  private let isBigEndian: Bool
  private var raw = [UInt8](repeating: 0, count: 64 << 10)
  private var ready = TranscodedBytes()
  private var isAtStart = true
  private var carried: UInt8?
  private var high: UInt16?

  init(_ source: any ByteSource, isBigEndian: Bool) {
    self.source = source
    self.isBigEndian = isBigEndian
  }

  mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ReadProblem) -> Int {
    while ready.isEmpty {
      var count = 0
      var problem: ReadProblem?
      raw.withUnsafeMutableBufferPointer { raw in
        do throws(ReadProblem) { count = try source.read(into: raw) } catch { problem = error }
      }
      if let problem { throw problem }
      if count == 0 { return 0 }
      for index in 0..<count { take(raw[index]) }
    }
    return ready.move(into: buffer)
  }

  private mutating func take(_ byte: UInt8) {
    guard let first = carried else {
      carried = byte
      return
    }
    carried = nil
    let unit =
      isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
    if isAtStart {
      isAtStart = false
      if unit == 0xFEFF { return }
    }
    switch unit {
    case 0xD800...0xDBFF: high = unit
    case 0xDC00...0xDFFF:
      guard let lead = high else { return }
      high = nil
      ready.append(0x10000 + (UInt32(lead) - 0xD800) << 10 + UInt32(unit) - 0xDC00)
    default: ready.append(UInt32(unit))
    }
  }
}

/// UTF-8 that waits to be read.
struct TranscodedBytes {
  private var bytes: [UInt8] = []
  private var position = 0

  var isEmpty: Bool { position == bytes.count }

  mutating func append(_ scalar: UInt32) {
    append(upTo: 4) { target in
      var target = target
      Self.put(scalar, &target)
      return target
    }
  }

  /// Appends up to so many bytes: those before the place that the body gives.
  mutating func append(
    upTo most: Int,
    _ write: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
  ) {
    let count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: most))
    let written = bytes.withUnsafeMutableBufferPointer { bytes -> Int in
      guard let start = bytes.baseAddress.map({ $0 + count }) else { return 0 }
      return write(start) - start
    }
    bytes.removeLast(most - written)
  }

  /// Puts a character's bytes in a place that has room for four, and goes behind them.
  @inline(__always)
  static func put(_ scalar: UInt32, _ target: inout UnsafeMutablePointer<UInt8>) {
    func put(_ bits: UInt32) {
      target.pointee = UInt8(truncatingIfNeeded: bits)
      target += 1
    }
    switch scalar {
    case 0..<0x80: put(scalar)
    case 0x80..<0x800:
      put(0xC0 | scalar >> 6)
      put(0x80 | scalar & 0x3F)
    case 0x800..<0x10000:
      put(0xE0 | scalar >> 12)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    default:
      put(0xF0 | scalar >> 18 & 0x07)
      put(0x80 | scalar >> 12 & 0x3F)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    }
  }

  mutating func move(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let count = min(buffer.count, bytes.count - position)
    _ = buffer.update(fromContentsOf: bytes[position..<(position + count)])
    position += count
    if isEmpty {
      bytes.removeAll(keepingCapacity: true)
      position = 0
    }
    return count
  }
}
