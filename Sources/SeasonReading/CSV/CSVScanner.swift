/// The separator of a file's cells; taken from its header row.
package enum Delimiter: UInt8, Sendable, CaseIterable {
  case comma = 0x2C
  case tab = 0x09
  case semicolon = 0x3B
}

/// One record of a CSV file, as it lies in the scanner's buffer.
///
/// Valid only until the scanner goes on; copy what is kept.
struct Record {
  /// The cells' bytes, unescaped; `cells` are ranges of it.
  ///
  /// Eight bytes can be read from where any byte lies.
  let bytes: UnsafeBufferPointer<UInt8>
  let cells: UnsafeBufferPointer<CellRange>
  /// The first physical line, 1-based: LF, CRLF and CR each end one, inside quotes too.
  let line: Int
  /// The row as a spreadsheet counts it, 1-based.
  let row: Int
  /// The number of the cell whose quote never closes, 1-based.
  let unclosedCell: Int?
  /// Whether the record was longer than can be held, and its rest was passed over.
  let isTruncated: Bool

  var count: Int { cells.count }

  func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let range = cells[index]
    return UnsafeBufferPointer(rebasing: bytes[range.start..<range.end])
  }

  func text(_ index: Int) -> String { String(decoding: cell(index), as: UTF8.self) }

  /// Whether a cell holds nothing but blanks.
  func isBlank(_ index: Int) -> Bool {
    let range = cells[index]
    if range.start == range.end { return true }
    return !Blanks.isVisible(bytes[range.start]) && Blanks.trimmed(cell(index)).isEmpty
  }
}

/// The bytes of a cell inside its record's buffer.
struct CellRange {
  let start: Int
  let end: Int
}

/// Reads RFC 4180 with what real files do: LF, CRLF or CR; a last line without a line end; text
/// after a closing quote is appended; a quote after the first character is an ordinary one.
///
/// Bytes come from a source of UTF-8 chunks into one buffer that grows only to the longest
/// record, at most `recordLimit`; what is longer is passed over to its end and said so.
struct CSVScanner: ~Copyable {
  /// No record of a real file comes near this many bytes.
  static let recordLimit = 16 << 20
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let quote = UInt8(ascii: "\"")

  private let delimiter: UInt8
  private var source: any ByteSource
  private let recordLimit: Int
  private var buffer: UnsafeMutableBufferPointer<UInt8>
  private var start = 0
  private var filled = 0
  private var atEnd = false
  private var cells: UnsafeMutableBufferPointer<CellRange>
  private var cellCount = 0
  private var escapes: [Escape] = []
  private var marks: CellMarks
  private(set) var line: Int
  private var row: Int

  /// - Parameters:
  ///   - source: The text, or what is left of it.
  ///   - delimiter: Of its cells.
  ///   - bufferSize: The bytes that are read at a time.
  ///   - recordLimit: The bytes of the longest record that is held.
  ///   - line: The first line's number.
  ///   - row: The rows before the first one.
  init(
    _ source: any ByteSource, delimiter: Delimiter, bufferSize: Int = 256 << 10,
    recordLimit: Int = CSVScanner.recordLimit, line: Int = 1, row: Int = 0
  ) {
    self.source = source
    self.delimiter = delimiter.rawValue
    marks = CellMarks(delimiter: delimiter.rawValue)
    self.recordLimit = recordLimit
    self.line = line
    self.row = row
    buffer = Self.buffer(of: max(bufferSize, 16))
    cells = .allocate(capacity: 64)
  }

  /// A buffer with room behind it for a block to be looked at as a whole.
  private static func buffer(of size: Int) -> UnsafeMutableBufferPointer<UInt8> {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size + CellMarks.blockSize)
    buffer[size...].initialize(repeating: 0)
    return UnsafeMutableBufferPointer(rebasing: buffer[..<size])
  }

  deinit {
    buffer.deallocate()
    cells.deallocate()
  }

  /// Reads the next record and gives it to `body`.
  ///
  /// - Returns: What `body` returns, or nil at the end of the file.
  mutating func next<Result>(_ body: (Record) -> Result) throws(ReadProblem) -> Result? {
    guard let shape = try scanRecord() else { return nil }
    row += 1
    let record = Record(
      bytes: UnsafeBufferPointer(buffer), cells: UnsafeBufferPointer(rebasing: cells[..<cellCount]),
      line: line, row: row, unclosedCell: shape.unclosedCell, isTruncated: shape.isTruncated)
    defer {
      start = shape.next
      line += shape.lineEnds
    }
    return body(record)
  }

  /// A quoted cell whose bytes must be put together once its record is whole.
  ///
  /// Not before: a record that needs more bytes is scanned again from its start.
  private struct Escape {
    let cell: Int
    let closing: Int
    let end: Int
  }

  private struct Shape {
    var next = 0
    var lineEnds = 0
    var unclosedCell: Int?
    var isTruncated = false
  }

  /// Finds the record that begins at `start`; fills the buffer until it is whole.
  private mutating func scanRecord() throws(ReadProblem) -> Shape? {
    while true {
      if start < filled || atEnd {
        guard start < filled else { return nil }
        if let shape = scanInBuffer() { return shape }
      }
      if filled - start >= recordLimit { return try passOver() }
      try refill()
    }
  }

  /// Moves what is left to the front, grows the buffer where it is full, and fills it.
  ///
  /// To its end: what a source gives at a time may be little, and a record that is not whole yet
  /// is scanned again from its start.
  private mutating func refill() throws(ReadProblem) {
    marks.forget()
    if start > 0 {
      let left = filled - start
      if left > 0, let base = buffer.baseAddress {
        base.update(from: base + start, count: left)
      }
      filled = left
      start = 0
    }
    if filled == buffer.count {
      let larger = Self.buffer(of: min(buffer.count * 2, recordLimit + 16))
      if let base = larger.baseAddress, let old = buffer.baseAddress {
        base.update(from: old, count: filled)
      }
      buffer.deallocate()
      buffer = larger
    }
    while filled < buffer.count, !atEnd {
      let count = try source.read(into: UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
      if count == 0 { atEnd = true }
      filled += count
    }
  }

  /// The record at `start` where the buffer holds it whole; nil where more bytes are needed.
  private mutating func scanInBuffer() -> Shape? {
    cellCount = 0
    escapes.removeAll(keepingCapacity: true)
    var shape = Shape()
    var position = start
    while true {
      if position < filled, buffer[position] == Self.quote {
        guard let end = scanQuoted(from: position + 1, &shape) else { return nil }
        position = end
      } else {
        let first = position
        position = endOfPlain(from: first)
        append(CellRange(start: first, end: position))
      }
      guard position < filled else {
        guard atEnd else { return nil }
        shape.next = filled
        break
      }
      if buffer[position] == delimiter {
        position += 1
        continue
      }
      if buffer[position] == Self.carriageReturn {
        if position + 1 == filled, !atEnd { return nil }
        if position + 1 < filled, buffer[position + 1] == Self.lineFeed { position += 1 }
      }
      shape.lineEnds += 1
      shape.next = position + 1
      break
    }
    for escape in escapes { unescape(escape) }
    return shape
  }

  /// The first delimiter or line end from a position on; `filled` where there is none.
  @inline(__always)
  private mutating func endOfPlain(from position: Int) -> Int {
    guard let base = buffer.baseAddress else { return position }
    return marks.endOfPlain(base, filled, from: position)
  }

  /// Takes in the quoted cell whose first byte behind the quote is at `first`.
  ///
  /// - Returns: The position behind the cell, or nil where more bytes are needed.
  private mutating func scanQuoted(from first: Int, _ shape: inout Shape) -> Int? {
    var position = first
    var closing = first
    var isDoubled = false
    scan: while true {
      guard position < filled else {
        guard atEnd else { return nil }
        shape.unclosedCell = cellCount + 1
        closing = filled
        break
      }
      switch buffer[position] {
      case Self.quote:
        if position + 1 == filled, !atEnd { return nil }
        guard position + 1 < filled, buffer[position + 1] == Self.quote else {
          closing = position
          break scan
        }
        isDoubled = true
        position += 2
      case Self.carriageReturn:
        if position + 1 == filled, !atEnd { return nil }
        if position + 1 < filled, buffer[position + 1] == Self.lineFeed { position += 1 }
        shape.lineEnds += 1
        position += 1
      case Self.lineFeed:
        shape.lineEnds += 1
        position += 1
      default:
        guard let base = buffer.baseAddress else { return nil }
        position = marks.stopInQuoted(base, filled, from: position)
      }
    }
    let end = closing == filled ? filled : endOfPlain(from: closing + 1)
    if isDoubled || end > closing + 1 {
      escapes.append(Escape(cell: cellCount, closing: closing, end: end))
    }
    append(CellRange(start: first, end: closing))
    return end
  }

  /// Takes a cell's doubled quotes together and appends the text behind its closing quote.
  ///
  /// In place: the bytes only get fewer. What is known of their marks may stay wrong, for no place before
  /// the record's end is looked at again.
  private mutating func unescape(_ escape: Escape) {
    let first = cells[escape.cell].start
    var from = first
    var to = first
    while from < escape.closing {
      let byte = buffer[from]
      buffer[to] = byte
      from += byte == Self.quote ? 2 : 1
      to += 1
    }
    from = escape.closing + 1
    while from < escape.end {
      buffer[to] = buffer[from]
      from += 1
      to += 1
    }
    cells[escape.cell] = CellRange(start: first, end: to)
  }

  private mutating func append(_ cell: CellRange) {
    if cellCount == cells.count {
      let larger = UnsafeMutableBufferPointer<CellRange>.allocate(capacity: cells.count * 2)
      _ = larger.update(fromContentsOf: cells)
      cells.deallocate()
      cells = larger
    }
    cells[cellCount] = cell
    cellCount += 1
  }

  /// Goes to the end of a record that is too long to be held, counting only its lines.
  private mutating func passOver() throws(ReadProblem) -> Shape {
    enum State { case cellStart, plain, quoted, quoteInQuoted }
    var shape = Shape(isTruncated: true)
    var state = State.cellStart
    var previous: UInt8 = 0
    cellCount = 0
    append(CellRange(start: 0, end: 0))
    while true {
      while start < filled {
        let byte = buffer[start]
        let isLineEnd = byte == Self.lineFeed || byte == Self.carriageReturn
        start += 1
        switch state {
        case .quoted:
          if byte == Self.quote { state = .quoteInQuoted }
          if isLineEnd, !(byte == Self.lineFeed && previous == Self.carriageReturn) {
            shape.lineEnds += 1
          }
        case .quoteInQuoted where byte == Self.quote:
          state = .quoted
        case .cellStart where byte == Self.quote:
          state = .quoted
        case .cellStart, .plain, .quoteInQuoted:
          guard isLineEnd else {
            state = byte == delimiter ? .cellStart : .plain
            break
          }
          shape.lineEnds += 1
          if byte == Self.carriageReturn {
            if start == filled, !atEnd { try refill() }
            if start < filled, buffer[start] == Self.lineFeed { start += 1 }
          }
          shape.next = start
          return shape
        }
        previous = byte
      }
      if atEnd {
        shape.next = filled
        if state == .quoted { shape.unclosedCell = 1 }
        return shape
      }
      try refill()
    }
  }
}
