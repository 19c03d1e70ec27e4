import TestSupport
import Testing

@testable import SeasonReading

@Suite struct CSVScannerTests {
  @Test func `reads quoted line breaks and doubled quotes, whatever the buffer's size`() throws {
    let text = "a,\"b\"\"c\",\"d\r\ne\"f\r\n,\"\"\rlast,x y,\"\"\"\""
    for size in 16...64 {
      let records = try scanned(text, bufferSize: size, step: 1 + size % 7)
      #expect(
        records.map(\.cells) == [["a", "b\"c", "d\r\nef"], ["", ""], ["last", "x y", "\""]])
      #expect(records.map(\.line) == [1, 3, 4])
      #expect(records.map(\.row) == [1, 2, 3])
    }
  }

  @Test(
    arguments: [
      ("", []), ("a", [["a"]]), ("a\n", [["a"]]), ("a\r", [["a"]]), ("a\r\n", [["a"]]),
      ("a\n\nb", [["a"], [""], ["b"]]), ("\n", [[""]]), ("\r\n\r\n", [[""], [""]]),
      ("a\rb\nc\r\nd", [["a"], ["b"], ["c"], ["d"]]), ("a,", [["a", ""]]), (",", [["", ""]]),
      (",\n", [["", ""]]), ("a\n\rb", [["a"], [""], ["b"]]),
    ] as [(String, [[String]])])
  func `ends records at LF, CRLF and CR, and the last one at the end`(
    text: String, cells: [[String]]
  ) throws {
    #expect(try scanned(text).map(\.cells) == cells)
  }

  @Test(arguments: [
    ("\"a\"", ["a"]), ("\"\"", [""]), ("\"a,b\",c", ["a,b", "c"]), ("\"a\nb\"", ["a\nb"]),
    ("\"a\"\"b\"", ["a\"b"]), ("\"\"\"x\"\"\"", ["\"x\""]), ("\"\"\"\"\"\"", ["\"\""]),
    // Text behind a closing quote is appended; a quote in it is an ordinary one.
    ("\"a\"b,c", ["ab", "c"]), ("\"a\" ,c", ["a ", "c"]), ("\"a\"b\"c\"", ["ab\"c\""]),
    ("\"a\"\"\"b,c", ["a\"b", "c"]), ("\"\"a\"", ["a\""]),
    // A quote behind a blank, or in the middle, is an ordinary character.
    (" \"a\",b", [" \"a\"", "b"]), ("a\"b\",c", ["a\"b\"", "c"]),
    ("\u{A0}\"a,b", ["\u{A0}\"a", "b"]),
  ])
  func `takes quotes apart`(text: String, cells: [String]) throws {
    for size in [16, 256] {
      #expect(try scanned(text, bufferSize: size, step: 1).map(\.cells) == [cells])
      #expect(try scanned(text + "\nz", bufferSize: size, step: 2).map(\.cells) == [cells, ["z"]])
    }
  }

  @Test func `takes everything to the end into the record of a quote that never closes`() throws {
    let records = try scanned("a,b\r\n1,\"x,\"\"\n2,y\r\n")
    #expect(records.map(\.cells) == [["a", "b"], ["1", "x,\"\n2,y\r\n"]])
    #expect(records.map(\.unclosedCell) == [nil, 2])
    #expect(try scanned("\"").map(\.unclosedCell) == [1])
    #expect(try scanned("a,\"b\"\"").map(\.unclosedCell) == [2])
    #expect(try scanned("a,\"b\"\"\"").map(\.unclosedCell) == [nil])
  }

  @Test func `tells the line apart from the row`() throws {
    let records = try scanned("\"a\nb\rc\r\nd\",x\n\n\"y\n\"\nz")
    #expect(records.map(\.line) == [1, 5, 6, 8])
    #expect(records.map(\.row) == [1, 2, 3, 4])
  }

  @Test(arguments: Delimiter.allCases)
  func `separates by its delimiter alone`(delimiter: Delimiter) throws {
    let cells = try scanned("a,b\tc;\"d,e\tf;g\"", delimiter: delimiter).map(\.cells)
    switch delimiter {
    case .comma: #expect(cells == [["a", "b\tc;\"d", "e\tf;g\""]])
    case .tab: #expect(cells == [["a,b", "c;\"d,e", "f;g\""]])
    case .semicolon: #expect(cells == [["a,b\tc", "d,e\tf;g"]])
    }
  }

  @Test func `holds more cells than it first makes room for`() throws {
    let cells = (0..<1_000).map { String($0) }
    let text = cells.joined(separator: ",") + "\n" + cells.joined(separator: ",")
    #expect(try scanned(text, bufferSize: 16, step: 3).map(\.cells) == [cells, cells])
  }

  @Test(arguments: [1, 3, 50])
  func `passes over a record that is longer than the limit, and counts its lines`(
    step: Int
  ) throws {
    let long = "\"x\r\n" + String(repeating: "a,\"\"\n", count: 40) + "\"b\"c"
    for end in ["\n", "\r\n", "\r"] {
      let text = "a,b" + end + long + end + "c,d" + end
      let records = try scanned(text, bufferSize: 16, step: step, recordLimit: 60)
      #expect(records.map(\.isTruncated) == [false, true, false])
      #expect(records.map(\.line) == [1, 2, 44])
      #expect(records.map(\.row) == [1, 2, 3])
      #expect(records.last?.cells == ["c", "d"])
    }
    let open = try scanned(
      "a\n\"" + String(repeating: "x\n", count: 99), bufferSize: 16, step: step, recordLimit: 60)
    #expect(open.map(\.isTruncated) == [false, true])
    #expect(open.last?.unclosedCell == 1)
    let plain = String(repeating: "x", count: 200)
    for text in ["a\n" + plain, "a\n" + plain + "\r", "a\n" + plain + "\r\nb"] {
      let records = try scanned(text, bufferSize: 16, step: step, recordLimit: 60)
      #expect(
        records.map(\.isTruncated) == (text.hasSuffix("b") ? [false, true, false] : [false, true]))
      #expect(records.allSatisfy { $0.unclosedCell == nil })
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `scans a long record again only when its buffer grows`() throws {
    let text = "a\n\"" + String(repeating: "店,\n", count: 60_000)
    let records = try scanned(text, bufferSize: 16, step: 1)
    #expect(records.map(\.unclosedCell) == [nil, 1])
    #expect(records.last?.cells.first?.utf8.count == 300_000)
  }

  @Test(arguments: Array(1...8) as [UInt64])
  func `reads random texts as a simple reader does`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet: [Character] = ["a", "店", ",", "\"", "\"", "\n", "\r", " "]
    for round in 0..<400 {
      let length = Int.random(in: 0..<60, using: &random)
      let text = String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "a" })
      let size = Int.random(in: 16..<40, using: &random)
      let step = Int.random(in: 1..<20, using: &random)
      let records = try scanned(text, bufferSize: size, step: step)
      guard records == simplyRead(text) else {
        Issue.record(
          "seed \(seed), round \(round), buffer \(size), step \(step): \(text.debugDescription)")
        return
      }
    }
  }
}

private struct Scanned: Equatable {
  var cells: [String]
  let line: Int
  let row: Int
  var unclosedCell: Int?
  var isTruncated = false
}

private func scanned(
  _ text: String, delimiter: Delimiter = .comma, bufferSize: Int = 256, step: Int = .max,
  recordLimit: Int = CSVScanner.recordLimit
) throws -> [Scanned] {
  var scanner = CSVScanner(
    DribblingSource(Array(text.utf8), step: step), delimiter: delimiter, bufferSize: bufferSize,
    recordLimit: recordLimit)
  var records: [Scanned] = []
  while let record = try scanner.next({ record in
    Scanned(
      cells: (0..<record.count).map { record.text($0) }, line: record.line, row: record.row,
      unclosedCell: record.unclosedCell, isTruncated: record.isTruncated)
  }) {
    records.append(record)
  }
  return records
}

/// Reads a text scalar by scalar, without a buffer: slow, and plain to see.
private func simplyRead(_ text: String) -> [Scanned] {
  var records: [Scanned] = []
  var rest = text.unicodeScalars[...]
  var line = 1
  func takeLineEnd() -> String? {
    guard let first = rest.first, first == "\n" || first == "\r" else { return nil }
    rest = rest.dropFirst()
    line += 1
    guard first == "\r", rest.first == "\n" else { return String(first) }
    rest = rest.dropFirst()
    return "\r\n"
  }
  while !rest.isEmpty {
    var record = Scanned(cells: [], line: line, row: records.count + 1)
    repeat {
      var cell = ""
      if rest.first == "\"" {
        rest = rest.dropFirst()
        while true {
          if rest.isEmpty {
            record.unclosedCell = record.cells.count + 1
            break
          }
          if let end = takeLineEnd() {
            cell += end
          } else if rest.starts(with: "\"\"".unicodeScalars) {
            cell += "\""
            rest = rest.dropFirst(2)
          } else if rest.first == "\"" {
            rest = rest.dropFirst()
            break
          } else {
            cell.unicodeScalars.append(rest.removeFirst())
          }
        }
      }
      while let next = rest.first, ![",", "\n", "\r"].contains(next) {
        cell.unicodeScalars.append(rest.removeFirst())
      }
      record.cells.append(cell)
    } while rest.first == "," && rest.popFirst() != nil
    _ = takeLineEnd()
    records.append(record)
  }
  return records
}
