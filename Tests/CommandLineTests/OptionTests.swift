import Foundation
import TestSupport
import Testing

@Suite struct OptionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func build(_ out: String, _ more: String...) async throws -> ProcessResult {
    try await reviewPacket(
      [
        "build", try SmallSeason().write(to: folder), "--phase", "final", "--out",
        folder.at(out).path,
      ]
        + more)
  }

  @Test func `counts up to the day that is given`() async throws {
    _ = try await build("whole")
    let run = try await build("short", "--as-of", "2021-09-30")
    #expect(run.status == 1 || run.status == 0)
    func uses(_ name: String) throws -> String? {
      let table = CSVText(try bytes(of: folder.at(name + "/D001-12345675/figures.csv")))
      return table.records.first {
        $0["figure"] == "usage-total" && $0["scope"] == "contract"
      }?["value"]
    }
    // Four a day: 122 days up to the end of September, 153 up to that of October.
    #expect(try uses("short") == "488")
    #expect(try uses("whole") == "612")
    #expect(try text(folder.at("short/D001-12345675/packet.xml")).contains(#"as-of="2021-09-30""#))
    #expect(try text(folder.at("short/D001-12345675/index.html")).contains("110年9月30日"))
    #expect(run.errors.contains("US004"))
  }

  @Test func `masks contacts in every document unless they are to be full`() async throws {
    _ = try await build("masked")
    _ = try await build("full", "--contacts", "full")
    let secrets = ["王範例", "0912-345-678", "李樣本", "0987-654-321"]
    var seen = 0
    for (name, bytes) in try Golden.files(in: folder.at("masked")) where name.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(!secrets.contains { page.contains($0) }, "\(name)")
      seen += 1
    }
    #expect(seen == 15)
    let masked = try text(folder.at("masked/D001-12345675/store-roster.html"))
    #expect(masked.contains("王○例"))
    let full = try text(folder.at("full/D001-12345675/store-roster.html"))
    #expect(full.contains("王範例") && full.contains("0912-345-678"))
    #expect(!full.contains("李樣本"))
  }

  @Test func `shows no contact on the terminal`() async throws {
    let season = SmallSeason().replacing("王範例", with: "王?範例", in: "rosters/a.csv")
    let path = try season.write(to: folder)
    for format in ["text", "json"] {
      let run = try await reviewPacket("check", path, "--format", format)
      #expect((run.errors + run.output).contains("IN011"))
      #expect(!(run.errors + run.output).contains("王?範例"), "\(format)")
    }
  }

  @Test func `writes nothing among a season's usage and rosters, whatever command it is`()
    async throws
  {
    let place = try await ArchivedSeason()
    _ = try await place.archive()
    let archive = place.archives + "/D001-12345675-110-final"
    let before = try Golden.files(in: URL(fileURLWithPath: place.season))
    let fixes = place.folder.at("fixes.csv").path
    let proposed = try await reviewPacket("fix", sampleSeason.path, "--propose", "--out", fixes)
    #expect(proposed.status == 0 && proposed.output.contains("yes"))
    for input in ["usage", "rosters", "usage/deeper"] {
      let new = "\(place.season)/\(input)/new"
      for arguments in [
        ["build", place.season, "--phase", "final", "--out", new],
        ["build", sampleSeason.path, "--phase", "final", "--out", new],
        ["build", "--from", place.out + "/D001-12345675", "--out", new],
        ["archive", place.out, "--season", sampleSeason.path, "--out", new],
        ["merge", place.out, "--out", new],
        ["restore", archive, "--out", new], ["init", new], ["templates", "export", new],
        ["fix", place.season, "--propose", "--out", new],
        ["fix", sampleSeason.path, "--apply", fixes, "--out", new],
      ] {
        let run = try await reviewPacket(arguments + ["--lang", "en"])
        #expect(run.status == 2, "\(arguments)")
        #expect(run.errors.contains("\(new): this is inside the season's "), "\(run.errors)")
      }
    }
    #expect(try Golden.files(in: URL(fileURLWithPath: place.season)) == before)
  }
}
