import TestSupport
import Testing

@testable import SeasonReading

@Suite struct CellMarksTests {
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
