import ReviewModel

@testable import SeasonReading

/// A CSV text in which `▶` stands before each cell that a finding should name.
///
/// Markers count commas, so no quoted comma may stand before one on its line.
struct Marked: ExpressibleByStringLiteral, CustomStringConvertible {
  let text: String
  let places: [(line: Int, column: Int)]

  init(stringLiteral marked: String) {
    var text = ""
    var places: [(line: Int, column: Int)] = []
    var (line, column) = (1, 1)
    for character in marked {
      switch character {
      case "▶": places.append((line, column))
      case "\n", "\r\n", "\r":
        (line, column) = (line + 1, 1)
        text.append(character)
      default:
        if character == "," { column += 1 }
        text.append(character)
      }
    }
    self.text = text
    self.places = places
  }

  var description: String { text }

  var file: TextFile { TextFile(path: "a.csv", bytes: Array(text.utf8)) }

  /// Each code at the marker with its number, as `summaries` writes findings.
  func expecting(_ codes: FindingCode...) -> [String] {
    zip(codes, places).map { "\($0) \($1.line):\($1.column)" }
      + codes.dropFirst(places.count).map { "\($0) without a marker" }
  }
}

/// `CODE line:column` of each finding, in the order of places.
func summaries(_ findings: [Finding]) -> [String] {
  findings.sorted(by: findingPrecedes).map {
    "\($0.code) \($0.place?.line ?? 0):\($0.place?.column ?? 0)"
  }
}

/// Gives a text's bytes to a function that reads a cell.
func withBytes<Result>(
  _ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
  Array(text.utf8).withUnsafeBufferPointer { body($0) }
}

/// Bytes that come a few at a time.
struct DribblingSource: ByteSource {
  private let bytes: [UInt8]
  private let step: Int
  private var position = 0

  init(_ bytes: [UInt8], step: Int) {
    self.bytes = bytes
    self.step = step
  }

  mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let count = min(buffer.count, step, bytes.count - position)
    _ = buffer.update(fromContentsOf: bytes[position..<(position + count)])
    position += count
    return count
  }
}

/// All bytes of a source, read through a buffer of a size.
func drained(_ source: any ByteSource, bufferSize: Int) throws -> [UInt8] {
  var source = source
  let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bufferSize)
  defer { buffer.deallocate() }
  var bytes: [UInt8] = []
  while true {
    let count = try source.read(into: buffer)
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}
