import ReviewModel

/// A date cell of an export, as far as it can be read by itself.
enum ExportDate: Equatable {
  case day(CalendarDate)
  /// Two readings: the user's locale decides, so the table as a whole must settle it.
  case localised(monthFirst: CalendarDate?, dayFirst: CalendarDate?)
  case invalid

  init(_ code: String) {
    let parts = code.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "-" || $0 == "." })
    if parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy(CellParser.isDigit) }),
      (1...2).contains(parts[0].utf8.count), (1...2).contains(parts[1].utf8.count),
      parts[2].utf8.count == 2 || parts[2].utf8.count == 4,
      let one = Int(parts[0]), let two = Int(parts[1]), let last = Int(parts[2])
    {
      let year = parts[2].utf8.count == 2 ? 2_000 + last : last
      self = .localised(
        monthFirst: CalendarDate(year: year, month: one, day: two),
        dayFirst: CalendarDate(year: year, month: two, day: one))
      return
    }
    if case .value(let day) = DateParser.parse(code) { self = .day(day) } else { self = .invalid }
  }
}

/// Settles whether a table's dates are written month first or day first: by the range in the
/// comments, both readings being tried.
struct DateOrder {
  enum Settled: Equatable {
    case monthFirst
    case dayFirst
    /// Both readings fit, and differ (US012).
    case ambiguous
    /// Neither reading fits (US012).
    case neither
  }

  private let range: ExportComments.Range?
  private var monthFits = true
  private var dayFits = true
  private var differs = false
  /// The first cell for which both readings fit, and differ.
  private var undecided: String?
  /// The cell from which on no reading fits all.
  private var contradiction: String?

  init(range: ExportComments.Range?) {
    self.range = range
  }

  mutating func take(_ date: ExportDate, _ text: String) {
    guard case .localised(let monthFirst, let dayFirst) = date else { return }
    hasTwoReadings = true
    let month = fits(monthFirst)
    let day = fits(dayFirst)
    if undecided == nil, month, day, monthFirst != dayFirst { undecided = text }
    let didFit = monthFits || dayFits
    monthFits = monthFits && month
    dayFits = dayFits && day
    if didFit, !monthFits, !dayFits { contradiction = text }
    if monthFirst != dayFirst { differs = true }
  }

  /// Whether any day was written so that the locale decides.
  private(set) var hasTwoReadings = false

  var settled: Settled {
    switch (monthFits, dayFits) {
    case (true, true): differs ? .ambiguous : .monthFirst
    case (true, false): .monthFirst
    case (false, true): .dayFirst
    case (false, false): .neither
    }
  }

  /// The cell that shows why the order is not settled.
  var example: String? { contradiction ?? undecided }

  private func fits(_ day: CalendarDate?) -> Bool {
    guard let day else { return false }
    return range.map { $0.contains(day) } ?? true
  }
}
