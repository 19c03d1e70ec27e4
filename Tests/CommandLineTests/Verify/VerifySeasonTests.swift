import Foundation
import TestSupport
import Testing

/// `verify` of a whole output: its packets, and the manifest of all.
@Suite struct VerifySeasonTests {
  private let folder: TemporaryFolder
  private let season: String
  private var out: String { folder.at("out").path }

  init() async throws {
    folder = try TemporaryFolder()
    season = try SmallSeason().write(to: folder)
    try await build()
  }

  private func build() async throws {
    let run = try await reviewPacket(
      "build", season, "--phase", "final", "--out", folder.at("out").path)
    #expect(run.status == 0, "\(run.errors)")
  }

  private func verify(_ more: String...) async throws -> (run: ProcessResult, told: VerifyOutput) {
    let run = try await reviewPacket(["verify", out, "--format", "json"] + more)
    return (run, try JSONDecoder().decode(VerifyOutput.self, from: Data(run.stdout)))
  }

  /// What somebody may do to an output, and what is said of it: place and text.
  struct Change: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// In the output's folder, by the shell.
    let script: String
    let says: [String]

    init(_ name: String, _ script: String, says: String...) {
      testDescription = name
      self.script = script
      self.says = says
    }
  }

  static let changes = [
    Change("a figure", "echo >> figures.csv", says: "figures.csv: SHA-256"),
    Change("the overview's XML", "echo >> season.xml", says: "season.xml: SHA-256"),
    Change("the overview's page", "echo >> index.html", says: "index.html: SHA-256"),
    Change(
      "a packet that is missing", "rm -r D001-12345675",
      says: "D001-12345675: the folder is missing; the manifest lists 11 files in it"),
    Change(
      "all packets missing", "rm -r D0*",
      says: "D001-12345675: the folder is missing", "D002-99900003: the folder is missing"),
    Change(
      "a packet without its packet.xml", "rm D001-12345675/packet.xml",
      says: "D001-12345675/packet.xml: listed in the manifest, and missing"),
    Change(
      "a missing file", "rm season.xml", says: "season.xml: listed in the manifest, and missing"),
    Change("a stray file", "echo > note.txt", says: "note.txt: not listed in the manifest"),
    Change("a hidden file", "echo > .note", says: ".note: not listed in the manifest"),
    Change(
      "a packet from elsewhere", "mkdir D003 && cp D001-12345675/index.html D003",
      says: "D003/index.html: not listed in the manifest"),
    Change(
      "a packet with a new manifest",
      "cd D001-12345675 && echo >> figures.csv && rm manifest-sha256.txt && "
        + "sha256sum * > ../m && mv ../m manifest-sha256.txt",
      says: "D001-12345675/figures.csv: SHA-256", "D001-12345675/manifest-sha256.txt: SHA-256"),
    Change(
      "no manifest", "rm manifest-sha256.txt", says: "manifest-sha256.txt: the manifest is missing"),
  ]

  @Test(arguments: changes)
  func `finds what was changed in an output`(_ change: Change) async throws {
    let made = try await runProcess("bash", ["-ec", change.script], directory: out)
    #expect(made.status == 0, "\(made.errors)")
    let (run, told) = try await verify("--against", season)
    #expect(run.status == 3 && told.exitCode == 3 && told.result == "differs", "\(run.output)")
    let whole = try #require(told.season)
    #expect(whole.result == "differs" && whole.folder == out && whole.contract == nil)
    let level = try #require(whole.levels.first)
    #expect(level.level == "L0" && level.state == "differs")
    let count = change.says.count
    #expect(level.detail == "\(count) difference\(count == 1 ? "" : "s")")
    let said = level.differences.map { $0.place + ": " + $0.text }
    #expect(said.count == change.says.count, "\(said)")
    for (found, expected) in zip(said, change.says) {
      #expect(found.hasPrefix(out + "/" + expected), "\(found)")
    }
    #expect(level.differences.allSatisfy { $0.cause == "files" })
  }

  @Test func `has a line of its own before the packets'`() async throws {
    let run = try await reviewPacket("verify", out, "--level", "L0")
    #expect(run.status == 0)
    #expect(
      run.outputLines.prefix(3) == [
        out + ": the season's output",
        "  L0 manifests: ok; every file is what manifest-sha256.txt says",
        out + "/D001-12345675: " + SmallSeason.first,
      ])
    #expect(run.outputLines.last == "Result: the same, as far as it was checked (2 packets)")
    let chinese = try await reviewPacket("verify", out, "--level", "L0", "--lang", "zh-Hant")
    #expect(chinese.outputLines.first == out + "：全年度產出")
    #expect(try await verify("--level", "L1").told.season == nil)
  }

  /// A new manifest, as somebody makes who hides what was changed.
  private func renewManifests() async throws {
    let script = """
      for folder in D*/ .; do
        (cd "$folder"; rm manifest-sha256.txt
        find . -type f | sed 's,^\\./,,' | LC_ALL=C sort | xargs sha256sum > "$OLDPWD/../sums"
        mv "$OLDPWD/../sums" manifest-sha256.txt)
      done
      """
    let run = try await runProcess("bash", ["-ec", script], directory: out)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(arguments: [
    ("index.html", "範例老街商圈", "範例老街新商圈", "edited-page"),
    ("season.xml", "value=\"400000\"", "value=\"500000\"", "edited-overview"),
    ("figures.csv", ",400000,", ",500000,", "edited-overview"),
  ])
  func `finds an overview that the raw data do not give`(
    file: String, old: String, new: String, cause: String
  ) async throws {
    let place = folder.at("out/" + file)
    let text = try text(place)
    try #require(text.contains(old))
    try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: place)
    try await renewManifests()
    #expect(try await verify().run.status == 0)
    let (run, told) = try await verify("--against", season)
    #expect(run.status == 3, "\(run.output)")
    let levels = try #require(told.season).levels
    #expect(levels.map(\.level) == ["L0", "L4"] && levels.map(\.state) == ["ok", "differs"])
    let difference = try #require(levels.last?.differences.first)
    #expect(difference.cause == cause && difference.place.hasPrefix("\(out)/\(file):"))
    #expect(told.packets.allSatisfy { $0.result == "same" })
  }

  @Test func `misses a page of the overview also without its manifest`() async throws {
    try FileManager.default.removeItem(at: folder.at("out/index.html"))
    let (run, told) = try await verify("--against", season, "--level", "L4")
    #expect(run.status == 3, "\(run.output)")
    let levels = try #require(told.season).levels
    #expect(levels.map(\.level) == ["L4"])
    #expect(levels.flatMap(\.differences).map(\.place) == [out + "/index.html"])
  }

  @Test func `gives the overview of one packet again, and not that of changed data`() async throws {
    let one = try await reviewPacket(
      "build", season, "--phase", "final", "--contract", SmallSeason.first, "--out",
      folder.at("one").path)
    #expect(one.status == 0)
    let alone = try await reviewPacket(
      "verify", folder.at("one").path, "--against", season, "--lang", "en")
    #expect(alone.status == 0 && alone.outputLines.last == "Result: the same (1 packet)")
    let changed = try SmallSeason().replacing(",30000,", with: ",29000,", in: "rosters/a.csv")
      .write(to: folder)
    let (run, told) = try await verify("--against", changed)
    #expect(run.status == 3)
    #expect(told.season?.levels.map(\.state) == ["ok", "not-checked"])
  }

  @Test func `finds a page that a manifest lists and no packet gives`() async throws {
    try folder.write("out/D001-12345675/extra.html", "<p>Example</p>".utf8)
    try await renewManifests()
    let (run, told) = try await verify("--against", season)
    #expect(run.status == 3)
    let differences = told.packets.flatMap(\.levels).flatMap(\.differences)
    #expect(differences.map(\.place) == [out + "/D001-12345675/extra.html"])
    #expect(differences.map(\.cause) == ["files"])
  }

  @Test func `leaves packets alone that stand in no output of a season`() async throws {
    for name in ["season.xml", "manifest-sha256.txt", "index.html"] {
      try FileManager.default.removeItem(at: folder.at("out/" + name))
    }
    let (run, told) = try await verify()
    #expect(run.status == 0 && told.season == nil && told.packets.count == 2)
    let one = try await reviewPacket("verify", out + "/D001-12345675", "--level", "L0")
    #expect(one.status == 0 && one.outputLines.count == 3)
  }

  @Test func `verifies the output of a season without a contract`() async throws {
    for name in ["approvals.csv", "progress.csv"] {
      let header = try #require(SmallSeason().files[name]?.split(separator: "\n").first)
      try folder.write("season/" + name, (header + "\n").utf8)
    }
    for name in ["rosters/a.csv", "usage/all.csv"] {
      try FileManager.default.removeItem(at: folder.at("season/" + name))
    }
    try await build()
    let (run, told) = try await verify()
    #expect(run.status == 0 && told.packets.isEmpty, "\(run.errors)")
    #expect(told.season?.levels.map(\.state) == ["ok"])
  }
}
