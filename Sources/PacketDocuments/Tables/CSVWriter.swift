/// Writes tables as RFC 4180 has them, with line feeds.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether a cell that a spreadsheet would run as a formula gets an apostrophe before it.
  private let isFormulaSafe: Bool

  init(isFormulaSafe: Bool, startsWithBOM: Bool) {
    self.isFormulaSafe = isFormulaSafe
    if startsWithBOM { bytes = [0xEF, 0xBB, 0xBF] }
  }

  mutating func append(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    bytes.append(lineFeed)
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

  private mutating func append(_ cell: String) {
    let start = bytes.count
    Escaping.none.append(cell, to: &bytes)
    let isQuoted = bytes[start...].contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == lineFeed || $0 == 0x0D
    }
    // Nearly every cell stands as it is.
    guard isQuoted || isFormulaSafe else { return }
    let text = Array(bytes[start...])
    bytes.removeSubrange(start...)
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    if isFormulaSafe, Self.runsAsFormula(text) { bytes.append(UInt8(ascii: "'")) }
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  /// Whether a text begins with `=`, `+`, `-`, `@`, the full-width form of one, a tab or a CR.
  static func runsAsFormula(_ text: [UInt8]) -> Bool {
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
