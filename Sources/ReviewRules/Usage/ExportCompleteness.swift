package import ReviewModel

/// What is known of a store's day: four kinds of day without use look alike as a short store, and
/// only one of them says that the shop was not used.
package enum DayMark: Sendable, Equatable {
  case uses(Int)
  /// A row with 0.
  case noUse
  /// An export's period has the day, but no row has it.
  case noRow
  /// No export's period has the day.
  case notExported
  case beforeGoLive
  case afterEnd
}

/// A store's days from the first that is looked at up to as-of.
package struct StoreExport: Sendable, Equatable {
  package let store: StoreID
  package let contract: ContractID
  package let goLive: CalendarDate?
  /// The day of the first mark.
  package let first: CalendarDate
  package let marks: [DayMark]

  package var uses: Int {
    marks.reduce(0) { sum, mark in if case .uses(let uses) = mark { sum + uses } else { sum } }
  }

  package func count(_ isMeant: (DayMark) -> Bool) -> Int { marks.count(where: isMeant) }

  package var daysWithUse: Int {
    count { if case .uses = $0 { true } else { false } }
  }

  /// The runs of days with a mark, in their order.
  package func ranges(of mark: DayMark) -> [DayRange] {
    DayRange.runs(
      of: marks.indices.lazy.filter { marks[$0] == mark }.map { first.adding(days: $0) })
  }
}

/// A usage file with what makes one doubt that it is whole.
package struct FileExport: Sendable, Equatable {
  package let file: InputFile
  package let survey: UsageFileSurvey
  package let doubts: [ExportDoubt]
}

/// Whether the usage exports of a season are whole: facts for a person to judge by, not findings.
package struct ExportCompleteness: Sendable, Equatable {
  /// From the first go-live to as-of; nil where no store is live by then.
  package let days: DayRange?
  /// In the order of contracts, then of the roster.
  package let stores: [StoreExport]
  /// In the order of their paths; those that may have rows of the stores.
  package let files: [FileExport]

  /// Looks at all stores, or at those of one contract.
  ///
  /// - Parameters:
  ///   - register: The kept stores, by the numbers that `usage` has.
  ///   - usage: The counted usage, with its files' surveys.
  ///   - contract: The contract to look at; nil for all.
  package init(_ register: UsageRegister, _ usage: SeasonUsage, contract: ContractID? = nil) {
    let numbers = register.windows.indices.filter {
      contract == nil || register.contracts[register.windows[$0].contract] == contract
    }
    let files = Dictionary(usage.files.map { ($0.path, $0) }, uniquingKeysWith: { one, _ in one })
    let wanted = Set(numbers)
    self.files = usage.surveys.compactMap { survey in
      let isConcerned =
        contract == nil || survey.coveredStores.isEmpty
        || survey.coveredStores.contains(where: wanted.contains)
      guard isConcerned, let file = files[survey.file] else { return nil }
      return FileExport(file: file, survey: survey, doubts: ExportDoubt.all(of: survey, register))
    }
    let goLives = numbers.compactMap { register.windows[$0].goLive }.filter { $0 <= register.asOf }
    guard let first = goLives.min() else {
      days = nil
      stores = []
      return
    }
    let days = DayRange(first: first, last: register.asOf)
    self.days = days
    let periods = Self.periods(usage.surveys, storeCount: register.windows.count)
    stores = numbers.sorted {
      (register.windows[$0].contract, $0) < (register.windows[$1].contract, $1)
    }.map { number in
      let window = register.windows[number]
      return StoreExport(
        store: window.store, contract: register.contracts[window.contract], goLive: window.goLive,
        first: first,
        marks: Self.marks(
          days, window, named: usage.days.namedDays(ofStore: number), periods[number]))
    }
  }

  /// Per store: the periods of the files that are to have rows of it.
  private static func periods(_ surveys: [UsageFileSurvey], storeCount: Int) -> [[DayRange]] {
    var periods = [[DayRange]](repeating: [], count: storeCount)
    for survey in surveys {
      let own = survey.periods
      for store in survey.coveredStores { periods[store] += own }
    }
    return periods
  }

  private static func marks(
    _ days: DayRange, _ window: UsageWindow, named: [DailyUses], _ periods: [DayRange]
  ) -> [DayMark] {
    var marks = (0..<days.count).map { offset -> DayMark in
      let day = days.first.adding(days: offset)
      return periods.contains { $0.contains(day) } ? .noRow : .notExported
    }
    for daily in named where days.contains(daily.day) {
      marks[daily.day.dayNumber - days.first.dayNumber] =
        daily.uses > 0 ? .uses(daily.uses) : .noUse
    }
    for offset in marks.indices {
      let day = days.first.adding(days: offset)
      if window.goLive.map({ day < $0 }) ?? true {
        marks[offset] = .beforeGoLive
      } else if let ended = window.endedOn, day > ended {
        marks[offset] = .afterEnd
      }
    }
    return marks
  }
}

extension UsageFileSurvey {
  /// The periods that the file is to have rows of: those in its counted tables' headers; a plain
  /// file's go from its first day to its last.
  package var periods: [DayRange] {
    let counted = tables.filter(\.isCounted)
    let named = counted.compactMap(\.period)
    if !named.isEmpty, named.count == counted.count { return named }
    return named + (data.map { [$0] } ?? [])
  }
}

extension DayRange {
  /// Days in their order as runs without a gap.
  package static func runs(of days: some Sequence<CalendarDate>) -> [DayRange] {
    var runs: [DayRange] = []
    for day in days {
      if let run = runs.last, run.last.dayNumber + 1 >= day.dayNumber {
        runs[runs.count - 1] = DayRange(first: run.first, last: max(run.last, day))
      } else {
        runs.append(DayRange(first: day, last: day))
      }
    }
    return runs
  }
}
