import ReviewModel
import ReviewRules
import Testing

@Suite struct ExportCompletenessTests {
  private static let contract = ContractID(district: DistrictID("D001"), vendor: .example)

  private static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(dayNumber: 0)
  }

  private static func range(_ first: String, _ last: String) -> DayRange {
    DayRange(first: day(first), last: day(last))
  }

  /// One store live from 3 to 8 June, looked at up to 10 June.
  private static let register = UsageRegister(
    asOf: day("2021-06-10"),
    windows: [
      UsageWindow(
        store: StoreID("S001"), goLive: day("2021-06-03"), endedOn: day("2021-06-09"),
        contract: 0),
      UsageWindow(store: StoreID("S002"), goLive: day("2021-06-01"), endedOn: nil, contract: 0),
    ],
    contracts: [contract], skippedStores: [])

  private static func usage(
    _ survey: UsageFileSurvey, _ rows: [(Int, String, Int)]
  ) -> SeasonUsage {
    var usage = SeasonUsage(storeCount: 2)
    for (store, date, uses) in rows {
      _ = usage.days.claim(store: store, day: day(date).dayNumber, table: 0)
      _ = usage.days.add(uses, store: store, day: day(date).dayNumber)
    }
    usage.surveys = [survey]
    usage.files = [InputFile(path: survey.file, kind: .usage, sha256: "", byteCount: 0)]
    return usage
  }

  private static func survey(
    _ form: ExportForm, _ period: DayRange?, days: [String], stores: [Int] = [0],
    change: (inout ExportTableSurvey) -> Void = { _ in }
  ) -> UsageFileSurvey {
    var survey = UsageFileSurvey(file: "usage/a.csv")
    var table = ExportTableSurvey(line: 7, period: period, isCounted: true)
    change(&table)
    survey.form = form
    survey.tables = [table]
    survey.days = days.map(day)
    survey.stores = stores
    survey.coveredStores = [0]
    return survey
  }

  @Test func `tells the four kinds of day without use apart`() throws {
    let survey = Self.survey(
      .report, Self.range("2021-06-01", "2021-06-06"), days: ["2021-06-03", "2021-06-04"])
    let exports = ExportCompleteness(
      Self.register, Self.usage(survey, [(0, "2021-06-03", 4), (0, "2021-06-04", 0)]))
    let store = try #require(exports.stores.first)
    #expect(
      store.marks == [
        .beforeGoLive, .beforeGoLive, .uses(4), .noUse, .noRow, .noRow, .notExported,
        .notExported, .notExported, .afterEnd,
      ])
    #expect(store.ranges(of: .notExported) == [Self.range("2021-06-07", "2021-06-09")])
    #expect(store.uses == 4)
    #expect(store.daysWithUse == 1)
    #expect(exports.stores[1].marks.allSatisfy { $0 == .notExported })
  }

  @Test func `takes a plain file's period from its first day to its last`() throws {
    let survey = Self.survey(.plain, nil, days: ["2021-06-03", "2021-06-05"])
    let exports = ExportCompleteness(Self.register, Self.usage(survey, [(0, "2021-06-03", 1)]))
    #expect(exports.stores[0].marks[4] == .noRow)
    #expect(exports.stores[0].marks[5] == .notExported)
    #expect(exports.files[0].doubts == [.daysWithoutRows([Self.range("2021-06-04", "2021-06-04")])])
  }

  @Test func `doubts an export with rows put together, cut off, or short of its total`() {
    let period = Self.range("2021-06-03", "2021-06-03")
    func doubts(_ change: (inout ExportTableSurvey) -> Void) -> [ExportDoubt] {
      let survey = Self.survey(.exploration, period, days: ["2021-06-03"], change: change)
      return ExportCompleteness(Self.register, Self.usage(survey, [])).files[0].doubts
    }
    let others = doubts { $0.otherRows = 2 }
    #expect(others == [ExportDoubt.otherRows(2)])
    let almost = doubts { $0.rows = 499 }
    #expect(almost.isEmpty)
    let full = doubts { $0.rows = 500 }
    #expect(full == [ExportDoubt.rowLimit(line: 7, limit: 500)])
    let proven = doubts { ($0.rows, $0.sum, $0.total) = (500, 900, 900) }
    #expect(proven.isEmpty)
    let short = doubts { ($0.sum, $0.total) = (900, 910) }
    #expect(short == [ExportDoubt.totalDiffers(line: 7, total: 910, sum: 900)])
    let unknown = doubts { ($0.total, $0.isSumComplete) = (910, false) }
    #expect(unknown.isEmpty)
    let none = doubts { $0.isCounted = false }
    #expect(none == [ExportDoubt.nothingCounted])
  }

  @Test func `names rows outside the header's period and stores without any`() {
    var survey = Self.survey(
      .universal, Self.range("2021-06-03", "2021-06-04"),
      days: ["2021-06-03", "2021-06-04", "2021-06-05"], stores: [])
    survey.coveredStores = [0, 1]
    let exports = ExportCompleteness(Self.register, Self.usage(survey, []))
    #expect(
      exports.files[0].doubts == [
        .daysOutsidePeriod([Self.range("2021-06-05", "2021-06-05")]), .storesWithoutRows(2),
      ])
  }

  @Test func `looks at one contract's stores and files alone`() {
    let survey = Self.survey(.plain, nil, days: [])
    let other = ContractID(district: DistrictID("D002"), vendor: .example)
    let exports = ExportCompleteness(Self.register, Self.usage(survey, []), contract: other)
    #expect(exports.stores.isEmpty)
    #expect(exports.files.isEmpty)
    #expect(exports.days == nil)
  }
}

extension TaxID {
  /// A number that no company has.
  fileprivate static var example: TaxID {
    guard let id = TaxID(digits: "12345675") else { preconditionFailure("8 digits") }
    return id
  }
}
