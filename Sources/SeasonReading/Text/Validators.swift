/// Finds the first byte that is not UTF-8 (RFC 3629), or is NUL, in a stream of buffers.
struct UTF8Validator {
  private(set) var fault: EncodingProbe.Fault?
  private var lines = LineCounter()
  private var offset = 0
  /// Bytes still missing of a scalar, and the range of the next one.
  private var missing = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF
  /// Where the unfinished scalar began.
  private var scalarStart = 0
  private var scalarFirst: UInt8 = 0

  /// Whether no scalar is unfinished and no fault was found.
  var isBetweenScalars: Bool { missing == 0 && fault == nil }

  /// Takes bytes that are known to be ASCII without NUL.
  mutating func skip(bytes: Int, lines count: Int) {
    offset += bytes
    lines.skip(count)
  }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard fault == nil else { return }
    // Where the buffer begins.
    let start = offset
    var index = 0
    var lines = lines
    while index < bytes.count {
      if missing == 0 {
        let plain = LineCounter.plainBytes(bytes, from: index)
        let characters = Self.commonCharacters(bytes, from: index + plain)
        if plain + characters > 0 {
          lines.skip(0)
          index += plain + characters
          continue
        }
      }
      self.lines = lines
      offset = start + index
      guard takeByte(bytes[index]) else { return }
      lines = self.lines
      index += 1
    }
    self.lines = lines
    offset = start + bytes.count
  }

  /// How many bytes from a place on are whole characters of three bytes, as nearly all Chinese ones are.
  @inline(__always)
  private static func commonCharacters(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = start
    while index + 2 < bytes.count, bytes[index] & 0xF0 == 0xE0, bytes[index] != 0xE0,
      bytes[index] != 0xED, bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80
    {
      index += 3
    }
    return index - start
  }

  /// Takes one byte; gives whether it may stand there.
  private mutating func takeByte(_ byte: UInt8) -> Bool {
    if missing > 0 {
      guard byte >= lower, byte <= upper else {
        fail(at: scalarStart, scalarFirst)
        return false
      }
      missing -= 1
      (lower, upper) = (0x80, 0xBF)
    } else if byte < 0x80 {
      guard byte > 0 else {
        fail(at: offset, byte)
        return false
      }
      lines.take(UInt16(byte))
    } else {
      scalarStart = offset
      scalarFirst = byte
      guard begin(byte) else {
        fail(at: offset, byte)
        return false
      }
      lines.take(UInt16(byte))
    }
    return true
  }

  /// Says so where the last scalar is cut off.
  mutating func finish() {
    if missing > 0, fault == nil { fail(at: scalarStart, scalarFirst) }
  }

  /// Takes a scalar's first byte: no overlong forms, no surrogates, nothing above U+10FFFF.
  private mutating func begin(_ byte: UInt8) -> Bool {
    (lower, upper) = (0x80, 0xBF)
    switch byte {
    case 0xC2...0xDF: missing = 1
    case 0xE0: (missing, lower) = (2, 0xA0)
    case 0xED: (missing, upper) = (2, 0x9F)
    case 0xE1...0xEF: missing = 2
    case 0xF0: (missing, lower) = (3, 0x90)
    case 0xF1...0xF3: missing = 3
    case 0xF4: (missing, upper) = (3, 0x8F)
    default: return false
    }
    return true
  }

  private mutating func fail(at position: Int, _ byte: UInt8) {
    fault = EncodingProbe.Fault(line: lines.line, offset: position, byte: byte)
  }
}

/// Finds the first byte that is not CP950, or is NUL, in a stream of buffers.
struct CP950Validator {
  private(set) var fault: EncodingProbe.Fault?
  private var lines = LineCounter()
  private var offset = 0
  private var lead: UInt8?

  /// Whether no scalar is unfinished and no fault was found.
  var isBetweenScalars: Bool { lead == nil && fault == nil }

  /// Takes bytes that are known to be ASCII without NUL.
  mutating func skip(bytes: Int, lines count: Int) {
    offset += bytes
    lines.skip(count)
  }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard fault == nil, !bytes.isEmpty else { return }
    CP950.withValues { values in
      // Where the buffer begins, and what of it is known.
      let start = offset
      var index = 0
      var lines = lines
      var wrong: (place: Int, byte: UInt8)?
      if let first = lead {
        lead = nil
        if values[Int(first) << 8 | Int(bytes[0])] == 0 { wrong = (-1, first) }
        index = 1
      }
      while wrong == nil, index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          let plain = LineCounter.plainBytes(bytes, from: index)
          if plain > 0 {
            lines.skip(0)
            index += plain
          } else {
            if byte == 0 { wrong = (index, byte) } else { lines.take(UInt16(byte)) }
            index += 1
          }
          continue
        }
        if !CP950.isLead(byte) {
          wrong = (index, byte)
        } else if index + 1 == bytes.count {
          lead = byte
        } else if values[Int(byte) << 8 | Int(bytes[index + 1])] == 0 {
          wrong = (index, byte)
        }
        lines.skip(0)
        index += 2
      }
      self.lines = lines
      offset = start + bytes.count
      if let wrong { fail(at: start + wrong.place, wrong.byte) }
    }
  }

  mutating func finish() {
    if let lead, fault == nil { fail(at: offset - 1, lead) }
  }

  private mutating func fail(at position: Int, _ byte: UInt8) {
    fault = EncodingProbe.Fault(line: lines.line, offset: position, byte: byte)
  }
}

/// Finds the first unit that is not well-formed UTF-16, or is NUL, in a stream of buffers.
struct UTF16Validator {
  let isBigEndian: Bool
  private(set) var fault: EncodingProbe.Fault?
  private var lines = LineCounter()
  private var offset = 0
  private var carried: UInt8?
  private var isAfterHigh = false
  /// The first byte of the unit taken last.
  private var unitFirst: UInt8 = 0

  /// Nil where the bytes do not begin with a byte order mark of UTF-16.
  init?(startingWith bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): isBigEndian = false
    case (0xFE, 0xFF): isBigEndian = true
    default: return nil
    }
  }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard fault == nil else { return }
    for byte in bytes {
      offset += 1
      guard let first = carried else {
        carried = byte
        continue
      }
      carried = nil
      unitFirst = first
      let unit =
        isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
      let isLow = (0xDC00...0xDFFF).contains(unit)
      if unit == 0 || isLow != isAfterHigh { return fail(at: offset - 2, first) }
      isAfterHigh = (0xD800...0xDBFF).contains(unit)
      lines.take(unit)
    }
  }

  mutating func finish() {
    guard fault == nil else { return }
    if let carried {
      fail(at: offset - 1, carried)
    } else if isAfterHigh {
      fail(at: offset - 2, unitFirst)
    }
  }

  private mutating func fail(at position: Int, _ byte: UInt8) {
    fault = EncodingProbe.Fault(line: lines.line, offset: position, byte: byte)
  }
}
