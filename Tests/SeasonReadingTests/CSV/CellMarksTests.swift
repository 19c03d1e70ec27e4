import CProcessor
import TestSupport
import Testing

@testable import SeasonReading

@Suite struct CellMarksTests {
  /// Of the processor's own way and that by words, each test sees one alone.
  @Test(arguments: 1...10 as ClosedRange<UInt64>, Delimiter.allCases)
  func `finds the same by words`(seed: UInt64, delimiter: Delimiter) throws {
    var random = SeededGenerator(seed: seed)
    let near =
      [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x21, 0x22, 0x23, 0x2B, 0x2C, 0x2D, 0x3A, 0x3B]
      as [UInt8]
    for _ in 0..<300 {
      let bytes = (0..<64).map { _ -> UInt8 in
        let byte = near.randomElement(using: &random) ?? 0
        return Bool.random(using: &random) ? byte : byte | 0x80
      }
      let marks = rp_cell_marks_by_words(bytes, delimiter.rawValue)
      for (place, byte) in bytes.enumerated() {
        let isEnd = byte == 0x0A || byte == 0x0D
        #expect((marks.plain >> UInt64(place) & 1 == 1) == (isEnd || byte == delimiter.rawValue))
        #expect((marks.quoted >> UInt64(place) & 1 == 1) == (isEnd || byte == 0x22))
      }
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>, Delimiter.allCases)
  func `finds what a cell ends at from any place`(seed: UInt64, delimiter: Delimiter) throws {
    var random = SeededGenerator(seed: seed)
    let rare = Array(",;\t\"\n\r\0\u{FF}".utf8) + Array(repeating: UInt8(ascii: "a"), count: 50)
    // Behind the text there is what must not be found.
    let text = (0..<400).map { _ in rare.randomElement(using: &random) ?? 0x61 }
    let ends = [delimiter.rawValue, 0x0A, 0x0D]
    var marks = CellMarks(delimiter: delimiter.rawValue)
    for filled in [0, 1, 63, 64, 65, 200, 400 - CellMarks.blockSize] {
      marks.forget()
      for place in (0...filled).shuffled(using: &random) {
        let plain = text[place..<filled].firstIndex { ends.contains($0) } ?? filled
        let quoted = text[place..<filled].firstIndex { [0x22, 0x0A, 0x0D].contains($0) } ?? filled
        let found = try text.withUnsafeBufferPointer { text in
          let base = try #require(text.baseAddress)
          return (
            marks.endOfPlain(base, filled, from: place),
            marks.stopInQuoted(base, filled, from: place)
          )
        }
        #expect(found == (plain, quoted), "from \(place) of \(filled)")
      }
    }
  }
}
