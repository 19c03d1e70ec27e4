package import ReviewModel

/// What makes one doubt that a usage file is whole.
package enum ExportDoubt: Sendable, Equatable {
  /// Days of its period without any row of a known store.
  case daysWithoutRows([DayRange])
  /// Days with rows that its header's period does not have.
  case daysOutsidePeriod([DayRange])
  /// Google Analytics put so many rows' worth of stores together as «(other)».
  case otherRows(Int)
  /// A table has just as many rows as such an export holds at most.
  case rowLimit(line: Int, limit: Int)
  /// A table's total differs from the sum of its rows.
  case totalDiffers(line: Int, total: Int128, sum: Int128)
  /// Stores that the file is to have rows of, and has none.
  case storesWithoutRows(Int)
  /// No table of the file counts.
  case nothingCounted

  /// Rows at which the products' interfaces are known to cut a table.
  ///
  /// Google has changed them more than once, so reaching one is a reason to look, not a proof.
  static func rowLimits(of form: ExportForm) -> [Int] {
    switch form {
    case .plain, .events, .unknown: []
    case .universal: [5_000]
    case .report: [5_000, 100_000]
    case .exploration: [500, 100_000]
    }
  }

  static func all(of survey: UsageFileSurvey, _ register: UsageRegister) -> [ExportDoubt] {
    let counted = survey.tables.filter(\.isCounted)
    guard !counted.isEmpty else { return [.nothingCounted] }
    var doubts = dayDoubts(of: survey)
    let others = counted.reduce(0) { $0 + $1.otherRows }
    if others > 0 { doubts.append(.otherRows(others)) }
    let limits = rowLimits(of: survey.form)
    for table in counted {
      // A total that agrees says that nothing was cut.
      if let limit = limits.first(where: { $0 == table.rows }), table.agreesWithTotal != true {
        doubts.append(.rowLimit(line: table.line, limit: limit))
      }
      if table.agreesWithTotal == false, let total = table.total {
        doubts.append(.totalDiffers(line: table.line, total: total, sum: table.sum))
      }
    }
    let missing = storesWithoutRows(survey, register)
    if missing > 0 { doubts.append(.storesWithoutRows(missing)) }
    return doubts
  }

  /// Stores that were live on a day of the file's periods, and have no row in it.
  private static func storesWithoutRows(
    _ survey: UsageFileSurvey, _ register: UsageRegister
  ) -> Int {
    let periods = survey.periods
    let named = Set(survey.stores)
    return survey.coveredStores.count { number in
      let window = register.windows[number]
      guard !named.contains(number), let goLive = window.goLive else { return false }
      return periods.contains { period in
        goLive <= period.last && (window.endedOn.map { period.first <= $0 } ?? true)
      }
    }
  }

  private static func dayDoubts(of survey: UsageFileSurvey) -> [ExportDoubt] {
    let periods = survey.periods
    let days = Set(survey.days)
    let expected = periods.flatMap { period in
      (0..<period.count).map { period.first.adding(days: $0) }
    }
    let ofPeriods = DayRange.runs(of: Set(expected).subtracting(days).sorted())
    let outside = DayRange.runs(
      of: survey.days.filter { day in !periods.contains { $0.contains(day) } })
    return (ofPeriods.isEmpty ? [] : [.daysWithoutRows(ofPeriods)])
      + (outside.isEmpty ? [] : [.daysOutsidePeriod(outside)])
  }
}
