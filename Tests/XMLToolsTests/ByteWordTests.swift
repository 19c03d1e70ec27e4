import Testing

@testable import XMLTools

@Suite struct ByteWordTests {
  private func onBytes<Result>(
    _ bytes: [UInt8], _ work: (UnsafePointer<UInt8>) -> Result
  ) throws -> Result {
    try bytes.withUnsafeBufferPointer { work(try #require($0.baseAddress)) }
  }

  @Test func `marks each byte at each place`() throws {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<16 {
        var bytes = Array(repeating: UInt8(ascii: "a"), count: 16)
        bytes[place] = byte
        let (same, unusual) = try onBytes(bytes) { bytes in
          let block = ByteBlock(bytes)
          return (ByteBlock.place(of: block.marks(of: byte)), ByteBlock.place(of: block.unusual))
        }
        #expect(same == (byte == UInt8(ascii: "a") ? 0 : place))
        #expect(unusual == (byte < 0x20 || byte >= 0x80 ? place : 16))
      }
    }
  }

  @Test func `counts digits, and bytes of a value`() throws {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        var bytes = Array("01928374".utf8)
        bytes[place] = byte
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        let digits = try onBytes(bytes) { ByteWord($0).leadingDigits }
        #expect(digits == (isDigit ? 8 : place))
        let same =
          Array(repeating: byte, count: place) + Array(repeating: byte ^ 1, count: 8 - place)
        let count = try onBytes(same) { ByteWord($0).leading(byte) }
        #expect(count == place)
      }
    }
  }

  @Test func `compares all bytes and no more`() throws {
    for count in 0...40 {
      let one = (0..<UInt8(count)).map { $0 } + [1]
      let other = (0..<UInt8(count)).map { $0 } + [2]
      #expect(try areSame(one, other, count))
      for place in 0..<count {
        var changed = other
        changed[place] ^= 0x80
        #expect(try !areSame(one, changed, count))
      }
    }
  }

  private func areSame(_ one: [UInt8], _ other: [UInt8], _ count: Int) throws -> Bool {
    try one.withUnsafeBufferPointer { one in
      try other.withUnsafeBufferPointer { other in
        isSame(try #require(one.baseAddress), try #require(other.baseAddress), count)
      }
    }
  }

  @Test func `tells digits and dashes of a date by their places`() throws {
    let form = "0000-00-".utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        var bytes = Array("2021-09-".utf8)
        bytes[place] = byte
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        let isRight = place == 4 || place == 7 ? byte == UInt8(ascii: "-") : isDigit
        #expect(try onBytes(bytes) { ByteWord($0).hasForm(of: form) } == isRight)
      }
    }
    #expect(try onBytes(Array("2021-09-".utf8)) { ByteWord($0).twoDigits(at: 2) } == 21)
    #expect(try onBytes(Array("2021-09-".utf8)) { ByteWord($0).twoDigits(at: 5) } == 9)
  }

  @Test func `finds a short text, whatever stands behind it`() throws {
    let bytes = Array("0123456789abcdefgh".utf8)
    for length in 0...16 {
      #expect(try onBytes(bytes) { ShortText(bytes.prefix(length)).stands(at: $0) })
      #expect(try onBytes(bytes) { ShortText(bytes).stands(at: $0) })
      for place in 0..<length {
        var other = bytes
        other[place] ^= 0x80
        #expect(try onBytes(other) { !ShortText(bytes.prefix(length)).stands(at: $0) })
      }
    }
  }
}
