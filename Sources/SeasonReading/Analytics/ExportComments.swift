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
  private var hasOwnEnd = false
  /// Whether the start date that came last is that of a comparison.
  private var isComparison = false
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
  mutating func beginTable() { (hasOwnStart, hasOwnEnd, isComparison) = (false, false, false) }

  mutating func take(_ comment: String, line: Int, row: Int) {
    if comment.isEmpty { return }
    // Only a name begins with the mark once more.
    let key = String(
      String.UnicodeScalarView(comment.unicodeScalars.drop { $0 == "#" || Blanks.isBlank($0) }))
    if let range = Self.range(key) {
      begin(range.first)
      endRange(range.last)
      return
    }
    if let text = ExportNames.value(of: key, keys: ExportNames.starts) {
      return begin(Self.day(text))
    }
    if let text = ExportNames.value(of: key, keys: ExportNames.ends) {
      return endRange(Self.day(text))
    }
    if let text = ExportNames.value(of: key, keys: ExportNames.properties) {
      if property == nil, !text.isEmpty { property = Name(text: text, line: line, row: row) }
      return
    }
    if ExportNames.value(of: key, keys: ExportNames.accounts) != nil { needsProperty = true }
    if firstComment == nil { firstComment = Name(text: comment, line: line, row: row) }
  }

  /// Takes a start date: the first one above a table is its own.
  private mutating func begin(_ day: CalendarDate?) {
    if firstComment == nil { needsProperty = true }
    isComparison = hasOwnStart
    if !hasOwnStart { (start, end) = (day, hasOwnEnd ? end : nil) }
    hasOwnStart = true
  }

  /// Takes an end date, unless it is that of a comparison.
  private mutating func endRange(_ day: CalendarDate?) {
    guard !isComparison, !hasOwnEnd else { return }
    end = day
    hasOwnEnd = true
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
