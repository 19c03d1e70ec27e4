import ReviewModel

/// What a record under the header is.
enum RowKind: Equatable {
  case data
  /// All cells are empty.
  case empty
  /// The first non-empty cell, at this index, begins like a sum's name.
  case total(Int)
  /// The only non-empty cell stands at this index.
  case note(Int)
  /// The quote of the cell with this number never closes.
  case unclosed(Int)
  /// The first non-empty cell without a header stands at this index.
  case surplus(Int)
  case tooLong

  private static let totals = ["合計", "總計", "小計", "總和", "total", "grandtotal"]
  /// What is quoted of a cell at the most.
  ///
  /// Unit: characters.
  private static let quotedLength = 80

  init(_ record: Record, under match: HeaderMatch) {
    if let cell = record.unclosedCell {
      self = record.isTruncated ? .tooLong : .unclosed(cell)
      return
    }
    if record.isTruncated {
      self = .tooLong
      return
    }
    var first: Int?
    var surplus: Int?
    var filled = 0
    for index in 0..<record.count where !record.isBlank(index) {
      filled += 1
      if first == nil { first = index }
      if index >= match.width, surplus == nil { surplus = index }
    }
    guard let first else {
      self = .empty
      return
    }
    if Self.isTotal(record.cell(first)) {
      self = .total(first)
    } else if filled == 1, match.requiredCells.count > 1 {
      self = .note(first)
    } else if filled <= 2, Self.isFooter(record, first, match) {
      self = .note(first)
    } else if let surplus {
      self = .surplus(surplus)
    } else {
      self = .data
    }
  }

  private static let footers = [
    "註", "備註", "附註", "說明", "填表", "製表", "承辦", "審核", "資料來源", "※", "note", "remark",
  ]

  /// Whether a row of one or two cells is a note all the same: it begins like one (`製表：` and a
  /// name), and lacks two or more of the cells that a row must have.
  private static func isFooter(
    _ record: Record, _ first: Int, _ match: HeaderMatch
  ) -> Bool {
    let missing = match.requiredCells.count { cell in
      cell.map { $0 >= record.count || record.isBlank($0) } ?? true
    }
    guard missing >= 2 else { return false }
    let word = ExportNames.word(String(decoding: record.cell(first), as: UTF8.self))
    return footers.contains { word.hasPrefix($0) }
  }

  /// Whether a cell begins with a sum's name, blanks inside it aside: `合　計`, `Grand total`.
  static func isTotal(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    // Digits and most letters begin no sum's name: most cells need no second look.
    if let first = cell.first, (0x21..<0x80).contains(first), first | 0x20 != 0x74,
      first | 0x20 != 0x67
    {
      return false
    }
    let trimmed = Blanks.trimmed(cell)
    guard mayBeTotal(trimmed) else { return false }
    let text = Normalisation.code(trimmed).lowercased()
    let bare = String(
      String.UnicodeScalarView(text.unicodeScalars.prefix(24).filter { !Blanks.isBlank($0) }))
    return totals.contains { bare.hasPrefix($0) }
  }

  /// Whether a cell's first bytes could begin a sum's name.
  ///
  /// So that no String is made of the others: 合, 總, 小, full-width letters; T and G
  /// followed by an O and an R.
  private static func mayBeTotal(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count >= 5 else { return false }
    switch (cell[0], cell[1]) {
    case (0x54, 0x4F), (0x54, 0x6F), (0x74, 0x4F), (0x74, 0x6F): return true
    case (0x47, 0x52), (0x47, 0x72), (0x67, 0x52), (0x67, 0x72): return true
    case (0xE5, 0x90), (0xE7, 0xB8), (0xE5, 0xB0), (0xEF, _): return true
    default: return false
    }
  }

  /// The index of a record's first cell that is not blank.
  static func firstFilled(_ record: Record) -> Int? {
    (0..<record.count).first { !record.isBlank($0) }
  }

  /// Whether the record can't be read as the table's row (IN004).
  var isMalformed: Bool {
    switch self {
    case .unclosed, .surplus, .tooLong: true
    case .data, .empty, .total, .note: false
    }
  }

  /// The finding that names a record that is passed over.
  func finding(_ record: Record, under match: HeaderMatch, in file: String) -> Finding? {
    switch self {
    case .data, .empty: nil
    case .total(let index):
      cell(.IN008, index, record, match, file, Bilingual(zh: "合計列", en: "a total row"))
    case .note(let index):
      cell(.IN008, index, record, match, file, Bilingual(zh: "說明列", en: "a note row"))
    case .surplus(let index):
      cell(
        .IN004, index, record, match, file, Self.surplusDetail(index, width: match.width))
    case .unclosed(let number):
      cell(
        .IN004, number - 1, record, match, file,
        Bilingual(
          zh: "第 \(number) 欄的引號沒有結束，之後的內容全被併入這一列",
          en: "the quote of column \(number) never closes; all that follows went into this row"))
    case .tooLong:
      Finding(
        .IN004, at: Place(file: file, line: record.line, row: record.row),
        detail: Self.tooLongDetail)
    }
  }

  static func surplusDetail(_ index: Int, width: Int) -> Bilingual {
    Bilingual(
      zh: "標題列只到第 \(width) 欄，第 \(index + 1) 欄仍有內容",
      en: "the header ends at column \(width), but column \(index + 1) is filled")
  }

  static let tooLongDetail = Bilingual(
    zh: "一列超過 \(CSVScanner.recordLimit >> 20) MiB，無法讀取",
    en: "a record of over \(CSVScanner.recordLimit >> 20) MiB can't be read")

  private func cell(
    _ code: FindingCode, _ index: Int, _ record: Record, _ match: HeaderMatch, _ file: String,
    _ detail: Bilingual
  ) -> Finding {
    let value = index < record.count ? Normalisation.text(quoted(record, index, match)) : ""
    let column = match.columns.first { $0.number == index + 1 }
    return Finding(
      code,
      at: Place(file: file, line: record.line, column: index + 1, row: record.row),
      field: column.map { Field(title: $0.title) }, value: Self.shortened(value), detail: detail)
  }

  /// What is quoted of a cell: of one that never closes only what was meant to be in it, since
  /// other columns' cells follow, personal data among them.
  private func quoted(
    _ record: Record, _ index: Int, _ match: HeaderMatch
  ) -> UnsafeBufferPointer<UInt8> {
    let cell = record.cell(index)
    guard case .unclosed = self else { return cell }
    let meant = cell.prefix { $0 != match.delimiter.rawValue && $0 != 0x0A && $0 != 0x0D }
    return UnsafeBufferPointer(rebasing: meant)
  }

  static func shortened(_ text: String) -> String {
    let head = text.unicodeScalars.prefix(quotedLength)
    return head.endIndex == text.unicodeScalars.endIndex
      ? text : String(String.UnicodeScalarView(head)) + "…"
  }
}
