import Foundation
import ReviewModel
import SeasonReading
import TestSupport
import Testing

@testable import review_packet

/// `explain`: how figures came about, of packets and of seasons.
@Suite struct ExplainTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func season(_ season: SmallSeason = SmallSeason()) throws -> String {
    try season.write(to: folder, as: "season")
  }

  private func explain(_ arguments: String...) async throws -> ProcessResult {
    try await reviewPacket(["explain"] + arguments)
  }

  /// The review of a season, which no fatal finding may keep from being made.
  private func reviewed(
    _ path: String, _ phase: Phase
  ) async throws -> Pipeline.Reviewed {
    let options = Pipeline.Options(season: path, phase: phase, asOf: nil, jobs: 2)
    let result = try await Pipeline.run(options, Progress(.none, .en))
    var reviewed: Pipeline.Reviewed?
    if case .reviewed(let made) = result { reviewed = made }
    return try #require(reviewed)
  }

  private func packet() async throws -> String {
    let run = try await reviewPacket(
      "build", try season(), "--phase", "final", "--out", folder.at("out").path)
    #expect(run.status == 0, "\(run.errors)")
    return folder.at("out/D001-12345675").path
  }

  @Test func `explains an amount of a packet down to the cells and settings`() async throws {
    let run = try await explain(try await packet(), "vendor-deduction")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let lines = run.outputLines
    #expect(lines.first == "D001/12345675/vendor-deduction (Final, as of 2021-10-31)")
    #expect(lines[2] == "Vendor deduction: NT$0  [vendor-deduction, C6]")
    #expect(lines[4] == "  0 × 10,000 = 0")
    #expect(lines.contains("  d Stores short: 0  [shortfall-stores, C15]"))
    #expect(lines.contains { $0.hasPrefix("      N: ") && $0.contains("← approvals.csv:2 (") })
    let setting = "← money.vendor_deduction_per_store (as it is without programme.yaml)"
    #expect(
      lines.contains {
        $0.hasPrefix("  vendor deduction per store: 10,000") && $0.hasSuffix(setting)
      })
    for clause in ["C6", "C7", "C15"] {
      #expect(lines.contains { $0.hasPrefix("  \(clause)  ") }, "\(clause)")
    }
    #expect(lines.last?.hasPrefix("Result: all well (") == true)
  }

  @Test func `names the rows of a season that counted for a month`() async throws {
    let changed = SmallSeason().replacing(
      "S001,2021-09-10,4", with: "S001,2021-09-10,0", in: "usage/all.csv")
    let run = try await explain(try season(changed), "S001/usage-total")
    #expect(run.status == 0)
    let rows = try #require(changed.files["usage/all.csv"]).split(
      separator: "\n", omittingEmptySubsequences: false)
    let zero = try #require(rows.firstIndex(of: "S001,2021-09-10,0")) + 1
    let line = try #require(run.outputLines.first { $0.contains("← usage/all.csv:") })
    // The row of no use stands between two ranges.
    #expect(line.contains("-\(zero - 1), \(zero + 1)"), "\(line)")
  }

  @Test(arguments: [Phase.midterm, .final])
  func `has as many uses in its rows as each store's total`(phase: Phase) async throws {
    let reviewed = try await reviewed(sampleSeason.path, phase)
    let stores = reviewed.review.contracts.flatMap {
      reviewed.reviewers.review(of: $0.id)?.stores ?? []
    }
    let trace = UsageTrace(
      of: Set(stores.map(\.entry.store)), in: sampleSeason.path, reviewed.usageRegister)
    #expect(stores.contains { ($0.service?.totalUses ?? 0) > 0 })
    for store in stores {
      let uses = trace.rows(of: store.entry.store).reduce(0) { $0 + $1.uses }
      #expect(Int128(uses) == store.service?.totalUses ?? 0, "\(store.entry.store.text)")
    }
  }

  @Test func `says the same of every number as of the figure that it is`() async throws {
    var numbers = 0
    for packet in try await packets(ofSeason: sampleSeason.path, .final) {
      let source = FigureSource(packet)
      for figure in packet.figures {
        // The path of figures.csv finds the figure again.
        let path = try #require(FigurePath(argument: figure.path))
        guard case .found(let found) = FigureChoice(path, in: source) else {
          Issue.record("\(figure.path) is not found")
          continue
        }
        #expect(found == figure)
        var explainer = Explainer(source, .en)
        for operand in explainer.explanation(of: figure, depth: 0).operands {
          guard case .figure = operand.operand.origin else { continue }
          numbers += 1
          #expect(operand.figure?.figure.value.text == operand.operand.value, "\(figure.path)")
        }
      }
    }
    #expect(numbers > 1_000)
  }

  @Test func `lists under each total what adds up to it`() async throws {
    let reviewed = try await reviewed(sampleSeason.path, .final)
    let source = FigureSource(reviewed, season: sampleSeason.path)
    var totals = 0
    for figure in source.own
    where figure.code.rule.formula.en.hasPrefix("Σ") && figure.code.scope != .store {
      totals += 1
      var explainer = Explainer(source, .en)
      let parts = explainer.explanation(of: figure, depth: 0).operands
      let sum = parts.reduce(Int128(0)) { sum, part in
        sum + (Int128(part.figure?.figure.value.text ?? "") ?? 0)
      }
      #expect(String(sum) == figure.value.text, "\(figure.path)")
    }
    #expect(totals > 20)
  }

  @Test func `stops where figures of an edited packet lead ever further down`() async throws {
    let whole = try #require(try await packets(ofSeason: sampleSeason.path, .final).first)
    let subject = whole.review.id.text + "/CHAIN"
    let chain = (1...3_000).map { month in
      Figure(
        .storeWeeklyAverage, of: subject, month: month, .count(1),
        from: Derivation([
          .init("next", "1", .figure(.storeWeeklyAverage, subject: subject, month: month + 1))
        ]))
    }
    let packet = Packet(
      provenance: whole.provenance, review: whole.review, district: whole.district,
      solutions: whole.solutions, figures: chain, findings: whole.findings)
    var explainer = Explainer(FigureSource(packet), .en)
    let explanation = explainer.explanation(of: chain[0], depth: .max)
    #expect(explanation.isCut)
    let source = FigureSource(packet)
    let lines = ExplanationPrinter(
      language: .en, source: source, rows: try UsageRows(explanation, in: source)
    ).lines(explanation)
    #expect(lines.contains("What is only named is explained with a larger --depth."))
    #expect(lines.count < 300)
  }

  @Test func `gives nothing for complete that a run which is to stop has read`() async throws {
    let path = try season()
    let reviewed = try await reviewed(path, .final)
    let error = await errorWhereCancelled {
      let source = FigureSource(reviewed, season: path)
      let key = FigureSource.Key(.storeUsageTotal, "D001/12345675/S001", nil)
      var explainer = Explainer(source, .en)
      let figure = try #require(source.figure(key))
      _ = try UsageRows(explainer.explanation(of: figure, depth: 0), in: source)
    }
    #expect(error is CancellationError)
  }

  @Test func `tells where a file was changed between its two readings`() async throws {
    let path = try season()
    let reviewed = try await reviewed(path, .final)
    let source = FigureSource(reviewed, season: path)
    let key = FigureSource.Key(.storeUsageTotal, "D001/12345675/S001", nil)
    var explainer = Explainer(source, .en)
    let explanation = explainer.explanation(of: try #require(source.figure(key)), depth: 0)
    try folder.write("season/usage/all.csv", "store_id,date,uses\nS001,2021-06-01,5\n".utf8)
    let failure = try #require(throws: RunFailure.self) {
      try UsageRows(explanation, in: source)
    }
    #expect(failure.lines.first?.en.hasPrefix("S001, 2021-06-01: ") == true)
  }

  @Test func `names the finding of its solution that makes a store ineligible`() async throws {
    let changed = SmallSeason().replacing(
      "範例點餐,Y,Y,", with: "範例點餐,Y,N,", in: "solutions.csv")
    let run = try await explain(try season(changed), "S001/status")
    let lines = run.outputLines.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.contains { $0.hasPrefix("→ SO002 ") })
    #expect(lines.contains { $0.hasPrefix("solutions.csv:2:5: error SO002 ") })
    let other = try await explain(try season(changed), "S002/status")
    #expect(!other.output.contains("SO002"))
  }

  @Test func `tells each week where each counts, and no average`() async throws {
    var weekly = SmallSeason()
    weekly.files["programme.yaml"] = "usage:\n  assessment: every-week\n"
    let run = try await explain(
      try season(weekly), "S001/month-verdict/m1", "--lang", "zh-Hant")
    // Four uses a day; the first week is that of go-live, 1 June.
    let lines = run.outputLines.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.contains("第 1 週：28  ← S001，110年6月1日 – 110年6月7日"), "\(run.output)")
    #expect(!run.output.contains("× 7 ="))
  }

  @Test func `shows a cell as it was typed`() async throws {
    let changed = SmallSeason().replacing(
      "0912-345-678,2021-06-01,30000,續約維運", with: "0912-345-678,20210601,30000,0123456",
      in: "rosters/a.csv")
    let run = try await explain(try season(changed), "S001/status")
    #expect(run.output.contains("Go-live date: 20210601  ←"), "\(run.output)")
    #expect(run.output.contains("Continuity plan: 0123456  ←"))
  }

  @Test func `gives the same for machines`() async throws {
    let run = try await explain(try season(), "S001/weekly-average/m1", "--format", "json")
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(run.stdout)) as? [String: Any])
    #expect(record["exitCode"] as? Int32 == run.status)
    let figure = try #require(record["figure"] as? [String: Any])
    #expect(figure["path"] as? String == "D001/12345675/S001/weekly-average/m1")
    let operands = try #require(figure["operands"] as? [[String: Any]])
    let uses = try #require(operands.first { $0["origin"] as? String == "usage" })
    let days = try #require(uses["days"] as? [[String: Any]])
    let sum = days.reduce(0) { $0 + ($1["uses"] as? Int ?? 0) }
    #expect(String(sum) == uses["value"] as? String)
    let rows = days.flatMap { $0["rows"] as? [[String: Any]] ?? [] }
    #expect(rows.reduce(0) { $0 + ($1["uses"] as? Int ?? 0) } == sum)
    #expect(rows.allSatisfy { $0["file"] as? String == "usage/all.csv" })
  }

  @Test func `takes a title, and tells in Chinese`() async throws {
    let run = try await explain(try await packet(), "應付總額", "--lang", "zh-Hant", "--depth", "0")
    #expect(run.outputLines.first == "D001/12345675/payable-total（期末，統計截止日 110年10月31日）")
    #expect(run.outputLines[2].hasPrefix("應付總額：NT$"))
    #expect(run.outputLines.contains("條款"))
    #expect(run.outputLines.last?.hasPrefix("結果：無錯誤（") == true)
  }

  @Test func `takes a total before its parts, and the season's without a subject`() async throws {
    let sample = sampleSeason.path
    for (name, path) in [
      ("completed-stores", "110/completed-stores"),
      ("D002/completed-stores", "D002/completed-stores"),
      ("d001/12345675/usage-total", "D001/12345675/usage-total"),
      ("12345675/usage-total", "D001/12345675/usage-total"),
      ("D001-12345675/usage-total", "D001/12345675/usage-total"),
      ("ＱＦ００１/weekly-average/M2", "D001/12345675/QF001/weekly-average/m2"),
    ] {
      let run = try await explain(sample, name)
      #expect(run.outputLines.first == path + " (Final, as of 2021-10-31)")
      #expect(run.status == 1, "as check ends")
    }
  }

  @Test func `names the stores that a shortfall is made of`() async throws {
    let run = try await explain(sampleSeason.path, "D002/99900003/shortfall-stores")
    let lines = run.outputLines.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.contains("stores that are not counted:"))
    #expect(lines.contains { $0.hasPrefix("SF-14: Usage short; Month 2: ") })
  }

  @Test func `says what it wants to know where a name means several, or nothing`() async throws {
    let path = try season()
    let several = try await explain(path, "weekly-average")
    #expect(several.status == 2)
    #expect(
      several.errorLines.contains { $0.hasPrefix("  D001/12345675/S001/weekly-average/m1 = ") })
    let misspelt = try await explain(path, "payable-totl")
    #expect(misspelt.errors.contains("is it “payable-total”?"))
    let lacking = try await explain(path, "S001/weekly-average/m9")
    #expect(lacking.errors.contains("it has weekly-average/m1, weekly-average/m2"))
    let other = try await explain(path, "S001/payable-total")
    #expect(other.errors.contains("D001/12345675/S001 has no payable-total; it has status, "))
    let unknown = try await explain(path, "S777/status")
    #expect(unknown.errors.contains("may stand D001/12345675/S001"))
    let bare = try await explain(path, "S001")
    #expect(bare.errors.contains("write a figure behind D001/12345675/S001/; it has status, "))
    let district = try await explain(path, "D001/payable-total")
    #expect(district.errors.contains("a contract's is written D001/VENDOR/payable-total"))
    let title = try await explain(path, "應付總金額")
    #expect(title.errors.contains("is it “應付總額”?"))
    for run in [several, misspelt, lacking, other, unknown, bare, district, title] {
      #expect(run.status == 2)
      #expect(run.outputLines.last?.hasPrefix("Result: nothing could be done") == true)
    }
    let json = try await explain(path, "payable-totl", "--format", "json")
    #expect(json.status == 2)
    #expect(json.output.contains("\"result\" : \"fatal\""))
  }

  @Test func `refuses what is neither a packet nor a season`() async throws {
    let packet = try await packet()
    let output = try await explain(folder.at("out").path, "payable-total")
    #expect(output.status == 2)
    #expect(output.errors.contains("this is an output folder; give one of its packets"))
    let none = try await explain(folder.at("none").path, "payable-total")
    #expect(none.status == 2)
    #expect(none.errors.contains("IN001"))
    #expect(try await explain(packet, "payable-total", "--phase", "final").status == 64)
    #expect(try await explain(packet, "payable-total", "--depth", "-1").status == 64)
    #expect(try await explain(packet, "").status == 64)
    #expect(try await explain(packet, "a//b").status == 64)
    let season = try await explain(packet, "110/district-rewards")
    #expect(season.status == 2)
    #expect(season.errors.contains("give the season folder"))
  }

  @Test func `shows no control character of the input`() async throws {
    let changed = SmallSeason().replacing(
      "30000,續約維運", with: "30000,續約\u{1B}[2J維運", in: "rosters/a.csv")
    let run = try await explain(try season(changed), "S001/status")
    #expect(run.output.contains("[2J"))
    #expect(!run.stdout.contains { $0 < 0x20 && $0 != 0x0A })
  }
}
