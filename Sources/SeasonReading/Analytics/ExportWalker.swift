import ReviewModel

/// Splits a Google Analytics export into its parts: comment lines, headers and rows.
///
/// A table begins with the first record that is no comment and not blank, and ends with a blank
/// record or a comment. The frame's lines and the blank lines are where Universal Analytics, GA4
/// and spreadsheets differ, so nothing depends on them.
struct ExportWalker {
  enum Part: Equatable {
    /// A comment without its `#`, trimmed; rules of dashes are empty.
    case comment(String)
    case blank
    case header
    case row
  }

  private var isInTable = false

  mutating func part(of record: Record) -> Part {
    let first = (0..<record.count).first { !record.isBlank($0) }
    guard let first else {
      isInTable = false
      return .blank
    }
    if first == 0, let comment = Self.comment(record, isInTable: isInTable) {
      isInTable = false
      return .comment(comment)
    }
    if isInTable { return .row }
    isInTable = true
    return .header
  }

  /// Whether a record begins an export: only those have comment lines at their top.
  static func isComment(_ record: Record) -> Bool {
    record.count > 0 && Blanks.trimmed(record.cell(0)).first == UInt8(ascii: "#")
  }

  /// A comment's text.
  ///
  /// A comment that holds commas was split into cells, and a spreadsheet adds
  /// empty ones. Inside a table a page's title may begin with `#` too; the export's own comments
  /// have a blank behind it.
  private static func comment(_ record: Record, isInTable: Bool) -> String? {
    guard isComment(record) else { return nil }
    let cells = (0..<record.count).map { Normalisation.text(record.cell($0)) }
    let filled = cells.prefix((cells.lastIndex { !$0.isEmpty } ?? 0) + 1)
    let text = filled.joined(separator: ",")
    if isInTable, text != "#", !text.hasPrefix("# ") { return nil }
    let bare = text.unicodeScalars.drop { $0 == "#" || Blanks.isBlank($0) }
    if bare.allSatisfy({ $0 == "-" }) { return "" }
    return String(String.UnicodeScalarView(bare))
  }
}
