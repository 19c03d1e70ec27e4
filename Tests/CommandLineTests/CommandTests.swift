import Foundation
import ReviewModel
import TestSupport
import Testing

/// The smaller commands: check, init, schema, rules, help.
@Suite struct CommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `check writes nothing`() async throws {
    _ = try SmallSeason.withError.write(to: folder)
    let before = try Golden.files(in: folder.url)
    for phase in ["midterm", "final"] {
      let run = try await reviewPacket(
        ["check", "season", "--phase", phase], directory: folder.path)
      #expect(run.status == 1)
    }
    #expect(try Golden.files(in: folder.url) == before)
    #expect(try names(in: folder.url) == ["season"])
  }

  @Test func `init makes a season that check and build accept`() async throws {
    let season = folder.at("110")
    let made = try await reviewPacket("init", season.path)
    #expect(made.status == 0)
    let files = try Golden.files(in: season)
    #expect(Set(made.outputLines.dropLast()) == Set(files.keys.map { season.path + "/" + $0 }))
    #expect(made.outputLines.last?.hasSuffix("review-packet check \(season.path)") == true)
    // An example of one day's use meets no threshold; nothing else is pointed out.
    let check = try await reviewPacket("check", season.path, "--phase", "midterm")
    #expect(check.status == 0)
    #expect(check.errorLines.allSatisfy { $0.contains(" US008 ") || $0.contains(" US009 ") })
    let build = try await reviewPacket(
      "build", season.path, "--phase", "midterm", "--out", folder.at("out").path)
    #expect(build.status == 0)
  }

  @Test func `init says in JSON what it made, and why it made nothing`() async throws {
    let path = folder.at("110").path
    let made = try await reviewPacket("init", path, "--format", "json")
    let record = try #require(
      JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
    #expect(record["folder"] as? String == path && record["result"] as? String == "ok")
    #expect((record["files"] as? [String])?.contains("approvals.csv") == true)
    let again = try await reviewPacket("init", path, "--format", "json")
    #expect(again.status == 2)
    #expect(try JSONSerialization.jsonObject(with: Data(again.output.utf8)) is [String: Any])
  }

  @Test func `init leaves a folder with content alone`() async throws {
    try folder.write("110/approvals.csv", "mine".utf8)
    let run = try await reviewPacket("init", folder.at("110").path)
    #expect(run.status == 2)
    #expect(try Golden.files(in: folder.url) == ["110/approvals.csv": Array("mine".utf8)])
  }

  @Test func `init speaks of no option that it lacks`() async throws {
    try folder.write("file", "mine".utf8)
    try FileManager.default.createDirectory(
      at: folder.at("empty"), withIntermediateDirectories: true)
    let here = try await reviewPacket(
      "init", ".", "--lang", "en", directory: folder.at("empty").path)
    let taken = try await reviewPacket("init", folder.at("file").path, "--lang", "en")
    for run in [here, taken] {
      #expect(run.status == 2 && !run.errors.contains("--out"))
    }
    #expect(here.errors.contains("go to the folder above"))
    let help = try await reviewPacket("init", "--help")
    #expect(help.output.contains("not the working folder"))
  }

  @Test func `init gives each table the columns that schema says`() async throws {
    _ = try await reviewPacket("init", folder.at("110").path)
    let schema = try await reviewPacket("schema", "--lang", "zh-Hant")
    for (table, file) in [
      ("approvals.csv", "approvals.csv"), ("solutions.csv", "solutions.csv"),
      ("progress.csv", "progress.csv"), ("rulings.csv", "rulings.csv"),
      ("rosters/**/*.csv", "rosters/範例廠商.csv"), ("usage/**/*.csv", "usage/範例廠商-06月.csv"),
    ] {
      let header = CSVText(try bytes(of: folder.at("110/" + file))).header
      let lines = schema.outputLines.drop { !$0.hasPrefix(table + "  ") }.dropFirst()
        .prefix { $0.hasPrefix("  ") }
      let columns = lines.map { line in
        String(line.drop { $0 != "（" }.dropFirst().prefix { $0 != "、" && $0 != "）" })
      }
      #expect(header.map { $0.filter { $0 != "\r" } } == columns, "\(table)")
    }
  }

  @Test func `schema gives CSVW metadata as JSON`() async throws {
    let run = try await reviewPacket("schema", "--format", "csvw")
    let json = try JSONSerialization.jsonObject(with: Data(run.stdout)) as? [String: Any]
    #expect(json?["@context"] as? String == "http://www.w3.org/ns/csvw")
    let tables = try #require(json?["tables"] as? [[String: Any]])
    let urls = tables.compactMap { $0["url"] as? String }
    #expect(urls.contains("approvals.csv") && urls.count >= 6)
    for table in tables {
      let columns = (table["tableSchema"] as? [String: Any])?["columns"] as? [[String: Any]]
      #expect(columns?.isEmpty == false)
      #expect(columns?.allSatisfy { $0["name"] is String && $0["datatype"] is String } == true)
    }
  }

  @Test func `rules lists every code of the registry`() async throws {
    let run = try await reviewPacket("rules")
    #expect(
      run.outputLines.map { String($0.prefix(5)) } == FindingRegistry.all.map(\.code.rawValue))
    let json = try await reviewPacket("rules", "--format", "json")
    let records = try JSONSerialization.jsonObject(with: Data(json.stdout)) as? [[String: Any]]
    #expect(
      records?.compactMap { $0["code"] as? String } == FindingRegistry.all.map(\.code.rawValue))
  }

  @Test(arguments: FindingCode.allCases)
  func `rules tells meaning and remedy of a code`(_ code: FindingCode) async throws {
    let rule = FindingRegistry.rule(code)
    let chinese = try await reviewPacket("rules", code.rawValue.lowercased(), "--lang", "zh-Hant")
    #expect(chinese.output.contains(rule.title.zh) && chinese.output.contains(rule.remedy.zh))
  }

  @Test func `rules says words for codes in Chinese, each with its code`() async throws {
    let page = try await reviewPacket("rules", "RO010", "--lang", "zh-Hant")
    for line in ["嚴重程度：警告（warning）", "影響：無影響（none）", "由誰更正：廠商（vendor）"] {
      #expect(page.outputLines.contains(line))
    }
    let list = try await reviewPacket("rules", "--lang", "zh-Hant")
    #expect(list.outputLines.first?.hasPrefix("IN001 嚴重錯誤  ") == true)
    let english = try await reviewPacket("rules", "RO010", "--lang", "en")
    #expect(english.outputLines.contains("Severity: warning"))
    #expect(english.outputLines.contains("Effect: no effect (none)"))
  }

  @Test func `meter tells what documents cost`() async throws {
    let folder = try TemporaryFolder()
    let run = try await reviewPacket(
      "meter", try SmallSeason().write(to: folder), "--phase", "final", "--times", "1")
    #expect(run.status == 0)
    let names = run.outputLines.compactMap { $0.split(separator: " ").first }
    #expect(names.count == 11 && names.contains("engine-permille-of-build"))
    // What a packet costs part by part.
    for part in ["views-and-templates", "engine", "checks-and-tables", "hashing", "disk"] {
      #expect(names.contains("microseconds-per-packet-\(part)"))
    }
    let numbers = run.outputLines.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
    #expect(numbers.count == 11 && numbers.allSatisfy { $0 >= 0 })
  }

  @Test(arguments: ["check", "build", "rules", "schema", "init"])
  func `help shows an example`(_ command: String) async throws {
    for arguments in [[command, "--help"], ["help", command]] {
      let run = try await reviewPacket(arguments)
      #expect(run.status == 0)
      #expect(run.output.contains("Example: review-packet \(command) "))
    }
  }

  @Test func `help of the program shows an example and the exit codes`() async throws {
    let run = try await reviewPacket("--help")
    #expect(run.status == 0)
    #expect(run.output.contains("Example: review-packet build "))
    #expect(run.output.contains("64"))
  }

  @Test func `every command has an example in its help`() async throws {
    let help = try await reviewPacket("--help").outputLines
    let commands = help.drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { $0.hasPrefix("  ") }
      .filter { !$0.hasPrefix("   ") }.compactMap { $0.split(separator: " ").first }
    #expect(commands.count >= 5)
    for command in commands where command != "help" {
      #expect(try await reviewPacket(String(command), "--help").output.contains("Example: "))
    }
  }

  @Test func `says its version`() async throws {
    let run = try await reviewPacket("--version")
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}
