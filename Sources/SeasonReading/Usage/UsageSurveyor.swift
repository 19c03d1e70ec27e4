import ReviewModel

/// Collects what usage files say of themselves while their rows are counted.
///
/// Nothing here is reached unless a survey was asked for: the counting of rows then only looks
/// once whether there is one.
struct UsageSurveyor {
  private let register: UsageRegister
  private var survey = UsageFileSurvey(file: "")
  private var days: Set<Int> = []
  private var isNamed: [Bool]
  private var lastDay = Int.min

  init(_ register: UsageRegister) {
    self.register = register
    isNamed = Array(repeating: false, count: register.windows.count)
  }

  mutating func begin(file: String) {
    survey = UsageFileSurvey(file: file)
    days.removeAll(keepingCapacity: true)
    for store in isNamed.indices { isNamed[store] = false }
    lastDay = Int.min
  }

  /// Says what the file is.
  mutating func describe(_ form: ExportForm, property: String? = nil) {
    survey.form = form
    survey.property = property
  }

  /// Adds the file's next table; what follows is about it.
  mutating func beginTable(_ table: ExportTableSurvey) {
    survey.tables.append(table)
  }

  /// Says that the file is to have rows of some stores.
  mutating func cover(_ stores: some Sequence<Int>) {
    survey.coveredStores += stores
  }

  /// Takes a row of a known store.
  mutating func take(store: Int, day: Int) {
    isNamed[store] = true
    guard day != lastDay else { return }
    lastDay = day
    days.insert(day)
  }

  /// Takes a data row's count, of whatever store; nil where it can't be read.
  mutating func take(count: Int?) {
    change { table in
      table.rows += 1
      if let count { table.sum += Int128(count) } else { table.isSumComplete = false }
    }
  }

  mutating func takeOther() {
    change { $0.otherRows += 1 }
  }

  /// Takes a total row; with others that differ, none is known to be the whole table's.
  mutating func take(total: Int128?) {
    change { table in
      if let earlier = table.total, earlier != total { table.isSumComplete = false }
      table.total = total ?? table.total
    }
  }

  private mutating func change(_ body: (inout ExportTableSurvey) -> Void) {
    guard !survey.tables.isEmpty else { return }
    body(&survey.tables[survey.tables.count - 1])
  }

  /// The file's survey.
  ///
  /// A plain file is to have rows of all stores of the contracts that it names.
  mutating func end(contracts: [Int]) -> UsageFileSurvey {
    if survey.form == .plain || survey.form == .events {
      let named = Set(contracts)
      cover(register.windows.indices.filter { named.contains(register.windows[$0].contract) })
    }
    survey.days = days.sorted().map { CalendarDate(dayNumber: $0) }
    survey.stores = isNamed.indices.filter { isNamed[$0] }
    survey.coveredStores = Set(survey.coveredStores + survey.stores).sorted()
    return survey
  }
}
