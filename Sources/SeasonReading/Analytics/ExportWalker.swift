import ReviewModel

/// Splits a Google Analytics export into its parts: comment lines, headers and rows.
///
/// A table begins with the first record that is no comment and not blank, and ends with a comment,
/// or with a blank record where a header comes next: a row with a number or a date in it goes on
/// with the table, for somebody has put a blank line into it. The frame's lines and the blank
/// lines are where Universal Analytics, GA4 and spreadsheets differ, so nothing depends on them.
struct ExportWalker {
  enum Part: Equatable {
    /// A comment without its `#`, trimmed; rules of dashes are empty.
    case comment(String)
    case blank
    case header
    case row
  }

  private enum Position { case outside, inTable, behindBlank }

  private var position = Position.outside

  /// Whether a record is a row for certain: inside a table, and it begins with a visible character of
  /// ASCII that comes after `#`, which may begin a comment.
  @inline(__always)
  func isPlainRow(_ record: Record) -> Bool {
    guard position == .inTable, record.count > 0, let byte = record.cell(0).first else {
      return false
    }
    return (0x24...0x7E).contains(byte)
  }

  mutating func part(of record: Record) -> Part {
    // A record too long to be held is a row of its table: it can't be read, but it is there.
    if record.isTruncated, position != .outside {
      position = .inTable
      return .row
    }
    if isPlainRow(record) { return .row }
    let first = (0..<record.count).first { !record.isBlank($0) }
    guard let first else {
      if position == .inTable { position = .behindBlank }
      return .blank
    }
    if first == 0, let comment = Self.comment(record, isInTable: position == .inTable) {
      position = .outside
      return .comment(comment)
    }
    let isRow =
      switch position {
      case .outside: false
      case .inTable: true
      case .behindBlank: Self.hasFigure(record)
      }
    position = .inTable
    return isRow ? .row : .header
  }

  /// Whether a cell is a number or a date, as no header's is.
  private static func hasFigure(_ record: Record) -> Bool {
    (0..<record.count).contains { index in
      let code = Normalisation.code(record.cell(index))
      guard let first = code.utf8.first, CellParser.isDigit(first) else { return false }
      return code.utf8.allSatisfy { byte in
        CellParser.isDigit(byte) || (0x2C...0x2F).contains(byte) || byte == 0x3A || byte == 0x25
      }
    }
  }

  /// Whether a record begins an export: only those have comment lines at their top.
  static func isComment(_ record: Record) -> Bool {
    record.count > 0 && Blanks.trimmed(record.cell(0)).first == UInt8(ascii: "#")
  }

  /// A comment's text.
  ///
  /// A comment that holds commas was split into cells, and a spreadsheet adds
  /// empty ones. Inside a table a page's title may begin with `#` too; the export's own comments
  /// have a blank behind it, and no cell with a day or a count.
  private static func comment(_ record: Record, isInTable: Bool) -> String? {
    guard isComment(record) else { return nil }
    // A name may hold a comma with a blank behind it, so the cells are not trimmed on their own.
    let filled = (0..<record.count).last { !record.isBlank($0) } ?? 0
    let joined = (0...filled).map { record.text($0) }.joined(separator: ",")
    let text = Array(joined.utf8).withUnsafeBufferPointer { Normalisation.text($0) }
    if isInTable, text != "#", !text.hasPrefix("# ") || hasFigure(record) { return nil }
    // Behind the mark and a blank a property's name may begin with `#` as well.
    let bare = text.unicodeScalars.drop { $0 == "#" }.drop { Blanks.isBlank($0) }
    if bare.allSatisfy({ $0 == "-" || $0 == "#" || Blanks.isBlank($0) }) { return "" }
    return String(String.UnicodeScalarView(bare))
  }
}
