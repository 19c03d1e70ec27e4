/// Writes tables as RFC 4180 has them, with line feeds.
struct CSVWriter: ~Copyable {
  /// Where a cell was written, and whether it stands there byte for byte.
  struct Cell {
    let place: Range<Int>
    let isPlain: Bool
  }

  /// What is written so far, and not given away.
  var bytes: [UInt8] { Array(output.written) }

  private var output: DocumentOutput
  private let isFormulaSafe: Bool
  private var isInRow = false

  /// - Parameters:
  ///   - isFormulaSafe: Whether a cell that a spreadsheet would run as a formula gets an apostrophe.
  ///   - startsWithBOM: Whether the table begins with a byte order mark.
  ///   - capacity: The bytes that it is expected to take; at least 1.
  init(isFormulaSafe: Bool, startsWithBOM: Bool, capacity: Int = 4_096) {
    self.isFormulaSafe = isFormulaSafe
    output = DocumentOutput(nil, capacity: capacity)
    if startsWithBOM { output.append("\u{FEFF}" as StaticString) }
  }

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
    guard output.count >= size else { return }
    try body(bytes[...])
    output.takeBack(to: 0)
  }

  /// Writes the next cell of a row.
  @discardableResult
  mutating func append(_ cell: String) -> Cell {
    separate()
    let start = output.count
    var cell = cell
    let isPlain = cell.withUTF8 { text in
      guard text.allSatisfy(Self.isPlain), !isFormulaSafe || !Self.runsAsFormula(text) else {
        return false
      }
      output.append(text)
      return true
    }
    if !isPlain { escape(cell) }
    return Cell(place: start..<output.count, isPlain: isPlain)
  }

  /// Writes the next cell of a row, or several with their commas, in their final form.
  @inline(__always)
  @discardableResult
  mutating func append(finished write: (inout DocumentOutput) -> Void) -> Range<Int> {
    separate()
    let start = output.count
    write(&output)
    return start..<output.count
  }

  mutating func endRow() {
    output.append(lineFeed)
    isInRow = false
  }

  @inline(__always)
  private mutating func separate() {
    if isInRow { output.append(UInt8(ascii: ",")) }
    isInRow = true
  }

  private mutating func escape(_ cell: String) {
    var text: [UInt8] = []
    Escaping.none.append(cell, to: &text)
    let isQuoted = text.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == lineFeed || $0 == 0x0D
    }
    if isQuoted { output.append(UInt8(ascii: "\"")) }
    if isFormulaSafe, Self.runsAsFormula(text) { output.append(UInt8(ascii: "'")) }
    for byte in text {
      if isQuoted, byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    if isQuoted { output.append(UInt8(ascii: "\"")) }
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
