import TestSupport
import Testing

@testable import SeasonReading

@Suite struct KnownCellsTests {
  /// What is known of cells that differ in a byte or in their length alone, at any length.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `tells cells apart by all of their bytes`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var cells = KnownCells()
    var expected: [[UInt8]: Int] = [:]
    for _ in 0..<4_000 {
      var cell = Array(repeating: UInt8(ascii: "a"), count: Int.random(in: 0...40, using: &random))
      if let place = cell.indices.randomElement(using: &random) {
        cell[place] = [0x61, 0x62, 0x00, 0xFF].randomElement(using: &random) ?? 0x61
      }
      cell.withUnsafeBufferPointer { bytes in
        #expect(cells.meaning(of: bytes) == expected[cell], "\(cell)")
        guard expected[cell] == nil else { return }
        cells.learn(bytes, expected.count - 2)
        expected[cell] = expected.count - 2
      }
    }
    #expect(expected.count > 500)
  }

  @Test func `learns no more than some megabytes`() {
    var cells = KnownCells()
    let cell = Array(repeating: UInt8(ascii: "a"), count: 1 << 20)
    for number in 0..<6 {
      cell[number...].withUnsafeBufferPointer { cells.learn($0, number) }
    }
    let known = (0..<6).filter { number in
      cell[number...].withUnsafeBufferPointer { cells.meaning(of: $0) } == number
    }
    #expect(known == [0, 1, 2, 3])
  }
}
