// The CSV scanner against the plain reference reader, with buffers of any size.
import Fuzzing
@testable import SeasonReading
@testable import TestSupport

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = bytes(data, count)
  guard let choice = input.first else { return 0 }
  let text = Array(input.dropFirst())
  let delimiter = Delimiter.allCases[Int(choice) % Delimiter.allCases.count]
  let bufferSize = 16 + Int(choice >> 2)
  let expected = referenceRecords(of: text, delimiter: delimiter.rawValue)
  compare(text, expected, delimiter, bufferSize)
  passOver(text, delimiter, bufferSize)
  return 0
}

private func compare(
  _ text: [UInt8], _ expected: [ReferenceRecord], _ delimiter: Delimiter, _ bufferSize: Int
) {
  var scanner = CSVScanner(MemorySource(text), delimiter: delimiter, bufferSize: bufferSize)
  var number = 0
  while true {
    let record = try? scanner.next { record in
      ReferenceRecord(
        cells: (0..<record.count).map { Array(record.cell($0)) }, line: record.line,
        unclosedCell: record.unclosedCell)
    }
    guard let record else { break }
    require(number < expected.count, "more records than \(expected.count)")
    require(record == expected[number], "record \(number): \(record), not \(expected[number])")
    number += 1
  }
  require(number == expected.count, "\(number) records, not \(expected.count)")
}

/// With a small limit: whatever is passed over, the rows and lines of the others stay the same.
private func passOver(_ text: [UInt8], _ delimiter: Delimiter, _ bufferSize: Int) {
  let expected = referenceRecords(of: text, delimiter: delimiter.rawValue)
  var scanner = CSVScanner(
    MemorySource(text), delimiter: delimiter, bufferSize: 16, recordLimit: bufferSize)
  var number = 0
  while true {
    let record = try? scanner.next { record in
      (record.line, record.isTruncated, (0..<record.count).map { Array(record.cell($0)) })
    }
    guard let (line, isTruncated, cells) = record else { break }
    require(number < expected.count, "more records than \(expected.count), with a limit")
    require(line == expected[number].line, "record \(number) in line \(line), with a limit")
    require(isTruncated || cells == expected[number].cells, "record \(number), with a limit")
    number += 1
  }
  require(number == expected.count, "\(number) records, not \(expected.count), with a limit")
}
