import Foundation
import TestSupport
import Testing

@Suite struct UsageCommandTests {
  private func usage(_ arguments: [String]) async throws -> ProcessResult {
    try await reviewPacket(["usage"] + arguments)
  }

  /// A season with an export of June, of which some days are not there, and none of July.
  private func season() throws -> TemporaryFolder {
    let folder = try OneStoreSeason.folder()
    var rows = ["# ----------------------------------------", "# 範例點餐 - GA4", "# Free form-Tab 1"]
    rows += ["# 20210603-20210612", "# ----------------------------------------", ""]
    rows += ["Store ID,Date,Event count", ",,10,Grand total"]
    rows += ["S001,20210604,3", "S001,20210605,0", "S001,20210610,5", "(other),20210610,2"]
    try folder.write("usage/june.csv", rows.joined(separator: "\n").utf8)
    return folder
  }

  @Test func `tells what an export says of itself and what its days are`() async throws {
    let folder = try season()
    let result = try await usage([folder.path, "--as-of", "2021-06-20", "--lang", "en"])
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("  GA4 exploration, UTF-8, property 範例點餐 - GA4"))
    let period = "  period in the header 2021-06-03 to 2021-06-12"
    #expect(lines.contains(period + ", rows from 2021-06-04 to 2021-06-10"))
    let rows = "  stores 1; rows read 5 = counted 3 + skipped 1 + not counted 1"
    #expect(lines.contains(rows + "; total 10 = sum"))
    #expect(lines.contains { $0.hasPrefix("  ! 7 days of its period have no row: 2021-06-03, ") })
    #expect(lines.contains { $0.hasPrefix("  ! 1 “(other)” row: ") })
    #expect(lines.contains { $0.hasPrefix("S001   .▅0....█..????????") })
    #expect(lines.contains("       in no export: 2021-06-13 to 2021-06-20"))
    #expect(lines.last?.hasPrefix("Result: all well (0 fatal, 0 error, ") == true)
    #expect(result.status == 0)
  }

  @Test func `gives the same for machines, day by day`() async throws {
    struct Output: Decodable {
      struct Store: Decodable {
        let store, marks: String
        let uses, daysWithUse, noUse, noRow, notExported: Int
      }
      let exitCode: Int32
      let stores: [Store]
    }
    let folder = try season()
    let result = try await usage([folder.path, "--as-of", "2021-06-20", "--format", "json"])
    let output = try JSONDecoder().decode(Output.self, from: Data(result.stdout))
    let store = try #require(output.stores.first)
    #expect(store.marks == ".▅0....█..????????")
    let counts: [Int] = [store.uses, store.daysWithUse, store.noUse, store.noRow]
    #expect(counts == [8, 2, 1, 7] as [Int])
    #expect(store.notExported == 8)
    #expect(output.exitCode == result.status)
  }

  @Test func `refuses a contract that was not approved`() async throws {
    let folder = try season()
    let result = try await usage([folder.path, "D009/12345675"])
    #expect(result.status == 2)
    #expect(result.errors.contains("D001/12345675"))
  }

  @Test(.enabled(if: sharedFolder != nil), arguments: ["07-ga-universal", "08-ga4"])
  func `counts the uses that the review counts`(name: String) async throws {
    let conformance = try #require(sharedFolder).appendingPathComponent("conformance/\(name)")
    let season = conformance.appendingPathComponent("season").path
    let figures = try String(
      contentsOf: conformance.appendingPathComponent(
        "expected/final/D001-12345675/figures.csv"), encoding: .utf8)
    var expected: [String: String] = [:]
    for line in figures.split(separator: "\n") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if cells.count > 4, cells[0] == "store", cells[2] == "usage-total" {
        expected[cells[1].split(separator: "/").last.map(String.init) ?? ""] = cells[4]
      }
    }
    struct Output: Decodable {
      struct Store: Decodable {
        let store: String
        let uses: Int
      }
      let stores: [Store]
    }
    let result = try await usage([season, "--format", "json"])
    let output = try JSONDecoder().decode(Output.self, from: Data(result.stdout))
    #expect(!expected.isEmpty)
    for store in output.stores where expected[store.store] != nil {
      #expect(String(store.uses) == expected[store.store])
    }
  }

  @Test func `prints the sums of many stores in the roster's order, at any number of jobs`()
    async throws
  {
    let lines = OneStoreSeason.roster.split(separator: "\n").map(String.init)
    // In no order of their own; more than are printed at a time.
    let stores = (0..<500).map { "S\($0 * 377 % 500)" }
    let roster = stores.map { lines[1].replacing("S001", with: $0) }
    let folder = try OneStoreSeason.folder(
      roster: ([lines[0]] + roster).joined(separator: "\n") + "\n")
    let rows = stores.enumerated().map { "\($1),2021-06-1\($0 % 10),\($0 + 1)\n" }
    try folder.write(
      "usage/june.csv", ("store_id,date,uses\n" + rows.sorted().joined()).utf8)
    for jobs in ["1", "2", "7"] {
      let result = try await usage([
        folder.path, "--as-of", "2021-06-20", "--sums", "day", "--jobs", jobs,
      ])
      #expect(result.output == "store_id,date,uses\n" + rows.joined(), "\(jobs) jobs")
    }
  }

  @Test func `tells the same at any number of jobs where a skipped store went live long before`()
    async throws
  {
    let row = OneStoreSeason.roster.split(separator: "\n").map(String.init)
    let folder = try OneStoreSeason.folder(
      roster: [
        row[0], row[1], row[1].replacing("S001", with: "S002"),
        // Not approved, and a second row of a store.
        row[1].replacing("S001", with: "S003").replacing("D001", with: "D999")
          .replacing("2021-06-03", with: "2019-01-15"),
        row[1].replacing("2021-06-03", with: "2020-02-20"),
      ].joined(separator: "\n") + "\n")
    let days = [
      "2018-12-31", "2019-01-20", "2020-01-10", "2020-02-20", "2020-06-30", "2021-06-02",
      "2021-06-03", "2021-06-20", "2021-06-21", "2021-07-01",
    ]
    for (number, days) in [days, days.reversed()].enumerated() {
      let rows = days.flatMap { day in
        ["S001", "S002", "S003"].map { "\($0),\(day),\(number + 2)\n" }
      }
      try folder.write("usage/\(number).csv", ("store_id,date,uses\n" + rows.joined()).utf8)
    }
    for command in [["usage", "--sums", "day"], ["usage", "--format", "json"], ["check"]] {
      let alone = try await reviewPacket(
        command + [folder.path, "--as-of", "2021-06-20", "--jobs", "1"])
      #expect(alone.output.utf8.count > 50)
      for jobs in ["2", "5"] {
        let result = try await reviewPacket(
          command + [folder.path, "--as-of", "2021-06-20", "--jobs", jobs])
        #expect(result.output == alone.output && result.status == alone.status, "\(command)")
      }
    }
    let sums = try await usage([folder.path, "--as-of", "2021-06-20", "--sums", "day"])
    #expect(
      sums.output
        == "store_id,date,uses\nS001,2021-06-03,2\nS001,2021-06-20,2\nS002,2021-06-03,2\n"
        + "S002,2021-06-20,2\n")
  }

  @Test func `prints what counts as CSV, a usage file again`() async throws {
    let folder = try season()
    let months = try await usage([folder.path, "--as-of", "2021-06-20", "--sums", "month"])
    #expect(months.output == "store_id,month,uses\nS001,2021-06,8\n" && months.status == 0)
    #expect(months.errorLines.last?.hasPrefix("Result: all well (0 fatal, 0 error, ") == true)
    let days = try await usage([folder.path, "--as-of", "2021-06-20", "--sums", "day"])
    #expect(days.output == "store_id,date,uses\nS001,2021-06-04,3\nS001,2021-06-10,5\n")
    try folder.write("usage/june.csv", days.stdout)
    let again = try await usage([folder.path, "--as-of", "2021-06-20", "--sums", "day"])
    #expect(again.stdout == days.stdout)
    let both = try await usage([folder.path, "--sums", "day", "--format", "json"])
    #expect(both.status == 64)
  }
}
