import Foundation
import PacketStore
import SeasonReading
import TestSupport
import Testing

@Suite struct RedactedArchiveTests {
  private static let closed = "D001-12345675-110-final"
  private static let copy = closed + "-public"

  /// What must occur in no byte of a public copy.
  private static let secrets = [
    "王範例", "李樣本", "0912-345-678", "0912345678", "0987-654-321", "0987654321", "陳主任",
    "02-2345-6789", "chen@example.org", "林一", "林二", "0911-111-111", "0922-222-222", "張測試",
    "O\"Neill", "趙機密", "0933-333-333",
  ]

  /// Rosters as people keep them: with names and numbers in titles, notes, unknown columns, rows that
  /// slipped, other encodings, and a list of fixes.
  private static func season(in folder: TemporaryFolder) throws -> String {
    var season = SmallSeason()
    season.files["rosters/a.csv"] = """
      店家清冊　承辦人：陳主任 02-2345-6789,,,,,,,,,,,
      store_id,district_id,vendor_id,solution_id,store_name,tax_id,contact,phone,golive_on,fee,\
      continuity_plan,Email
      S001,D001,12345675,P1,範例商店,99900025,王範例,0912-345-678,2021-06-01,30000,續約維運,\
      chen@example.org
      S002,D002,99900003,P2,樣本商店,99900030,李樣本,0987-654-321,2021-06-01,30000,續約維運,
      S003,D001,12345675,P1,地址一號,之二,99900046,林一,0911-111-111,2021-06-01,30000,續約,x,林二
      S004,D001,12345675,P1,"引號店",,"O""Neill",0922-222-222,2021-06-01,30000,,
      S005,D001,12345675,P1,空白店,,,,2021-06-01,30000,,
      製表：,陳主任
      備註：請洽王範例 0912345678

      """
    season.files["fixes.csv"] = """
      file,row,cell,field,before,after,finding,why,why_en,apply
      rosters/a.csv,3,G3,contact,'王 範例,'王範例,IN011,修正,mended,done
      rosters/a.csv,3,H3,phone,'0933-333-333,'0912-345-678,IN011,修正,mended,done
      rosters/a.csv,3,E3,store_name,'趙機密 王範例,'範例商店,IN011,修正,mended,done

      """
    let path = try season.write(to: folder)
    let header = "店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,統一編號,聯絡人,電話,導入日期,方案費用,持續營運規劃\r\n"
    for (number, encoding) in ["UTF-16LE", "CP950"].enumerated() {
      let row = "S01\(number),D001,12345675,P1,功許商店,,張測試,0987-654-321,2021-06-01,30000,續約\r\n"
      let text = (number == 0 ? "\u{FEFF}" : "") + header + row
      let forms = EncodedText.forms(of: text)
      let bytes =
        encoding == "CP950"
        ? forms.first { $0.count < text.utf8.count && $0.first == 0xA9 }
        : forms.first { $0.starts(with: [0xFF, 0xFE]) }
      try folder.write("season/rosters/\(encoding).csv", #require(bytes))
    }
    return path
  }

  private func archived() async throws -> ArchivedSeason {
    let folder = try TemporaryFolder()
    let place = try await ArchivedSeason(folder, season: Self.season(in: folder))
    let run = try await place.archive("--redact", packets: [place.out + "/D001-12345675"])
    #expect(run.status == 0, "\(run.errors)")
    return place
  }

  @Test func `holds no contact and no phone in any byte, whatever the encoding`() async throws {
    let place = try await archived()
    let files = try Golden.files(in: place.folder.at("archive/" + Self.copy))
    var closed: Set<String> = []
    for secret in Self.secrets {
      for form in EncodedText.forms(of: secret) {
        for (name, bytes) in files {
          #expect(bytes.firstRange(of: form) == nil, "\(secret) in \(name)")
        }
        for bytes in try Golden.files(in: place.folder.at("archive/" + Self.closed)).values
        where bytes.firstRange(of: form) != nil { closed.insert(secret) }
      }
    }
    // They do occur in the closed one, or nothing was proved; digits alone and `"` unescaped may not.
    #expect(closed.count >= Self.secrets.count - 2, "\(Set(Self.secrets).subtracting(closed))")
  }

  @Test func `holds no contact and no phone of the sample season`() async throws {
    let folder = try TemporaryFolder()
    let place = try await ArchivedSeason(folder, season: sampleSeason.path)
    #expect(try await place.archive("--redact").status == 0)
    var secrets: Set<String> = []
    for name in try place.names() where !name.hasSuffix("-public") {
      let xml = try place.text(name + "/data/packet/packet.xml")
      secrets.formUnion(xml.matches(of: /<(?:contact|phone)>([^<]+)</).map { String($0.1) })
    }
    #expect(secrets.count > 60)
    // One look for all of them; patterns with NUL bytes or line feeds (of UTF-16) grep can't take.
    let forms = secrets.flatMap { EncodedText.forms(of: $0) }
      .filter { !$0.contains(0) && !$0.contains(0x0A) }
    try folder.write("secrets", forms.joined(separator: [0x0A]))
    func filesWithSecrets(_ folders: [String]) async throws -> ProcessResult {
      try await runProcess(
        "grep", ["-rlaF", "-f", folder.at("secrets").path] + folders,
        environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C"], directory: place.archives)
    }
    let copies = try place.names().filter { $0.hasSuffix("-public") }.sorted()
    #expect(copies.count == 4)
    #expect(try await filesWithSecrets(copies).output == "")
    let closed = try place.names().subtracting(copies).sorted()
    #expect(try await filesWithSecrets(closed).outputLines.count == 4 * 4 + 4)
  }

  @Test func `keeps every figure and every other byte of the input`() async throws {
    let place = try await archived()
    let (one, two) = ("archive/\(Self.closed)/data", "archive/\(Self.copy)/data")
    #expect(
      try place.folder.read(one + "/packet/figures.csv")
        == place.folder.read(two + "/packet/figures.csv"))
    let before = try Golden.files(in: place.folder.at(one + "/input"))
    let after = try Golden.files(in: place.folder.at(two + "/input"))
    #expect(Set(before.keys) == Set(after.keys))
    #expect(
      before.keys.filter { before[$0] != after[$0] }.sorted() == [
        "fixes.csv", "rosters/CP950.csv", "rosters/UTF-16LE.csv", "rosters/a.csv",
      ])
    let roster = String(decoding: try #require(after["rosters/a.csv"]), as: UTF8.self)
    #expect(
      roster.contains("S001,D001,12345675,P1,範例商店,99900025,某○○,***,2021-06-01,30000,續約維運,***"))
    #expect(roster.contains("S003,***,***,***,***,***,某○○,***,***,***,***,***,***,***"))
    #expect(roster.contains("S004,D001,12345675,P1,\"引號店\",,\"某○○\",***,2021-06-01,30000,,"))
    #expect(roster.contains("S005,D001,12345675,P1,空白店,,,,2021-06-01,30000,,"))
  }

  @Test func `is tied to the closed archive, and its README says what was replaced`() async throws {
    let place = try await archived()
    #expect(
      try place.field("Redacted-From", of: Self.copy)
        == Digest.sha256Hex(
          place.folder.read("archive/\(Self.closed)/tagmanifest-sha256.txt")))
    #expect(try place.field("Redacted-From", of: Self.closed) == nil)
    let readme = try place.text(Self.copy + "/README.txt")
    #expect(readme.contains("公開版") && readme.contains("contacts are “某○○”, phones “***”"))
    #expect(!(try place.text(Self.closed + "/README.txt")).contains("公開版"))
    _ = try await place.archive("--redact", packets: [place.out + "/D001-12345675"])
    #expect(
      try place.field("Supersedes", of: Self.closed + "-s02-public")
        == Digest.sha256Hex(place.folder.read("archive/\(Self.copy)/tagmanifest-sha256.txt")))
  }

  @Test func `masks contacts though the closed packet shows them in full`() async throws {
    let place = try await ArchivedSeason(SmallSeason(), ["--contacts", "full"])
    #expect(try await place.archive("--redact").status == 0)
    let page = "/data/packet/store-roster.html"
    #expect(try place.text(Self.closed + page).contains("王範例"))
    #expect(try place.text(Self.copy + page).contains("某○○"))
  }

  @Test func `gives a season back with a word, whose figures are the same`() async throws {
    let place = try await archived()
    let run = try await place.restore(Self.copy)
    #expect(run.status == 0)
    #expect(run.errors.contains("this is a public copy: contacts and phones are replaced"))
    let again = try await reviewPacket(
      "build", place.folder.at("restored").path, "--phase", "final", "--out",
      place.folder.at("again").path)
    #expect(again.status <= 1)
    #expect(
      try place.folder.read("again/D001-12345675/figures.csv")
        == place.folder.read("out/D001-12345675/figures.csv"))
  }

  @Test func `points out a contact's name that stands in another column`() async throws {
    let place = try await ArchivedSeason(
      SmallSeason().replacing("範例商店", with: "王範例小吃", in: "rosters/a.csv"))
    let run = try await place.archive("--redact")
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "rosters/a.csv:2: a text of the public copy is the same as a contact or a phone"))
    #expect(!run.errors.contains("王範例"))
    #expect(run.outputLines.last?.contains("places to look at before publishing") == true)
    // A closed archive alone is not concerned.
    #expect(try await place.archive().status == 0)
  }

  @Test func `hides footers in the ids' columns, here and in what the closed packet quotes`()
    async throws
  {
    var season = SmallSeason()
    season.files["rosters/a.csv"]? += """
      聯絡窗口,王曉華,0977-111-013,,,,,,,,
      製表人：,林曉明,,電話：,0977-111-014,,,,,,
      0977-111-015,林曉明,店務,,,,,,,,

      """
    let place = try await ArchivedSeason(season)
    let build = try await reviewPacket(
      "build", place.season, "--phase", "final", "--out", place.folder.at("again").path)
    let run = try await place.archive("--redact")
    #expect(run.status == 0, "\(run.errors)")
    for secret in ["王曉華", "林曉明", "0977-111-01"] {
      #expect(!build.errors.contains(secret) && !build.output.contains(secret))
      for name in try place.names() {
        for (file, bytes) in try Golden.files(in: place.folder.at("archive/" + name))
        where name.hasSuffix("-public") || file.hasPrefix("data/packet/") {
          #expect(bytes.firstRange(of: Array(secret.utf8)) == nil, "\(secret) in \(name)/\(file)")
        }
      }
    }
    #expect(build.errors.contains("rosters/a.csv:4:3: error IN005"))
  }

  @Test func `names every line with a contact or a phone, in all that it publishes`() async throws {
    var season = SmallSeason()
      .replacing("範例商店", with: "王範例小吃", in: "rosters/a.csv")
      .replacing("依計畫辦理", with: "洽王範例 0987654321 辦理", in: "progress.csv")
    season.files["rosters/王範例.csv"] = season.files["rosters/a.csv"]
    season.files["rosters/a.csv"] = nil
    let place = try await ArchivedSeason(season)
    let run = try await place.archive("--redact", packets: [place.out + "/D001-12345675"])
    #expect(run.status == 1)
    let copy = place.folder.at("archive/" + Self.copy)
    var expected: Set<String> = []
    for (file, bytes) in try Golden.files(in: copy) {
      let name =
        file.hasPrefix("data/input/") && file.hasSuffix("progress.csv")
        ? "progress.csv"
        : file.hasPrefix("data/input/renamed/")
          ? "rosters/王範例.csv" : place.archives + "/\(Self.copy)/\(file)"
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        let text = String(decoding: line, as: UTF8.self)
        if text.contains("王範例") || text.contains("0987654321") {
          expected.insert("\(name):\(index + 1)")
        }
      }
    }
    for place in ["progress.csv:2", "progress.csv:3", "rosters/王範例.csv:2"] {
      #expect(expected.contains(place))
    }
    for file in ["input-files.csv", "recompute/stores.csv", "packet/work-progress.html"] {
      #expect(expected.contains { $0.contains("/data/\(file):") }, "\(file)")
    }
    let named = run.errors.split(separator: "\n").compactMap { line in
      line.firstRange(of: ": a text of the public copy").map { String(line[..<$0.lowerBound]) }
    }
    #expect(Set(named) == expected)
    #expect(named.count == expected.count)
    #expect(
      run.outputLines.last?.contains("\(named.count) places to look at before publishing") == true)
  }

  @Test func `names the first hundred lines of a file and counts the others`() async throws {
    var season = SmallSeason()
    season.files["progress.csv"]? += (2...130).map {
      "D001,12345675,\($0),王範例,1,2021-06-01,2021-08-31,2021-08-31,100,依計畫辦理\n"
    }.joined()
    let place = try await ArchivedSeason(season)
    let run = try await place.archive("--redact", packets: [place.out + "/D001-12345675"])
    #expect(run.status == 1)
    let lines = run.errors.split(separator: "\n").filter { $0.hasPrefix("progress.csv:") }
    #expect(lines.count == 101)
    #expect(lines.dropLast().last?.hasPrefix("progress.csv:103: ") == true)
    #expect(lines.last == "progress.csv: 29 more lines have such a text")
  }
}
