/// Where each literal part of a rendered document stands in its templates.
struct TemplateTrace: Sendable {
  private struct Part {
    let offset: Int
    let place: TemplatePlace
    let bytes: [UInt8]
  }

  /// In the order of the document.
  private var parts: [Part] = []

  mutating func add(_ offset: Int, _ place: TemplatePlace, _ bytes: [UInt8]) {
    parts.append(Part(offset: offset, place: place, bytes: bytes))
  }

  /// The place of the text at an offset, or where the text before a value ends.
  func place(at offset: Int) -> TemplatePlace? {
    guard let part = parts.last(where: { $0.offset <= offset }) else { return parts.first?.place }
    var (line, column) = (part.place.line, part.place.column)
    for byte in part.bytes.prefix(offset - part.offset) {
      if byte == lineFeed {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return TemplatePlace(file: part.place.file, line: line, column: column)
  }

  /// The place of a document's line and column, both from 1, the column in bytes; 0 is unknown.
  func place(ofLine line: Int, column: Int, in document: [UInt8]) -> TemplatePlace? {
    var start = 0
    for _ in 1..<max(1, line) {
      guard let end = document[start...].firstIndex(of: lineFeed) else { break }
      start = end + 1
    }
    let blanks = document[start...].prefix(while: isBlank).count
    let offset = start + (column > 0 ? column - 1 : blanks)
    return place(at: min(offset, max(0, document.count - 1)))
  }
}
