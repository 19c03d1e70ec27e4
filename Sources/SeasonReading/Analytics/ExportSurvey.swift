import ReviewModel

extension UsageSurveyor {
  /// Says what an export is, by its comments and headers.
  ///
  /// Its tables follow one by one, with their rows.
  mutating func describe(_ survey: AnalyticsReader.Survey) {
    describe(survey.form, property: survey.name?.text)
  }

  /// Takes the tables of an export of which nothing counts.
  mutating func turnAway(_ survey: AnalyticsReader.Survey) {
    for table in survey.tables {
      var told = ExportTableSurvey(table)
      told.isCounted = false
      beginTable(told)
    }
  }
}

extension ExportTableSurvey {
  /// A table of an export, before its rows.
  init(_ table: ExportTable) {
    self.init(
      line: table.line,
      period: table.comments.range.map { DayRange(first: $0.first, last: $0.last) },
      isCounted: table.plan != nil && !table.hasUnreadableDates)
  }
}

extension AnalyticsReader.Survey {
  /// The stores that the export is to have rows of: the file's own store, else all that its
  /// property or view may count for.
  func coveredStores(_ register: UsageRegister) -> [Int] {
    let routes = tables.compactMap { $0.plan?.route }
    let named = routes.compactMap { route -> StoreID? in
      if case .file(let store) = route { store } else { nil }
    }
    if !routes.isEmpty, named.count == routes.count {
      return register.windows.indices.filter { named.contains(register.windows[$0].store) }
    }
    return register.windows.indices.filter { owner.mayCount(forStore: $0) }
  }
}
