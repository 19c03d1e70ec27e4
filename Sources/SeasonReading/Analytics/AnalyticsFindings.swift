import ReviewModel

/// What exports give to say, in words.
enum AnalyticsFindings {
  static func notCounted(_ table: ExportTable, _ file: String) -> Finding {
    Finding(
      .IN007, at: Place(file: file, line: table.line, row: table.row), value: nil,
      detail: Bilingual(
        zh: "此資料表不是每家店、每一天的次數，未計入",
        en: "this table has no counts per store and day and is not counted"))
  }

  static func laterTable(_ table: ExportTable, _ file: String) -> Finding {
    Finding(
      .IN007, at: Place(file: file, line: table.line, row: table.row),
      detail: Bilingual(
        zh: "同一檔案較前面的資料表已有相同店家與日期，重複的部分未計入",
        en: "an earlier table of the file has the same stores' days, which are not counted again"))
  }

  static func lacksMetric(_ table: ExportTable, _ file: String) -> Finding {
    Finding(
      .IN007, at: Place(file: file, line: table.line, row: table.row),
      detail: Bilingual(
        zh: "此資料表沒有方案清單指定的「GA指標」欄，該方案店家的列未計入",
        en: "the table has no column of the solution's ga_metric; its stores' rows are not counted")
    )
  }

  static func unreadableDates(_ table: ExportTable, _ file: String) -> Finding {
    let range = table.comments.range.map { range in
      Bilingual(
        zh: "\(range.first.rocText)至\(range.last.rocText)之間的日期",
        en: "days from \(range.first.isoText) to \(range.last.isoText)")
    }
    let detail =
      switch table.order.settled {
      case .ambiguous:
        Bilingual(
          zh: "月日在前或日月在前都讀得通，且結果不同", en: "month first and day first both fit, and differ")
      case .neither:
        Bilingual(
          zh: "月日在前或日月在前都無法讀通整張表並符合檔案的期間",
          en: "neither month first nor day first fits all of the table and the file's range")
      case .monthFirst, .dayFirst:
        Bilingual(
          zh: "「第 N 天」的資料表沒有自己的開始日期", en: "a table of nth days has no start date of its own")
      }
    return Finding(
      .US012, at: Place(file: file, line: table.line, row: table.row),
      value: table.order.example ?? "",
      expected: range
        ?? Bilingual(zh: "可確定的日期，例如 20210607", en: "a date that can be told, such as 20210607"),
      detail: detail)
  }

  static func otherProperty(
    _ name: ExportComments.Name?, _ file: String, rows: Int
  ) -> Finding {
    Finding(
      .US006,
      at: name.map { Place(file: file, line: $0.line, column: 1, row: $0.row) }
        ?? Place(file: file),
      value: name?.text ?? "",
      expected: Bilingual(
        zh: "方案清單或店家清冊所載的 GA 資源編號或名稱",
        en: "the property or view of the stores' solution, or of the store itself"),
      rows: rows)
  }

  static func contested(_ one: StoreID, _ other: StoreID, _ name: String, _ file: String)
    -> Finding
  {
    Finding(
      .US013, at: Place(file: file), value: name,
      detail: Bilingual(
        zh: "店家 \(one.text) 與 \(other.text)", en: "stores \(one.text) and \(other.text)"))
  }

  static func malformed(
    _ row: ExportRow, _ file: String, _ contract: ContractID?, _ id: String?
  ) -> Finding {
    let record = row.record
    let store = id.map { StoreID($0) }
    let (index, detail): (Int, Bilingual)
    if record.isTruncated {
      return Finding(
        .IN004, at: Place(file: file, line: record.line, row: record.row), contract: contract,
        store: store, detail: RowKind.tooLongDetail)
    }
    if let cell = record.unclosedCell {
      (index, detail) = (
        cell - 1,
        Bilingual(
          zh: "第 \(cell) 欄的引號沒有結束，之後的內容全被併入這一列",
          en: "the quote of column \(cell) never closes; all that follows went into this row")
      )
    } else {
      (index, detail) = (
        row.surplus ?? 0, RowKind.surplusDetail(row.surplus ?? 0, width: row.plan.width)
      )
    }
    return Finding(
      .IN004, at: Place(file: file, line: record.line, column: index + 1, row: record.row),
      contract: contract, store: store, value: RowKind.shortened(row.text(index)), detail: detail)
  }

  static func total(_ row: ExportRow, _ file: String) -> Finding {
    passedOver(row, file, Bilingual(zh: "合計列", en: "a total row"))
  }

  static func note(_ row: ExportRow, _ file: String) -> Finding {
    passedOver(row, file, Bilingual(zh: "說明列", en: "a note row"))
  }

  private static func passedOver(
    _ row: ExportRow, _ file: String, _ detail: Bilingual
  ) -> Finding {
    let index = row.firstFilled
    return Finding(
      .IN008,
      at: Place(file: file, line: row.record.line, column: index + 1, row: row.record.row),
      value: RowKind.shortened(row.text(index)), detail: detail)
  }

  private static func expected(_ key: Column) -> Bilingual {
    switch key {
    case .storeID: Expected.id
    case .date: Expected.date
    default: Expected.integer(atLeast: 0)
    }
  }

  static func badCell(
    _ row: ExportRow, _ column: Int, _ key: Column, _ file: String, _ contract: ContractID?,
    _ id: String?
  ) -> Finding {
    Finding(
      .IN005,
      at: Place(file: file, line: row.record.line, column: column + 1, row: row.record.row),
      contract: contract, store: id.map { StoreID($0) },
      field: Field(column: key, title: row.plan.titles[column]),
      value: RowKind.shortened(row.text(column)),
      expected: expected(key))
  }
}
