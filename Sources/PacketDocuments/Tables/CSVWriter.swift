/// Writes tables as RFC 4180 has them, with line feeds.
struct CSVWriter {
  /// Where a cell was written, and whether it stands there byte for byte.
  struct Cell {
    let place: Range<Int>
    let isPlain: Bool
  }

  private(set) var bytes: [UInt8] = []
  /// Whether a cell that a spreadsheet would run as a formula gets an apostrophe before it.
  private let isFormulaSafe: Bool
  private var isInRow = false

  init(isFormulaSafe: Bool, startsWithBOM: Bool) {
    self.isFormulaSafe = isFormulaSafe
    if startsWithBOM { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// Makes room for more bytes, so that they are not moved while a table grows.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Writes a row.
  mutating func append(_ cells: [String]) {
    for cell in cells { append(cell) }
    endRow()
  }

  /// Unit: bytes.
  static let pieceSize = 1 << 17

  /// Gives away what was written, where it is so much; rows may follow.
  mutating func handOn(
    from size: Int = 1, _ body: (ArraySlice<UInt8>) throws -> Void
  ) rethrows {
    guard bytes.count >= size else { return }
    try body(bytes[...])
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes the next cell of a row.
  @discardableResult
  mutating func append(_ cell: String) -> Cell {
    separate()
    let start = bytes.count
    var cell = cell
    let isPlain = cell.withUTF8 { text in
      guard text.allSatisfy(Self.isPlain), !isFormulaSafe || !Self.runsAsFormula(text) else {
        return false
      }
      bytes.append(contentsOf: text)
      return true
    }
    if !isPlain { escape(cell, from: start) }
    return Cell(place: start..<bytes.count, isPlain: isPlain)
  }

  /// Writes the next cell of a row, or several with their commas, in their final form.
  @discardableResult
  mutating func append(finished cells: [UInt8]) -> Range<Int> {
    separate()
    let start = bytes.count
    bytes.append(contentsOf: cells)
    return start..<bytes.count
  }

  mutating func endRow() {
    bytes.append(lineFeed)
    isInRow = false
  }

  @inline(__always)
  private mutating func separate() {
    if isInRow { bytes.append(UInt8(ascii: ",")) }
    isInRow = true
  }

  private mutating func escape(_ cell: String, from start: Int) {
    Escaping.none.append(cell, to: &bytes)
    let isQuoted = bytes[start...].contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == lineFeed || $0 == 0x0D
    }
    let isFormula = isFormulaSafe && Self.runsAsFormula(bytes[start...])
    guard isQuoted || isFormula else { return }
    let text = Array(bytes[start...])
    bytes.removeSubrange(start...)
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  /// Whether a byte needs no look at what it means: a space, or ASCII from `-` to `z`.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "-") <= UInt8(ascii: "z") - UInt8(ascii: "-") || byte == UInt8(ascii: " ")
  }

  /// Whether a text begins with `=`, `+`, `-`, `@`, the full-width form of one, a tab or a CR.
  static func runsAsFormula(_ text: some Collection<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "=")?, UInt8(ascii: "+")?, UInt8(ascii: "-")?, UInt8(ascii: "@")?, 0x09?,
      0x0D?:
      true
    case 0xEF?: fullWidthStarts.contains { text.starts(with: $0) }
    default: false
    }
  }

  private static let fullWidthStarts = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }
}
