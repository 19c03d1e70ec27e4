import TestSupport
import Testing

@testable import SeasonReading

@Suite struct ScannerReferenceTests {
  /// Short texts in small buffers, and such as go beyond what is looked at together, most of which are letters.
  @Test(arguments: 1...8, [(60, 16...40, 0), (300, 16...200, 0), (900, 16...900, 60)])
  func `reads random text as the plain reference reader does`(
    seed: Int, sizes: (text: Int, buffer: ClosedRange<Int>, letters: Int)
  ) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let marks = Array(",;\t\"\"\"\n\r\r\nab 店".utf8)
    let alphabet = marks + Array(repeating: UInt8(ascii: "a"), count: sizes.letters)
    for _ in 0..<(30_000 / sizes.text) {
      let length = Int.random(in: 0...sizes.text, using: &generator)
      let text = (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0x61 }
      for delimiter in Delimiter.allCases {
        let expected = referenceRecords(of: text, delimiter: delimiter.rawValue)
        let size = Int.random(in: sizes.buffer, using: &generator)
        var scanner = CSVScanner(MemorySource(text), delimiter: delimiter, bufferSize: size)
        var records: [ReferenceRecord] = []
        while let record = try scanner.next({ record in
          ReferenceRecord(
            cells: (0..<record.count).map { Array(record.cell($0)) }, line: record.line,
            unclosedCell: record.unclosedCell)
        }) {
          records.append(record)
        }
        #expect(records == expected, "seed \(seed): \(text)")
      }
    }
  }
}
