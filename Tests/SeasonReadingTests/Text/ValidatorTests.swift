import TestSupport
import Testing

@testable import SeasonReading

@Suite struct ValidatorTests {
  /// What a validator says of bytes that come in buffers of some sizes.
  private func fault(_ bytes: [UInt8], inBuffersOf size: () -> Int) -> EncodingProbe.Fault? {
    var validator = UTF8Validator()
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + size())
      bytes[start..<end].withUnsafeBufferPointer { validator.take($0) }
      start = end
    }
    validator.finish()
    return validator.fault
  }

  @Test(arguments: [81, 82, 83] as [UInt64])
  func `tells what is no UTF-8, and where, however the bytes come`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts: [[UInt8]] =
      ["店", "商圈", "é", "😀", "S000001,", "\r\n", "\n", "\r", "x", "\u{800}", "\u{FFFF}", "\u{D7FF}"]
      .map { Array($0.utf8) }
    let wrong: [[UInt8]] = [
      [0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xE5, 0xBA],
      [0xE5, 0x41, 0x80],
      [0xE5, 0xBA, 0x41], [0xE5, 0xBA, 0xC0], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
      [0xFF], [0x00],
    ]
    var faults = 0
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let isWrong = Int.random(in: 0..<15, using: &random) == 0
        bytes += (isWrong ? wrong : parts).randomElement(using: &random) ?? []
      }
      // One by one no run of bytes is looked at together.
      let expected = fault(bytes, inBuffersOf: { 1 })
      let isText = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
      #expect((expected == nil) == isText, "\(bytes)")
      #expect(fault(bytes, inBuffersOf: { 99 }) == expected, "\(bytes)")
      let found = fault(bytes, inBuffersOf: { Int.random(in: 1...9, using: &random) })
      #expect(found == expected, "\(bytes)")
      if expected != nil { faults += 1 }
    }
    #expect((500..<2_500).contains(faults))
  }

  @Test func `finds how far bytes are plain`() {
    let text = Array("S000001,2021-06-01,3".utf8)
    func plain(_ bytes: [UInt8], _ start: Int = 0) -> Int {
      bytes.withUnsafeBufferPointer { LineCounter.plainBytes($0, from: start) }
    }
    #expect(plain(text) == 16 && plain(text, 13) == 0)
    for byte in [0, 0x0A, 0x0D, 0x80, 0xE5, 0xFF] as [UInt8] {
      for place in 0..<16 {
        var bytes = text
        bytes[place] = byte
        #expect(plain(bytes) == place, "\(byte) at \(place)")
      }
    }
  }
}
