import PacketDocuments
import ReviewModel
import TestSupport
import Testing

/// SQLite, from a packet's rows alone, against the packet's figures.
@Suite(.enabled(if: isInstalled("sqlite3"), "no sqlite3 on this machine"))
struct RecomputeTests {
  /// Whether SQLite computes each of a season's packets as it is published; what it says where not.
  private func disagreements(ofSeason path: String, _ phase: Phase) async throws -> [String] {
    var disagreements: [String] = []
    for packet in try await packets(ofSeason: path, phase) {
      let outcome = try await Recomputation(packet).run()
      // Each published figure has its line, and the district's and the effects' stand beside them.
      let count = outcome.figures("ok").count
      if outcome.status != 0 || outcome.last != "all \(count) figures agree"
        || count < packet.figures.count || !outcome.errors.isEmpty
      {
        disagreements.append(
          "\(phase) \(packet.review.id.text): \(outcome.last) \(outcome.errors)"
            + outcome.figures("DIFFERS").map { "\n" + $0.joined(separator: " ") }.joined())
      }
    }
    return disagreements
  }

  @Test(arguments: Phase.allCases)
  func `agrees with every packet of the sample season`(in phase: Phase) async throws {
    #expect(try await packets(ofSeason: sampleSeason.path, phase).count == 4)
    #expect(try await disagreements(ofSeason: sampleSeason.path, phase) == [])
  }

  @Test(
    .enabled(if: !ConformanceCase.all.isEmpty, "no folder ../shared/conformance"),
    arguments: ConformanceCase.all, Phase.allCases)
  func `agrees with every packet of the published seasons`(
    of published: ConformanceCase, in phase: Phase
  ) async throws {
    #expect(try await disagreements(ofSeason: published.season.path, phase) == [])
  }

  @Test(arguments: Phase.allCases)
  func `has the same files for a packet that was read from its XML`(in phase: Phase) async throws {
    let renderer = try DocumentRenderer(templates: .builtIn, options: DocumentOptions())
    let reader = try PacketXMLReader(program: "1.0.0")
    for packet in try await packets(ofSeason: sampleSeason.path, phase) {
      let file = try #require(
        try renderer.files(of: packet).first { $0.path == PacketArchive.fileName })
      let read = try reader.read(file.bytes).packet
      #expect(RecomputeFiles.files(of: read) == RecomputeFiles.files(of: packet))
    }
  }

  /// The small season's first contract at the end: one store, everything paid.
  private func packet(of season: SmallSeason) async throws -> Packet {
    let folder = try TemporaryFolder()
    let all = try await packets(ofSeason: season.write(to: folder), .final)
    return try #require(all.first)
  }

  private let contract = SmallSeason.first

  @Test func `finds uses that are missing`() async throws {
    let season = SmallSeason()
    let months = ["09-01", "09-02", "09-03", "09-04", "09-05"].map { "S001,2021-\($0),4\n" }
    let outcome = try await Recomputation(packet(of: season)).run(
      .init(table: "usage", old: months.joined(), new: "S001,2021-09-05,0\n"))
    #expect(outcome.status != 0)
    #expect(
      outcome.differs("usage-total", contract, computed: "592", published: "612"))
    #expect(outcome.differs("longest-idle", contract + "/S001", computed: "5", published: "0"))
  }

  @Test func `finds a changed fee`() async throws {
    let outcome = try await Recomputation(packet(of: SmallSeason())).run(
      .init(table: "approval", old: "1000000,400000", new: "1000000,390000"))
    #expect(outcome.status != 0)
    #expect(outcome.differs("cloud-fee", contract, computed: "390000", published: "400000"))
    #expect(outcome.differs("payable-cloud-fee", contract, computed: "390000", published: "400000"))
    // What the vendor gets less, the district gets more: the total is the same.
    #expect(
      outcome.differs("payable-counselling-fee", contract, computed: "610000", published: "600000"))
    #expect(outcome.last.hasSuffix(" figures differ"))
    #expect(outcome.last.hasPrefix("5 of "))
  }

  @Test func `finds a changed figure`() async throws {
    let outcome = try await Recomputation(packet(of: SmallSeason())).run(
      .init(table: "figures", old: "payable-total,,1000000", new: "payable-total,,1000001"))
    #expect(outcome.status != 0)
    #expect(outcome.differs("payable-total", contract, computed: "1000000", published: "1000001"))
    #expect(outcome.last.hasPrefix("1 of "))
  }

  @Test(arguments: [
    ("figures", "payable-total,,1000000", "payable-sum,,1000000"),
    ("settings", "duration.more_than_months,4", "duration.more_than_months,5"),
    ("settings", "40.00", "39.99"),
    ("thresholds", "4,20", "4,29"),
    ("stores", "2021-06-01", "2021-07-01"),
    ("stores", "續約維運", ""),
    ("stores", "30000", "30001"),
    ("solutions", "GA 報表比對", ""),
    ("work-reports", "100.00", "99.99"),
    ("effects", "code,store_id,effect\n", "code,store_id,effect\nRO004,S001,store-ineligible\n"),
  ])
  func `finds a changed row, setting or effect`(
    table: String, old: String, new: String
  ) async throws {
    let outcome = try await Recomputation(packet(of: SmallSeason())).run(
      .init(table: table, old: old, new: new))
    #expect(outcome.status != 0)
    #expect(outcome.last.hasSuffix(" figures differ"), "\(outcome.last) \(outcome.errors)")
  }

  @Test func `takes hostile texts as data`() async throws {
    let name = "\"'); DROP TABLE stores; --\n.quit\n.shell false, \"\"quoted\"\"\r\n\""
    let season = SmallSeason()
      .replacing("範例商店", with: name, in: "rosters/a.csv")
      .replacing("續約維運", with: "=HYPERLINK(A1)", in: "rosters/a.csv")
      .replacing("範例點餐", with: "'; DELETE FROM usage; --", in: "solutions.csv")
      .replacing("範例老街商圈,", with: "\"\"\"' || x'00'\",", in: "approvals.csv")
      .replacing("系統導入", with: "+cmd|' /C calc'!A0", in: "progress.csv")
    let packet = try await packet(of: season)
    let outcome = try await Recomputation(packet).run()
    #expect(packet.review.stores.first?.entry.name.contains("DROP TABLE") == true)
    #expect(outcome.last.hasPrefix("all "), "\(outcome.last) \(outcome.errors)")
    #expect(outcome.errors.isEmpty)
  }

  @Test func `shows a figure that would write to the terminal by its bytes`() async throws {
    let outcome = try await Recomputation(packet(of: SmallSeason())).run(
      .init(table: "figures", old: "payable-total,,1000000", new: "payable-total,,\u{1B}[2J1"))
    #expect(
      outcome.differs("payable-total", contract, computed: "1000000", published: "x1B5B324A31"))
    #expect(!outcome.lines.contains { $0.contains("\u{1B}") })
  }

  @Test(arguments: [
    ("usage", "2021-09-10,4", "2021-09-10,1000000000001"),
    ("usage", "2021-09-10,4", "2021-09-10,99999999999999999999"),
    ("usage", "2021-09-10,4", "2021-02-30,4"),
    ("approval", "1000000,400000", "1000000.5,400000"),
    ("approval", "1000000,400000", "9223372036854775808,400000"),
    ("approval", ",1,1000000", ",1000000000000,1000000"),
    ("settings", "vendor_deduction_per_store,10000", "vendor_deduction_per_store,"),
    ("settings", "phase,final", "phase,"),
    ("work-items", "100.00", "100"),
    ("stores", "S001,", "S001\u{1B}[2J,"),
  ])
  func `names what can't be computed with instead of a wrong figure`(
    table: String, old: String, new: String
  ) async throws {
    var season = SmallSeason()
    // With a deduction of 10⁷ a store, 10¹² stores would be more than 64 bits can hold.
    season.files["programme.yaml"] = "money: { district_deduction_per_store: 10000000 }\n"
    let outcome = try await Recomputation(packet(of: season)).run(
      .init(table: table, old: old, new: new))
    #expect(outcome.status != 0)
    #expect(outcome.last.hasPrefix("no figure was compared"), "\(outcome.last) \(outcome.errors)")
    #expect(outcome.lines.contains { $0.hasPrefix("cannot be computed") && $0.contains(table) })
    #expect(outcome.figures("ok").isEmpty && outcome.figures("DIFFERS").isEmpty)
    #expect(!outcome.lines.contains { $0.contains("\u{1B}") })
  }

  @Test func `is exact for the largest amounts that input may hold`() async throws {
    var season = SmallSeason().replacing(
      "1,1000000,400000", with: "1000000000000,1000000000000,999999999999", in: "approvals.csv")
    season.files["programme.yaml"] = "money: { cloud_fee_share_percent: 99.99 }\n"
    let outcome = try await Recomputation(packet(of: season)).run()
    #expect(outcome.last.hasPrefix("all "), "\(outcome.last) \(outcome.errors)")
    #expect(
      outcome.figures("ok").contains {
        $0.first == "cloud-fee-cap" && $0.contains("999900000000")
      })
  }

  @Test func `is not led astray by settings of the person who runs it`() async throws {
    let home = try TemporaryFolder()
    try home.write(".sqliterc", ".headers on\n.mode json\n.nullvalue NULL\n".utf8)
    let packet = try await packet(of: SmallSeason())
    let plain = try await Recomputation(packet).run()
    let other = try await Recomputation(packet).run(home: home.path)
    #expect(other.last == plain.last && plain.last.hasPrefix("all "))
    #expect(other.lines == plain.lines)
  }
}
