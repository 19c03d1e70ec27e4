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

  /// The route's column, where the row and not the file leads to the store.
  var storeColumn: Int? {
    switch plan.route {
    case .column(let column), .path(let column): column
    case .file: nil
    }
  }

  /// Whether the row is a total: Universal's with empty dimensions, GA4's exploration's one cell
  /// wider and ending in «Grand total», or a row that begins like a sum's name.
  ///
  /// A row with one empty dimension among several is data: it has another that says something.
  var isTotal: Bool {
    guard let last = (0..<record.count).last(where: { !record.isBlank($0) }),
      let first = (0..<record.count).first(where: { !record.isBlank($0) })
    else { return false }
    if last >= plan.width, ExportNames.grandTotals.contains(ExportNames.word(text(last))) {
      return true
    }
    if RowKind.isTotal(record.cell(first)) { return true }
    guard code(plan.day.column).isEmpty else { return false }
    if let storeColumn, !code(storeColumn).isEmpty { return false }
    return (0..<record.count).allSatisfy { record.isBlank($0) || isMeasure(code($0)) }
  }

  /// Whether a cell looks like a measured value: digits, with a currency sign, a sign or `%`.
  private func isMeasure(_ code: String) -> Bool {
    let bare = code.unicodeScalars.drop { scalar in
      scalar == "-" || scalar == "<" || scalar == "$" || scalar == "£" || scalar == "€"
        || scalar == "¥" || scalar == "N" || scalar == "T" || Blanks.isBlank(scalar)
    }
    guard let first = bare.first, first.isASCII else { return false }
    return CellParser.isDigit(UInt8(first.value))
      && bare.allSatisfy { $0.isASCII && !$0.properties.isAlphabetic }
  }

  /// The index of the first non-empty cell.
  var firstFilled: Int { (0..<record.count).first { !record.isBlank($0) } ?? 0 }

  /// The first non-empty cell without a header.
  var surplus: Int? { (plan.width..<max(plan.width, record.count)).first { !record.isBlank($0) } }
}
