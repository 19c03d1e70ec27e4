import ReviewModel

/// The form in which a usage file gives its rows.
enum UsageForm {
  /// `store_id`, `date`, `uses`: a row is a store's day, or a part of it; or `store_id`, `event_at`:
  /// each row is one use.
  case plain(PlainUsage)
  /// An export of Google Analytics, with comment lines at its top.
  case analytics
  /// None that gives daily figures per store, and why.
  case none(Bilingual)

  static let noColumns = Bilingual(
    zh: "找不到店家編號、日期、使用次數三欄的標題列",
    en: "no header row with a store, a date and a count")
  static let noDailyTable = Bilingual(
    zh: "匯出檔中沒有任何資料表列出每家店、每一天的次數",
    en: "no table of the export has counts per store and day")

  static func find(in text: TextFile) throws(ReadProblem) -> UsageForm {
    if try isAnalytics(text) { return .analytics }
    for schema in [Schemas.plainUsage, Schemas.events] {
      guard case .found(let match) = try HeaderSearch.search(schema, in: text) else { continue }
      if let (column, first) = match.duplicates.first {
        return .none(
          Bilingual(
            zh: "第 \(first.number) 欄「\(first.title)」與第 \(column.number) 欄「\(column.title)」是同一項資料",
            en:
              "columns \(first.number) “\(first.title)” and \(column.number) “\(column.title)” are the same"
          ))
      }
      guard let plan = PlainUsage(match, schema, file: text.path) else { continue }
      return .plain(plan)
    }
    return .none(noColumns)
  }

  /// Whether a file begins with the comment lines of a Google Analytics export.
  private static func isAnalytics(_ text: TextFile) throws(ReadProblem) -> Bool {
    var scanner = CSVScanner(try text.source(), delimiter: .comma)
    for _ in 0..<HeaderSearch.rowLimit {
      let isComment = try scanner.next { record -> Bool? in
        let filled = (0..<record.count).filter { !record.isBlank($0) }
        return filled.first.map { first in
          let cell = Blanks.trimmed(record.cell(first))
          // A lone «#» over a column of numbers is a table's header.
          return cell.first == UInt8(ascii: "#") && (cell.count > 1 || filled.count == 1)
        }
      }
      guard let isComment else { return false }
      if let isComment { return isComment }
    }
    return false
  }
}
