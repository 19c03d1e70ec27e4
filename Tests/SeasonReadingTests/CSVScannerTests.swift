import Testing

@testable import SeasonReading

@Suite struct CSVScannerTests {
  @Test func `reads quoted line breaks and doubled quotes, whatever the buffer's size`() throws {
    let text = "a,\"b\"\"c\",\"d\r\ne\"f\r\n,\"\"\rlast,x y,\"\"\"\""
    for size in [16, 17, 19, 64] {
      var scanner = CSVScanner(MemorySource(Array(text.utf8)), delimiter: .comma, bufferSize: size)
      var records: [[String]] = []
      var lines: [Int] = []
      while let record = try scanner.next({ record in
        lines.append(record.line)
        return (0..<record.count).map { record.text($0) }
      }) {
        records.append(record)
      }
      #expect(records == [["a", "b\"c", "d\r\nef"], ["", ""], ["last", "x y", "\""]])
      #expect(lines == [1, 3, 4])
    }
  }
}
