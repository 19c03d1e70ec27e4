import Foundation
import TestSupport
import Testing

/// What `verify --format json` prints.
struct VerifyOutput: Decodable {
  struct Difference: Decodable {
    let cause, place, text: String
    let recognisedEffect, payableEffect: String?
  }

  struct Level: Decodable {
    let level, state, detail: String
    let differences: [Difference]
  }

  struct Verdict: Decodable {
    let folder: String
    let contract: String?
    let result: String
    let levels: [Level]
  }

  let result: String
  let exitCode: Int32
  let season: Verdict?
  let packets: [Verdict]
}

/// `verify`: every tampering is found, at its level, with its cause.
@Suite(.serialized) struct VerifyTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let contract = "D002/99900019"
  private var packet: URL { folder.at("out/D002-99900019") }
  private var season: URL { folder.at("season") }

  private func build(_ more: String...) async throws {
    let run = try await reviewPacket(
      [
        "build", season.path, "--phase", "final", "--contract", Self.contract, "--out",
        folder.at("out").path,
      ] + more)
    #expect(run.status <= 1, "\(run.errors)")
  }

  private func copySeason() throws {
    try? FileManager.default.removeItem(at: season)
    try FileManager.default.copyItem(at: sampleSeason, to: season)
  }

  private func verify(_ more: String...) async throws -> (run: ProcessResult, told: VerifyOutput) {
    let run = try await reviewPacket(["verify", packet.path, "--format", "json"] + more)
    return (run, try JSONDecoder().decode(VerifyOutput.self, from: Data(run.stdout)))
  }

  private func apply(_ edits: [Tampering.Edit], in place: URL) async throws {
    for edit in edits {
      let file = place.appendingPathComponent(edit.file)
      if edit.file.hasPrefix("finding:") {
        try removeFinding(String(edit.file.dropFirst(8)))
      } else if edit.file.hasPrefix("digest:") {
        try await forgeDigest(String(edit.file.dropFirst(7)))
      } else if let new = edit.new {
        let old = try text(file)
        try #require(old.contains(edit.old), "\(edit.file) has no “\(edit.old)”")
        let range = try #require(old.range(of: edit.old))
        try Data(old.replacingCharacters(in: range, with: new).utf8).write(to: file)
      } else if exists(file) {
        try FileManager.default.removeItem(at: file)
      } else {
        try Data(edit.old.utf8).write(to: file)
      }
    }
  }

  private func removeFinding(_ code: String) throws {
    let file = packet.appendingPathComponent("packet.xml")
    let old = try text(file)
    let mark = try #require(old.range(of: "code=\"\(code)\""))
    let start = try #require(
      old.range(of: "    <finding ", options: .backwards, range: old.startIndex..<mark.lowerBound))
    let end = try #require(old.range(of: "</finding>\n", range: mark.upperBound..<old.endIndex))
    try Data((old[..<start.lowerBound] + old[end.upperBound...]).utf8).write(to: file)
  }

  /// Gives the archive the digest of the right file for one that the packet was not made from.
  private func forgeDigest(_ path: String) async throws {
    let file = packet.appendingPathComponent("packet.xml")
    let made = try await digest(season.appendingPathComponent(path))
    let right = try await digest(sampleSeason.appendingPathComponent(path))
    let old = try text(file)
    try #require(old.contains(made))
    try Data(old.replacingOccurrences(of: made, with: right).utf8).write(to: file)
  }

  private func digest(_ file: URL) async throws -> String {
    let run = try await runProcess("sha256sum", [file.path])
    return String(run.output.drop { $0 == "\\" }.prefix(64))
  }

  private func renewManifest() async throws {
    let run = try await runProcess(
      "bash",
      ["-c", "rm manifest-sha256.txt; sha256sum -- * > /tmp/$$ && mv /tmp/$$ manifest-sha256.txt"],
      directory: packet.path)
    #expect(run.status == 0, "\(run.errors)")
  }

  /// A vendor has no more than its own files, and a reviewer those of all vendors.
  @Test(arguments: [
    (["範例雲端"], "D001/12345675", "rulings.csv"), (["示範資訊"], "D002/99900003", "/packet.xml: D002"),
  ])
  func `accuses nobody whose data are a part of the season's`(
    kept: [String], contract: String, place: String
  ) async throws {
    try copySeason()
    for table in ["rosters", "usage"] {
      for vendor in ["樣本數位", "示範資訊", "範例雲端"] where !kept.contains(vendor) {
        try FileManager.default.removeItem(at: season.appendingPathComponent("\(table)/\(vendor)"))
      }
    }
    let out = folder.at("part").path
    _ = try await reviewPacket(
      "build", season.path, "--phase", "final", "--contract", contract, "--out", out)
    let packet = out + "/" + contract.replacingOccurrences(of: "/", with: "-")
    let run = try await reviewPacket(
      "verify", packet, "--against", sampleSeason.path, "--format", "json")
    #expect(run.status == 3, "\(run.output)")
    let told = try JSONDecoder().decode(VerifyOutput.self, from: Data(run.stdout))
    let differences = told.packets.flatMap(\.levels).flatMap(\.differences)
    #expect(differences.map(\.cause) == ["input-rows"], "\(run.output)")
    #expect(differences.first?.place.hasSuffix(place) == true, "\(run.output)")
  }

  @Test(arguments: Tampering.all)
  func `finds a tampering and names its cause`(_ tampering: Tampering) async throws {
    try copySeason()
    if tampering.target == .seasonBefore {
      let before = tampering.edits.filter { !$0.file.hasPrefix("digest:") }
      try await apply(before, in: season)
    }
    try await build()
    switch tampering.target {
    case .packet:
      try await apply(tampering.edits, in: packet)
      try await renewManifest()
    case .packetWithoutManifest: try await apply(tampering.edits, in: packet)
    case .season: try await apply(tampering.edits, in: season)
    case .seasonBefore:
      try await apply(tampering.edits.filter { $0.file.hasPrefix("digest:") }, in: packet)
      try await renewManifest()
      try copySeason()
    }
    let (run, told) = try await verify("--against", season.path)
    let shown = String(run.output.prefix(4_000))
    #expect(run.status == 3 && told.exitCode == 3, "\(shown)")
    let levels = try #require(told.packets.first).levels
    let differing = Set(levels.filter { $0.state == "differs" }.map(\.level))
    #expect(tampering.levels.isSubset(of: differing), "\(differing)\n\(shown)")
    // Nothing is blamed on a level below the one at which the change was made.
    let isForged = tampering.edits.contains { $0.file.hasPrefix("digest:") }
    if tampering.target == .season || tampering.target == .seasonBefore, !isForged {
      #expect(differing == ["L4"], "\(shown)")
    }
    let named = levels.flatMap(\.differences).filter { $0.cause == tampering.cause }
    #expect(
      named.contains { ($0.place + ": " + $0.text).contains(tampering.says) }, "\(shown)")
    if let effect = tampering.effect {
      #expect(levels.flatMap(\.differences).contains { $0.payableEffect == effect }, "\(shown)")
    }
  }

  @Test(arguments: ["midterm", "final"], [[], ["--lang", "en"], ["--contacts", "full"]])
  func `finds nothing in what was just made`(phase: String, options: [String]) async throws {
    let out = folder.at("out").path
    let built = try await reviewPacket(
      ["build", sampleSeason.path, "--phase", phase, "--out", out] + options)
    #expect(built.status == 1)
    let run = try await reviewPacket("verify", out, "--against", sampleSeason.path)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.hasSuffix("Result: the same (4 packets)\n"))
    #expect(run.outputLines.count { $0.hasPrefix("  L") && $0.contains(": ok; ") } == 22)
  }

  @Test func `looks at the levels that are asked for, and says which could not be looked at`()
    async throws
  {
    try copySeason()
    try await build()
    let (run, told) = try await verify("--level", "L3", "--level", "l2")
    #expect(run.status == 0)
    #expect(told.packets.first?.levels.map(\.level) == ["L2", "L3"])
    #expect(told.packets.first?.levels.map(\.state) == ["ok", "ok"])
    let all = try await verify()
    #expect(all.run.status == 0)
    #expect(all.told.packets.first?.levels.last?.state == "not-checked")
    try Data("x".utf8).write(to: packet.appendingPathComponent("settlement.html"))
    let only = try await verify("--level", "L1", "--against", season.path)
    #expect(only.run.status == 0)
    let wrong = try await reviewPacket("verify", packet.path, "--level", "L9")
    #expect(wrong.status == 64)
  }

  @Test func `refuses to look at the raw data where none were given`() async throws {
    try copySeason()
    try await build()
    for path in [packet.path, folder.at("out").path] {
      for levels in [["--level", "L4"], ["--level", "L2", "--level", "4"]] {
        let run = try await reviewPacket(["verify", path] + levels)
        #expect(run.status == 64 && run.output.isEmpty)
        #expect(run.errors.contains("L4 needs --against"), "\(run.errors)")
        let against = try await reviewPacket(
          ["verify", path, "--against", season.path] + levels)
        #expect(against.status == 0, "\(against.errors)")
      }
    }
    let none = try await reviewPacket("verify", folder.at("none").path, "--level", "L4")
    #expect(none.status == 2)
  }

  @Test
  func `compares pages of other templates by their figures, and by their bytes with their own`()
    async throws
  {
    try copySeason()
    let house = folder.at("house").path
    #expect(try await reviewPacket("templates", "export", house).status == 0)
    let cover = folder.at("house/cover.html.mustache")
    let old = try text(cover)
    try #require(old.contains("<table"))
    let range = try #require(old.range(of: "<table"))
    try Data(old.replacingCharacters(in: range, with: "<p>本所用表</p><table").utf8).write(to: cover)
    try await build("--templates", house)
    let own = try await verify("--against", season.path, "--templates", house)
    #expect(own.run.status == 0, "\(own.run.output)")
    let other = try await verify("--against", season.path)
    #expect(other.run.status == 3)
    let differences = try #require(other.told.packets.first).levels.flatMap(\.differences)
    #expect(differences.map(\.cause) == ["templates"])
  }

  @Test func `ends with 2 where there is no packet or season`() async throws {
    let none = try await reviewPacket("verify", folder.at("none").path)
    #expect(none.status == 2)
    #expect(none.errors.contains("there is no packet.xml"))
    try copySeason()
    try await build()
    let page = try await reviewPacket("verify", packet.path + "/index.html")
    #expect(page.status == 2)
    #expect(page.errors.contains("there is no packet.xml"))
    let noSeason = try await reviewPacket(
      "verify", packet.path, "--against", folder.at("none").path)
    #expect(noSeason.status == 2)
    #expect(noSeason.errors.contains("--against"))
  }

  @Test func `opens no pipe or device, and reads no file without end`() async throws {
    try copySeason()
    try await build()
    let archive = packet.appendingPathComponent("packet.xml")
    for make in ["mkfifo packet.xml", "ln -s /dev/zero packet.xml", "truncate -s 3G packet.xml"] {
      try FileManager.default.removeItem(at: archive)
      _ = try await runProcess("bash", ["-c", make], directory: packet.path)
      for command in [["verify", packet.path], ["diff", packet.path, packet.path]] {
        let run = try await reviewPacket(command)
        #expect(run.status == 2, "\(make): \(run.output)\(run.errors)")
        #expect(run.errors.contains("packet.xml"), "\(make)")
      }
    }
  }

  @Test func `says in Chinese what an edit does to the money`() async throws {
    try copySeason()
    try await build()
    try await apply(
      [Tampering.Edit(file: "approvals.csv", old: "\"475,500\"", new: "\"465,500\"")], in: season)
    let run = try await reviewPacket(
      "verify", packet.path, "--against", season.path, "--lang", "zh-Hant")
    #expect(run.status == 3)
    #expect(run.output.contains("approvals.csv:4：輸入資料列不同：approval 資料列 D002/99900019 已變更"))
    #expect(run.output.contains("影響：認列 +NT$567、應付 +NT$567"))
    #expect(run.outputLines.last?.hasPrefix("結果：不符（L4）：") == true)
  }
}
