// What a usage file says of itself, for the question whether the export is whole. Collected only
// where it is asked for; no figure depends on it.

/// The form in which a usage file came.
package enum ExportForm: String, Sendable, CaseIterable {
  /// Store, date and count.
  case plain
  /// Store and time, each row one use.
  case events
  /// Universal Analytics.
  case universal
  /// A report of Google Analytics 4.
  case report = "ga4-report"
  /// An exploration of Google Analytics 4.
  case exploration = "ga4-exploration"
  /// None that gives daily figures per store.
  case unknown
}

/// An interval of days, both included.
package struct DayRange: Sendable, Hashable {
  package let first: CalendarDate
  package let last: CalendarDate

  package init(first: CalendarDate, last: CalendarDate) {
    self.first = first
    self.last = last
  }

  package var count: Int { first.days(through: last) }

  package func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }
}

/// A table of a usage file: a plain file has one, an export has several.
package struct ExportTableSurvey: Sendable, Equatable {
  /// The line of its header.
  package let line: Int
  /// The period that the table's own comments name; a plain file names none.
  package var period: DayRange?
  /// Whether its rows count.
  package var isCounted: Bool
  /// Data rows, without totals.
  package var rows = 0
  /// Rows that Google Analytics puts together as «(other)».
  package var otherRows = 0
  package var sum: Int128 = 0
  /// Whether every row's count could be read and totals agree, so that the sum says something.
  package var isSumComplete = true
  /// A total row's value; nil without one.
  package var total: Int128?

  package init(line: Int, period: DayRange? = nil, isCounted: Bool) {
    self.line = line
    self.period = period
    self.isCounted = isCounted
  }

  /// Whether the total proves that no row is missing; nil where there is none to tell.
  package var agreesWithTotal: Bool? {
    guard isSumComplete, let total else { return nil }
    return total == sum
  }
}

/// A usage file as a survey found it.
package struct UsageFileSurvey: Sendable, Equatable {
  package let file: String
  package var form = ExportForm.unknown
  /// The property or view that an export names.
  package var property: String?
  package var tables: [ExportTableSurvey] = []
  /// Days with a row of a known store, in their order.
  package var days: [CalendarDate] = []
  /// The numbers of the stores with a row, in their order.
  package var stores: [Int] = []
  /// The numbers of the stores that the file is to have rows of, whether it has any or not.
  package var coveredStores: [Int] = []

  package init(file: String) {
    self.file = file
  }

  /// The first and the last day with a row of a known store.
  package var data: DayRange? {
    guard let first = days.first, let last = days.last else { return nil }
    return DayRange(first: first, last: last)
  }
}
