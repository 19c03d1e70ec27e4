import ReviewModel
import TestSupport
import Testing

/// One fault, one finding, and one line for what could not be checked because of it.
@Suite struct CascadeTests {
  @Test func `names what AP007 to AP009 keep from being checked`() throws {
    var season = SeasonBuilder.good()
    season.add("approvals.csv", ["district_id": "D002"])
    let run = try SeasonRun(season)
    // No AP008 beside AP007, no PR003 and PR004 beside AP009; RO010 stands.
    let other = "D002/12345675"
    #expect(
      run.lines == [
        "AP007 \(other)", "AP009 \(other)", "RO010 \(other)", "XX000 \(other)", "XX000 \(other)",
      ])
    #expect(run.findings.suffix(2).map(\.value) == ["AP007", "AP009"])
    #expect(run.figures["contract \(other) verdict"] == "fail")
    for name in ["planned", "actual", "variance"] {
      #expect(run.figures["contract \(other) work-progress-\(name)"] == "0.00")
    }
    #expect(run.figures["contract \(other) usage-pass-rate"] == "")
  }

  @Test func `says nothing of idle days and missed months without any usage row`() throws {
    var season = SeasonBuilder.good()
    season.addStore("S002")
    for store in ["S001", "S002"] { season.removeRows("usage/\(store).csv") }
    let run = try SeasonRun(season)
    #expect(run.lines == ["AP008 \(contract)", "XX000 \(contract)"])
    #expect(run.store("S001", "status") == "no-usage")
    #expect(run.store("S001", "longest-idle") == "153")
  }

  @Test func `checks all stores as soon as one of them has a usage row`() throws {
    var season = SeasonBuilder.good()
    season.addStore("S002")
    season.removeRows("usage/S002.csv")
    let run = try SeasonRun(season)
    #expect(!run.has(.AP008) && !run.has(.XX000))
    #expect(run.findings.map(\.code) == [.US008] + Array(repeating: .US009, count: 5))
    #expect(run.findings.allSatisfy { $0.store?.text == "S002" })
    #expect(run.findings.dropFirst().map { $0.field?.title } == ["m1", "m2", "m3", "m4", "m5"])
  }

  @Test func `takes a row that is not counted as usage of the contract`() throws {
    // Each is no use that counts, but it shows that the contract's usage was handed in.
    for line in ["S001,2021-11-01,3", "S001,2021-05-01,3", "S001,2021-05-01,0"] {
      var season = SeasonBuilder.good()
      season.removeRows("usage/S001.csv")
      season.addLine("usage/S001.csv", line)
      let run = try SeasonRun(season)
      #expect(!run.has(.AP008) && run.has(.US008) && run.has(.US009))
    }
  }

  @Test func `does not take rows that can't be read as usage of the contract`() throws {
    var season = SeasonBuilder.good()
    season.removeRows("usage/S001.csv")
    season.addLine("usage/S001.csv", "S001,2021-06-01,x")
    #expect(
      try SeasonRun(season).lines == [
        "IN005 usage/S001.csv:2:uses \(contract) S001", "AP008 \(contract)", "XX000 \(contract)",
      ])
  }

  @Test func `counts rows that were skipped as none for AP007 and AP009`() throws {
    var season = SeasonBuilder.good()
    season.set("rosters/r.csv", "fee", to: "")
    for row in 0..<3 { season.set("progress.csv", "planned_end", row: row, to: "2021-01-01") }
    #expect(
      try SeasonRun(season).lines == [
        "PR005 progress.csv:2:planned_end \(contract)",
        "PR005 progress.csv:3:planned_end \(contract)",
        "PR005 progress.csv:4:planned_end \(contract)",
        "XX000 rosters/r.csv:2:store_id \(contract) S001",
        "IN005 rosters/r.csv:2:fee \(contract) S001",
        "AP007 \(contract)", "AP009 \(contract)", "RO010 \(contract)", "XX000 \(contract)",
        "XX000 \(contract)",
      ])
  }

  @Test func `names the rows of a contract whose approval was skipped, once each`() throws {
    var season = SeasonBuilder.good()
    season.set("approvals.csv", "approved_stores", to: "none")
    season.rule("D001,12345675,S001,disallow,,理由,2021-10-31")
    let run = try SeasonRun(season)
    #expect(
      run.lines == [
        "IN005 approvals.csv:2:approved_stores \(contract)",
        "PR006 progress.csv:2:district_id \(contract)",
        "PR006 progress.csv:3:district_id \(contract)",
        "PR006 progress.csv:4:district_id \(contract)",
        "XX000 rosters/r.csv:2:store_id \(contract) S001",
        "RO002 rosters/r.csv:2:district_id \(contract) S001",
        "RU001 rulings.csv:2:district_id \(contract) S001",
      ])
    #expect(run.findings.first { $0.code == .XX000 }?.rows == 153)
    #expect(run.figures["season 110 contracts"] == "0")
  }

  @Test func `names the usage of a skipped store once, at its first row`() throws {
    var season = SeasonBuilder.good()
    season.add("rosters/r.csv", ["store_id": "S002", "district_id": "D009"])
    season.add("rosters/r.csv", ["store_id": "S002", "fee": "-1"])
    season.useDaily("S002", through: day("2021-06-03"))
    let run = try SeasonRun(season)
    #expect(
      run.lines.filter { $0.hasPrefix("XX000") } == [
        "XX000 rosters/r.csv:3:store_id D009/12345675 S002"
      ])
    #expect(!run.has(.US001) && !run.has(.RO001))
  }

  @Test func `knows a store whose second row is skipped by its first`() throws {
    var season = SeasonBuilder.good()
    season.add("rosters/r.csv", ["fee": ""])
    let run = try SeasonRun(season)
    #expect(run.lines == ["IN005 rosters/r.csv:3:fee \(contract) S001"])
    #expect(run.store("S001", "status") == "completed")
  }

  @Test func `keeps a row after one of the same store that was skipped`() throws {
    var season = SeasonBuilder.good()
    season.add("rosters/r.csv")
    season.set("rosters/r.csv", "district_id", to: "D009")
    let run = try SeasonRun(season)
    #expect(run.lines == ["RO002 rosters/r.csv:2:district_id D009/12345675 S001"])
    #expect(run.store("S001", "status") == "completed")
  }

  @Test func `names a fault of a solution once and makes all its stores ineligible`() throws {
    var season = SeasonBuilder.good()
    season.addStore("S002")
    season.set("solutions.csv", "ga_property", to: "")
    season.set("solutions.csv", "verification_method", to: "")
    let run = try SeasonRun(season)
    #expect(
      run.lines == [
        "SO005 solutions.csv:2:ga_property", "SO004 solutions.csv:2:verification_method",
        "RO010 \(contract)",
      ])
    #expect(run.store("S001", "status") == "ineligible")
    #expect(run.store("S002", "status") == "ineligible")
  }

  @Test func `reports all fatal findings together`() throws {
    var season = SeasonBuilder.good()
    season.remove("approvals.csv")
    season.rename("progress.csv", "item", to: "x")
    season.replace("rosters/t.csv", with: "a\0")
    season.replace("programme.yaml", with: "years: 110\nmoney: {}\n")
    let run = try SeasonRun(season)
    #expect(run.review == nil)
    #expect(
      run.lines == [
        "IN001 approvals.csv", "IN010 programme.yaml:1", "IN010 programme.yaml:2",
        "IN003 progress.csv", "IN002 rosters/t.csv:1",
      ])
  }
}
