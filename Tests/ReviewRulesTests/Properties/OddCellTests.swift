import ReviewModel
import TestSupport
import Testing

/// Whatever stands in a cell: nothing traps, each row is accounted for, and the results agree.
@Suite struct OddCellTests {
  private static let odd = [
    "", "　", "x", "-", "-1", "0", "1.005", "100.01", "1000000000000", "1000000000001", "1E+08",
    "00000000", "0001-01-01", "1912-01-01", "9999-12-31", "2021-02-30", "2021/6/1", "110.6.1",
    "１２３４５６７５", "合計", "?", "\u{FFFD}", "=1+1", "a\"b", "a,b", "a\nb", "../..", "&#20227;",
  ]

  private static let columns: [(path: String, column: String)] = {
    var season = SeasonBuilder.good()
    season.rule("D001,12345675,S001,disallow,,理由,2021-10-31")
    return season.tables.sorted { $0.key < $1.key }
      .flatMap { path, table in table.header.map { (path, $0) } }
  }()

  @Test(arguments: columns)
  func `accounts for a row with an odd cell`(path: String, column: String) throws {
    var season = SeasonBuilder.good()
    season.rule("D001,12345675,S001,disallow,,理由,2021-10-31")
    for value in Self.odd { season.add(path, [column: value]) }
    for phase in Phase.allCases {
      let run = try SeasonRun(season, phase)
      #expect(run.review != nil && !run.has(.XX999))
      #expect(run.findings == run.findings.sorted(by: findingPrecedes))
    }
  }

  @Test(arguments: columns.filter { $0.path != "rulings.csv" })
  func `reviews a season whose only row has an odd cell`(path: String, column: String) throws {
    for value in ["", "0", "1000000000000", "0001-01-01", "9999-12-31", "合計", "x"] {
      var season = SeasonBuilder.good()
      season.set(path, column, to: value)
      #expect(try !SeasonRun(season).has(.XX999))
    }
  }

  @Test(arguments: ["0001-01-01", "1912-01-01", "9999-12-31"], ["0001-01-01", "9999-12-31"])
  func `reviews service periods of any length`(goLive: String, asOf: String) throws {
    var season = SeasonBuilder.good()
    season.set("rosters/r.csv", "golive_on", to: goLive)
    let run = try SeasonRun(season, asOf: day(asOf))
    #expect(!run.has(.XX999))
    #expect(run.store("S001", "status") != nil)
  }
}
