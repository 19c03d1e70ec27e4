import ReviewModel
import ReviewRules
import SeasonReading
import TestSupport
import Testing

/// Contracts that are reviewed several at a time against those one after the other.
@Suite struct ReviewJobsTests {
  @Test(arguments: 1...UInt64(6))
  func `gives the same at any number of jobs`(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    // Many contracts, most of them without stores.
    var season = RandomSeason(seed: seed).builder
    let first = try #require(season.tables["approvals.csv"]?.rows.first)
    for number in 0..<150 {
      var row = first
      row[0] = "X\(number)"
      season.addLine("approvals.csv", row.joined(separator: ","))
    }
    try season.write(to: folder)
    let reader = SeasonReader(folder: folder.path)
    #expect(!reader.isFatal)
    let register = Register(
      reader.tables, phase: .final, asOf: reader.tables.programme.asOf(.final))
    let usage = reader.usage(of: register.usageRegister).usage
    let (alone, all) = Review.review(register, usage, found: reader.findings)
    #expect(alone.contracts.count > 150)
    for jobs in [1, 2, 7] {
      let (season, contracts) = await Review.review(
        register, usage, found: reader.findings, jobs: jobs)
      #expect(season.contracts == alone.contracts)
      #expect(season.findings == alone.findings)
      #expect(season.districts == alone.districts)
      #expect(season.totals == alone.totals)
      for contract in alone.contracts {
        #expect(contracts.figures(of: contract) == all.figures(of: contract))
      }
    }
  }
}
