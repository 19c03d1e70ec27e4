import TestSupport
import Testing

@testable import SeasonReading

@Suite struct ScannerReferenceTests {
  @Test(arguments: 1...8)
  func `reads random text as the plain reference reader does`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array(",;\t\"\"\"\n\r\r\nab 店".utf8)
    for _ in 0..<500 {
      let length = Int.random(in: 0...60, using: &generator)
      let text = (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0x61 }
      for delimiter in Delimiter.allCases {
        let expected = referenceRecords(of: text, delimiter: delimiter.rawValue)
        let size = Int.random(in: 16...40, using: &generator)
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
