import Foundation
import Glibc
import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

/// A season folder whose files are empty.
private func season(_ extra: String...) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  for path in [
    "110/approvals.csv", "110/solutions.csv", "110/progress.csv", "110/rosters/a.csv",
    "110/usage/a.csv",
  ] + extra.map({ "110/" + $0 }) {
    try folder.write(path, [])
  }
  return folder
}

private func listing(_ folder: TemporaryFolder) -> SeasonFolder {
  SeasonFolder(folder.at("110").path)
}

private func link(_ folder: TemporaryFolder, _ path: String, to target: String) throws {
  try FileManager.default.createSymbolicLink(
    atPath: folder.at("110/" + path).path, withDestinationPath: target)
}

private func complaints(_ folder: TemporaryFolder) -> [String] {
  listing(folder).findings.map { "\($0.code) \($0.place?.file ?? "")" }
}

@Suite struct SeasonFolderTests {
  @Test func `lists files in the byte order of their paths`() throws {
    let folder = try season(
      "programme.yaml", "rulings.csv", "rosters/b/c.csv", "rosters/B.CSV", "rosters/b.csv",
      "rosters/店.Tsv", "usage/deep/er/x.txt", "notes.docx")
    let listing = listing(folder)
    #expect(listing.findings.isEmpty)
    #expect(
      listing.entries.map(\.path) == [
        "approvals.csv", "programme.yaml", "progress.csv", "rosters/B.CSV", "rosters/a.csv",
        "rosters/b.csv", "rosters/b/c.csv", "rosters/店.Tsv", "rulings.csv", "solutions.csv",
        "usage/a.csv", "usage/deep/er/x.txt",
      ])
    #expect(listing.entries.map(\.kind).filter { $0 == .roster }.count == 5)
  }

  @Test func `tells a link to a folder whose name differs in composed letters alone`() throws {
    let folder = try season()
    // The season's own folder, and one beside it.
    let (own, other) = (folder.path + "/caf\u{E9}", folder.path + "/cafe\u{301}")
    #expect(rename(folder.at("110").path, own) == 0)
    #expect(mkdir(other, 0o777) == 0)
    #expect(symlink(other, own + "/rosters/b") == 0)
    let complaints = SeasonFolder(own).findings.filter { $0.code == .IN001 }
    #expect(complaints.map { $0.place?.file } == ["rosters/b"])
    #expect(complaints.first?.message(in: .en).contains("leads outside") == true)
  }

  @Test func `passes over names that begin with a dot`() throws {
    let folder = try season(
      "rosters/.hidden.csv", "rosters/.git/x.csv", "usage/._a.csv", ".DS_Store")
    #expect(listing(folder).entries.count == 5 && complaints(folder).isEmpty)
  }

  @Test func `says that a file is to be renamed whose name is in another encoding`() throws {
    let folder = try season()
    // 商.csv in CP950.
    let name = [0xB0, 0xD3] + Array(".csv".utf8)
    let path = Array(folder.at("110/rosters/").path.utf8) + [0x2F] + name + [0]
    let descriptor = path.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_WRONLY | O_CREAT, 0o600) }
    }
    try #require(descriptor >= 0)
    close(descriptor)
    let findings = listing(folder).findings
    #expect(findings.map(\.code) == [.IN001])
    #expect(findings.first?.detail?.en.contains("not UTF-8") == true)
    #expect(listing(folder).entries.count == 5)
  }

  @Test func `names a file of another kind that it does not read`() throws {
    let folder = try season("rosters/a.xlsx", "usage/readme", "usage/csv")
    #expect(
      complaints(folder) == ["IN007 rosters/a.xlsx", "IN007 usage/csv", "IN007 usage/readme"])
    #expect(listing(folder).entries.count == 5)
  }

  @Test func `names each required file and folder that is missing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("110/x", [])
    #expect(
      complaints(folder) == [
        "IN001 approvals.csv", "IN001 solutions.csv", "IN001 progress.csv", "IN001 rosters",
        "IN001 usage",
      ])
    #expect(SeasonFolder(folder.at("none").path).findings.map(\.code) == [.IN001])
    #expect(SeasonFolder(folder.at("110/x").path).findings.map(\.code) == [.IN001])
    #expect(SeasonFolder("").findings.map(\.code) == [.IN001])
  }

  @Test func `follows links that stay inside`() throws {
    let folder = try season("rosters/real/b.csv", "shared.csv")
    try link(folder, "rosters/linked.csv", to: "../shared.csv")
    try link(folder, "usage/again", to: "../rosters/real")
    try link(folder, "rulings.csv", to: folder.at("110/shared.csv").path)
    #expect(complaints(folder).isEmpty)
    let paths = listing(folder).entries.map(\.path)
    #expect(paths.contains("rosters/linked.csv") && paths.contains("usage/again/b.csv"))
    #expect(paths.contains("rulings.csv"))
  }

  @Test func `refuses links that lead outside, nowhere or in a circle`() throws {
    let folder = try season()
    try folder.write("secret.csv", [])
    try folder.write("110-other/x.csv", [])
    try link(folder, "rosters/out.csv", to: "../../secret.csv")
    try link(folder, "rosters/near", to: "../../110-other")
    try link(folder, "rosters/gone.csv", to: "nowhere.csv")
    try link(folder, "usage/up", to: "..")
    try link(folder, "usage/self", to: ".")
    try link(folder, "usage/loop.csv", to: "loop.csv")
    try link(folder, "rulings.csv", to: "/dev/null")
    try link(folder, "programme.yaml", to: "gone.yaml")
    #expect(
      complaints(folder).sorted() == [
        "IN001 programme.yaml", "IN001 rosters/gone.csv", "IN001 rosters/near",
        "IN001 rosters/out.csv", "IN001 rulings.csv", "IN001 usage/loop.csv", "IN001 usage/self",
        "IN001 usage/up",
      ])
    #expect(listing(folder).entries.count == 5)
  }

  @Test func `reads a season folder that is itself reached by a link`() throws {
    let folder = try season("rosters/real/b.csv")
    try link(folder, "rosters/again.csv", to: "real/b.csv")
    let other = folder.at("linked").path
    try FileManager.default.createSymbolicLink(atPath: other, withDestinationPath: "110")
    let listing = SeasonFolder(other)
    #expect(listing.findings.isEmpty && listing.entries.count == 7)
    #expect(SeasonFolder(other + "/").entries.count == 7)
  }

  @Test func `refuses what is not a regular file`() throws {
    let folder = try TemporaryFolder()
    for path in ["110/approvals.csv/x", "110/progress.csv", "110/usage", "110/rosters/a.csv/b.csv"]
    {
      try folder.write(path, [])
    }
    try #require(mkfifo(folder.at("110/solutions.csv").path, 0o600) == 0)
    try #require(mkfifo(folder.at("110/rosters/pipe.csv").path, 0o600) == 0)
    #expect(
      complaints(folder).sorted() == [
        "IN001 approvals.csv", "IN001 rosters/pipe.csv", "IN001 solutions.csv", "IN001 usage",
      ])
    #expect(listing(folder).entries.map(\.path) == ["progress.csv", "rosters/a.csv/b.csv"])
  }

  @Test func `says what is wrong with each`() throws {
    let folder = try season()
    try link(folder, "usage/up", to: "..")
    let finding = try #require(listing(folder).findings.first)
    #expect(finding.severity == .fatal)
    #expect(finding.message(in: .en).contains("leads back to a folder above"))
  }
}
