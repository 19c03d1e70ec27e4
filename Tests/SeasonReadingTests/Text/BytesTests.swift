import Testing

@testable import SeasonReading

@Suite struct BytesTests {
  private func word(_ bytes: [UInt8]) -> UInt64 {
    Array((bytes + [0, 0, 0, 0, 0, 0, 0, 0]).prefix(8)).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { Bytes.word($0) } ?? 0
    }
  }

  @Test func `counts the digits that a word begins with, whatever byte follows`() {
    for count in 0...7 {
      let digits = Array("90817263".utf8.prefix(count))
      for byte in UInt8.min...UInt8.max where !(0x30...0x39).contains(byte) {
        for tail in [0x30, 0xFF, 0x2F] as [UInt8] {
          let found = Bytes.leadingDigits(word(digits + [byte] + Array(repeating: tail, count: 8)))
          #expect(found == count, "byte \(byte) behind \(count) digits")
        }
      }
    }
    #expect(Bytes.leadingDigits(word(Array("01234567".utf8))) == 8)
  }

  @Test func `reads numbers of one to four digits`() {
    for number in 0...9_999 {
      let digits = Array(String(number).utf8)
      let found = Bytes.number(word(digits + [0x0D, 0x0A, 0x39, 0xFF]), digits: digits.count)
      #expect(found == number)
    }
    #expect(Bytes.number(word(Array("0007\n".utf8)), digits: 4) == 7)
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
