import Foundation
import TestSupport
import Testing

/// `verify` on sealed archives: from what they hold alone, and against a season.
@Suite(.serialized) struct VerifyArchiveTests {
  private let folder: TemporaryFolder
  private let place: ArchivedSeason
  private let archive: URL

  init() async throws {
    folder = try TemporaryFolder()
    place = try await ArchivedSeason(folder, season: sampleSeason.path)
    let run = try await reviewPacket(
      "archive", place.out + "/D002-99900019", "--season", sampleSeason.path, "--out",
      place.archives, "--redact")
    #expect(run.status == 0, "\(run.errors)")
    archive = URL(fileURLWithPath: place.archives + "/D002-99900019-110-final")
  }

  private func verify(_ path: String, _ more: String...) async throws -> (
    run: ProcessResult, told: VerifyOutput
  ) {
    let run = try await reviewPacket(["verify", path, "--format", "json"] + more)
    return (run, try JSONDecoder().decode(VerifyOutput.self, from: Data(run.stdout)))
  }

  /// Makes the bag's manifests right again, as somebody would who changed a file of it.
  private func seal() async throws {
    let script = """
      set -e
      find data -type f | LC_ALL=C sort | xargs sha256sum > manifest-sha256.txt
      sha256sum README.txt bag-info.txt bagit.txt manifest-sha256.txt > tagmanifest-sha256.txt
      sed -i "s/^Payload-Oxum: .*/Payload-Oxum: $(find data -type f -printf '%s\\n' | awk '{s+=$1;n+=1}END{print s"."n}')/" bag-info.txt
      sha256sum README.txt bag-info.txt bagit.txt manifest-sha256.txt > tagmanifest-sha256.txt
      """
    let run = try await runProcess("bash", ["-c", script], directory: archive.path)
    #expect(run.status == 0, "\(run.errors)")
  }

  private func digest(_ name: String) async throws -> String {
    let run = try await runProcess("sha256sum", [archive.appendingPathComponent(name).path])
    return String(run.output.prefix(64))
  }

  private func edit(_ name: String, _ old: String, _ new: String) throws {
    let file = archive.appendingPathComponent(name)
    let text = try text(file)
    try #require(text.contains(old))
    try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: file)
  }

  @Test func `finds nothing in an archive, by itself and against the season`() async throws {
    let alone = try await verify(archive.path)
    #expect(alone.run.status == 0, "\(alone.run.output)")
    #expect(alone.told.packets.first?.levels.map(\.state) == ["ok", "ok", "ok", "ok", "ok"])
    let against = try await verify(archive.path, "--against", sampleSeason.path)
    #expect(against.run.status == 0)
    let own = try await verify(archive.path, "--level", "L4")
    #expect(own.run.status == 0)
    #expect(own.told.packets.first?.levels.map(\.state) == ["ok"])
    let all = try await verify(place.archives)
    #expect(all.told.packets.count == 2)
    // The public copy's raw data are not those that the packet was made from.
    #expect(all.told.packets.last?.levels.map(\.state) == ["ok", "ok", "ok", "ok", "not-checked"])
  }

  @Test func `names a file of the archive that was changed`() async throws {
    try edit("data/input/approvals.csv", "475,500", "465,500")
    let (run, told) = try await verify(archive.path)
    #expect(run.status == 3)
    let levels = try #require(told.packets.first).levels
    #expect(
      levels.map(\.state) == [
        "differs", "not-checked", "not-checked", "not-checked", "not-checked",
      ])
    #expect(levels[0].differences.contains { $0.text.contains("approvals.csv") })
  }

  /// What no digest of a bag vouches for.
  @Test(arguments: [
    ("rm tagmanifest-sha256.txt", "/tagmanifest-sha256.txt"),
    ("echo Example > NOTE.html", "/NOTE.html"),
  ])
  func `names what no digest vouches for`(script: String, place: String) async throws {
    let made = try await runProcess("bash", ["-ec", script], directory: archive.path)
    #expect(made.status == 0)
    let (run, told) = try await verify(archive.path)
    #expect(run.status == 3, "\(run.output)")
    let differences = told.packets.flatMap(\.levels).flatMap(\.differences)
    #expect(differences.map(\.place) == [archive.path + place])
    #expect(told.packets.first?.levels.map(\.state) == ["differs", "ok", "ok", "ok", "ok"])
  }

  @Test func `holds what an archive says of its packet against the packet`() async throws {
    try edit("bag-info.txt", "Verdict: pass", "Verdict: fail")
    try edit("bag-info.txt", "As-Of: 2021-10-31", "As-Of: 2021-10-30")
    try await seal()
    let (run, told) = try await verify(archive.path)
    #expect(run.status == 3, "\(run.output)")
    let texts = told.packets.flatMap(\.levels).flatMap(\.differences).map(\.text)
    #expect(
      texts == [
        "As-Of is 2021-10-30, packet.xml has 2021-10-31", "Verdict is fail, packet.xml has pass",
      ])
    #expect(told.packets.first?.levels.map(\.state) == ["ok", "ok", "differs", "ok", "ok"])
  }

  @Test func `says nothing good of an archive without its declaration`()
    async throws
  {
    try FileManager.default.removeItem(at: archive.appendingPathComponent("bagit.txt"))
    let run = try await reviewPacket("verify", archive.path)
    #expect(run.status == 2, "\(run.output)")
  }

  @Test func `finds raw data that were changed and sealed again`() async throws {
    let before = try await digest("data/input/approvals.csv")
    try edit("data/input/approvals.csv", "475,500", "465,500")
    try await seal()
    // The table of input files still has the other digest.
    let half = try await verify(archive.path)
    #expect(half.run.status == 3)
    #expect(half.told.packets.first?.levels[4].differences.first?.cause == "input-files")
    try edit("data/input-files.csv", before, try await digest("data/input/approvals.csv"))
    try await seal()
    let (run, told) = try await verify(archive.path)
    #expect(run.status == 3)
    let levels = try #require(told.packets.first).levels
    #expect(levels.map(\.state) == ["ok", "ok", "ok", "ok", "differs"], "\(run.output)")
    #expect(
      levels[4].differences.contains { $0.cause == "input-rows" && $0.payableEffect == "567" })
  }

  @Test func `finds a packet that was changed and sealed again`() async throws {
    try edit("data/packet/packet.xml", "海味軒食堂", "海味軒餐廳")
    try await seal()
    let (run, told) = try await verify(archive.path)
    #expect(run.status == 3)
    let levels = try #require(told.packets.first).levels
    // The packet's own manifest, the digests of bag-info.txt, its pages, the raw data.
    #expect(
      levels.map(\.state) == ["differs", "ok", "differs", "differs", "differs"], "\(run.output)")
  }

  @Test func `names the rows of both where the season has changed since`() async throws {
    let season = folder.at("changed")
    try FileManager.default.copyItem(at: sampleSeason, to: season)
    let file = season.appendingPathComponent("usage/樣本數位/期末_9至10月.csv")
    let old = try text(file)
    try Data(old.replacingOccurrences(of: "2021/9/1,YB-102,3\r\n", with: "").utf8).write(to: file)
    let (run, told) = try await verify(archive.path, "--against", season.path)
    #expect(run.status == 3)
    let texts = try #require(told.packets.first).levels.flatMap(\.differences).map(\.text)
    #expect(
      texts.contains {
        $0.contains("no row of the raw data has this day")
          && $0.contains("archived original usage/樣本數位/期末_9至10月.csv:3")
      }, "\(texts)")
  }

  @Test func `uses the archive's own templates`() async throws {
    let house = folder.at("house").path
    #expect(try await reviewPacket("templates", "export", house).status == 0)
    let css = folder.at("house/screen.css")
    try Data((try text(css) + "/* house */\n").utf8).write(to: css)
    let out = folder.at("styled").path
    let built = try await reviewPacket(
      "build", sampleSeason.path, "--phase", "final", "--out", out, "--templates", house,
      "--contract", "D002/99900019")
    #expect(built.status == 1)
    let archives = folder.at("styled-archives").path
    let sealed = try await reviewPacket(
      "archive", out + "/D002-99900019", "--season", sampleSeason.path, "--out", archives,
      "--templates", house)
    #expect(sealed.status == 0, "\(sealed.errors)")
    let (run, _) = try await verify(archives)
    #expect(run.status == 0, "\(run.output)")
  }
}
