import ReviewModel

/// What an export's comments say: whose it is, and from when to when.
struct ExportComments {
  /// A property or view with the line that names it.
  struct Name: Equatable {
    let text: String
    let line: Int
    let row: Int
  }

  /// An interval of days, both included.
  struct Range: Equatable {
    let first: CalendarDate
    let last: CalendarDate

    func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }
  }

  private var property: Name?
  private var firstComment: Name?
  /// Whether only a property's own line can name the export: GA4's reports, and files whose
  /// first comment is no name.
  private var needsProperty = false
  /// Whether the start date was given since the last table began: more ranges above the same table are
  /// those that it is compared with.
  private(set) var hasOwnStart = false
  private(set) var start: CalendarDate?
  private(set) var end: CalendarDate?

  /// GA4's report has a line for the property; Universal's export and GA4's exploration begin
  /// with the view's or property's name.
  var name: Name? { needsProperty || property != nil ? property : firstComment }

  /// Whether the comments are those of a GA4 report.
  var isReport: Bool { needsProperty || property != nil }

  var range: Range? {
    guard let start, let end, start <= end else { return nil }
    return Range(first: start, last: end)
  }

  /// Notes that a table has begun, whose start date these comments give.
  mutating func beginTable() { hasOwnStart = false }

  mutating func take(_ comment: String, line: Int, row: Int) {
    if comment.isEmpty { return }
    if let range = Self.range(comment) {
      if !hasOwnStart { (start, end) = (range.first, range.last) }
      hasOwnStart = true
      if firstComment == nil { needsProperty = true }
      return
    }
    if let text = ExportNames.value(of: comment, keys: ExportNames.starts) {
      if !hasOwnStart { (start, end) = (Self.day(text), nil) }
      hasOwnStart = true
      if firstComment == nil { needsProperty = true }
      return
    }
    if let text = ExportNames.value(of: comment, keys: ExportNames.ends) {
      if !hasOwnStart || end == nil { end = Self.day(text) }
      return
    }
    if let text = ExportNames.value(of: comment, keys: ExportNames.properties) {
      if property == nil, !text.isEmpty { property = Name(text: text, line: line, row: row) }
      return
    }
    if ExportNames.value(of: comment, keys: ExportNames.accounts) != nil { needsProperty = true }
    if firstComment == nil { firstComment = Name(text: comment, line: line, row: row) }
  }

  /// `20210601-20210831`.
  private static func range(_ comment: String) -> Range? {
    let parts = Normalisation.code(comment).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = day(String(parts[0])), let last = day(String(parts[1]))
    else { return nil }
    return Range(first: first, last: last)
  }

  private static func day(_ text: String) -> CalendarDate? {
    let code = Normalisation.code(text)
    guard code.utf8.count == 8, code.utf8.allSatisfy(CellParser.isDigit),
      case .value(let day) = DateParser.parse(code)
    else { return nil }
    return day
  }
}
