import Foundation
import PacketStore
import TestSupport
import Testing

@Suite struct ArchiveCommandTests {
  private static let first = "D001-12345675-110-final"
  private static let second = "D002-99900003-110-final"

  @Test func `seals every packet of a folder, and says where`() async throws {
    let place = try await ArchivedSeason()
    let run = try await place.archive()
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(try place.names() == [Self.first, Self.second])
    #expect(run.outputLines.count == 3)
    #expect(run.outputLines[0].hasPrefix("D001/12345675: pass, sha256 "))
    #expect(run.outputLines[0].hasSuffix("… → \(place.archives)/\(Self.first)"))
    #expect(run.outputLines[2] == "Result: 2 sealed; archive: \(place.archives)")
  }

  @Test func `refuses a folder from which a packet was taken away`() async throws {
    let place = try await ArchivedSeason()
    try FileManager.default.removeItem(at: place.folder.at("out/D002-99900003"))
    let run = try await place.archive()
    #expect(run.status == 2)
    #expect(
      run.errors.hasPrefix(
        "\(place.out)/D002-99900003: the manifest lists this packet, and it is not there; "))
    #expect(!exists(place.folder.at("archive/" + Self.first)))
    // The others may be sealed by their own names.
    #expect(try await place.archive(packets: [place.out + "/D001-12345675"]).status == 0)
  }

  @Test func `says of a shard that the season has more packets`() async throws {
    let folder = try TemporaryFolder()
    let season = try SmallSeason().write(to: folder)
    let place = try await ArchivedSeason(folder, season: season, ["--shard", "1/2"])
    let run = try await place.archive()
    #expect(run.status == 0)
    #expect(
      run.errorLines.first?.hasPrefix(
        "\(place.out): a shard: the season has 2 packets, of which 1 is archived now") == true)
    #expect(try place.names() == [Self.first])
    let other = folder.at("other").path
    _ = try await reviewPacket(
      "build", season, "--phase", "final", "--shard", "2/2", "--out", other)
    let both = try await place.archive(packets: [place.out, other])
    #expect(both.status == 0 && both.errors == "")
  }

  @Test func `keeps packet, raw input, settings, registry, templates and schema`() async throws {
    let place = try await ArchivedSeason()
    _ = try await place.archive()
    let bag = try Bag.validated(at: place.archives + "/" + Self.first)
    let names = Set(bag.payload.map(\.path.description))
    let packet = try Golden.files(in: place.folder.at("out/D001-12345675"))
    #expect(packet.count == 11)
    for (name, bytes) in packet {
      #expect(try place.folder.read("archive/\(Self.first)/data/packet/\(name)") == bytes)
    }
    for name in [
      "input/approvals.csv", "input/rosters/a.csv", "input/usage/all.csv", "input-files.csv",
      "programme.yaml", "registry/findings.md", "registry/figures.md", "registry/clauses.md",
      "recompute/settle.sql", "recompute/usage.csv",
      "templates/cover.html.mustache", "schema/review-packet.xsd",
    ] { #expect(names.contains("data/" + name), "\(name)") }
    let xml = try place.folder.read("archive/\(Self.first)/data/packet/packet.xml")
    let values = [
      "Source-Organization": "範例資訊有限公司", "Phase": "final", "As-Of": "2021-10-31",
      "Verdict": "pass", "Rule-Set": "110-1", "Program-Version": "1.0.0",
      "External-Identifier": Self.first, "Internal-Sender-Identifier": "D001/12345675",
      "Packet-Digest": Digest.sha256Hex(xml),
    ]
    for (label, value) in values { #expect(bag.info[label] == value, "\(label)") }
    #expect(bag.info["Supersedes"] == nil)
  }

  @Test func `never overwrites: the next one names the one that it replaces`() async throws {
    let place = try await ArchivedSeason()
    let packet = place.out + "/D001-12345675"
    for _ in 1...3 { #expect(try await place.archive(packets: [packet]).status == 0) }
    let (two, three) = (Self.first + "-s02", Self.first + "-s03")
    #expect(try place.names() == [Self.first, two, three])
    #expect(
      try place.field("Supersedes", of: two)
        == Digest.sha256Hex(
          place.folder.read("archive/\(Self.first)/tagmanifest-sha256.txt")))
    #expect(
      try place.field("Supersedes", of: three)
        == Digest.sha256Hex(place.folder.read("archive/\(two)/tagmanifest-sha256.txt")))
    #expect(try place.field("External-Identifier", of: three) == three)
  }

  @Test func `names an archive by phase and year`() async throws {
    let place = try await ArchivedSeason(
      SmallSeason().replacing("", with: "", in: "programme.yaml"))
    try place.folder.write("season/programme.yaml", "year: 111\n".utf8)
    let run = try await reviewPacket(
      "build", place.season, "--phase", "midterm", "--as-of", "2021-09-05", "--out", place.out)
    #expect(run.status <= 1)
    #expect(try await place.archive().status == 0)
    let name = "D001-12345675-111-midterm"
    #expect(try place.names().contains(name))
    #expect(try place.field("As-Of", of: name) == "2021-09-05")
  }

  @Test func `gives other names to files that not every system can write`() async throws {
    var season = SmallSeason()
    season.files["rosters/範例 廠商, \"甲\".CSV"] = season.files["rosters/a.csv"]
    season.files["rosters/a.csv"] = nil
    let usage = season.files["usage/all.csv"]
    season.files["usage/All.csv"] = usage?.replacingOccurrences(of: "S001,", with: "S009,")
    season.files["usage/ALL/x.csv"] = "store_id,date,uses\n"
    // Windows takes it for a device.
    season.files["usage/aux.csv"] = "store_id,date,uses\n"
    let place = try await ArchivedSeason(season)
    let run = try await place.archive()
    #expect(run.status == 0, "\(run.errors)")
    let table = try place.text(Self.first + "/data/input-files.csv").split(separator: "\n")
    #expect(table.first == "path,sha256,bytes,name")
    #expect(table.contains { $0.hasPrefix("\"rosters/範例 廠商, \"\"甲\"\".CSV\",") })
    #expect(table.contains { $0.hasSuffix(",data/input/renamed/0003.csv") })
    #expect(
      table.contains {
        $0.hasPrefix("\"usage/aux.csv\",") && $0.contains(",data/input/renamed/")
      })
    #expect(try await place.restore(Self.first).status == 0)
    #expect(
      try Golden.files(in: place.folder.at("restored"))
        == Golden.files(in: place.folder.at("season")))
  }

  @Test func `keeps files whose names differ in their normal form alone`() async throws {
    let season = SmallSeason()
    let roster = try #require(season.files["rosters/a.csv"])
    let folder = try TemporaryFolder()
    let path = try season.write(to: folder)
    // Two names that are one as Swift's texts.
    for (index, name) in ["caf\u{E9}.csv", "cafe\u{301}.csv"].enumerated() {
      let text = roster.replacingOccurrences(of: "S00", with: "S0\(index + 1)")
      try folder.write("season/rosters/" + name, Array(text.utf8))
    }
    let place = try await ArchivedSeason(folder, season: path)
    let run = try await place.archive("--redact")
    #expect(run.status == 0, "\(run.errors)")
    for archive in [Self.first, Self.first + "-public"] {
      let lines = try place.text(archive + "/data/input-files.csv").utf8.split(separator: 0x0A)
      func name(of path: String) throws -> String {
        let line = try #require(lines.first { $0.starts(with: "\"\(path)\",".utf8) })
        return String(String(decoding: line, as: UTF8.self).split(separator: ",")[3])
      }
      for (path, id) in [
        ("rosters/caf\u{E9}.csv", "S011"), ("rosters/cafe\u{301}.csv", "S021"),
      ] {
        let name = try name(of: path)
        #expect(name.hasPrefix("data/input/renamed/"))
        #expect(try place.text("\(archive)/\(name)").contains("\n\(id),"))
      }
    }
    #expect(try await place.restore(Self.first).status == 0)
    let compared = try await runProcess(
      "diff", ["-r", place.season, place.folder.at("restored").path])
    #expect(compared.status == 0, "\(compared.output)")
  }

  /// What is wrong with a packet or its season, and what the run says of it.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let said: [String]
    let change: @Sendable (ArchivedSeason) throws -> Void

    init(
      _ name: String, _ said: [String],
      _ change: @escaping @Sendable (ArchivedSeason) throws -> Void
    ) {
      (testDescription, self.said, self.change) = (name, said, change)
    }
  }

  private static func replace(
    _ path: String, _ old: String, _ new: String, _ place: ArchivedSeason
  ) throws {
    let text = String(decoding: try place.folder.read(path), as: UTF8.self)
    #expect(text.contains(old))
    try place.folder.write(path, text.replacingOccurrences(of: old, with: new).utf8)
  }

  static let refusals = [
    Refusal(
      "a roster changed since",
      [
        "rosters/a.csv: ", "names the SHA-256 ", "bring the original back, or build again",
      ]
    ) { try replace("season/rosters/a.csv", "王範例", "王樣本", $0) },
    Refusal(
      "an input file lost",
      ["season/usage/more.csv: ", "which is missing; bring the original back"]
    ) { try FileManager.default.removeItem(at: $0.folder.at("season/usage/more.csv")) },
    Refusal(
      "an input file added", ["season/rulings.csv: it was not there when"]
    ) { place in
      try place.folder.write(
        "season/rulings.csv",
        "district_id,vendor_id,store_id,ruling,amount,reason,ruled_on\n".utf8)
    },
    Refusal(
      "a page edited by hand",
      ["D001-12345675/settlement.html: it differs from what the raw data gives", " verify "]
    ) { try replace("out/D001-12345675/settlement.html", "1,000,000", "1,999,999", $0) },
    Refusal(
      "a figure edited in the XML", ["D001-12345675/packet.xml"]
    ) { try replace("out/D001-12345675/packet.xml", "value=\"1000000\"", "value=\"1000001\"", $0) },
    Refusal(
      "a page missing", ["D001-12345675/usage.html: the file is missing"]
    ) { try FileManager.default.removeItem(at: $0.folder.at("out/D001-12345675/usage.html")) },
    Refusal(
      "a file of somebody else", ["D001-12345675/notes.txt: it is no file of a packet"]
    ) { try $0.folder.write("out/D001-12345675/notes.txt", "x".utf8) },
    Refusal(
      "a packet of another program", ["made by review-packet 0.9.0 with the rules 110-1"]
    ) {
      try replace("out/D001-12345675/packet.xml", "program=\"1.0.0\"", "program=\"0.9.0\"", $0)
    },
    Refusal(
      "no contract like it", ["season has no contract D001/12345675"]
    ) { place in
      for name in ["approvals", "progress", "rosters/a"] {
        try replace("season/\(name).csv", "D001,", "D009,", place)
      }
    },
    Refusal("a fatal season", ["progress.csv:0:0: "]) {
      try FileManager.default.removeItem(at: $0.folder.at("season/progress.csv"))
    },
  ]

  @Test(arguments: refusals)
  func `refuses to seal anything where there is`(_ refusal: Refusal) async throws {
    var season = SmallSeason()
    season.files["usage/more.csv"] = "store_id,date,uses\nS001,2021-05-01,1\n"
    let place = try await ArchivedSeason(season)
    try refusal.change(place)
    let run = try await place.archive()
    #expect(run.status == 2)
    for text in refusal.said { #expect(run.errors.contains(text), "\(run.errors)") }
    #expect(run.outputLines.last?.hasPrefix("Result: nothing could be done") == true)
    #expect(!exists(place.folder.at("archive")))
  }

  @Test func `archives the user's own templates, and asks for them where they are not given`()
    async throws
  {
    let place = try await ArchivedSeason()
    try place.folder.write("own/print.css", "/* own */\n".utf8)
    let own = place.folder.at("own").path
    try await place.build(["--templates", own])
    let without = try await place.archive()
    #expect(without.status == 2)
    #expect(without.errors.contains("give its own with --templates, or build again"))
    #expect(try await place.archive("--templates", own).status == 0)
    #expect(try place.text(Self.first + "/data/templates/print.css") == "/* own */\n")
    // With those of the archive the packet's pages can be made again.
    let again = try await reviewPacket(
      "build", "--from", place.archives + "/" + Self.first, "--templates",
      place.archives + "/\(Self.first)/data/templates", "--out", place.folder.at("again").path)
    #expect(again.status == 0)
    #expect(
      try Golden.files(in: place.folder.at("again"))
        == Golden.files(in: place.folder.at("out/D001-12345675")))
  }

  @Test func `takes no output inside the season, no folder without packets, no packet twice`()
    async throws
  {
    let place = try await ArchivedSeason()
    let inside = try await reviewPacket(
      "archive", place.out, "--season", place.season, "--out", place.season + "/rosters/x")
    #expect(inside.status == 2)
    let none = try await place.archive(packets: [place.season, place.out])
    #expect(none.status == 2)
    #expect(none.errors.contains("season: there is no packet; give a packet's folder"))
    let packet = place.out + "/D001-12345675"
    try FileManager.default.copyItem(atPath: packet, toPath: place.folder.at("copy").path)
    let twice = try await place.archive(packets: [packet, place.folder.at("copy").path])
    #expect(twice.status == 2)
    #expect(twice.errors.contains("two packets of the same contract, phase and day"))
    #expect(try await reviewPacket("archive", "--season", place.season, "--out", "x").status == 64)
    #expect(!exists(place.folder.at("archive")))
  }

  @Test(arguments: [
    "out", "out/D001-12345675", "out/D001-12345675/sealed", "out/new/sealed", "season",
    "season/sealed", "link/sealed", "archive/\(first)", "archive/\(first)/data/x",
  ])
  func `puts no archive into a season, what build wrote or an archive`(out: String) async throws {
    let place = try await ArchivedSeason()
    #expect(try await place.archive().status == 0)
    try FileManager.default.createSymbolicLink(
      atPath: place.folder.at("link").path, withDestinationPath: place.out)
    func files() async throws -> String {
      try await runProcess("find", [place.folder.at("").path]).outputLines.sorted()
        .joined(separator: "\n")
    }
    let before = try await files()
    let run = try await reviewPacket(
      "archive", place.out + "/D001-12345675", "--season", place.season, "--out",
      place.folder.at(out).path, "--lang", "en")
    #expect(run.status == 2)
    #expect(run.errors.contains("\(out): it is inside "))
    #expect(run.errors.contains("give another folder"))
    #expect(try await files() == before)
  }

  @Test func `tells machines what was sealed`() async throws {
    struct Output: Decodable {
      struct Archive: Decodable {
        let contract, path, digest, verdict: String
        let isPublic: Bool
      }
      let result: String
      let archives: [Archive]
    }
    let place = try await ArchivedSeason()
    let run = try await place.archive("--format", "json", "--redact")
    let output = try JSONDecoder().decode(Output.self, from: Data(run.stdout))
    #expect(output.result == "ok")
    #expect(output.archives.map(\.isPublic) == [false, true, false, true])
    #expect(
      output.archives[0].digest
        == Digest.sha256Hex(try place.folder.read("archive/\(Self.first)/tagmanifest-sha256.txt")))
  }

  @Test(
    .enabled(
      if: isInstalled("xmllint") && isInstalled("sqlite3"), "no xmllint or sqlite3 on this machine"),
    arguments: [first, first + "-public"])
  func `can be checked by a stranger who follows its README in a shell`(name: String) async throws {
    let place = try await ArchivedSeason()
    #expect(try await place.archive("--redact").status == 0)
    let readme = try place.text(name + "/README.txt")
    let commands = readme.split(separator: "\n").filter { $0.hasPrefix("    ") }
    #expect(commands.count == (name.hasSuffix("public") ? 8 : 9))
    #expect(readme.split(separator: "\n").count <= 60, "it is one page")
    func follow(_ command: Substring) async throws -> ProcessResult {
      try await runProcess(
        "bash", ["-o", "pipefail", "-c", String(command)],
        environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "LC_ALL": "C"],
        directory: place.archives + "/" + name)
    }
    for command in commands {
      let run = try await follow(command)
      #expect(run.status == 0, "\(command): \(run.output) \(run.errors)")
    }
    // Whatever is changed, one of them says so.
    for path in [
      "data/packet/index.html", "data/packet/packet.xml", "data/input/usage/all.csv",
      "bag-info.txt",
    ] {
      let file = "archive/\(name)/\(path)"
      let bytes = try place.folder.read(file)
      try place.folder.write(file, bytes.dropLast(2) + [UInt8(ascii: " ")])
      var failed = 0
      for command in commands where try await follow(command).status != 0 { failed += 1 }
      #expect(failed > 0, "\(path)")
      try place.folder.write(file, bytes)
    }
  }
}
