import Foundation
import TestSupport
import Testing

@Suite struct ForecastCommandTests {
  /// What machines get, as far as the tests look at it.
  private struct Output: Decodable {
    struct Outcomes: Decodable {
      let completed, shortfall: Int
      let payable: String
    }
    struct Need: Decodable {
      let wanted, missing, remainingDays, perWeek: Int
    }
    struct Month: Decodable {
      let month: Int
      let needs: [Need]
    }
    struct Obstacle: Decodable {
      let kind: String
    }
    struct Store: Decodable {
      let store, status, verdict: String
      let missing: Int
      let months: [Month]
      let obstacles: [Obstacle]
    }
    struct Contract: Decodable {
      let contract: String
      let approved, safe, onCourse, needsMore, outOfReach: Int
      let asItStands, atBest, asApproved: Outcomes
      let atRisk, lost: String
      let rowsNotCounted: [String: Int]
      let stores: [Store]
    }
    struct Season: Decodable {
      let atRisk: String
    }
    let result, asOf: String
    let exitCode: Int32
    let dataUntil: String?
    let openDays: Int?
    let counts: [String: Int]
    let contracts: [Contract]
    let season: Season?
  }

  private func forecast(_ arguments: String...) async throws -> ProcessResult {
    try await reviewPacket(["forecast"] + arguments)
  }

  private func json(_ arguments: String...) async throws -> (ProcessResult, Output) {
    let result = try await reviewPacket(["forecast"] + arguments + ["--format", "json"])
    return (result, try JSONDecoder().decode(Output.self, from: Data(result.stdout)))
  }

  @Test func `gives each need of a store a line of its own, below its id`() async throws {
    let result = try await forecast(
      sampleSeason.path, "D002/99900003", "--data-until", "2021-10-18")
    let lines = result.outputLines
    // Its total rows are none to mend.
    #expect(!result.output.contains("note: rows"))
    let first = try #require(lines.firstIndex(of: "    SF-08  mend RO004"))
    #expect(
      lines[first + 1].hasPrefix("           month 5 (2021-10-17 to 2021-10-31): 6 of 43 uses"))
  }

  // Two contracts with a store each, live since 1 June, four uses a day until 31 October.

  @Test func `tells what is needed, whether the pace brings it, and the money at risk`()
    async throws
  {
    let folder = try TemporaryFolder()
    let season = try SmallSeason().write(to: folder)
    let run = try await forecast(season, "--data-until", "2021-10-20")
    // Month 5 is October: ⌈20 × 31 ÷ 7⌉ = 89; 4 × 20 = 80 so far; 9 in the 11 days left are
    // 9 × 7 ÷ 11 = 5.7 a week. 112 uses in 28 days are 28 a week and bring 4 × 11 = 44.
    // A store short costs 2 × 10,000: of 1,000,000 and of 500,000; each district's reward hangs on it.
    let line =
      "  month 5 (2021-10-01 to 2021-10-31): 80 of 89 uses, 9 more in 11 days = 6 a week; "
      + "pace 28.00 a week brings 44: enough"
    func contract(_ title: String, _ store: String, _ now: String, _ best: String) -> [String] {
      [
        title,
        "  stores: 1 approved; 0 completed, 1 short as it stands; 1 completed, 0 short at best",
        "  deduction: vendor NT$10,000 and district NT$10,000 as it stands; "
          + "vendor NT$0 and district NT$0 at best",
        "  payable: \(now) as it stands, \(best) at best; NT$20,000 at risk, NT$0 lost already",
        "  safe: 0, on course: 1, need more: 0, out of reach: 0", "  on course",
        "    " + store + line, "",
      ]
    }
    #expect(
      run.outputLines == [
        "Final, as of 2021-10-31; the data reach 2021-10-20, 11 days are to come", "",
      ]
        + contract(
          "D001/12345675 範例老街商圈 / 範例資訊有限公司", "S001", "NT$980,000", "NT$1,000,000")
        + contract("D002/99900003 樣本港口商圈 / 樣本數位有限公司", "S002", "NT$480,000", "NT$500,000")
        + [
          "Season",
          "  stores: 2 approved; 0 completed, 2 short as it stands; 2 completed, 0 short at best",
          "  deduction: NT$40,000 as it stands, NT$0 at best",
          "  payable: NT$1,460,000 as it stands, NT$1,500,000 at best; NT$40,000 at risk, "
            + "NT$0 lost already",
          "  district rewards: NT$0 as it stands, NT$20,000 at best",
          "  safe: 0, on course: 2, need more: 0, out of reach: 0", "",
          "“review-packet check” tells the findings, “review-packet usage” whether the exports "
            + "are whole.",
          "Result: all well (0 fatal, 0 error, 0 warning, 0 info)",
        ])
    #expect(run.status == 0 && run.errors.isEmpty)
  }

  @Test func `says the same in Chinese`() async throws {
    let folder = try TemporaryFolder()
    let season = try SmallSeason().write(to: folder)
    let run = try await forecast(
      season, SmallSeason.first, "--data-until", "2021-10-20", "--lang", "zh-Hant")
    #expect(
      run.outputLines == [
        "期末，截止日 2021-10-31；資料至 2021-10-20，尚餘 11 天", "",
        "D001/12345675 範例老街商圈／範例資訊有限公司",
        "  家數：核定 1；現況完成 0、短少 1；最佳完成 1、短少 0",
        "  扣減：現況廠商 NT$10,000、商圈 NT$10,000；最佳廠商 NT$0、商圈 NT$0",
        "  應付：現況 NT$980,000，最佳 NT$1,000,000；尚可挽回 NT$20,000，已無法挽回 NT$0",
        "  已完成 0、照目前使用情形可完成 1、尚須補足 0、已無法完成 0", "  照目前使用情形可完成",
        "    S001  服務月 5（2021-10-01 至 2021-10-31）：已有 80 次，須達 89 次，餘 11 天尚差 9 次，"
          + "即每週 6 次；目前每週 28.00 次，可再得 44 次：足夠",
        "", "檢核結果請見 review-packet check；匯出檔是否完整請見 review-packet usage",
        "結果：無錯誤（嚴重錯誤 0、錯誤 0、警告 0、提示 0）",
      ])
    #expect(run.status == 0)
  }

  @Test func `takes the last day with a use for the last known, and as-of as it is given`()
    async throws
  {
    let folder = try TemporaryFolder()
    let season = try SmallSeason().write(to: folder)
    let (_, over) = try await json(season)
    #expect(over.dataUntil == "2021-10-31" && over.openDays == 0)
    #expect(over.contracts.allSatisfy { $0.safe == 1 && $0.atRisk == "0" })
    // 1 to 15 November are month 6: ⌈20 × 15 ÷ 7⌉ = 43, none of them known; 43 × 7 ÷ 15 = 20.07.
    let (_, later) = try await json(season, "--as-of", "2021-11-15")
    #expect(later.dataUntil == "2021-10-31" && later.openDays == 15)
    let month = try #require(later.contracts.first?.stores.first?.months.first)
    let need = try #require(month.needs.first)
    #expect(month.month == 6 && need.wanted == 43 && need.missing == 43)
    #expect(need.remainingDays == 15 && need.perWeek == 21)
    #expect(later.contracts.first?.stores.first?.verdict == "on-course")
  }

  @Test func `notes a contract whose data end sooner than the season's`() async throws {
    let folder = try TemporaryFolder()
    var season = SmallSeason()
    let rows = SmallSeason.usage(of: ["S001", "S002"]).split(separator: "\n")
    season.files["usage/all.csv"] =
      rows.filter { !$0.hasPrefix("S002,2021-10-1") && !$0.hasPrefix("S002,2021-10-2") }
      .filter { !$0.hasPrefix("S002,2021-10-3") }.joined(separator: "\n") + "\n"
    let run = try await forecast(try season.write(to: folder), "--data-until", "2021-10-20")
    let notes = run.outputLines.filter { $0.hasPrefix("  note: ") }
    #expect(notes.count == 1)
    #expect(
      notes.first?.hasSuffix("ask for this contract alone with --data-until 2021-10-09") == true)
  }

  @Test func `notes what keeps uses and stores from counting`() async throws {
    let folder = try TemporaryFolder()
    // S001's go-live is missing, S002's fee is no amount: both look lost.
    let season = SmallSeason()
      .replacing("0912-345-678,2021-06-01,", with: "0912-345-678,,", in: "rosters/a.csv")
      .replacing(
        "0987-654-321,2021-06-01,30000", with: "0987-654-321,2021-06-01,待補", in: "rosters/a.csv")
    let path = try season.write(to: folder)
    let run = try await forecast(path, "--data-until", "2021-10-20")
    let notes = run.outputLines.filter { $0.hasPrefix("  note: ") }
    let reason = "do not count because of"
    #expect(notes.contains { $0.hasPrefix("  note: rows of this contract \(reason) US002;") })
    #expect(notes.contains { $0.hasPrefix("  note: rows of this contract \(reason) IN005;") })
    #expect(notes.contains { $0.hasPrefix("  note: no use of this contract's stores counts;") })
    let (_, output) = try await json(path, "--data-until", "2021-10-20")
    #expect(output.contracts.map(\.rowsNotCounted) == [["US002": 1], ["IN005": 1]])
    let (_, whole) = try await json(try SmallSeason().write(to: folder, as: "whole"))
    #expect(whole.contracts.allSatisfy { $0.rowsNotCounted.isEmpty })
  }

  @Test func `tells what can still be done when no day is left`() async throws {
    let folder = try TemporaryFolder()
    let season = SmallSeason().replacing("30000,續約維運", with: "30000,", in: "rosters/a.csv")
    let run = try await forecast(try season.write(to: folder), "D001/12345675")
    #expect(
      run.outputLines.first?.hasSuffix(
        "no more uses can come, findings and plans can still be mended")
        == true)
    #expect(run.outputLines.contains("    S001  a plan for continued operation"))
  }

  @Test func `gives no weekly number for less than a week`() async throws {
    let folder = try TemporaryFolder()
    let path = try SmallSeason().write(to: folder)
    // Month 5 is all of October: ⌈20 × 31 ÷ 7⌉ = 89 uses are wanted, 72 and 108 are there.
    let run = try await forecast(path, "D001/12345675", "--data-until", "2021-10-18")
    #expect(run.output.contains("72 of 89 uses, 17 more in 13 days = 10 a week; pace"))
    let late = try await forecast(
      try SmallSeason().replacing("S001,2021-10-2", with: "S009,2021-10-2", in: "usage/all.csv")
        .write(to: folder, as: "late"), "D001/12345675", "--data-until", "2021-10-28")
    // Of ten days in the twenties none counts: 19 × 4 = 76.
    #expect(late.output.contains("76 of 89 uses, 13 more in 3 days; pace"))
  }

  @Test func `tells stores that may still be added, what can be mended and what stands`()
    async throws
  {
    let folder = try TemporaryFolder()
    var season = SmallSeason()
      .replacing("範例資訊有限公司,1,", with: "範例資訊有限公司,2,", in: "approvals.csv")
      .replacing(
        "D001,12345675,1,系統導入,100,2021-06-01,2021-08-31,2021-08-31,100",
        with: "D001,12345675,1,系統導入,100,2021-06-01,2021-08-31,2021-08-31,90", in: "progress.csv")
    season.files["rulings.csv"] =
      "district_id,vendor_id,store_id,ruling,amount,reason,ruled_on\n"
      + "D002,99900003,,non-provision,,無法驗證,2021-06-15\n"
    let path = try season.write(to: folder)
    // 30 June + 4 months is 30 October, 1 July + 4 is after as-of.
    let early = try await forecast(path, "--data-until", "2021-06-20")
    let added = "  1 more store would have to be added to the roster and go live by 2021-06-30; "
    #expect(early.outputLines.filter { $0.contains(" more store") } == [added + "counted at best"])
    let late = try await forecast(path, "--data-until", "2021-06-30")
    #expect(!late.output.contains(" more store"))
    #expect(
      late.outputLines.filter { $0.hasPrefix("  verdict: ") } == [
        "  verdict: fail because of PR003, mended at best",
        "  verdict: fail because of RU003, at best too",
      ])
  }

  @Test func `takes every day as still to come where no use counts`() async throws {
    let folder = try TemporaryFolder()
    var season = SmallSeason()
    season.files["usage/all.csv"] = "store_id,date,uses\nS001,2021-06-03,0\nS002,2021-06-03,0\n"
    let path = try season.write(to: folder)
    let run = try await forecast(path)
    #expect(
      run.outputLines.first?.contains("no use counts, so every day is taken as still") == true)
    let (_, output) = try await json(path)
    #expect(output.dataUntil == nil && output.openDays == nil)
    #expect(output.contracts.allSatisfy { $0.needsMore == 1 && $0.atBest.completed == 1 })
  }

  // The sample season.

  @Test func `counts the uses that the usage command counts`() async throws {
    let path = sampleSeason.path
    let (_, output) = try await json(path, "D001/12345675", "--data-until", "2021-10-18")
    let sums = try await reviewPacket("usage", path, "D001/12345675", "--sums", "day")
    let contract = try #require(output.contracts.first)
    #expect(output.contracts.count == 1 && output.season == nil && contract.stores.count == 20)
    // QF002 is live since 8 June: month 5 is 8 to 31 October, 24 days, ⌈20 × 24 ÷ 7⌉ = 69.
    let uses = sums.outputLines.reduce(0) { sum, line in
      let cells = line.split(separator: ",").map(String.init)
      guard cells.count == 3, cells[0] == "QF002", cells[1] >= "2021-10-08",
        cells[1] <= "2021-10-18"
      else { return sum }
      return sum + (Int(cells[2]) ?? 0)
    }
    let store = try #require(contract.stores.first { $0.store == "QF002" })
    let need = try #require(store.months.last?.needs.first)
    #expect(uses > 0 && need.wanted == 69 && need.missing == 69 - uses)
    #expect(need.remainingDays == 13 && store.missing == need.missing)
  }

  @Test func `settles a contract by what stands and what can be had`() async throws {
    let (run, output) = try await json(sampleSeason.path, "--data-until", "2021-10-18")
    let contract = try #require(output.contracts.first { $0.contract == "D002/99900003" })
    // 26 approved, C = 1,750,000, S = 688,000, below its cap of 700,000. All 26 stores have an open
    // month, and 8 are out of reach: (688,000 − 10,000 d) + (1,062,000 − 10,000 d), d = 26 and 8.
    #expect(contract.approved == 26 && contract.outOfReach == 8 && contract.safe == 0)
    #expect(contract.asItStands.shortfall == 26 && contract.asItStands.payable == "1230000")
    #expect(contract.atBest.shortfall == 8 && contract.atBest.payable == "1590000")
    #expect(contract.asApproved.payable == "1750000")
    #expect(contract.atRisk == "360000" && contract.lost == "160000")
    let kinds = contract.stores.flatMap(\.obstacles).map(\.kind)
    #expect(Set(kinds).isSuperset(of: ["disallowed", "usage-short", "too-late-to-go-live"]))
    for contract in output.contracts {
      let stores = contract.stores
      #expect(stores.map(\.store) == stores.map(\.store).sorted())
      for (verdict, count) in [
        ("safe", contract.safe), ("on-course", contract.onCourse),
        ("needs-more", contract.needsMore), ("out-of-reach", contract.outOfReach),
      ] {
        #expect(stores.count { $0.verdict == verdict } == count)
      }
      #expect(contract.asItStands.completed == contract.safe)
      #expect(stores.count == contract.atBest.completed + contract.outOfReach)
    }
    let sum = output.contracts.reduce(0) { $0 + (Int($1.atRisk) ?? 0) }
    #expect(output.season?.atRisk == String(sum))
    #expect(output.exitCode == run.status && output.result == "errors")
  }

  @Test func `is final, and what check says, where the data reach as-of`() async throws {
    let (_, output) = try await json(sampleSeason.path)
    let built = [20, 16, 16, 19]
    #expect(output.contracts.map(\.asItStands.completed) == built)
    #expect(
      output.contracts.map(\.asItStands.payable) == ["1440000", "1550000", "1186766", "0"])
    #expect(output.contracts.allSatisfy { $0.onCourse == 0 })
  }

  @Test func `tells the same at any number of jobs, in both languages with one verdict`()
    async throws
  {
    let one = try await forecast(sampleSeason.path, "--data-until", "2021-10-01", "--jobs", "1")
    #expect(one.status == 1 && one.outputLines.count > 80)
    for jobs in ["2", "7"] {
      let run = try await forecast(
        sampleSeason.path, "--data-until", "2021-10-01", "--jobs", jobs)
      #expect(run.stdout == one.stdout, "\(jobs) jobs")
    }
    let chinese = try await forecast(
      sampleSeason.path, "--data-until", "2021-10-01", "--lang", "zh-Hant")
    #expect(chinese.status == 1 && chinese.outputLines.count == one.outputLines.count)
    // Findings stand in check; the counts are the same.
    let check = try await reviewPacket("check", sampleSeason.path)
    #expect(check.outputLines.last == one.outputLines.last && one.errors.isEmpty)
  }

  // Exit codes.

  @Test func `ends as check does, and says so`() async throws {
    let folder = try TemporaryFolder()
    let warned = try SmallSeason.withWarning.write(to: folder, as: "warned")
    for (arguments, status, verdict) in [
      ([warned], Int32(0), "all well"),
      ([warned, "--fail-on", "warning"], 1, "the data has warnings"),
      ([try SmallSeason.withError.write(to: folder, as: "error")], 1, "the data has errors"),
      ([try SmallSeason.fatal.write(to: folder, as: "fatal")], 2, "nothing could be done"),
      ([warned, "D009/12345675"], 2, "nothing could be done"),
    ] {
      let run = try await reviewPacket(["forecast"] + arguments)
      #expect(run.status == status, "\(arguments)")
      #expect(run.outputLines.last?.hasPrefix("Result: \(verdict) (") == true, "\(arguments)")
      let json = try await reviewPacket(["forecast"] + arguments + ["--format", "json"])
      #expect(json.status == status && json.output.contains("\"exitCode\" : \(status)"))
    }
  }

  @Test func `tells the findings that stop a season, and the contracts that there are`()
    async throws
  {
    let folder = try TemporaryFolder()
    let fatal = try await forecast(try SmallSeason.fatal.write(to: folder))
    #expect(fatal.errors.contains("progress.csv:0:0: fatal IN001"))
    let unknown = try await forecast(sampleSeason.path, "D009/12345675")
    #expect(
      unknown.errors.contains("the approvals have no such contract; there are D001/12345675,"))
    let wrong = try await forecast(sampleSeason.path, "--data-until", "2021-02-30")
    #expect(wrong.status == 64)
  }
}
