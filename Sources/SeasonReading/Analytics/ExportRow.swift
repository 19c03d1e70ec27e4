import ReviewModel

/// A row of an export's table, cell by cell.
struct ExportRow {
  let record: Record
  let plan: ExportPlan

  func text(_ column: Int) -> String {
    column < record.count ? Normalisation.text(record.cell(column)) : ""
  }

  func code(_ column: Int) -> String {
    column < record.count ? Normalisation.code(record.cell(column)) : ""
  }

  /// The count in a column; nil where there is none.
  ///
  /// Three digits behind a point are a European locale's thousands as likely as a fraction, so even
  /// `2.000` is no count.
  func count(_ column: Int) -> Int? {
    let code = code(column)
    if let point = code.lastIndex(of: "."), code[point...].utf8.count == 4 { return nil }
    guard case .value(let count) = CellParser.integer(code) else { return nil }
    return count
  }

  /// The route's column, where the row and not the file leads to the store.
  var storeColumn: Int? { plan.storeColumn }

  /// Whether the row is a total: Universal's with empty dimensions, GA4's exploration's one cell
  /// wider and ending in «Grand total», or a row that begins like a sum's name.
  ///
  /// A row with one empty dimension among several is data: it has another that says something. So
  /// is a row with a day, whatever its first cell begins with: a page's title may be «Total look».
  var isTotal: Bool {
    guard let last = (0..<record.count).last(where: { !record.isBlank($0) }),
      let first = (0..<record.count).first(where: { !record.isBlank($0) })
    else { return false }
    if last >= plan.width, ExportNames.grandTotals.contains(ExportNames.word(text(last))) {
      return true
    }
    let day = code(plan.day.column)
    if RowKind.isTotal(record.cell(first)), !plan.day.isWritten(as: day) { return true }
    guard day.isEmpty else { return false }
    if let storeColumn, !code(storeColumn).isEmpty { return false }
    return (0..<record.count).allSatisfy { record.isBlank($0) || isMeasure(code($0)) }
  }

  /// Whether the row is a note, as in any table of two columns or more: a single cell is filled.
  var isNote: Bool { (0..<record.count).count { !record.isBlank($0) } == 1 }

  /// Whether a cell looks like a measured value: digits with whatever signs, behind a currency's
  /// code perhaps; or a mark for «not given».
  ///
  /// A dimension has letters. The currency's sign may be a `?` where an encoding lacks it.
  private func isMeasure(_ code: String) -> Bool {
    if CellParser.isNotGiven(code) { return true }
    let letters = code.unicodeScalars.prefix { $0.isASCII && $0.properties.isUppercase }
    let rest = code.unicodeScalars.dropFirst(letters.count)
    return letters.count <= 3
      && rest.contains { $0.isASCII && CellParser.isDigit(UInt8($0.value)) }
      && !rest.contains { $0.properties.isAlphabetic }
  }

  /// Whether Google Analytics put stores together in the row that did not fit its limit.
  var isOther: Bool {
    storeColumn.map { ExportNames.others.contains(ExportNames.word(text($0))) } ?? false
  }

  /// The index of the first non-empty cell.
  var firstFilled: Int { (0..<record.count).first { !record.isBlank($0) } ?? 0 }

  /// The first non-empty cell without a header.
  var surplus: Int? { (plan.width..<max(plan.width, record.count)).first { !record.isBlank($0) } }
}
