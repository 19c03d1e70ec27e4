import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

@Suite struct RawTableTests {
  private static let encodings: [TextEncoding] = [
    .utf8, .cp950, .utf16LittleEndian, .utf16BigEndian,
  ]

  /// A text in an encoding, with the byte order mark that it needs.
  static func bytes(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
    let encoded = try #require(EncodedText.bytes(of: text, encoding))
    switch encoding {
    case .utf8, .cp950: return encoded
    case .utf16LittleEndian: return [0xFF, 0xFE] + encoded
    case .utf16BigEndian: return [0xFE, 0xFF] + encoded
    }
  }

  /// The cells that the program reads.
  private static func read(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ delimiter: Delimiter
  ) throws -> [[String]] {
    let text = TextFile(path: "a.csv", bytes: bytes, encoding: encoding)
    var scanner = CSVScanner(try text.source(), delimiter: delimiter)
    var records: [[String]] = []
    while let cells = try scanner.next({ record in
      (0..<record.count).map { record.text($0) }
    }) {
      records.append(cells)
    }
    return records
  }

  @Test(arguments: encodings)
  func `finds every cell where the scanner reads it, whatever the bytes are`(
    encoding: TextEncoding
  ) throws {
    var generator = SeededGenerator(seed: 20_210_601)
    let pieces = [",", "\"", "\"\"", "\n", "\r\n", "\r", ";", "\t", "a", " ", "店", "功", "許", "1"]
    for _ in 0..<400 {
      let count = Int.random(in: 0...24, using: &generator)
      let text = (0..<count).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      let bytes = try Self.bytes(text, encoding)
      for delimiter in Delimiter.allCases {
        let expected = try Self.read(bytes, encoding, delimiter)
        let table = RawTable(bytes, encoding, delimiter)
        let rows = table.rows(Set(1...(expected.count + 1)))
        #expect(rows.count == expected.count)
        for (index, cells) in expected.enumerated() {
          #expect(rows[index + 1]?.map { table.text(of: $0) } == cells, "\(text.debugDescription)")
        }
      }
    }
  }

  @Test func `begins behind a byte order mark`() {
    let table = RawTable([0xEF, 0xBB, 0xBF] + Array("a,b".utf8), .utf8, .comma)
    #expect(table.rows([1])[1]?.first?.bytes == 3..<4)
  }

  @Test func `keeps quotes, and sets them where a text needs them`() throws {
    let table = RawTable(Array("\"a\",b".utf8), .utf8, .comma)
    let cells = try #require(table.rows([1])[1])
    #expect(table.bytes(of: cells[0], holding: "x") == Array("\"x\"".utf8))
    #expect(table.bytes(of: cells[1], holding: "x") == Array("x".utf8))
    #expect(table.bytes(of: cells[1], holding: "x\"y,") == Array("\"x\"\"y,\"".utf8))
    #expect(table.bytes(of: cells[1], holding: "") == [])
  }

  @Test func `writes no character that the encoding lacks`() {
    #expect(EncodedText.bytes(of: "店", .cp950) == [0xA9, 0xB1])
    #expect(EncodedText.bytes(of: "伃", .cp950) == nil)
    #expect(EncodedText.bytes(of: "伃", .utf16LittleEndian) == [0x03, 0x4F])
    #expect(EncodedText.text(of: [0xA9, 0xB1], .cp950) == "店")
  }
}
