import ReviewModel

/// What a file's header row gives to say.
enum HeaderFindings {
  /// IN003: no header row, what it lacks, and the row that came nearest.
  static func missing(
    _ columns: [ColumnSpec], _ nearest: HeaderSearch.Nearest?, _ damaged: HeaderSearch.Damaged?,
    in file: String
  ) -> Finding {
    let names = columns.map { $0.names.first ?? $0.column.rawValue }
    let keys = columns.map(\.column.rawValue)
    var detail = Bilingual(
      zh: "前 \(HeaderSearch.rowLimit) 列都沒有認得的欄名",
      en: "none of the first \(HeaderSearch.rowLimit) rows has a known column name")
    if let nearest {
      let strange = nearest.strange.prefix(10).map(RowKind.shortened)
      let zh = strange.isEmpty ? "" : "，其中不認得「\(strange.joined(separator: "」「"))」"
      let en = strange.isEmpty ? "" : ", not known there: \(strange.joined(separator: ", "))"
      detail = Bilingual(
        zh: "最接近的是第 \(nearest.row) 列，認得 \(nearest.known) 欄" + zh,
        en: "row \(nearest.row) comes nearest with \(nearest.known) known columns" + en)
    }
    if let damaged {
      let title = RowKind.shortened(damaged.title)
      detail = Bilingual(
        zh: detail.zh + "；第 \(damaged.row) 列「\(title)」疑因編碼轉換受損：\(damaged.damage.zh)",
        en: detail.en + "; “\(title)” in row \(damaged.row) seems damaged: \(damaged.damage.en)")
    }
    return Finding(
      .IN003, at: Place(file: file), value: names.joined(separator: "、"),
      expected: Bilingual(zh: names.joined(separator: "、"), en: keys.joined(separator: ", ")),
      detail: detail)
  }

  /// IN007 for columns that are not known, IN009 for second ones, IN012 for units.
  static func all(_ match: HeaderMatch, _ schema: TableSchema, in file: String) -> [Finding] {
    var findings: [Finding] = []
    func place(_ column: HeaderMatch.Column) -> Place {
      Place(file: file, line: match.line, column: column.number, row: match.row)
    }
    for column in match.columns {
      if column.spec == nil {
        findings.append(
          Finding(
            .IN007, at: place(column), field: Field(title: column.title), value: column.title,
            detail: Bilingual(
              zh: "不認得的欄位「\(column.title)」，內容未使用",
              en: "the column “\(column.title)” is not known and not used")))
      }
      if let spec = column.spec, column.unit > 1 {
        let unit = grouped(Int128(column.unit))
        findings.append(
          Finding(
            .IN012, at: place(column),
            field: Field(column: schema.columns[spec].column, title: column.title),
            value: column.title,
            detail: Bilingual(zh: "1 表示 NT$\(unit)", en: "1 is read as NT$\(unit)")))
      }
    }
    for (column, first) in match.duplicates {
      findings.append(
        Finding(
          .IN009, at: place(column), field: Field(title: column.title), value: first.title,
          other: place(first)))
    }
    return findings
  }

  /// Where the known columns stand, for the findings of rows.
  static func layout(_ match: HeaderMatch, _ schema: TableSchema, file: String) -> TableLayout {
    TableLayout(
      file: file,
      headers: match.columns.compactMap { column in
        column.spec.map {
          TableLayout.Header(
            column: schema.columns[$0].column, number: column.number, title: column.title)
        }
      })
  }
}
