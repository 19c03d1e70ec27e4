import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

private func probe(_ bytes: [UInt8]) throws -> EncodingProbe {
  try EncodingProbe(MemorySource(bytes))
}

private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
  ([0xFEFF] + Array(text.utf16)).flatMap { unit in
    let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    return isBigEndian ? pair : pair.reversed()
  }
}

@Suite struct EncodingProbeTests {
  @Test func `gives the SHA-256 and the number of bytes`() throws {
    let empty = try probe([])
    #expect(
      empty.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(empty.byteCount == 0 && empty.encoding == .utf8 && empty.fault == nil)
    let abc = try probe(Array("abc".utf8))
    #expect(abc.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(abc.byteCount == 3)
  }

  @Test(
    arguments: [
      ("店".utf8.map { $0 }, .utf8), ([0xEF, 0xBB, 0xBF, 0x61], .utf8), ([0x61], .utf8),
      ([0xA9, 0xB1], .cp950), ([0x61, 0x0A, 0xFA, 0x40], .cp950),
      (utf16("店", isBigEndian: false), .utf16LittleEndian),
      (utf16("店", isBigEndian: true), .utf16BigEndian), ([0xFF, 0xFE], .utf16LittleEndian),
      (utf16("塩𠮷", isBigEndian: false), .utf16LittleEndian),
    ] as [([UInt8], TextEncoding)])
  func `knows the encoding`(bytes: [UInt8], encoding: TextEncoding) throws {
    let probe = try probe(bytes)
    #expect(probe.encoding == encoding && probe.fault == nil)
  }

  @Test(
    arguments: [
      // Neither UTF-8 nor CP950: the byte that the better reading stops at.
      ([0x61, 0x0A, 0xFF, 0x0A], 2, 2, 0xFF), ([0x80], 1, 0, 0x80),
      ([0x61, 0x0D, 0x0A, 0x62, 0x0D, 0xFF], 3, 5, 0xFF),
      // NUL bytes.
      ([0x00], 1, 0, 0x00), ([0x61, 0x0A, 0x62, 0x00], 2, 3, 0x00),
      ([0xA9, 0xB1, 0x0A, 0x00], 2, 3, 0x00),
      // A two-byte code that is cut off at the end, and one with a line end for a trail byte.
      ([0xA9, 0xB1, 0x0A, 0xA9], 2, 3, 0xA9), ([0xA9, 0xB1, 0x0A, 0xA9, 0x0A], 2, 3, 0xA9),
      // UTF-8 to line 2, where CP950's bytes follow; CP950 alone would stop in line 1.
      (Array("店\n".utf8) + [0xB1, 0xE2], 2, 4, 0xB1),
      // Overlong forms, surrogates, beyond U+10FFFF, a scalar that is cut off.
      ([0x0A, 0xC0, 0x80], 2, 1, 0xC0), ([0x0A, 0xED, 0xA0, 0x80], 2, 1, 0xED),
      ([0xF4, 0x90, 0x80, 0x80], 1, 0, 0xF4), ([0x0A, 0xE5, 0xBA, 0x97, 0x0A, 0xE5], 3, 5, 0xE5),
    ] as [([UInt8], Int, Int, UInt8)])
  func `names the first byte that no encoding explains, with line and offset`(
    bytes: [UInt8], line: Int, offset: Int, byte: UInt8
  ) throws {
    let probe = try probe(bytes)
    #expect(probe.fault == EncodingProbe.Fault(line: line, offset: offset, byte: byte))
    #expect(probe.encoding == nil || probe.fault == nil)
  }

  @Test(arguments: [false, true])
  func `names a fault in UTF-16 by its unit's first byte`(isBigEndian: Bool) throws {
    func fault(_ units: [UInt16], extra: [UInt8] = []) throws -> EncodingProbe.Fault? {
      let bytes = ([0xFEFF] + units).flatMap { unit in
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isBigEndian ? pair : pair.reversed()
      }
      return try probe(bytes + extra).fault
    }
    func expected(_ line: Int, _ offset: Int, _ unit: UInt16) -> EncodingProbe.Fault {
      .init(line: line, offset: offset, byte: UInt8(isBigEndian ? unit >> 8 : unit & 0xFF))
    }
    #expect(try fault([0x61, 0x0A, 0xD842, 0xDFB7]) == nil)
    #expect(try fault([0x61, 0x0A, 0x00]) == expected(2, 6, 0x00))
    #expect(try fault([0x0D, 0x0A, 0xDFB7]) == expected(2, 6, 0xDFB7))
    #expect(try fault([0x0D, 0xD842, 0x61]) == expected(2, 6, 0x61))
    #expect(try fault([0x0A, 0xD842]) == expected(2, 4, 0xD842))
    #expect(
      try fault([0x0A, 0x61], extra: [0x62]) == EncodingProbe.Fault(line: 2, offset: 6, byte: 0x62))
  }

  @Test func `says the byte and its place in words`() {
    let fault = EncodingProbe.Fault(line: 2, offset: 17, byte: 0x0F)
    #expect(fault.detail.en == "the byte at offset 17 is 0x0F")
    #expect(fault.detail.zh == "位元組偏移 17 為 0x0F")
  }

  @Test(arguments: [31, 32, 33] as [UInt64])
  func `judges any bytes alike, however they are cut`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [
      0x61, 0x0A, 0x0D, 0x40, 0xA9, 0xB1, 0xE5, 0xBA, 0x97, 0xF0, 0xFF, 0xFE,
    ]
    for _ in 0..<300 {
      let count = Int.random(in: 2..<40, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let whole = try probe(bytes)
      let step = Int.random(in: 2..<9, using: &random)
      let cut = try EncodingProbe(DribblingSource(bytes, step: step))
      #expect(cut.fault == whole.fault && cut.encoding == whole.encoding, "seed \(seed), \(bytes)")
      #expect(cut.sha256 == whole.sha256)
      let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
      if whole.encoding == .utf8 || isUTF8 {
        #expect(isUTF8 == (whole.encoding == .utf8), "seed \(seed), \(bytes)")
      }
    }
  }
}

@Suite struct DecodingTests {
  private let text = "商圈,塩\r\n𠮷\u{FEFF}野家,\"é\"\n"

  @Test func `reads UTF-8 with and without a byte order mark`() throws {
    let plain = Array(text.utf8)
    for bytes in [plain, [0xEF, 0xBB, 0xBF] + plain] {
      for step in 1...8 {
        for size in [16, 17, 64] {
          let source = Decoding.source(of: DribblingSource(bytes, step: step), .utf8)
          #expect(try drained(source, bufferSize: size) == plain)
        }
      }
    }
    for short in [[], [0xEF, 0xBB, 0xBF], [0x61], [0xEF, 0xBB]] as [[UInt8]] {
      let source = Decoding.source(of: MemorySource(short), .utf8)
      #expect(try drained(source, bufferSize: 16) == (short.count == 3 ? [] : short))
    }
  }

  @Test(arguments: [false, true])
  func `reads UTF-16 of either byte order across any cut`(isBigEndian: Bool) throws {
    let bytes = utf16(text, isBigEndian: isBigEndian)
    let encoding: TextEncoding = isBigEndian ? .utf16BigEndian : .utf16LittleEndian
    for step in 1...9 {
      for size in [1, 3, 16, 256] {
        let source = Decoding.source(of: DribblingSource(bytes, step: step), encoding)
        #expect(try drained(source, bufferSize: size) == Array(text.utf8))
      }
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `counts the lines of a long plain text before a fault in a later buffer`(
    _ end: String
  ) throws {
    let line = Array(("S001,2021-06-01,3" + end).utf8)
    var bytes: [UInt8] = []
    for _ in 0..<60_000 { bytes += line }
    let probe = try probe(bytes + [0xFF] + line)
    #expect(
      probe.fault == EncodingProbe.Fault(line: 60_001, offset: line.count * 60_000, byte: 0xFF))
  }
}
