/// A proposal for one cell of a season's tables, or one that was carried out.
package struct CellFix: Sendable, Equatable {
  /// What is to be done about the cell.
  package enum Decision: String, Sendable, CaseIterable {
    /// It reads the same afterwards, or only a shown text changes: mended as it is.
    case yes
    /// A value that counts would change: only once a person has written `yes`.
    case ask
    /// It can't be mended for certain; the original is needed.
    case no
    /// Mended: this row says what was done.
    case done
  }

  /// The path inside the season folder, with `/`.
  package let file: String
  /// The row as a spreadsheet counts it, 1-based.
  package let row: Int
  /// The cell as a spreadsheet names it, such as `F6`.
  package let cell: String
  /// The header as typed.
  package let field: String
  /// The cell's whole text, blanks included.
  package let before: String
  package let after: String
  /// The code of the finding that goes; empty where there is none.
  package let finding: String
  package let why: Bilingual
  package var decision: Decision

  package init(
    file: String, row: Int, cell: String, field: String, before: String, after: String,
    finding: String, why: Bilingual, decision: Decision
  ) {
    self.file = file
    self.row = row
    self.cell = cell
    self.field = field
    self.before = before
    self.after = after
    self.finding = finding
    self.why = why
    self.decision = decision
  }
}

extension CellFix {
  /// The columns of `fixes.csv`, in their order.
  package static let columns = [
    "file", "row", "cell", "field", "before", "after", "finding", "why", "why_en", "apply",
  ]

  /// A text as `fixes.csv` holds it: with an apostrophe before it, so that a spreadsheet neither
  /// runs it as a formula nor takes a zero from it.
  package static func guarded(_ text: String) -> String { text.isEmpty ? "" : "'" + text }

  /// A text from `fixes.csv`, without the apostrophe, and with the marks of direction that the
  /// file shows as `⟦U+200E⟧`.
  package static func unguarded(_ text: String) -> String {
    var rest = text.unicodeScalars[...]
    if rest.first == "'" { rest.removeFirst() }
    guard rest.contains("⟦") else { return String(rest) }
    var out = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      guard scalar == "⟦", let end = rest.prefix(7).firstIndex(of: "⟧"),
        let mark = mark(rest[..<end])
      else {
        out.append(scalar)
        continue
      }
      out.append(mark)
      rest = rest[rest.index(after: end)...]
    }
    return String(out)
  }

  private static func mark(_ name: Substring.UnicodeScalarView) -> Unicode.Scalar? {
    guard name.starts(with: "U+".unicodeScalars),
      let number = UInt32(String(name.dropFirst(2)), radix: 16)
    else { return nil }
    switch number {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return Unicode.Scalar(number)
    default: return nil
    }
  }

  /// The fix as a document may show it where its texts are personal data.
  package var withoutTexts: CellFix {
    CellFix(
      file: file, row: row, cell: cell, field: field, before: "***", after: "***",
      finding: finding, why: why, decision: decision)
  }
}

extension Place {
  /// The number of the column that a cell's name begins with: 6 for `F6`; nil where the rest is
  /// not the row.
  package static func column(ofCell cell: String, inRow row: Int) -> Int? {
    let letters = cell.utf8.prefix { (0x41...0x5A).contains($0) }
    guard (1...3).contains(letters.count),
      cell.utf8.dropFirst(letters.count).elementsEqual(String(row).utf8)
    else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 0x40 }
  }
}
