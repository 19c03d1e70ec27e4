import Foundation
import TestSupport
import Testing

/// `--contract`: some packets anew, the others kept where they are still right.
@Suite struct ContractSelectionTests {
  private let folder: TemporaryFolder
  private var out: URL { folder.at("out") }

  init() throws { folder = try TemporaryFolder() }

  private func build(_ season: SmallSeason, _ more: String...) async throws -> ProcessResult {
    try await reviewPacket(
      ["build", try season.write(to: folder), "--phase", "final", "--out", out.path] + more)
  }

  private func packets() throws -> Set<String> {
    try names(in: out).filter { $0.hasPrefix("D0") }
  }

  @Test func `builds one contract alone and says what is not there`() async throws {
    let run = try await build(SmallSeason(), "--contract", SmallSeason.second)
    #expect(run.status == 0)
    #expect(try packets() == ["D002-99900003"])
    #expect(run.output.contains("the packets of 1 more contract"))
    // The overview is of the whole season, and links only where there is a packet.
    let overview = try text(out.appendingPathComponent("index.html"))
    #expect(overview.contains("範例老街商圈") && overview.contains("樣本港口商圈"))
    #expect(overview.contains(#"href="D002-99900003/index.html""#))
    #expect(!overview.contains(#"href="D001-12345675/index.html""#))
  }

  @Test func `builds the same packet alone as with all others`() async throws {
    _ = try await build(SmallSeason(), "--contract", SmallSeason.first)
    let alone = try Golden.files(in: out.appendingPathComponent("D001-12345675"))
    _ = try await build(SmallSeason())
    #expect(try Golden.files(in: out.appendingPathComponent("D001-12345675")) == alone)
  }

  @Test func `takes several contracts in any case of letters`() async throws {
    let run = try await build(
      SmallSeason(), "--contract", "d001/12345675", "--contract", SmallSeason.second)
    #expect(run.status == 0)
    #expect(try packets() == ["D001-12345675", "D002-99900003"])
  }

  @Test func `keeps packets that were made from the same input`() async throws {
    _ = try await build(SmallSeason())
    let before = try Golden.files(in: out)
    let run = try await build(SmallSeason(), "--contract", SmallSeason.first)
    #expect(run.output.contains("kept as it was: 1 packet"))
    #expect(try Golden.files(in: out) == before)
  }

  @Test func `drops packets that were made from other input`() async throws {
    _ = try await build(SmallSeason())
    let run = try await build(.withWarning, "--contract", SmallSeason.first)
    #expect(try packets() == ["D001-12345675"])
    #expect(run.output.contains("the packets of 1 more contract"))
  }

  @Test(arguments: [["--lang", "en"], ["--contacts", "full"], ["--as-of", "2021-10-30"]])
  func `drops packets that were made with other options`(_ options: [String]) async throws {
    _ = try await build(SmallSeason())
    let season = try SmallSeason().write(to: folder)
    let run = try await reviewPacket(
      ["build", season, "--phase", "final", "--out", out.path, "--contract", SmallSeason.first]
        + options)
    #expect(run.status == 0)
    #expect(try packets() == ["D001-12345675"])
  }

  @Test func `refuses to lose packets beside an overview that was edited`() async throws {
    _ = try await build(SmallSeason())
    try folder.write(
      "out/season.xml", try bytes(of: out.appendingPathComponent("season.xml")) + [0x0A])
    let before = try Golden.files(in: out)
    let run = try await build(SmallSeason(), "--contract", SmallSeason.first)
    #expect(run.status == 2)
    #expect(run.errors.contains("season.xml: was changed after it was built"))
    #expect(try Golden.files(in: out) == before)
    try FileManager.default.removeItem(at: out.appendingPathComponent("season.xml"))
    let lost = try await build(SmallSeason(), "--contract", SmallSeason.first)
    #expect(lost.status == 2)
    #expect(lost.errors.contains("season.xml: was built, and can't be read any more: "))
    // Where nothing can be lost, nothing is in the way.
    let both = try await build(
      SmallSeason(), "--contract", SmallSeason.first, "--contract", SmallSeason.second)
    #expect(both.status == 0)
    #expect(try packets() == ["D001-12345675", "D002-99900003"])
  }

  @Test func `refuses to keep a packet that was edited by hand`() async throws {
    _ = try await build(SmallSeason())
    try folder.write("out/D002-99900003/settlement.html", "<p>NT$9</p>".utf8)
    let before = try Golden.files(in: out)
    let run = try await build(SmallSeason(), "--contract", SmallSeason.first)
    #expect(run.status == 2)
    #expect(run.errors.contains("D002-99900003/settlement.html"))
    #expect(try Golden.files(in: out) == before)
  }

  @Test(arguments: Damage.all)
  func `refuses to keep a packet of which something is`(_ damage: Damage) async throws {
    _ = try await build(SmallSeason())
    try damage.apply(to: out)
    let run = try await build(SmallSeason(), "--contract", SmallSeason.first)
    #expect(run.status == 2)
    let place = try #require(out.path.withCString { realpath($0, nil) })
    defer { free(place) }
    #expect(run.errors.hasPrefix("\(String(cString: place))/\(damage.file): "), "\(run.errors)")
    #expect(run.errors.hasSuffix("; build all contracts again, without --contract\n"))
    #expect(try await build(SmallSeason()).status == 0)
    #expect(try packets() == ["D001-12345675", "D002-99900003"])
  }

  @Test func `names the contracts that there are where one is unknown`() async throws {
    let run = try await build(SmallSeason(), "--contract", "D009/12345675")
    #expect(run.status == 2)
    #expect(
      run.errors == "--contract D009/12345675: the approvals have no such contract; "
        + "there are D001/12345675, D002/99900003\n")
    #expect(!exists(out))
  }
}
