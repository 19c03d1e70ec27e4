/// A record as the reference reader sees it.
package struct ReferenceRecord: Equatable, Sendable {
  package let cells: [[UInt8]]
  /// The first physical line, 1-based.
  package let line: Int
  /// The number of the cell whose quote never closes, 1-based.
  package let unclosedCell: Int?

  package init(cells: [[UInt8]], line: Int, unclosedCell: Int?) {
    self.cells = cells
    self.line = line
    self.unclosedCell = unclosedCell
  }
}

/// Reads a whole CSV text byte by byte, in the plainest way: what the fast scanner is held against.
///
/// LF, CRLF and CR end a line; text after a closing quote is appended; a quote after the first
/// byte is an ordinary one; a quote that never closes takes the rest of the text.
package func referenceRecords(of bytes: [UInt8], delimiter: UInt8) -> [ReferenceRecord] {
  enum State { case cellStart, plain, quoted, afterQuote }
  let quote = UInt8(ascii: "\"")
  var records: [ReferenceRecord] = []
  var cells: [[UInt8]] = []
  var cell: [UInt8] = []
  var state = State.cellStart
  var line = 1
  var firstLine = 1
  func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    index += isPair ? 2 : 1
    if isLineEnd(byte) { line += 1 }
    switch state {
    case .cellStart where byte == quote: state = .quoted
    case .quoted where byte == quote:
      if index < bytes.count, bytes[index] == quote {
        cell.append(quote)
        index += 1
      } else {
        state = .afterQuote
      }
    case .quoted: cell += isPair ? [0x0D, 0x0A] : [byte]
    case .cellStart, .plain, .afterQuote:
      if byte == delimiter || isLineEnd(byte) {
        cells.append(cell)
        cell = []
        state = .cellStart
      } else {
        cell.append(byte)
        if state == .cellStart { state = .plain }
      }
      if isLineEnd(byte) {
        records.append(ReferenceRecord(cells: cells, line: firstLine, unclosedCell: nil))
        cells = []
        firstLine = line
      }
    }
  }
  if !cells.isEmpty || !cell.isEmpty || state != .cellStart {
    cells.append(cell)
    let unclosed = state == .quoted ? cells.count : nil
    records.append(ReferenceRecord(cells: cells, line: firstLine, unclosedCell: unclosed))
  }
  return records
}
