private import Crypto
import ReviewModel

/// What one pass over a file's bytes tells: its digest, its size, and how it is encoded.
///
/// UTF-16 is known by its byte order mark; else a file is UTF-8 where all of it is, else CP950
/// where all of it is.
struct EncodingProbe {
  /// A byte that no encoding explains.
  struct Fault: Equatable {
    /// The physical line, 1-based.
    let line: Int
    /// Bytes before it.
    let offset: Int
    let byte: UInt8
  }

  let sha256: String
  let byteCount: Int
  /// Nil where `fault` says why.
  let encoding: TextEncoding?
  let fault: Fault?

  /// Reads a source to its end in buffers of 256 KiB.
  init(_ source: any ByteSource) throws(ReadProblem) {
    var source = source
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 256 << 10)
    defer { buffer.deallocate() }
    var hash = SHA256()
    var utf8 = UTF8Validator()
    var cp950 = CP950Validator()
    var utf16: UTF16Validator?
    var count = 0
    while true {
      let read = try source.read(into: buffer)
      if read == 0 { break }
      let chunk = UnsafeBufferPointer(rebasing: buffer[..<read])
      hash.update(bufferPointer: UnsafeRawBufferPointer(chunk))
      if count == 0 { utf16 = UTF16Validator(startingWith: chunk) }
      if utf16 != nil {
        utf16?.take(chunk)
      } else if utf8.isBetweenScalars, cp950.isBetweenScalars,
        let lines = LineCounter.linesOfPlainASCII(chunk)
      {
        // ASCII is the same in both: most usage files are nothing else.
        utf8.skip(bytes: read, lines: lines)
        cp950.skip(bytes: read, lines: lines)
      } else {
        utf8.take(chunk)
        cp950.take(chunk)
      }
      count += read
    }
    utf8.finish()
    cp950.finish()
    utf16?.finish()
    sha256 = hash.finalize().reduce(into: "") { text, byte in
      let digits = Array("0123456789abcdef".utf8)
      text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte >> 4)]))
      text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte & 15)]))
    }
    byteCount = count
    if let utf16 {
      fault = utf16.fault
      encoding = utf16.isBigEndian ? .utf16BigEndian : .utf16LittleEndian
    } else if utf8.fault == nil {
      fault = nil
      encoding = .utf8
    } else if utf8.fault?.byte != 0, cp950.fault == nil {
      fault = nil
      encoding = .cp950
    } else {
      // The byte that neither explains: the one that got further says more.
      let further = [utf8.fault, cp950.fault].compactMap { $0 }.max { $0.offset < $1.offset }
      fault = further
      encoding = nil
    }
  }
}

/// Counts physical lines: LF, CRLF and CR each end one.
struct LineCounter {
  private(set) var line = 1
  private var previousIsCR = false

  mutating func take(_ unit: UInt16) {
    if unit == 0x0A {
      if !previousIsCR { line += 1 }
    } else if unit == 0x0D {
      line += 1
    }
    previousIsCR = unit == 0x0D
  }

  /// Takes so many lines of a text that neither begins with the LF nor ends with the CR of a CRLF.
  mutating func skip(_ lines: Int) {
    line += lines
    previousIsCR = false
  }

  /// The line ends of bytes that are ASCII without NUL, with LF or CRLF for all; nil for others.
  static func linesOfPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let last = bytes.last, last != 0x0D, bytes[0] != 0x0A else { return nil }
    let census = ByteCensus(bytes)
    guard census.highest < 0x80, !census.hasNUL, census.pairs == census.returns else {
      return nil
    }
    return census.lineFeeds
  }
}

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
    for byte in bytes {
      if missing > 0 {
        guard byte >= lower, byte <= upper else { return fail(at: scalarStart, scalarFirst) }
        missing -= 1
        (lower, upper) = (0x80, 0xBF)
      } else if byte < 0x80 {
        if byte == 0 { return fail(at: offset, byte) }
        lines.take(UInt16(byte))
      } else {
        scalarStart = offset
        scalarFirst = byte
        guard begin(byte) else { return fail(at: offset, byte) }
        lines.take(UInt16(byte))
      }
      offset += 1
    }
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
    guard fault == nil else { return }
    for byte in bytes {
      if let first = lead {
        lead = nil
        if CP950.scalar(first, byte) == nil { return fail(at: offset - 1, first) }
      } else if byte < 0x80 {
        if byte == 0 { return fail(at: offset, byte) }
        lines.take(UInt16(byte))
      } else {
        guard CP950.isLead(byte) else { return fail(at: offset, byte) }
        lead = byte
        lines.take(UInt16(byte))
      }
      offset += 1
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
