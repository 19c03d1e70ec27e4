import ReviewModel
import ReviewRules

/// The answer to «are the exports whole?» as lines for a terminal.
struct UsagePrinter {
  private static let longestList = 3

  let language: Language
  let columns: Int

  /// All lines: files first, then the stores by contract.
  func lines(_ exports: ExportCompleteness) -> [String] {
    var lines: [String] = []
    for file in exports.files { lines += self.lines(file) }
    guard let days = exports.days, let widest = exports.stores.map(\.store.text.utf8.count).max()
    else {
      return lines + [language == .en ? "No store is live by as-of." : "截止日前沒有已導入的店家。"]
    }
    let idWidth = max(widest, 5)
    let spark = Sparkline(days: days.count, columns: columns - idWidth - 2 - Self.numbersWidth)
    // A contract's line has its name above the stores' and the labels above the numbers.
    let longest = exports.stores.map(\.contract.text.utf8.count).max() ?? 0
    let sparkWidth = max(spark.length(of: days.count), longest - idWidth - 2)
    lines += ["", Sparkline.legend(language), axis(days, spark)]
    var contract: ContractID?
    for store in exports.stores {
      if store.contract != contract {
        contract = store.contract
        lines += ["", header(store.contract, idWidth, sparkWidth)]
      }
      let text = spark.text(store.marks)
      let gap = String(repeating: " ", count: sparkWidth - spark.length(of: days.count))
      lines.append(Self.padded(store.store.text, idWidth) + "  " + text + gap + numbers(store))
      let missing = store.ranges(of: .notExported)
      if !missing.isEmpty {
        lines.append(
          String(repeating: " ", count: idWidth + 2) + (language == .en ? "in no export: " : "未匯出：")
            + list(missing))
      }
    }
    return lines + ["", summary(exports)]
  }

  // MARK: Stores

  private static let numbersWidth = 12 + 5 * 5

  private func axis(_ days: DayRange, _ spark: Sparkline) -> String {
    switch language {
    case .zhHant:
      "\(days.first.isoText) 至 \(days.last.isoText)，" + (spark.isWeekly ? "每字一週" : "每字一天")
    case .en:
      "\(days.first.isoText) to \(days.last.isoText), "
        + (spark.isWeekly ? "a character per week" : "a character per day")
    }
  }

  /// The labels of the numbers; both languages' words are four columns wide.
  private func header(_ contract: ContractID, _ idWidth: Int, _ sparkWidth: Int) -> String {
    let labels = language == .en ? ("uses", "days") : ("次數", "天數")
    let marks = [DayMark.noUse, .noRow, .notExported, .beforeGoLive]
    let width = idWidth + 2 + sparkWidth
    return Self.padded(contract.text, width) + String(repeating: " ", count: 8) + labels.0 + " "
      + labels.1 + marks.map { "    " + Sparkline.character($0) }.joined()
  }

  private func numbers(_ store: StoreExport) -> String {
    let marks = [DayMark.noUse, .noRow, .notExported, .beforeGoLive]
    let counts = [store.daysWithUse] + marks.map { mark in store.count { $0 == mark } }
    return Self.aligned(String(store.uses), 12)
      + counts.map { Self.aligned(String($0), 5) }.joined()
  }

  private func summary(_ exports: ExportCompleteness) -> String {
    let short = exports.stores.count { $0.marks.contains(.notExported) }
    let doubtful = exports.files.count { !$0.doubts.isEmpty }
    switch language {
    case .zhHant:
      return short == 0
        ? "每家店服務期間的每一天都在匯出檔的期間內；\(doubtful) 個檔案另有須留意之處。"
        : "\(short) 家店有服務日不在任何匯出檔的期間內；\(doubtful) 個檔案另有須留意之處。"
    case .en:
      let files = "\(doubtful) \(doubtful == 1 ? "file gives" : "files give") reason to look."
      return short == 0
        ? "Every store's every day of service is in an export's period; " + files
        : "\(short) \(short == 1 ? "store has" : "stores have") days of service in no export's "
          + "period; " + files
    }
  }

  // MARK: Files

  private func lines(_ file: FileExport) -> [String] {
    [file.file.path] + facts(file).map { "  " + $0 } + file.doubts.map { "  ! " + text($0) }
  }

  private func facts(_ file: FileExport) -> [String] {
    let isEnglish = language == .en
    let (survey, rows) = (file.survey, file.file.rows)
    var first = [form(survey.form), file.file.encoding?.rawValue ?? "?"]
    if let property = survey.property {
      first.append((isEnglish ? "property " : "資源 ") + property)
    }
    let none = isEnglish ? "none" : "無"
    let periods = DayRange.runs(ofRanges: survey.tables.compactMap(\.period))
    let days = survey.data.map { list([$0]) } ?? none
    let second =
      (isEnglish ? "period in the header " : "檔頭期間 ")
      + (periods.isEmpty ? none : list(periods))
      + (isEnglish ? ", rows from " : "，資料 ") + days
    var third =
      isEnglish
      ? "stores \(survey.stores.count); rows read \(rows.read) = counted \(rows.counted) + skipped "
        + "\(rows.skipped) + not counted \(rows.notCounted)"
      : "店家 \(survey.stores.count)；讀取 \(rows.read) 列 = 計入 \(rows.counted) + 略過 \(rows.skipped)"
        + " + 未計入 \(rows.notCounted)"
    for table in survey.tables where table.isCounted && table.agreesWithTotal == true {
      guard let total = table.total else { continue }
      third += isEnglish ? "; total \(total) = sum" : "；合計 \(total) 與各列加總相符"
    }
    return [first.joined(separator: isEnglish ? ", " : "，"), second, third]
  }

  private func form(_ form: ExportForm) -> String {
    switch (form, language) {
    case (.plain, .en): "plain table"
    case (.plain, .zhHant): "一般表格"
    case (.events, .en): "events"
    case (.events, .zhHant): "逐筆事件"
    case (.universal, .en): "Universal Analytics"
    case (.universal, .zhHant): "Universal Analytics（通用 GA）"
    case (.report, .en): "GA4 report"
    case (.report, .zhHant): "GA4 報表"
    case (.exploration, .en): "GA4 exploration"
    case (.exploration, .zhHant): "GA4 探索"
    case (.unknown, .en): "not a form that is counted"
    case (.unknown, .zhHant): "不是可計入的形式"
    }
  }

  func text(_ doubt: ExportDoubt) -> String {
    let isEnglish = language == .en
    switch doubt {
    case .daysWithoutRows(let ranges):
      let days = ranges.reduce(0) { $0 + $1.count }
      return isEnglish
        ? "\(days) \(days == 1 ? "day of its period has" : "days of its period have") no row: \(list(ranges))"
        : "期間內有 \(days) 天沒有任何資料列：\(list(ranges))"
    case .daysOutsidePeriod(let ranges):
      return isEnglish
        ? "rows outside the period in its header: \(list(ranges))"
        : "有資料列不在檔頭期間內：\(list(ranges))"
    case .otherRows(let count):
      return isEnglish
        ? "\(count) “(other)” \(count == 1 ? "row" : "rows"): Google Analytics put what did not fit together there; export "
          + "shorter periods"
        : "有 \(count) 列「(other)」：超出列數上限的內容被併在其中；請縮短期間分次匯出"
    case .rowLimit(let line, let limit):
      return isEnglish
        ? "the table at line \(line) has just \(limit) rows, at which such exports have been cut; "
          + "make sure that it is whole"
        : "第 \(line) 行的資料表恰有 \(limit) 列，此類匯出曾在此列數被截斷；請確認是否完整"
    case .totalDiffers(let line, let total, let sum):
      return isEnglish
        ? "the table at line \(line) has a total of \(total), but its rows add up to \(sum)"
        : "第 \(line) 行的資料表合計為 \(total)，各列加總卻為 \(sum)"
    case .storesWithoutRows(let count):
      return isEnglish
        ? "\(count) \(count == 1 ? "store" : "stores") that it is to have rows of: none is there"
        : "應列於此檔的店家中有 \(count) 家沒有任何資料列"
    case .nothingCounted:
      return isEnglish ? "nothing of it is counted" : "此檔沒有任何內容計入"
    }
  }

  private func list(_ ranges: [DayRange]) -> String {
    let shown = ranges.prefix(Self.longestList).map { range in
      range.count == 1
        ? range.first.isoText
        : range.first.isoText + (language == .en ? " to " : " 至 ") + range.last.isoText
    }
    let rest = ranges.count - shown.count
    let separator = language == .en ? ", " : "、"
    guard rest > 0 else { return shown.joined(separator: separator) }
    return shown.joined(separator: separator)
      + (language == .en ? " and \(rest) more" : " 等，另有 \(rest) 段")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }

  private static func aligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.utf8.count)) + text
  }
}

extension DayRange {
  /// Ranges in their order, those that touch or overlap as one.
  static func runs(ofRanges ranges: [DayRange]) -> [DayRange] {
    var runs: [DayRange] = []
    for range in ranges.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
      if let run = runs.last, run.last.dayNumber + 1 >= range.first.dayNumber {
        runs[runs.count - 1] = DayRange(first: run.first, last: max(run.last, range.last))
      } else {
        runs.append(range)
      }
    }
    return runs
  }
}
