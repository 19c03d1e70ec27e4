import Foundation
import TestSupport
import Testing

@testable import review_packet

@Suite struct FixCommandTests {
  /// A roster with a tax id that lost its zero, a name with a reference, a guarded vendor and a
  /// code that is gone.
  private static let roster = #"""
    店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,統一編號,聯絡人,導入日期,方案費用,持續營運規劃
    S001,D001,12345675,P1,"&#20227;記, 店",1234567,王&#20227;範,2021-06-03,30000,續約一年
    S002,D001,"=""12345675""",P1,=1+1,12345675,王範例,2021-06-03,30000,續約一年
    1.11E+08,D001,12345675,P1,第三店,,王範例,2021-06-03,30000,續約一年

    """#

  private func season() throws -> TemporaryFolder {
    let roster = Self.roster.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let folder = try OneStoreSeason.folder(roster: "\u{FEFF}" + roster)
    try folder.write("usage/u.csv", OneStoreSeason.usage.utf8)
    try folder.write("說明.txt", "備註\n".utf8)
    return folder
  }

  private func run(_ arguments: [String], directory: String? = nil) async throws -> ProcessResult {
    try await reviewPacket(arguments, directory: directory)
  }

  private func codes(_ season: String) async throws -> [String] {
    struct Output: Decodable {
      struct Finding: Decodable {
        let code: String
        let file, cell: String?
      }
      let findings: [Finding]
    }
    let result = try await run(["check", season, "--format", "json"])
    return try JSONDecoder().decode(Output.self, from: Data(result.stdout)).findings.map {
      "\($0.code) \($0.file ?? "") \($0.cell ?? "")"
    }
  }

  @Test func `writes nothing once it is interrupted`() async throws {
    let (original, place) = (try season(), try TemporaryFolder())
    let season = original.path
    let (list, copy) = (place.at("fixes.csv").path, place.at("copy").path)
    let propose: @Sendable () async throws -> Void = {
      _ = try ProposalFile.write(season, to: list)
    }
    let apply: @Sendable () async throws -> Void = {
      _ = try await MendedCopy.make(of: season, by: list, at: copy)
    }
    #expect(await errorWhereCancelled(propose) is CancellationError)
    #expect(try names(in: place.url) == [])
    try await propose()
    #expect(await errorWhereCancelled(apply) is CancellationError)
    #expect(try names(in: place.url) == ["fixes.csv"])
    try await apply()
    #expect(exists(place.at("copy/rosters/r.csv")))
  }

  @Test func `proposes, mends a copy, and says so in the packet`() async throws {
    let season = try season()
    let place = try TemporaryFolder()
    let list = place.at("fixes.csv").path
    let proposed = try await run(
      ["fix", season.path, "--propose", "--lang", "en"], directory: place.path)
    #expect(proposed.status == 0)
    #expect(
      proposed.output.hasSuffix("Result: 5 proposals (3 yes, 1 ask, 1 no); report: fixes.csv\n"))
    #expect(!proposed.output.contains("王"))
    let text = String(decoding: try place.read("fixes.csv"), as: UTF8.self)
    #expect(text.contains("rosters/r.csv,2,F2,'統一編號,'1234567,'01234567,IN006,"))

    let copy = place.at("copy").path
    let applied = try await run(["fix", season.path, "--apply", list, "--out", copy])
    #expect(applied.status == 0)
    let before = String(decoding: try season.read("rosters/r.csv"), as: UTF8.self)
    let after = String(decoding: try place.read("copy/rosters/r.csv"), as: UTF8.self)
    let expected = before.replacingOccurrences(of: "&#20227;", with: "伃")
      .replacingOccurrences(of: ",1234567,", with: ",01234567,")
    #expect(after.utf8.elementsEqual(expected.utf8))
    for path in ["approvals.csv", "usage/u.csv", "說明.txt"] {
      #expect(try place.read("copy/" + path) == season.read(path))
    }
    #expect(!FileManager.default.fileExists(atPath: season.at("fixes.csv").path))

    let gone = ["IN006 rosters/r.csv F2", "IN011 rosters/r.csv E2", "IN011 rosters/r.csv G2"]
    let (old, new) = (try await codes(season.path), try await codes(copy))
    #expect(Set(old).isSuperset(of: gone))
    #expect(new == old.filter { !gone.contains($0) })

    let out = place.at("out").path
    _ = try await run(["build", copy, "--phase", "final", "--out", out])
    let page = String(decoding: try place.read("out/D001-12345675/index.html"), as: UTF8.self)
    #expect(page.contains("已依 fixes.csv 修正輸入資料的儲存格數： 3"))
    let packet = String(decoding: try place.read("out/D001-12345675/packet.xml"), as: UTF8.self)
    #expect(packet.contains("<fix cell=\"F2\" file=\"rosters/r.csv\" finding=\"IN006\" row=\"2\">"))
    #expect(packet.contains("<before>***</before>"))
    #expect(packet.contains(" kind=\"fixes\" "))
  }

  @Test func `mends what a person has agreed to, and keeps the earlier list`() async throws {
    let season = try season()
    let place = try TemporaryFolder()
    let list = place.at("f.csv").path
    _ = try await run(["fix", season.path, "--propose", "--out", list])
    _ = try await run(["fix", season.path, "--apply", list, "--out", place.at("one").path])
    _ = try await run(["fix", place.at("one").path, "--propose", "--out", list])
    let agreed = String(decoding: try place.read("f.csv"), as: UTF8.self)
      .replacingOccurrences(of: ",ask\n", with: ",yes\n")
    try place.write("f.csv", agreed.utf8)
    let second = try await run(
      ["fix", place.at("one").path, "--apply", list, "--out", place.at("two").path])
    #expect(second.status == 0)
    let roster = String(decoding: try place.read("two/rosters/r.csv"), as: UTF8.self)
    #expect(roster.contains("S002,D001,\"12345675\",P1,=1+1,"))
    let done = String(decoding: try place.read("two/fixes.csv"), as: UTF8.self)
    #expect(done.split(separator: "\n").count { $0.hasSuffix(",done") } == 4)
  }

  @Test func `gives the same list twice`() async throws {
    let season = try season()
    let place = try TemporaryFolder()
    for name in ["a.csv", "b.csv"] {
      _ = try await run(["fix", season.path, "--propose", "--out", place.at(name).path])
    }
    #expect(try place.read("a.csv") == place.read("b.csv"))
  }

  @Test func `refuses a cell that changed meanwhile, and writes nothing`() async throws {
    let season = try season()
    let place = try TemporaryFolder()
    let list = place.at("f.csv").path
    _ = try await run(["fix", season.path, "--propose", "--out", list])
    let changed = String(decoding: try season.read("rosters/r.csv"), as: UTF8.self)
      .replacingOccurrences(of: ",1234567,", with: ",7654321,")
    try season.write("rosters/r.csv", changed.utf8)
    let result = try await run(
      ["fix", season.path, "--apply", list, "--out", place.at("copy").path, "--lang", "en"])
    #expect(result.status == 2)
    #expect(result.errors.contains("rosters/r.csv row 2, F2: it holds “7654321”"))
    #expect(!FileManager.default.fileExists(atPath: place.at("copy").path))
  }

  @Test func `overwrites no other file, and no list of what was done`() async throws {
    let season = try season()
    let place = try TemporaryFolder()
    let list = place.at("f.csv").path
    try place.write("mine.csv", "a,b\n".utf8)
    let other = try await run(
      ["fix", season.path, "--propose", "--out", place.at("mine.csv").path])
    #expect(other.status == 2)
    #expect(try place.read("mine.csv") == Array("a,b\n".utf8))
    _ = try await run(["fix", season.path, "--propose", "--out", list])
    #expect(try await run(["fix", season.path, "--propose", "--out", list]).status == 0)
    _ = try await run(["fix", season.path, "--apply", list, "--out", place.at("copy").path])
    let done = try await run(
      ["fix", season.path, "--propose", "--out", place.at("copy/fixes.csv").path])
    #expect(done.status == 2)
  }

  @Test func `writes into no season unasked, and no copy into one`() async throws {
    let season = try season()
    let place = try TemporaryFolder()
    let inside = try await run(["fix", ".", "--propose"], directory: season.path)
    #expect(inside.status == 2)
    let list = place.at("f.csv").path
    _ = try await run(["fix", season.path, "--propose", "--out", list])
    let copy = try await run(
      ["fix", season.path, "--apply", list, "--out", season.at("copy").path])
    #expect(copy.status == 2)
    let taken = try await run(["fix", season.path, "--apply", list, "--out", place.path])
    #expect(taken.status == 2)
  }

  @Test func `ends with 64 where it is not clear what to do`() async throws {
    let season = try season()
    #expect(try await run(["fix", season.path]).status == 64)
    #expect(try await run(["fix", season.path, "--propose", "--apply", "f.csv"]).status == 64)
    #expect(try await run(["fix", season.path, "--apply", "f.csv"]).status == 64)
  }

  /// Proposes into a list, and changes one of its texts.
  private func edited(
    _ season: TemporaryFolder, _ place: TemporaryFolder, _ old: String, _ new: String
  ) async throws -> String {
    let list = place.at("f.csv").path
    _ = try await run(["fix", season.path, "--propose", "--out", list])
    let text = String(decoding: try place.read("f.csv"), as: UTF8.self)
    #expect(text.contains(old))
    try place.write("f.csv", text.replacingOccurrences(of: old, with: new).utf8)
    return list
  }

  @Test(arguments: [
    // A code that is gone, for which no text was proposed; and a proposal whose text was deleted.
    (",no\n", ",yes\n", "A4"), (",'01234567,", ",,", "F2"),
  ])
  func `empties no cell because after was left empty`(
    old: String, new: String, cell: String
  ) async throws {
    let (season, place) = (try season(), try TemporaryFolder())
    let list = try await edited(season, place, old, new)
    let copy = place.at("copy").path
    let result = try await run(
      ["fix", season.path, "--apply", list, "--out", copy, "--lang", "en"])
    #expect(result.status == 2)
    #expect(result.errors.contains("rosters/r.csv row \(cell.dropFirst()), \(cell): apply is yes"))
    #expect(result.errors.contains("write in after what is right, or set apply to no"))
    #expect(!FileManager.default.fileExists(atPath: copy))
  }

  @Test(arguments: [
    (",ask\n", ",yes\n"), (",yes\n", ",no\n"), (",'01234567,", ",'07654321,"),
  ])
  func `overwrites no list in which a person decided something`(
    old: String, new: String
  ) async throws {
    let (season, place) = (try season(), try TemporaryFolder())
    let list = try await edited(season, place, old, new)
    let decided = try place.read("f.csv")
    let again = try await run(["fix", season.path, "--propose", "--out", list, "--lang", "en"])
    #expect(again.status == 2)
    #expect(again.errors.contains("rosters/r.csv ") && again.errors.contains("delete the list"))
    #expect(try place.read("f.csv") == decided)
  }

  @Test func `writes a list again that a spreadsheet saved without a decision`() async throws {
    let (season, place) = (try season(), try TemporaryFolder())
    let list = try await edited(season, place, "\n", "\r\n")
    #expect(try await run(["fix", season.path, "--propose", "--out", list]).status == 0)
    #expect(try !place.read("f.csv").contains(0x0D))
  }

  @Test func `keeps the season's empty folders in the copy`() async throws {
    let (season, place) = (try season(), try TemporaryFolder())
    try FileManager.default.removeItem(at: season.at("usage/u.csv"))
    try FileManager.default.createDirectory(
      at: season.at("rosters/甲/乙"), withIntermediateDirectories: true)
    let list = place.at("f.csv").path
    _ = try await run(["fix", season.path, "--propose", "--out", list])
    let copy = place.at("copy").path
    #expect(try await run(["fix", season.path, "--apply", list, "--out", copy]).status == 0)
    for folder in ["usage", "rosters/甲/乙"] {
      #expect(FileManager.default.fileExists(atPath: copy + "/" + folder))
    }
    #expect(try await !codes(copy).contains { $0.hasPrefix("IN001") })
  }

  @Test(
    arguments: [
      ("progress.csv", nil, "IN001"), ("rosters/r.csv", [0x61, 0xFF, 0x0A], "IN002"),
      ("usage", nil, "IN001"), ("rosters/r.csv", Array("a,b\n".utf8), "IN003"),
    ] as [(String, [UInt8]?, String)])
  func `proposes nothing for a season that can't be read, and says why`(
    path: String, bytes: [UInt8]?, code: String
  ) async throws {
    let (season, place) = (try season(), try TemporaryFolder())
    if let bytes {
      try season.write(path, bytes)
    } else {
      try FileManager.default.removeItem(at: season.at(path))
    }
    let list = place.at("f.csv").path
    let arguments = ["fix", season.path, "--propose", "--out", list, "--lang", "en"]
    let result = try await run(arguments)
    #expect(result.status == 2)
    #expect(
      result.errorLines.contains { $0.hasPrefix(path + ":") && $0.contains("fatal \(code)") })
    #expect(result.output.hasPrefix("Result: nothing could be done (1 fatal"))
    let json = try await run(arguments + ["--format", "json"])
    let record = try #require(
      JSONSerialization.jsonObject(with: Data(json.stdout)) as? [String: Any])
    #expect(record["result"] as? String == "fatal")
    let findings = try #require(record["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["code"] as? String == code && $0["file"] as? String == path })
    #expect(!FileManager.default.fileExists(atPath: list))
  }

  @Test func `says in JSON which tables have an encoding of their own`() async throws {
    let (season, place) = (try season(), try TemporaryFolder())
    // 店家 in CP950.
    try season.write(
      "rosters/big5.csv",
      Array("store_id,district_id,vendor_id,solution_id,store_name,golive_on,fee\n".utf8)
        + [0x53, 0x32, 0x2C, 0xA9, 0xB1, 0xAE, 0x61, 0x0A])
    let result = try await run(
      [
        "fix", season.path, "--propose", "--out", place.at("f.csv").path, "--format", "json",
      ])
    let record = try #require(
      JSONSerialization.jsonObject(with: Data(result.stdout)) as? [String: Any])
    #expect(record["otherEncodings"] as? [String] == ["rosters/big5.csv"])
    #expect((record["unreadable"] as? [String])?.isEmpty == true)
  }

  @Test func `tells files apart whose names differ in composed letters alone`() async throws {
    let (season, place) = (try season(), try TemporaryFolder())
    try FileManager.default.removeItem(at: season.at("rosters/r.csv"))
    let rows = Self.roster.split(separator: "\n").map { String($0) + "\n" }
    // As Linux and as a Mac write the same name.
    let names = ["caf\u{E9}.csv", "cafe\u{301}.csv"]
    try writeExactly(rows[0] + rows[1], season.path + "/rosters/" + names[0])
    try writeExactly(rows[0] + rows[2], season.path + "/rosters/" + names[1])
    let (original, copy) = (place.path + "/caf\u{E9}", place.path + "/cafe\u{301}")
    #expect(rename(season.path, original) == 0)
    let list = place.at("f.csv").path
    _ = try await run(["fix", original, "--propose", "--out", list])
    #expect(try await run(["fix", original, "--apply", list, "--out", copy]).status == 0)
    let mended =
      rows[0]
      + rows[1].replacingOccurrences(of: "&#20227;", with: "伃")
      .replacingOccurrences(of: ",1234567,", with: ",01234567,")
    #expect(readExactly(copy + "/rosters/" + names[0]) == Array(mended.utf8))
    #expect(readExactly(copy + "/rosters/" + names[1]) == Array((rows[0] + rows[2]).utf8))
  }

  @Test func `says what the cell of a list that was moved is to be`() async throws {
    let (season, place) = (try season(), try TemporaryFolder())
    let list = try await edited(season, place, ".csv,2,F2,", ".csv,2,F23,")
    let result = try await run(
      ["fix", season.path, "--apply", list, "--out", place.at("copy").path, "--lang", "en"])
    #expect(result.status == 2)
    #expect(result.errors.contains("cell is “F23”, but row beside it is 2"))
    #expect(result.errors.contains("such as F2:") && !result.errors.contains("apply is"))
  }
}

/// Writes a file whose name stays the bytes that it is.
private func writeExactly(_ text: String, _ path: String) throws {
  let file = try #require(fopen(path, "w"))
  defer { fclose(file) }
  let bytes = Array(text.utf8)
  #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
}

/// The bytes of such a file; nil where there is none.
private func readExactly(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  let count = fread(&bytes, 1, bytes.count, file)
  return Array(bytes[..<count])
}
