import ReviewModel

/// The words of the two interfaces, in English and Traditional Chinese, by which an export's
/// comments and columns are known.
///
/// Compared after `Normalisation.header`.
enum ExportNames {
  /// The first group that the table has a column of: GA4's `Day` is the day of a month.
  static let dates = [
    normalised(["Date", "日期"]), normalised(["Day Index"]), normalised(["Day"]),
  ]
  static let nthDays = normalised(["Nth day", "第 N 天"])
  static let stores = normalised([
    "store_id", "customEvent:store_id", "Store ID", "customEvent:Store ID", "店家編號", "店家代碼",
  ])
  static let pages = normalised([
    "Page", "Page path", "Page path and screen class", "Page path + query string",
    "Page path + query string and screen class", "Page location", "網頁", "網頁路徑",
    "網頁路徑和畫面類別", "網頁路徑與畫面類別", "網頁路徑及畫面類別", "網頁路徑 + 查詢字串", "網頁位置",
  ])
  /// What is counted by default: the first group that the table has a column of.
  ///
  /// Users and sessions are never here: they do not add up over days.
  static let counts: [Set<String>] = [
    normalised(["Event count", "事件計數"]), normalised(["Total Events", "事件總數"]),
    normalised(["Pageviews", "Views", "瀏覽", "瀏覽量", "網頁瀏覽", "瀏覽次數"]),
  ]
  /// Columns that only GA4 has by these names.
  private static let ga4Columns = normalised([
    "Event count", "事件計數", "Event name", "事件名稱", "Page path", "Page path and screen class",
    "Page location", "Views", "瀏覽", "網頁路徑和畫面類別", "網頁路徑與畫面類別", "網頁路徑及畫面類別", "網頁位置",
    "Active users", "活躍使用者", "Key events", "Conversions", "重要事件", "轉換",
  ])
  /// The row of all that did not fit the table's limit.
  static let others: Set<String> = ["(other)", "(其他)"]

  /// Whether a column's title tells GA4 from Universal Analytics.
  static func isGA4Column(_ title: String) -> Bool {
    let name = Normalisation.header(title)
    return ga4Columns.contains(name) || name.hasPrefix("customevent:")
  }

  static let properties = ["property", "資源"]
  static let accounts = ["account", "帳戶"]
  static let starts = ["startdate", "開始日期"]
  static let ends = ["enddate", "結束日期"]
  /// Cells that stand for «none», in lower case.
  static let noValue: Set<String> = [
    "(notset)", "(other)", "(notprovided)", "(dataunavailable)", "(未設定)", "(其他)", "(空白)",
  ]
  static let grandTotals: Set<String> = ["grandtotal", "totals", "總計", "總和", "合計"]

  private static func normalised(_ names: [String]) -> Set<String> {
    Set(names.map { Normalisation.header($0) })
  }

  /// The value of a comment `Key: value`, where its key is one of some; full-width colons, too.
  static func value(of comment: String, keys: [String]) -> String? {
    guard let colon = comment.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    guard keys.contains(Normalisation.header(String(comment[..<colon]))) else { return nil }
    let rest = comment[comment.index(after: colon)...].unicodeScalars.drop { Blanks.isBlank($0) }
    return String(String.UnicodeScalarView(rest))
  }

  /// A cell's text as it is compared with the words above.
  static func word(_ text: String) -> String {
    let folded = Normalisation.code(text).lowercased()
    return String(String.UnicodeScalarView(folded.unicodeScalars.filter { !Blanks.isBlank($0) }))
  }
}
