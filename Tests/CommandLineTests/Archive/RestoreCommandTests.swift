import Foundation
import TestSupport
import Testing

@Suite struct RestoreCommandTests {
  private static let first = "D001-12345675-110-final"

  @Test func `gives the season back, whose packets are the archived ones`() async throws {
    let folder = try TemporaryFolder()
    let place = try await ArchivedSeason(folder, season: sampleSeason.path)
    #expect(try await place.archive(packets: [place.out + "/D002-99900019"]).status == 0)
    let run = try await place.restore("D002-99900019-110-final")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.outputLines == ["Result: 33 input files restored; season: \(folder.at("restored").path)"])
    #expect(
      try Golden.files(in: folder.at("restored")) == Golden.files(in: sampleSeason))
    let again = try await reviewPacket(
      "build", folder.at("restored").path, "--phase", "final", "--out", folder.at("again").path)
    #expect(again.status == 1)
    #expect(
      try Golden.files(in: folder.at("again/D002-99900019"))
        == Golden.files(in: folder.at("out/D002-99900019")))
  }

  @Test func `puts no season into an archive or a packet`() async throws {
    let folder = try TemporaryFolder()
    let place = try await ArchivedSeason(folder, season: SmallSeason().write(to: folder))
    #expect(try await place.archive(packets: [place.out + "/D001-12345675"]).status == 0)
    let archive = place.archives + "/" + Self.first
    let packet = place.out + "/D001-12345675"
    let before = try Golden.files(in: folder.url)
    for out in [archive + "/season", archive + "/data/input/season", packet + "/season"] {
      let run = try await reviewPacket("restore", archive, "--out", out, "--lang", "en")
      #expect(run.status == 2, "\(run.errors)")
      #expect(run.errors.contains("--out \(out): it is inside "), "\(run.errors)")
    }
    #expect(try Golden.files(in: folder.url) == before)
  }

  @Test func `gives back a season without any usage yet`() async throws {
    var season = SmallSeason()
    season.files["usage/all.csv"] = nil
    let folder = try TemporaryFolder()
    let path = try season.write(to: folder)
    try FileManager.default.createDirectory(
      at: folder.at("season/usage"), withIntermediateDirectories: true)
    let place = try await ArchivedSeason(folder, season: path)
    #expect(try await place.archive().status == 0)
    #expect(try await place.restore(Self.first).status == 0)
    #expect(exists(folder.at("restored/usage")))
  }

  @Test func `writes into nothing but a new or an empty folder`() async throws {
    let place = try await ArchivedSeason()
    _ = try await place.archive()
    try place.folder.write("restored/mine.txt", "x".utf8)
    let run = try await place.restore(Self.first)
    #expect(run.status == 2)
    #expect(run.errors.contains("exists and is never overwritten; give another name"))
    #expect(try names(in: place.folder.at("restored")) == ["mine.txt"])
    try FileManager.default.removeItem(at: place.folder.at("restored/mine.txt"))
    #expect(try await place.restore(Self.first).status == 0)
  }

  @Test(arguments: ["data/input/approvals.csv", "data/packet/index.html", "README.txt"])
  func `refuses an archive in which a byte was changed, and writes nothing`(
    file: String
  ) async throws {
    let place = try await ArchivedSeason()
    _ = try await place.archive()
    let path = "archive/\(Self.first)/\(file)"
    try place.folder.write(path, place.folder.read(path) + [UInt8(ascii: " ")])
    let run = try await place.restore(Self.first)
    #expect(run.status == 2)
    #expect(run.errors.contains("\(file): it was changed or damaged"))
    #expect(!exists(place.folder.at("restored")))
  }

  /// Tables in archives whose manifests are true: only the table itself can be at fault.
  @Test(arguments: [
    ("\"approvals.csv\"", "\"../evil.csv\"", "can't be a path inside a season folder"),
    ("\"approvals.csv\"", "\"/tmp/evil.csv\"", "can't be a path inside a season folder"),
    ("\"approvals.csv\"", "\"usage/../../evil.csv\"", "can't be a path inside a season folder"),
    ("\"approvals.csv\"", "\"usage\\..\\evil.csv\"", "can't be a path inside a season folder"),
    ("\"approvals.csv\"", "\".bashrc\"", "can't be a path inside a season folder"),
    ("\"approvals.csv\"", "\"solutions.csv\"", "or stands there twice"),
    ("\"approvals.csv\"", "approvals.csv", "not a table of input files as archive writes it"),
    ("data/input/approvals.csv", "data/input/../packet/packet.xml", "has no such file"),
    ("data/input/approvals.csv", "/etc/passwd", "not a table of input files"),
    ("data/input/approvals.csv", "data/input/solutions.csv", "its digest is not the manifest's"),
    ("path,sha256", "path,md5", "expected path,sha256,bytes,name"),
  ])
  func `refuses a table that leads elsewhere`(
    old: String, new: String, said: String
  ) async throws {
    let place = try await ArchivedSeason()
    _ = try await place.archive()
    let table = "archive/\(Self.first)/data/input-files.csv"
    let text = String(decoding: try place.folder.read(table), as: UTF8.self)
    try place.folder.write(table, text.replacingOccurrences(of: old, with: new).utf8)
    try await place.reseal(Self.first)
    let run = try await place.restore(Self.first)
    #expect(run.status == 2)
    #expect(run.errors.contains(said), "\(run.errors)")
    #expect(
      try names(in: place.folder.url) == ["archive", "out", "season"], "nothing else was written")
  }

  @Test func `refuses what is no archive of a season`() async throws {
    let place = try await ArchivedSeason()
    _ = try await place.archive()
    let missing = try await place.restore("nothing")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("there is no such folder; give the folder of an archive"))
    let packet = try await reviewPacket(
      "restore", place.out, "--out", place.folder.at("restored").path)
    #expect(packet.status == 2)
    #expect(packet.errors.contains("no bagit.txt is in it"))
    try FileManager.default.removeItem(
      at: place.folder.at("archive/\(Self.first)/data/input-files.csv"))
    try await place.reseal(Self.first)
    #expect(
      try await place.restore(Self.first).errors.contains("so this is no archive that archive made")
    )
  }
}
