import ReviewModel

/// Where the cells of a table lie in its file's bytes: the same records and cells that
/// `CSVScanner` gives, but as they are written, with their quotes.
///
/// Delimiters, quotes and line ends are ASCII, and CP950 has no ASCII signs below `@` as second
/// bytes; so bytes are looked at where a character is one, and units of two in UTF-16.
struct RawTable {
  struct Cell: Equatable {
    /// The cell's bytes, quotes included.
    let bytes: Range<Int>
    let isQuoted: Bool
  }

  private let bytes: [UInt8]
  private let encoding: TextEncoding
  private let delimiter: UInt16
  private let start: Int
  private let width: Int

  init(_ bytes: [UInt8], _ encoding: TextEncoding, _ delimiter: Delimiter) {
    self.bytes = bytes
    self.encoding = encoding
    self.delimiter = UInt16(delimiter.rawValue)
    switch encoding {
    case .utf8: (start, width) = (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, 1)
    case .cp950: (start, width) = (0, 1)
    case .utf16LittleEndian, .utf16BigEndian: (start, width) = (2, 2)
    }
  }

  /// The cells of the rows that are asked for, by the rows' numbers from 1.
  func rows(_ wanted: Set<Int>) -> [Int: [Cell]] {
    var found: [Int: [Cell]] = [:]
    var position = start
    var row = 0
    while position < bytes.count, found.count < wanted.count {
      row += 1
      let cells = nextRecord(&position)
      if wanted.contains(row) { found[row] = cells }
    }
    return found
  }

  /// Hands every record's cells on, with the row's number from 1.
  func records(_ body: (_ row: Int, _ cells: [Cell]) -> Void) {
    var position = start
    var row = 0
    while position < bytes.count {
      row += 1
      body(row, nextRecord(&position))
    }
  }

  /// Whether a quoted cell ends with a quote of its own, and not with the file.
  func isClosed(_ cell: Cell) -> Bool {
    guard cell.isQuoted else { return true }
    let quotes = stride(from: cell.bytes.lowerBound, to: cell.bytes.upperBound, by: width)
      .count { unit($0) == 0x22 }
    return quotes.isMultiple(of: 2)
  }

  /// A cell's text as the program reads it, without trimming.
  func text(of cell: Cell) -> String {
    let raw = EncodedText.text(of: bytes[cell.bytes], encoding)
    guard cell.isQuoted else { return raw }
    var out = String.UnicodeScalarView()
    var scalars = raw.unicodeScalars.dropFirst()
    var isInside = true
    while let scalar = scalars.popFirst() {
      guard isInside, scalar == "\"" else {
        out.append(scalar)
        continue
      }
      if scalars.first == "\"" {
        out.append("\"")
        scalars.removeFirst()
      } else {
        isInside = false
      }
    }
    return String(out)
  }

  /// The bytes that a cell with another text takes; nil where the encoding lacks a character.
  ///
  /// Quotes are kept where they stand, and set where the text needs them.
  func bytes(of cell: Cell, holding text: String) -> [UInt8]? {
    let delimiter = Unicode.Scalar(UInt8(self.delimiter))
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == delimiter
    }
    guard cell.isQuoted || needsQuotes else { return EncodedText.bytes(of: text, encoding) }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return EncodedText.bytes(of: "\"" + doubled + "\"", encoding)
  }

  private func unit(_ position: Int) -> UInt16 {
    switch encoding {
    case .utf8, .cp950: UInt16(bytes[position])
    case .utf16LittleEndian: UInt16(bytes[position]) | UInt16(bytes[position + 1]) << 8
    case .utf16BigEndian: UInt16(bytes[position]) << 8 | UInt16(bytes[position + 1])
    }
  }

  private func isLineEnd(_ unit: UInt16) -> Bool { unit == 0x0A || unit == 0x0D }

  /// The record that begins at a position, which moves behind its line end.
  private func nextRecord(_ position: inout Int) -> [Cell] {
    var cells: [Cell] = []
    while true {
      let first = position
      let isQuoted = position < bytes.count && unit(position) == 0x22
      if isQuoted {
        position += width
        skipQuoted(&position)
      }
      while position < bytes.count, unit(position) != delimiter, !isLineEnd(unit(position)) {
        position += width
      }
      cells.append(Cell(bytes: first..<position, isQuoted: isQuoted))
      guard position < bytes.count else { return cells }
      let end = unit(position)
      position += width
      if end == delimiter { continue }
      if end == 0x0D, position < bytes.count, unit(position) == 0x0A { position += width }
      return cells
    }
  }

  /// Moves behind the quote that closes; to the end where none does.
  private func skipQuoted(_ position: inout Int) {
    while position < bytes.count {
      let isQuote = unit(position) == 0x22
      position += width
      guard isQuote else { continue }
      guard position < bytes.count, unit(position) == 0x22 else { return }
      position += width
    }
  }
}
