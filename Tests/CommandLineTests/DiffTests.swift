import Foundation
import TestSupport
import Testing

/// `diff`: two packets or more, the text and the exit code.
@Suite struct DiffTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let packet = "D001-12345675"

  /// Builds a season and gives the path of its first packet.
  private func built(
    _ season: SmallSeason, as name: String, phase: String = "final"
  ) async throws -> String {
    let run = try await reviewPacket(
      "build", try season.write(to: folder, as: "season-" + name), "--phase", phase, "--out",
      folder.at(name).path)
    #expect(run.status <= 1, "\(run.errors)")
    return folder.at(name + "/" + Self.packet).path
  }

  /// A season whose cloud fee is a dollar above the cap: AP003.
  private let capped = SmallSeason.withError
  private let fewerUses = SmallSeason().replacing(
    "S001,2021-09-10,4", with: "S001,2021-09-10,1", in: "usage/all.csv")

  @Test func `ends with 0 where nothing differs`() async throws {
    let (one, two) = (
      try await built(SmallSeason(), as: "a"), try await built(SmallSeason(), as: "b")
    )
    let run = try await reviewPacket("diff", one, two + "/packet.xml")
    #expect(run.status == 0)
    #expect(run.outputLines.last == "Result: nothing differs")
    let chinese = try await reviewPacket("diff", one, two, "--lang", "zh-Hant")
    #expect(chinese.outputLines.last == "結果：無差異")
  }

  @Test func `ends with 3, the money first, and names what brought it about`() async throws {
    let one = try await built(SmallSeason(), as: "a")
    let less = SmallSeason().replacing(
      "1000000,400000", with: "1000000,390000", in: "approvals.csv")
    let two = try await built(less, as: "b")
    let run = try await reviewPacket("diff", one, two)
    #expect(run.status == 3)
    #expect(run.errors.isEmpty)
    let lines = run.outputLines
    #expect(lines[2] == "Money")
    #expect(lines[3] == "  cloud-fee: NT$400,000 → NT$390,000 (−10,000)")
    #expect(run.output.contains("  approvals.csv: other bytes "))
    #expect(run.output.contains("  approval D001/12345675: cloud_fee 400000 → 390000"))
    #expect(lines.last?.hasPrefix("Result: the packets differ (money 5, verdict 0, ") == true)
  }

  @Test func `names the days whose uses changed`() async throws {
    let run = try await reviewPacket(
      "diff", try await built(SmallSeason(), as: "a"), try await built(fewerUses, as: "b"))
    #expect(run.status == 3)
    #expect(run.output.contains("  S001: 1 day differs (2021-09-10), 4 → 1 uses"))
    #expect(run.output.contains("usage-total: 612 → 609 (−3)"))
  }

  @Test func `says at the top that mid-term is held against final`() async throws {
    let run = try await reviewPacket(
      "diff", try await built(SmallSeason(), as: "a", phase: "midterm"),
      try await built(SmallSeason(), as: "b"))
    #expect(run.status == 3)
    #expect(run.outputLines[2] == "Not two versions of one packet: each counts other things")
    #expect(run.outputLines[3] == "  phase: midterm → final")
    #expect(run.output.contains("; only in B: weekly-average m4 m5, month-verdict m4 m5"))
    #expect(!run.output.contains("days differ"))
  }

  @Test func `tells over a chain which findings came back`() async throws {
    let paths = [
      try await built(capped, as: "a"), try await built(SmallSeason(), as: "b"),
      try await built(capped, as: "c"),
    ]
    let run = try await reviewPacket(["diff"] + paths)
    #expect(run.status == 3)
    let titles = run.outputLines.filter { $0.hasPrefix("Findings") || $0.hasPrefix("New") }
    #expect(titles == ["Findings that were fixed", "Findings that came back"])
    #expect(run.outputLines.last?.contains("1 fixed, 0 new, 1 came back") == true)
    let json = try await reviewPacket(["diff", "--format", "json"] + paths)
    #expect(json.status == 3)
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(json.stdout)) as? [String: Any])
    #expect(record["result"] as? String == "different")
    #expect(record["exitCode"] as? Int == 3)
    let steps = try #require(record["steps"] as? [[String: Any]])
    #expect(steps.count == 2)
    let last = try #require(steps.last?["findings"] as? [[String: Any]])
    #expect(last.contains { $0["state"] as? String == "came-back" })
  }

  @Test func `takes an archive's folder`() async throws {
    let one = try await built(SmallSeason(), as: "a")
    try folder.write("bag/bagit.txt", "BagIt-Version: 1.0\n".utf8)
    try folder.write(
      "bag/data/packet/packet.xml", try bytes(of: folder.at("a/\(Self.packet)/packet.xml")))
    #expect(try await reviewPacket("diff", one, folder.at("bag").path).status == 0)
  }

  @Test func `sees an archive that was edited where no figure shows it`() async throws {
    let one = try await built(SmallSeason(), as: "a")
    let old = try text(folder.at("a/\(Self.packet)/packet.xml"))
    // A number of a formula, which stands beside the figure.
    let place = try #require(old.range(of: "<operand value=\"1\">"))
    let edited = old.replacingCharacters(in: place, with: "<operand value=\"2\">")
    try folder.write("edited.xml", edited.utf8)
    let run = try await reviewPacket("diff", one, folder.at("edited.xml").path)
    #expect(run.status == 3)
    #expect(run.output.contains("packet.xml differs from line "), "\(run.output)")
  }

  @Test func `refuses what is no packet, naming each`() async throws {
    let one = try await built(SmallSeason(), as: "a")
    let old = try text(folder.at("a/\(Self.packet)/packet.xml"))
    try folder.write("cut.xml", old.dropLast(100).utf8)
    try folder.write(
      "entity.xml",
      ("<!DOCTYPE packet [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + old.dropFirst(39)).utf8)
    let paths = [one] + ["cut.xml", "entity.xml", "none"].map { folder.at($0).path }
    let run = try await reviewPacket(["diff"] + paths)
    #expect(run.status == 2)
    for path in paths.dropFirst() {
      #expect(run.errorLines.contains { $0.hasPrefix(path + ":") }, "\(path): \(run.errors)")
    }
    #expect(run.outputLines.last?.hasPrefix("Result: nothing could be done") == true)
    let json = try await reviewPacket(["diff", "--format", "json"] + paths)
    #expect(json.status == 2)
    #expect(json.output.contains("\"result\" : \"fatal\""))
  }

  @Test(arguments: [["diff"], ["diff", "one"], ["diff", "a", "b", "--lang", "fr"]])
  func `ends with 64 for wrong usage`(_ arguments: [String]) async throws {
    #expect(try await reviewPacket(arguments, directory: folder.path).status == 64)
  }

  @Test func `shows no contact or phone`() async throws {
    let one = try await built(SmallSeason(), as: "a")
    let other = SmallSeason().replacing("0912-345-678", with: "0912-345-679", in: "rosters/a.csv")
      .replacing("王範例", with: "王?範例", in: "rosters/a.csv")
    let two = try await built(other, as: "b")
    for format in ["text", "json"] {
      let run = try await reviewPacket("diff", one, two, "--format", format)
      #expect(run.status == 3)
      #expect(run.output.contains("phone"))
      for secret in ["0912-345-67", "王範例", "王?範例"] {
        #expect(!run.output.contains(secret), "\(format)")
      }
    }
  }
}
