import ReviewModel

/// What can be mended of one cell, and what can't though it looks as if it could.
///
/// Conservative: what is read well is left alone, and nothing is guessed.
struct FixRules {
  struct Proposal {
    let after: String
    let finding: FindingCode?
    let why: Bilingual
    let decision: CellFix.Decision
  }

  let kind: InputFile.Kind
  let spec: ColumnSpec
  /// Dollars per unit of a money column.
  let unit: Int
  let encoding: TextEncoding

  /// The proposal for a cell's whole text; nil where there is nothing to say.
  func proposal(for cell: String) -> Proposal? {
    let code = Normalisation.code(cell)
    if code.isEmpty { return nil }
    switch spec.kind {
    case .taxID: return taxID(cell, code)
    case .id: return id(cell, code)
    case .date: return value(cell, code) { Self.isValue(DateParser.parse($0)) }
    case .integer: return number(cell, code) { Self.isValue(CellParser.integer($0)) }
    case .money: return number(cell, code) { Self.isValue(CellParser.money($0, unit: unit)) }
    case .percent: return number(cell, code) { Self.isValue(CellParser.percent($0)) }
    case .flag: return value(cell, code) { Self.isValue(CellParser.flag($0)) }
    case .text: return text(cell)
    case .time, .key, .choice: return nil
    }
  }

  // MARK: Codes

  private func taxID(_ cell: String, _ code: String) -> Proposal? {
    let isRefused = spec.isRequired && kind == .roster && CellParser.isDamagedID(code)
    switch CellParser.taxID(code) {
    case .empty: return nil
    case .value(let number) where !isRefused:
      guard number.wasPadded else { return nil }
      return Proposal(
        after: number.id.digits, finding: .IN006,
        why: Bilingual(
          zh: "試算表去掉了開頭的 0；讀取結果相同",
          en: "a spreadsheet took the leading zero away; it is read the same"), decision: .yes)
    case .value, .invalid: break
    }
    if let digits = SpreadsheetText.wholeDigits(code),
      case .value(let number) = CellParser.taxID(digits)
    {
      return Proposal(
        after: number.id.digits, finding: refusal(code),
        why: Bilingual(
          zh: "試算表把它當成數字，但位數齊全，可確定原值",
          en: "a spreadsheet made a number of it, but all digits are there"), decision: .ask)
    }
    return unwrapped(cell) { bare in
      guard case .value(let number) = CellParser.taxID(bare) else { return nil }
      return number.id.digits
    } ?? damaged(code)
  }

  private func id(_ cell: String, _ code: String) -> Proposal? {
    if let damaged = damaged(code) { return damaged }
    if Self.isValue(CellParser.id(code)) { return nil }
    return unwrapped(cell) { Self.isValue(CellParser.id($0)) ? $0 : nil }
  }

  /// An id that a spreadsheet turned into a number or a date: told, not mended.
  private func damaged(_ code: String) -> Proposal? {
    guard kind == .roster && spec.isRequired || spec.kind == .taxID,
      CellParser.isDamagedID(code)
    else { return nil }
    return Proposal(
      after: "", finding: refusal(code),
      why: Bilingual(
        zh: "試算表已將代碼轉成數字或日期，原來的字元無法還原；請由原始資料補回",
        en: "a spreadsheet turned the code into a number or a date, and its characters are gone; "
          + "take it from the original"), decision: .no)
  }

  /// What the cell gives now: the code of the finding that would go.
  private func refusal(_ code: String) -> FindingCode {
    guard spec.isRequired else { return .IN006 }
    let isID = spec.kind == .id || spec.kind == .taxID
    return isID && kind == .roster && CellParser.isDamagedID(code) ? .RO012 : .IN005
  }

  // MARK: Numbers, dates, flags

  private func number(
    _ cell: String, _ code: String, _ isReadable: (String) -> Bool
  ) -> Proposal? {
    if CellParser.isNotGiven(code) {
      guard !spec.isRequired else { return nil }
      return Proposal(
        after: "", finding: nil,
        why: Bilingual(
          zh: "此格表示「未提供」；留白的讀取結果相同", en: "it says “not given”; an empty cell is read the same"),
        decision: .yes)
    }
    return value(cell, code, isReadable)
  }

  private func value(
    _ cell: String, _ code: String, _ isReadable: (String) -> Bool
  ) -> Proposal? {
    if isReadable(code) { return nil }
    if spec.kind == .date, let day = SpreadsheetText.dayAtMidnight(code), isReadable(day) {
      return Proposal(
        after: day, finding: refusal(code),
        why: Bilingual(
          zh: "日期後附有 0 時 0 分，去除後才能讀取",
          en: "a time of midnight stands behind the date, which can be read without it"),
        decision: .ask)
    }
    return unwrapped(cell) { isReadable($0) ? $0 : nil }
  }

  /// The cell without what a spreadsheet's user wrapped around it (`="0123"`, `'0123`) or what
  /// can't be seen, where it can be read then.
  private func unwrapped(_ cell: String, _ readable: (String) -> String?) -> Proposal? {
    let seen = SpreadsheetText.withoutInvisible(cell)
    if seen != cell, let after = readable(Normalisation.code(seen)) {
      return Proposal(
        after: after, finding: refusal(Normalisation.code(cell)),
        why: Bilingual(
          zh: "含看不見的字元，去除後才能讀取",
          en: "it holds characters that can't be seen and keep it from being read"),
        decision: .ask)
    }
    guard let bare = SpreadsheetText.unguarded(Normalisation.code(seen)),
      let after = readable(bare)
    else { return nil }
    return Proposal(
      after: after, finding: refusal(Normalisation.code(cell)),
      why: Bilingual(
        zh: "試算表用來保留文字格式的符號被存進檔案",
        en: "the signs that keep a spreadsheet from converting it were saved with it"),
      decision: .ask)
  }

  // MARK: Texts

  private func text(_ cell: String) -> Proposal? {
    let plain = SpreadsheetText.normalised(cell)
    if let damage = DamagedText.damage(in: plain) {
      guard let after = CharacterReferences.replaced(in: cell) else {
        return Proposal(
          after: "", finding: .IN011,
          why: Bilingual(
            zh: "\(damage.zh)，原來的字已遺失；請由原始資料補回",
            en: "\(damage.en): the original character is gone; take it from the original"),
          decision: .no)
      }
      guard EncodedText.bytes(of: after, encoding) != nil else {
        return Proposal(
          after: "", finding: .IN011,
          why: Bilingual(
            zh: "\(damage.zh)，但檔案的編碼 \(encoding.rawValue) 沒有該字；請先將檔案另存為 UTF-8",
            en: "\(damage.en), but the file's encoding \(encoding.rawValue) has no such character; "
              + "save the file as UTF-8 first"), decision: .no)
      }
      return Proposal(
        after: after, finding: .IN011,
        why: Bilingual(zh: "字元代碼可確定是哪一個字", en: "the reference tells which character it is"),
        decision: namesAnExport ? .ask : .yes)
    }
    guard namesAnExport else { return nil }
    let seen = SpreadsheetText.withoutInvisible(plain)
    if seen != plain {
      return Proposal(
        after: SpreadsheetText.normalised(seen), finding: nil,
        why: Bilingual(
          zh: "含看不見的字元，與匯出檔的名稱比對時會不符",
          en: "it holds characters that can't be seen, and would differ from the exports' name"),
        decision: .ask)
    }
    let trimmed = SpreadsheetText.trimmed(cell)
    guard trimmed != cell else { return nil }
    return Proposal(
      after: trimmed, finding: nil,
      why: Bilingual(zh: "前後有空白；讀取結果相同", en: "blanks around it; it is read the same"),
      decision: .yes)
  }

  /// Whether the text decides which exports count for a store.
  private var namesAnExport: Bool {
    switch spec.column {
    case .gaProperty, .gaView, .gaMetric, .gaStorePattern: true
    default: false
    }
  }

  private static func isValue<Value>(_ parsed: Parsed<Value>) -> Bool {
    if case .value = parsed { true } else { false }
  }
}

extension FixRules {
  /// The rules of a table's column; nil where its header is not known.
  init?(_ column: HeaderMatch.Column, _ schema: TableSchema, _ encoding: TextEncoding) {
    guard let spec = column.spec else { return nil }
    self.init(
      kind: schema.kind, spec: schema.columns[spec], unit: column.unit, encoding: encoding)
  }

  /// What the program itself proposes for a fix's text in its column, whatever the cell holds now.
  static func proposal(
    for fix: CellFix, _ match: HeaderMatch, _ schema: TableSchema, _ encoding: TextEncoding
  ) -> Proposal? {
    let number = Place.column(ofCell: fix.cell, inRow: fix.row)
    guard fix.row > match.lastRow,
      let column = match.columns.first(where: { $0.number == number })
    else { return nil }
    return FixRules(column, schema, encoding)?.proposal(for: fix.before)
  }
}
