package import ReviewModel

/// A roster for a public copy: its bytes with the personal cells replaced, and nothing else.
package struct RosterRedaction {
  package let bytes: [UInt8]
  /// The contacts and phones that stood there, trimmed, and what may be one in a row that slipped.
  package let personal: Set<String>

  /// Replaces contacts and phones, and every text that no known column holds: titles above the header,
  /// notes and whole malformed rows below it, and cells of unknown columns.
  ///
  /// In a row that slipped, the phone number in another column is replaced too, and the contact before it
  /// where that changes no figure (`SlippedPhones`); so are all cells of a row that is no store's and tells
  /// of a person (`StrayRows`).
  ///
  /// Who keeps a table writes names and numbers beside it, too. What the program counts, and so every
  /// figure, stays as it is. Gives nil where the file is no roster that can be read.
  package init?(of bytes: [UInt8], path: String) {
    guard let form = Mending.form(of: bytes, path, Schemas.rosters) else { return nil }
    let table = RawTable(bytes, form.encoding, form.match.delimiter)
    let rows = RosterRows(table, form.match)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var position = 0
    var personal: Set<String> = []
    var isComplete = true
    table.records { row, cells in
      for change in rows.changes(of: cells, row) {
        if change.isPersonal { personal.insert(change.text) }
        guard let replacement = change.replacement else { continue }
        guard
          let new = table.bytes(of: change.cell, holding: replacement)
            ?? table.bytes(of: change.cell, holding: Redaction.text)
        else {
          isComplete = false
          continue
        }
        out += bytes[position..<change.cell.bytes.lowerBound]
        out += new
        position = change.cell.bytes.upperBound
      }
    }
    guard isComplete else { return nil }
    self.bytes = out + bytes[position...]
    self.personal = personal
  }
}

/// Which cells of a roster's rows are replaced.
private struct RosterRows {
  struct Change {
    let cell: RawTable.Cell
    /// What stands there, trimmed.
    let text: String
    /// Nil where the text stays, though it may be personal.
    let replacement: String?
    /// Whether the cell is one for a contact or a phone, or may hold one.
    let isPersonal: Bool
  }

  private typealias Filled = (index: Int, text: String)

  private let table: RawTable
  private let match: HeaderMatch
  /// The known columns by the index of their cell in a record.
  private let columns: [Int: Column]
  private let required: [Int]

  init(_ table: RawTable, _ match: HeaderMatch) {
    self.table = table
    self.match = match
    var columns: [Int: Column] = [:]
    for column in match.columns {
      if let spec = column.spec {
        columns[column.number - 1] = Schemas.rosters.columns[spec].column
      }
    }
    self.columns = columns
    required = Schemas.rosters.required.compactMap { match.cellIndex[$0] }
  }

  func changes(of cells: [RawTable.Cell], _ row: Int) -> [Change] {
    if row >= match.row, row <= match.lastRow { return [] }
    let filled: [Filled] = cells.indices.compactMap { index in
      let text = SpreadsheetText.trimmed(table.text(of: cells[index]))
      return text.isEmpty ? nil : (index, text)
    }
    let isNote = row < match.row || isNote(filled)
    let isMalformed =
      filled.contains { $0.index >= match.width } || !cells.allSatisfy { table.isClosed($0) }
    let known = filled.map { ($0.index, columns[$0.index], $0.text) }
    if row > match.lastRow, !isMalformed, StrayRows.isStray(known) {
      let persons = StrayRows.persons(in: known)
      return filled.map { index, text in
        Change(
          cell: cells[index], text: text,
          replacement: columns[index] == .contact ? Redaction.contact : Redaction.text,
          isPersonal: persons.contains(index))
      }
    }
    let phones = isNote || isMalformed ? [] : SlippedPhones.places(in: known)
    return filled.compactMap { index, text in
      let column = columns[index]
      if !isNote, !isMalformed, let column, column != .contact, column != .phone {
        return phones.isEmpty
          ? nil : changeOfSlipped(cells[index], column, text, isContact: phones.contains(index + 1))
      }
      // Whose row it is may stay where the cell can't be anything else.
      if isMalformed, !isNote, column == .storeID, isID(text) { return nil }
      return Change(
        cell: cells[index], text: text,
        replacement: column == .contact ? Redaction.contact : Redaction.text,
        isPersonal: row > match.lastRow && (column == .contact || column == .phone)
          && (phones.isEmpty || !isDate(text)))
    }
  }

  /// What becomes of a cell of a row that slipped.
  ///
  /// What the program counts stays. A contact stands before its phone: where that is a text's column, it
  /// stays too, and is looked for in all that is published.
  private func changeOfSlipped(
    _ cell: RawTable.Cell, _ column: Column, _ text: String, isContact: Bool
  ) -> Change? {
    if SlippedPhones.isPhone(text, in: column) {
      return Change(cell: cell, text: text, replacement: Redaction.text, isPersonal: true)
    }
    guard isContact else { return nil }
    switch column {
    case .storeID, .districtID, .vendorID, .solutionID:
      guard !SlippedPhones.hasDigit(text), !StrayRows.fits(text, column) else { return nil }
    case .taxID, .goliveOn, .endedOn, .fee:
      guard !SlippedPhones.hasDigit(text) else { return nil }
    default:
      return Change(cell: cell, text: text, replacement: nil, isPersonal: true)
    }
    return Change(cell: cell, text: text, replacement: Redaction.text, isPersonal: true)
  }

  private func isDate(_ text: String) -> Bool {
    if case .value = DateParser.parse(Normalisation.code(text)) { true } else { false }
  }

  /// Whether a row below the header is no store's: a text alone, or two without what a row must have.
  private func isNote(_ filled: [Filled]) -> Bool {
    if filled.count <= 1 { return true }
    let missing = required.count { index in !filled.contains { $0.index == index } }
    return filled.count == 2 && missing >= 2
  }

  private func isID(_ text: String) -> Bool {
    if case .value = CellParser.id(Normalisation.code(text)) { true } else { false }
  }
}

/// A season's `fixes.csv` for a public copy.
package enum FixRedaction {
  /// The fixes, without the texts of cells that hold personal data; nil where the file is no such list.
  ///
  /// The closure says whether a text holds a contact or a phone of the season.
  package static func fixes(
    in path: String, isPersonal: (String) -> Bool
  ) -> [CellFix]? {
    guard let fixes = try? FixFile.read(path: path) else { return nil }
    return fixes.map { fix in
      Mending.isPersonal(field: fix.field) || isPersonal(fix.before) || isPersonal(fix.after)
        ? fix.withoutTexts : fix
    }
  }
}
