import Testing

@testable import ReviewModel

private let computationPage = "3-computation.md"

/// The units as the published table words them; the words for store, use and so on are dropped.
private let units: [String: FigureUnit] = [
  "contract": .contract, "district": .district, "store": .store, "TWD": .money, "code": .code,
  "percent": .percent, "points": .points, "use": .use, "date": .date, "day": .day,
  "month": .month, "use/week": .usePerWeek,
]

@Suite struct FigureCodeTests {
  @Test func `stands at its place in the catalogue`() {
    #expect(FigureRegistry.all.map(\.code) == FigureCode.allCases)
    #expect(FigureCode.allCases.map(\.rawValue) == Array(0..<FigureCode.allCases.count))
    #expect(FigureCode.allCases.sorted() == FigureCode.allCases)
  }

  @Test func `has a name of its own within its scope`() {
    for scope in FigureScope.allCases {
      let names = FigureCode.allCases.filter { $0.scope == scope }.map(\.name)
      #expect(Set(names).count == names.count && !names.isEmpty)
    }
  }

  @Test func `lists the scopes one after the other`() {
    let scopes = FigureCode.allCases.map(\.scope)
    #expect(FigureScope.allCases.flatMap { scope in scopes.filter { $0 == scope } } == scopes)
  }

  @Test(arguments: FigureCode.allCases)
  func `has a title and a formula in both languages`(code: FigureCode) {
    for text in [code.rule.title, code.rule.formula] {
      #expect(!text.zh.isEmpty && !text.en.isEmpty)
      #expect(text.zh.filter(isSimplified).isEmpty)
    }
  }

  @Test(
    .enabled(if: SpecificationTable.isThere(computationPage), "the specification is not at hand"))
  func `agrees with the published table in scope, order, name and unit`() throws {
    let rows = try #require(SpecificationTable.rows(of: computationPage))
    var published: [String] = []
    for row in rows where row.count == 2 {
      guard let scope = row[0].firstMatch(of: /`([a-z]+)`/).map({ String($0.output.1) }),
        FigureScope(rawValue: scope) != nil
      else { continue }
      var waiting: [String] = []
      // A unit in brackets goes for every name since the last one.
      for match in row[1].matches(of: /`([a-z\-]+)`|\(([a-zA-Z\/]+)[^)]*\)/) {
        if let name = match.output.1 {
          if !["m1", "met", "short", "unassessed", "yes", "no"].contains(String(name)) {
            waiting.append(String(name))
          }
        } else if let unit = match.output.2.flatMap({ units[String($0)] }) {
          // The contract's numbers of stores have their unit from the rows above it.
          published += waiting.map {
            "\(scope) \($0) \($0.hasSuffix("-stores") ? "store" : unit.rawValue)"
          }
          waiting = []
        }
      }
      #expect(waiting.isEmpty, "no unit for \(waiting)")
    }
    #expect(
      FigureRegistry.all.map { "\($0.scope.rawValue) \($0.name) \($0.unit.rawValue)" }
        == published)
  }

  @Test func `writes values as tables have them`() throws {
    let day = try #require(CalendarDate(iso: "2021-06-01"))
    let values: [FigureValue] = [
      .count(1_234_567), .money(TWD(1_234_567)), .hundredths(Hundredths(-5)), .date(day),
      .code("no-usage"), .none,
    ]
    #expect(values.map(\.text) == ["1234567", "1234567", "-0.05", "2021-06-01", "no-usage", ""])
    let figure = Figure(
      .storeWeeklyAverage, of: "D001/12345675/S001", month: 3, .hundredths(.zero),
      from: Derivation([]))
    #expect(figure.period == "m3")
    #expect(Figure(.storeStatus, of: "x", .code("met"), from: Derivation([])).period == "")
  }

  @Test(arguments: StoreStatus.allCases)
  func `counts a store as eligible and adopted by its status`(status: StoreStatus) {
    let isLeftOut = status == .disallowed || status == .ineligible
    #expect(status.isEligible != isLeftOut)
    #expect(status.isAdopted == (!isLeftOut && status != .notAdopted))
  }
}
