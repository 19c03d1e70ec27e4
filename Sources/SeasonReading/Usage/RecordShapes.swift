/// Finds where records end and where the cells lie that a usage row is read from.
///
/// Splits as `CSVScanner` does, without putting escaped cells together.
struct RecordShapes {
  struct Shape {
    /// Where the next record begins.
    var next = 0
    var lineEnds = 0
    /// Cells.
    var count = 0
    /// Whether it is one line, and no cell that is looked at is escaped.
    var isPlain = true
    var store: CellRange?
    var day: CellRange?
    var uses: CellRange?
    /// The first cell that is filled, where it stands before the store's.
    var first: CellRange?
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let quote = UInt8(ascii: "\"")

  private let delimiter: UInt8
  private var marks: CellMarks
  private let storeColumn: Int
  private let dayColumn: Int
  private let usesColumn: Int

  init(_ plan: PlainUsage) {
    delimiter = plan.match.delimiter.rawValue
    marks = CellMarks(delimiter: delimiter)
    storeColumn = plan.store
    dayColumn = plan.day
    usesColumn = plan.uses ?? -1
  }

  /// Begins another text.
  mutating func begin() { marks.forget() }

  /// The record that begins at a place; nil where it goes beyond the end and more is to come.
  ///
  /// Behind the text there is slack for a block of marks.
  @inline(__always)
  mutating func shape(
    of bytes: UnsafeBufferPointer<UInt8>, _ filled: Int, at start: Int, _ isLast: Bool
  ) -> Shape? {
    guard let text = bytes.baseAddress else { return nil }
    var shape = Shape()
    var position = start
    while true {
      if position < filled, text[position] == Self.quote {
        guard let end = quoted(text, filled, from: position + 1, isLast, &shape) else { return nil }
        position = end
      } else {
        let end = marks.endOfPlain(text, filled, from: position)
        add(CellRange(start: position, end: end), text, &shape)
        position = end
      }
      guard position < filled else {
        guard isLast else { return nil }
        shape.next = filled
        break
      }
      if text[position] == delimiter {
        position += 1
        continue
      }
      if text[position] == Self.carriageReturn {
        if position + 1 == filled, !isLast { return nil }
        if position + 1 < filled, text[position + 1] == Self.lineFeed { position += 1 }
      }
      shape.lineEnds += 1
      shape.next = position + 1
      break
    }
    if shape.lineEnds > 1 { shape.isPlain = false }
    return shape
  }

  /// Takes in the quoted cell whose first byte behind the quote is at `first`.
  ///
  /// - Returns: The position behind the cell, or nil where more bytes are needed.
  private mutating func quoted(
    _ text: UnsafePointer<UInt8>, _ filled: Int, from first: Int, _ isLast: Bool,
    _ shape: inout Shape
  ) -> Int? {
    var position = first
    var isEscaped = false
    scan: while true {
      guard position < filled else {
        guard isLast else { return nil }
        shape.isPlain = false
        shape.count += 1
        return filled
      }
      switch text[position] {
      case Self.quote:
        if position + 1 == filled, !isLast { return nil }
        guard position + 1 < filled, text[position + 1] == Self.quote else { break scan }
        isEscaped = true
        position += 2
      case Self.carriageReturn:
        if position + 1 == filled, !isLast { return nil }
        if position + 1 < filled, text[position + 1] == Self.lineFeed { position += 1 }
        shape.lineEnds += 1
        shape.isPlain = false
        position += 1
      case Self.lineFeed:
        shape.lineEnds += 1
        shape.isPlain = false
        position += 1
      default:
        position = marks.stopInQuoted(text, filled, from: position)
      }
    }
    let end = marks.endOfPlain(text, filled, from: position + 1)
    if isEscaped || end > position + 1, isLookedAt(shape.count) { shape.isPlain = false }
    add(CellRange(start: first, end: position), text, &shape)
    return end
  }

  private func isLookedAt(_ cell: Int) -> Bool {
    cell <= storeColumn || cell == dayColumn || cell == usesColumn
  }

  private func add(_ cell: CellRange, _ text: UnsafePointer<UInt8>, _ shape: inout Shape) {
    let column = shape.count
    shape.count += 1
    if column < storeColumn {
      if shape.first == nil,
        !Blanks.trimmed(UnsafeBufferPointer(start: text + cell.start, count: cell.end - cell.start))
          .isEmpty
      {
        shape.first = cell
      }
    } else if column == storeColumn {
      shape.store = cell
    }
    if column == dayColumn {
      shape.day = cell
    } else if column == usesColumn {
      shape.uses = cell
    }
  }
}
