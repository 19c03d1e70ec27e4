import Testing

@testable import SeasonReading

@Suite struct BytesTests {
  private func word(_ bytes: [UInt8]) -> UInt64 {
    Array((bytes + [0, 0, 0, 0, 0, 0, 0, 0]).prefix(8)).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { Bytes.word($0) } ?? 0
    }
  }

  @Test func `reads numbers of one to four digits`() {
    for number in 0...9_999 {
      let digits = Array(String(number).utf8)
      let found = Bytes.number(word(digits + [0x0D, 0x0A, 0x39, 0xFF]), width: digits.count)
      #expect(found == number)
    }
    #expect(Bytes.number(word(Array("0007\n".utf8)), width: 4) == 7)
  }

  @Test func `finds a line's end behind digits`() {
    for count in 0...7 {
      for end in [0x0A, 0x0D] as [UInt8] {
        let digits = Array("90817263".utf8.prefix(count))
        let text = digits + [end] + Array(repeating: 0x0A, count: 8)
        #expect(Bytes.digitsAtMost(word(text)) == count)
      }
    }
    #expect(Bytes.digitsAtMost(word(Array("01234567".utf8))) == 8)
  }

  @Test func `a number of a byte that is no digit is none`() {
    for width in 1...4 {
      for place in 0..<width {
        for byte in UInt8.min...UInt8.max where !(0x30...0x39).contains(byte) {
          var digits = Array("9081".utf8.prefix(width))
          digits[place] = byte
          #expect(Bytes.number(word(digits), width: width) == nil, "byte \(byte) at \(place)")
        }
      }
    }
  }

  @Test func `a word begins with another's bytes`() {
    let bytes = Array("S000001,".utf8)
    for count in 1...8 {
      var other = Array(bytes.prefix(count))
      #expect(Bytes.begins(word(bytes), with: word(other), count))
      // What is behind may be anything.
      let longer = other + Array(repeating: 0xFF, count: 8)
      #expect(Bytes.begins(word(longer), with: word(other), count))
      other[count - 1] ^= 0x20
      #expect(!Bytes.begins(word(bytes), with: word(other), count))
    }
    #expect(Bytes.begins(word(bytes), with: word(bytes), 13))
    #expect(!Bytes.begins(word(bytes), with: 0, 0))
    #expect(Bytes.begins(0, with: 0, 0))
  }

  @Test func `finds a byte that is not plain ASCII in any place`() {
    for length in 0...20 {
      let plain = Array(repeating: UInt8(0x7F), count: length)
      #expect(plain.withUnsafeBufferPointer { Bytes.arePlainASCII($0) })
      for place in 0..<length {
        for byte in [0, 0x80, 0xFF] as [UInt8] {
          var bytes = plain
          bytes[place] = byte
          #expect(!bytes.withUnsafeBufferPointer { Bytes.arePlainASCII($0) })
        }
      }
    }
  }
}
