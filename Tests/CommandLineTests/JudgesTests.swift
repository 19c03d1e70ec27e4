import Foundation
import TestSupport
import Testing

/// Judges that others wrote, beside the repository; a machine without them skips these tests.
private enum Judges {
  static let folder = sharedFolder?.appendingPathComponent("judges")

  /// Whether their own `setup` has finished on this machine.
  static var areSetUp: Bool {
    guard let folder,
      FileManager.default.isExecutableFile(
        atPath: folder.appendingPathComponent("check-html").path)
    else { return false }
    let environment = ProcessInfo.processInfo.environment
    let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "") + "/.cache"
    let home = environment["JUDGES_HOME"] ?? cache + "/packet-judges"
    return FileManager.default.fileExists(atPath: home + "/ready")
  }

  static func run(_ name: String, _ arguments: [String]) async throws -> ProcessResult {
    let judge = try #require(folder).appendingPathComponent(name).path
    return try await runProcess(judge, arguments, timeout: .seconds(900))
  }
}

@Suite(
  .serialized,
  .enabled(
    if: Judges.areSetUp, "no judges in ../shared/judges, or their setup has not been run"))
struct JudgesTests {
  private static let sample = repositoryRoot.appendingPathComponent("SampleData/110").path

  private func built(
    _ phase: String, _ language: String, season: String = sample, in folder: TemporaryFolder
  ) async throws -> String {
    let out = folder.at("\(phase)-\(language)").path
    let result = try await runProcess(
      builtProgram.path,
      ["build", season, "--phase", phase, "--lang", language, "--out", out],
      timeout: .seconds(300))
    // 1: the sample has errors on purpose.
    #expect(result.status <= 1, "\(result.errors)")
    return out
  }

  private static func pages(in folder: String) throws -> [String] {
    try Golden.files(in: URL(fileURLWithPath: folder)).keys.filter { $0.hasSuffix(".html") }
      .sorted()
  }

  /// Asks a judge about several things, some at a time: it mostly waits for its browser.
  private func ask(_ judge: String, _ questions: [[String]], atOnce: Int) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      var rest = questions[...]
      func next(_ group: inout ThrowingTaskGroup<Void, any Error>) {
        guard let arguments = rest.popFirst() else { return }
        group.addTask {
          let result = try await Judges.run(judge, arguments)
          #expect(result.status == 0, "\(arguments[0]): \(result.output.suffix(4_000))")
        }
      }
      for _ in 0..<atOnce { next(&group) }
      while try await group.next() != nil { next(&group) }
    }
  }

  @Test(arguments: ["midterm", "final"], ["zh-Hant", "en"])
  func `makes pages, XML and tables that the standards' own judges accept`(
    phase: String, language: String
  ) async throws {
    let folder = try TemporaryFolder()
    let out = try await built(phase, language, in: folder)
    // Its guess at a page's language is by chance: it has called the cover Welsh.
    let html = try await Judges.run(
      "check-html", [out, "--werror", "--ignore", "appears to be written in"])
    #expect(html.status == 0, "\(html.output.suffix(4_000))")
    let schema = repositoryRoot.appendingPathComponent("Templates/review-packet.xsd").path
    let files = try Golden.files(in: URL(fileURLWithPath: out)).keys.sorted()
    let documents = files.filter { $0.hasSuffix(".xml") }.map { out + "/" + $0 }
    let xml = try await Judges.run("check-xml", [schema] + documents)
    #expect(xml.status == 0, "\(xml.output.suffix(4_000))")
    for document in documents {
      // What follows the declaration is the canonical form itself.
      let form = folder.at("canonical.xml")
      let lines = try bytes(of: URL(fileURLWithPath: document))
      try Data(lines[lines.index(after: try #require(lines.firstIndex(of: 0x0A)))...]).write(
        to: form)
      let canonical = try await Judges.run(
        "check-c14n", ["--c14n11", "--expect", form.path, document])
      #expect(canonical.status == 0, "\(document): \(canonical.output.suffix(2_000))")
    }
    let tables = files.filter { $0.hasSuffix(".csv") }.map { out + "/" + $0 }
    let cells = try await Judges.run("csv-injection", tables)
    #expect(cells.status == 0, "\(cells.output.suffix(4_000))")
  }

  @Test(arguments: ["midterm", "final"], ["zh-Hant", "en"])
  func `makes pages that everybody can read, and that ask for nothing from a network`(
    phase: String, language: String
  ) async throws {
    let folder = try TemporaryFolder()
    let out = try await built(phase, language, in: folder)
    // A folder each, and the overview: links between them lead out of what is asked about.
    let packets = Set(
      try Self.pages(in: out).compactMap { $0.split(separator: "/").dropLast().first })
    let places = packets.sorted().map { out + "/" + $0 } + [out + "/index.html"]
    try await ask("check-a11y", places.map { [$0, "--all"] }, atOnce: 3)
  }

  @Test func `seals archives that the validator of BagIt's authors and sha256sum accept`()
    async throws
  {
    let folder = try TemporaryFolder()
    let place = try await ArchivedSeason(folder, season: Self.sample)
    for options in [["--redact"], []] {
      let run = try await reviewPacket(
        ["archive", place.out, "--season", Self.sample, "--out", place.archives] + options)
      #expect(run.status == 0, "\(run.errors)")
    }
    let archives = try place.names().sorted().map { place.archives + "/" + $0 }
    #expect(archives.count == 12)
    let bags = try await Judges.run("check-bag", archives)
    #expect(bags.status == 0, "\(bags.output.suffix(4_000))")
    #expect(!bags.output.contains("warning"))
    let schema = archives[0] + "/data/schema/review-packet.xsd"
    let documents = archives.map { $0 + "/data/packet/packet.xml" }
    let xml = try await Judges.run("check-xml", [schema] + documents)
    #expect(xml.status == 0, "\(xml.output.suffix(4_000))")
  }

  @Test(arguments: ["midterm", "final"], ["zh-Hant", "en"])
  func `prints no empty page`(phase: String, language: String) async throws {
    let folder = try TemporaryFolder()
    let out = try await built(phase, language, in: folder)
    let questions = try Self.pages(in: out).enumerated().map { index, page in
      [out + "/" + page, folder.at("\(index).pdf").path, "0"]
    }
    #expect(questions.count == 29)
    try await ask("print", questions, atOnce: 4)
  }

  /// The text of each printed page, as a person would read it.
  private func printed(
    _ page: String, of out: String, in folder: TemporaryFolder
  ) async throws -> [String] {
    let sheet = folder.at("sheet.pdf").path
    let result = try await Judges.run("print", [out + "/" + page, sheet, "0"])
    #expect(result.status == 0, "\(page): \(result.output.suffix(2_000))")
    let text = try await runProcess("pdftotext", ["-layout", sheet, "-"])
    return text.output.split(separator: "\u{C}").map(String.init)
  }

  @Test func `repeats headers and cuts no row where sixty stores are printed`() async throws {
    let folder = try TemporaryFolder()
    let season = folder.at("season").path
    let made = try await runProcess(
      repositoryRoot.appendingPathComponent("Benchmarks/make-season").path,
      [season, "--districts", "1", "--stores", "60", "--rows", "1"])
    #expect(made.status == 0, "\(made.errors)")
    let out = try await built("final", "en", season: season, in: folder) + "/D0001-99900003"
    let roster = try await printed("store-roster.html", of: out, in: folder)
    #expect(roster.count > 3)
    for (index, sheet) in roster.enumerated() {
      let stores = sheet.matches(of: /S[0-9]{6}/).count
      #expect(stores > 0 && sheet.contains("Status and why"), "sheet \(index + 1)")
      // A row that is cut would have its fee on the next sheet.
      #expect(sheet.matches(of: /NT\$20,000/).count == stores, "sheet \(index + 1)")
      let number = sheet.filter { !$0.isWhitespace }.hasSuffix("\(index + 1)/\(roster.count)")
      #expect(sheet.contains("D0001/99900003") && number, "sheet \(index + 1)")
    }
    let usage = try await printed("usage.html", of: out, in: folder)
    for (index, sheet) in usage.enumerated() {
      let stores = sheet.matches(of: /Service: 2021-06-15/).count
      #expect(sheet.matches(of: /Week and its start/).count == stores, "sheet \(index + 1)")
      #expect(sheet.matches(of: /2021-10-15 – 2021-10-31/).count == stores, "sheet \(index + 1)")
      let isSummary = sheet.contains(/Met +139/)
      #expect(!isSummary || sheet.contains("Longest idle run"), "sheet \(index + 1)")
    }
    #expect(usage.map { $0.matches(of: /Service: 2021-06-15/).count }.reduce(0, +) == 60)
  }
}
