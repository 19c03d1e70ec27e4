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
    _ phase: String, _ language: String, in folder: TemporaryFolder
  ) async throws -> String {
    let out = folder.at("\(phase)-\(language)").path
    let result = try await runProcess(
      builtProgram.path,
      ["build", Self.sample, "--phase", phase, "--lang", language, "--out", out],
      timeout: .seconds(300))
    // 1: the sample has errors on purpose.
    #expect(result.status <= 1, "\(result.errors)")
    return out
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

  @Test
  func `makes pages without violations of accessibility, which ask for nothing from a network`()
    async throws
  {
    let folder = try TemporaryFolder()
    let out = try await built("midterm", "zh-Hant", in: folder)
    let result = try await Judges.run("check-a11y", [out + "/D002-99900003", out + "/index.html"])
    #expect(result.status == 0, "\(result.output.suffix(4_000))")
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

  @Test func `prints no empty page`() async throws {
    let folder = try TemporaryFolder()
    let out = try await built("final", "zh-Hant", in: folder)
    for page in ["index", "settlement", "usage", "store-roster"] {
      let result = try await Judges.run(
        "print", [out + "/D002-99900003/\(page).html", folder.at(page + ".pdf").path, "40"])
      #expect(result.status == 0, "\(page): \(result.output.suffix(2_000))")
    }
  }
}
