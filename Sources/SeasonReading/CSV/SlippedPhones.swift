import ReviewModel

/// The cells of a roster's row where a phone number stands and should not: there is a comma too many or
/// too few before it, and the contact is likely to stand just before.
enum SlippedPhones {
  /// A filled cell: its place in the record, the known column that it is in, and its text.
  typealias Cell = (index: Int, column: Column?, text: String)

  /// The places of such cells; none where the row is as it should be.
  static func places(in cells: [Cell]) -> Set<Int> {
    let phone = cells.first { $0.column == .phone }?.text
    let slipped = cells.filter { cell in
      guard let column = cell.column, isPhone(cell.text, in: column) else { return false }
      guard column == .contact else { return true }
      // Some give a number for a contact, and some of them leave the phone empty.
      if let phone { return !CellParser.isPhoneNumber(Normalisation.code(phone)) }
      return cells.contains {
        $0.index == cell.index - 1 && $0.column == .address && !hasDigit($0.text)
      }
    }
    return Set(slipped.map(\.index))
  }

  /// Whether a phone number stands in a column where there is none.
  ///
  /// An id may look like one; a number with blanks or brackets is no id, and none is a tax id.
  static func isPhone(_ text: String, in column: Column) -> Bool {
    let code = Normalisation.code(text)
    return switch column {
    case .phone: false
    case .storeID, .districtID, .solutionID:
      CellParser.isPhoneNumber(code) && !StrayRows.fits(text, column)
    case .fee: isPhone(fee: code)
    default: CellParser.isPhoneNumber(code)
    }
  }

  /// The same of an amount's cell, which may begin with a 9.
  static func isPhone(fee code: String) -> Bool {
    code.utf8.first != 0x39 && CellParser.isPhoneNumber(code)
  }

  static func hasDigit(_ text: String) -> Bool {
    Normalisation.code(text).utf8.contains(where: CellParser.isDigit)
  }
}
