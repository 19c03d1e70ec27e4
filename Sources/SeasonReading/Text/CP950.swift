/// Big5 as Windows writes it: the same on any machine, whatever its tables and locale.
enum CP950 {
  private static let scalars = Array(CP950Table.text.unicodeScalars.filter { $0 != "\n" })

  static func isLead(_ byte: UInt8) -> Bool { (0x81...0xFE).contains(byte) }

  /// The character of a two-byte code; nil where the code page has none.
  ///
  /// The user-defined areas read as private-use characters, as Windows does; but of the one that
  /// begins at C6A1, the kana, Cyrillic and other characters that the published table gives.
  static func scalar(_ lead: UInt8, _ trail: UInt8) -> UInt32? {
    let value = values[Int(lead) << 8 | Int(trail)]
    return value == 0 ? nil : UInt32(value)
  }

  /// Gives all codes' characters, by both bytes; 0 where there is none.
  @inline(__always)
  static func withValues<Result>(_ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result {
    values.withUnsafeBufferPointer(body)
  }

  private static let values: [UInt16] = {
    var values = [UInt16](repeating: 0, count: 0x10000)
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        if let value = published(lead, trail) {
          values[Int(lead) << 8 | Int(trail)] = UInt16(value)
        }
      }
    }
    return values
  }()

  /// A code's character by the published table.
  private static func published(_ lead: UInt8, _ trail: UInt8) -> UInt32? {
    let column: Int
    switch trail {
    case 0x40...0x7E: column = Int(trail) - 0x40
    case 0xA1...0xFE: column = Int(trail) - 0xA1 + 63
    default: return nil
    }
    let row = Int(lead)
    switch lead {
    case 0x81...0x8D: return privateUse(0xEEB8, row - 0x81, column)
    case 0x8E...0xA0: return privateUse(0xE311, row - 0x8E, column)
    case 0xFA...0xFE: return privateUse(0xE000, row - 0xFA, column)
    case CP950Table.firstLead...CP950Table.lastLead:
      let scalar = scalars[(row - Int(CP950Table.firstLead)) * CP950Table.columns + column]
      if scalar != "\u{FFFD}" { return scalar.value }
      return isUserDefined(lead, column) ? privateUse(0xF6B1, row - 0xC6, column - 63) : nil
    default: return nil
    }
  }

  /// Whether a code lies in the user-defined area that begins in the middle of lead byte 0xC6.
  private static func isUserDefined(_ lead: UInt8, _ column: Int) -> Bool {
    lead == 0xC6 && column >= 63 || lead == 0xC7 || lead == 0xC8
  }

  /// The two bytes of a character; nil where the code page has none.
  static func code(of scalar: Unicode.Scalar) -> (lead: UInt8, trail: UInt8)? {
    let value = Int(scalar.value)
    guard value < codes.count, codes[value] != 0 else { return nil }
    return (UInt8(codes[value] >> 8), UInt8(codes[value] & 0xFF))
  }

  /// Codes by character; of two codes for one the first.
  private static let codes: [UInt16] = {
    var codes = [UInt16](repeating: 0, count: 0x10000)
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        guard let value = scalar(lead, trail), codes[Int(value)] == 0 else { continue }
        codes[Int(value)] = UInt16(lead) << 8 | UInt16(trail)
      }
    }
    return codes
  }()

  private static func privateUse(_ first: UInt32, _ row: Int, _ column: Int) -> UInt32 {
    first + UInt32(row * CP950Table.columns + column)
  }
}

/// CP950 read as UTF-8.
///
/// The probe has refused what it does not explain.
struct CP950Source: ByteSource {
  private var source: any ByteSource
  private var raw = [UInt8](repeating: 0, count: 64 << 10)
  private var ready = TranscodedBytes()
  private var lead: UInt8?

  init(_ source: any ByteSource) {
    self.source = source
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
      take(count)
    }
    return ready.move(into: buffer)
  }

  /// Takes so many raw bytes.
  private mutating func take(_ count: Int) {
    let raw = raw
    var lead = lead
    // Three bytes for a character of two; or for one whose first byte came before.
    ready.append(upTo: count * 2 + 3) { target in
      raw.withUnsafeBufferPointer { raw in
        Self.decode(UnsafeBufferPointer(rebasing: raw[..<count]), &lead, to: target)
      }
    }
    self.lead = lead
  }

  /// Decodes bytes that end with a whole character.
  ///
  /// - Parameters:
  ///   - raw: The bytes.
  ///   - free: Has room for twice as many bytes, and three.
  /// - Returns: The number of bytes that were written.
  static func decode(
    _ raw: UnsafeBufferPointer<UInt8>, into free: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    precondition(free.count >= raw.count * 2 + 3, "a character of two bytes becomes three")
    guard let target = free.baseAddress else { return 0 }
    var lead: UInt8?
    return decode(raw, &lead, to: target) - target
  }

  /// Decodes bytes, runs of ASCII as they are.
  ///
  /// - Parameters:
  ///   - raw: The bytes.
  ///   - lead: The first byte of a character that began before; gets that of one that goes on behind.
  ///   - target: Where to write.
  /// - Returns: The place behind what was written.
  private static func decode(
    _ raw: UnsafeBufferPointer<UInt8>, _ lead: inout UInt8?, to target: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    CP950.withValues { values in
      var target = target
      var index = 0
      while index < raw.count {
        if lead == nil, raw[index] < 0x80 {
          index = copyASCII(raw, from: index, to: raw.count, &target)
          continue
        }
        guard let first = lead else {
          lead = raw[index]
          index += 1
          continue
        }
        lead = nil
        let value = values[Int(first) << 8 | Int(raw[index])]
        TranscodedBytes.put(value == 0 ? 0xFFFD : UInt32(value), &target)
        index += 1
      }
      return target
    }
  }

  /// Copies ASCII, of which there is one byte at least, and gives the place behind what was copied.
  @inline(__always)
  private static func copyASCII(
    _ raw: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int,
    _ target: inout UnsafeMutablePointer<UInt8>
  ) -> Int {
    var index = start
    guard let base = raw.baseAddress else { return end }
    while index + 8 <= end {
      let word = Bytes.word(base + index)
      guard word & 0x8080_8080_8080_8080 == 0 else { break }
      UnsafeMutableRawPointer(target).storeBytes(of: word.littleEndian, as: UInt64.self)
      target += 8
      index += 8
    }
    while index < end, raw[index] < 0x80 {
      target.pointee = raw[index]
      target += 1
      index += 1
    }
    return index
  }
}
