import ReviewModel

/// Rows below a roster's header that are no store's and tell of a person: `聯絡窗口`, a name, a number.
///
/// Their cells stand in any column. The program counts nothing of them, so all of them can be hidden.
enum StrayRows {
  typealias Cell = SlippedPhones.Cell

  /// The required cells that may be wrong in a store's row; an id that looks like a phone number is not.
  private static let mostFaults = 2

  private static let required: [Column] = Schemas.rosters.columns.filter(\.isRequired).map(\.column)

  /// What begins or names a person's cell, after NFKC, in lower case and without blanks.
  private static let words = [
    "聯絡", "連絡", "聯繫", "窗口", "電話", "手機", "分機", "傳真", "承辦", "經辦", "製表", "填表", "造冊", "審核", "覆核",
    "@",
  ]
  private static let beginnings = [
    "contact", "phone", "tel", "mobile", "fax", "e-mail", "email", "preparedby", "reviewedby",
    "checkedby",
  ]

  /// Whether a row is such a one, by its cells that are not empty.
  static func isStray(_ cells: [Cell]) -> Bool {
    let fitting = required.count { column in
      cells.contains { $0.column == column && fits($0.text, column) }
    }
    guard required.count - fitting > mostFaults else { return false }
    return cells.contains { cell in
      // A number in its own column tells nothing where some of the row is as it should be.
      if cell.column != .phone || fitting == 0, holdsPhone(cell.text) { return true }
      return isWord(cell)
    }
  }

  /// The places of phone numbers, and of names beside one or behind a word for a person.
  static func persons(in cells: [Cell]) -> Set<Int> {
    var places: Set<Int> = []
    for (position, cell) in cells.enumerated() {
      if CellParser.isPhoneNumber(Normalisation.code(cell.text)) || cell.column == .contact {
        places.insert(cell.index)
        continue
      }
      guard !isWord(cell), !SlippedPhones.hasDigit(cell.text) else { continue }
      let isBehindWord = position > 0 && isWord(cells[position - 1])
      let isBeforePhone = position + 1 < cells.count && holdsPhone(cells[position + 1].text)
      if isBehindWord || isBeforePhone { places.insert(cell.index) }
    }
    return places
  }

  /// Whether a cell of a required column may be what it should.
  static func fits(_ text: String, _ column: Column) -> Bool {
    let code = Normalisation.code(text)
    switch column {
    case .storeID, .districtID, .solutionID:
      if case .value = CellParser.id(code) { return true }
      return false
    case .vendorID:
      if case .value = CellParser.taxID(code) { return true }
      return false
    case .fee:
      guard !SlippedPhones.isPhone(fee: code), case .value = CellParser.money(code) else {
        return false
      }
      return true
    default: return !CellParser.isPhoneNumber(code)
    }
  }

  /// Whether a text is a phone number, or has one beside other words.
  static func holdsPhone(_ text: String) -> Bool {
    let code = Normalisation.code(text)
    if CellParser.isPhoneNumber(code) { return true }
    return code.unicodeScalars.split { !"0123456789 -()./+#".unicodeScalars.contains($0) }
      .contains { CellParser.isPhoneNumber(SpreadsheetText.trimmed(String($0))) }
  }

  /// Whether a cell has a word for a person or a phone; a header that is repeated has them, too.
  private static func isWord(_ cell: Cell) -> Bool {
    switch cell.column {
    case .contact, .phone, .storeName, .address, .continuityPlan: return false
    default:
      let word = ExportNames.word(cell.text)
      return words.contains { word.contains($0) } || beginnings.contains { word.hasPrefix($0) }
    }
  }
}
