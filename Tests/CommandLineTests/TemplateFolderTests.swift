import Foundation
import TestSupport
import Testing

/// `--templates`: another agency's wording, and its mistakes.
@Suite struct TemplateFolderTests {
  private let folder: TemporaryFolder
  private var out: URL { folder.at("out") }

  init() throws { folder = try TemporaryFolder() }

  /// Builds with one built-in template changed.
  private func build(
    changing name: String, _ change: (String) -> String
  ) async throws -> ProcessResult {
    let original = try text(repositoryRoot.appendingPathComponent("Templates/" + name))
    try folder.write("templates/" + name, change(original).utf8)
    return try await reviewPacket(
      "build", try SmallSeason().write(to: folder), "--phase", "final", "--out", out.path,
      "--templates", folder.at("templates").path)
  }

  @Test func `shows another wording and keeps the figures`() async throws {
    let run = try await build(changing: "partials/title-block.html.mustache") {
      "<p>測試縣政府審查小組</p>\n" + $0
    }
    #expect(run.status == 0)
    for page in ["index.html", "D001-12345675/index.html", "D002-99900003/usage.html"] {
      #expect(try text(out.appendingPathComponent(page)).contains("<p>測試縣政府審查小組</p>"))
    }
    let plain = folder.at("plain")
    _ = try await reviewPacket(
      "build", folder.at("season").path, "--phase", "final", "--out", plain.path)
    let built = try Golden.files(in: out).filter { $0.key.hasSuffix(".csv") }
    #expect(try Golden.files(in: plain).filter { $0.key.hasSuffix(".csv") } == built)
    // The packet says from which templates it was made.
    #expect(
      try text(out.appendingPathComponent("season.xml"))
        != text(plain.appendingPathComponent("season.xml")))
  }

  @Test func `is the same as the built-in templates where they are unchanged`() async throws {
    _ = try await build(changing: "cover.html.mustache") { $0 }
    let changed = try Golden.files(in: out)
    _ = try await reviewPacket(
      "build", folder.at("season").path, "--phase", "final", "--out", out.path)
    #expect(try Golden.files(in: out) == changed)
  }

  @Test func `refuses a folder without any template`() async throws {
    let season = try SmallSeason().write(to: folder)
    let build = try await reviewPacket(
      "build", season, "--phase", "final", "--out", out.path, "--templates", season)
    #expect(build.status == 2)
    #expect(build.errors.contains("there is no template in this folder"))
    #expect(!exists(out))
    struct Output: Decodable { let result, error: String }
    for place in [season, folder.at("nowhere").path] {
      let check = try await reviewPacket("templates", "check", place, "--format", "json")
      #expect(check.status == 2)
      let output = try JSONDecoder().decode(Output.self, from: Data(check.stdout))
      #expect(output.result == "fatal" && output.error.hasPrefix(place + ": "))
    }
  }

  @Test func `takes a style sheet with a byte order mark for what it is`() async throws {
    _ = try await build(changing: "screen.css") { $0 }
    let plain = try text(out.appendingPathComponent("index.html"))
    let run = try await build(changing: "screen.css") { "\u{FEFF}" + $0 }
    #expect(run.status == 0)
    let page = try text(out.appendingPathComponent("index.html"))
    #expect(!page.unicodeScalars.contains("\u{FEFF}"))
    func style(_ page: String) -> Substring? { page.split(separator: "</style>").first }
    #expect(style(page) == style(plain) && style(page)?.contains("<style") == true)
  }

  @Test(arguments: [
    "cover.html", "cover.mustache", "cover.html.mustache.txt", "cover.html (1).mustache",
    "screen.css.bak", "Cover.HTML",
  ])
  func `names a file that was meant for a template`(name: String) async throws {
    try folder.write("templates/" + name, "<p>Example</p>".utf8)
    try folder.write("templates/notes.md", "Example".utf8)
    let run = try await build(changing: "cover.html.mustache") { $0 }
    #expect(run.status == 2)
    #expect(run.errors.contains("/templates/\(name): no document uses this file"), "\(run.errors)")
    #expect(!run.errors.contains("notes.md"))
  }

  @Test func `names file and line of a name that is not offered`() async throws {
    let run = try await build(changing: "cover.html.mustache") {
      "{{! one }}\n{{! two }}\n{{words.verdictHeadin}}\n" + $0
    }
    #expect(run.status == 2)
    let line = try #require(run.errorLines.first { $0.contains("cover.html.mustache:3:") })
    #expect(line.contains("verdictHeadin") && line.contains("verdictHeading"))
    #expect(try names(in: folder.url) == ["season", "templates"])
  }

  @Test(arguments: [
    ("cover.html.mustache", "{{#figure.verdict}}\n"), ("usage.html.mustache", "{{/nothing}}"),
    ("settlement.html.mustache", "{{>partials/nothing}}"), ("usage.html.mustache", "{{open"),
  ])
  func `rejects a template with a mistake before anything is written`(
    _ name: String, _ mistake: String
  ) async throws {
    let run = try await build(changing: name) { $0 + mistake }
    #expect(run.status == 2)
    #expect(run.errors.contains(name + ":"))
    #expect(!exists(out))
  }

  @Test func `rejects a template that leaves out an owed figure`() async throws {
    let run = try await build(changing: "settlement.html.mustache") {
      $0.replacingOccurrences(
        of: "{{#figure.shortfall-stores}}\n{{>partials/fact}}\n{{/figure.shortfall-stores}}\n",
        with: "")
    }
    #expect(run.status == 2)
    #expect(run.errors.contains("settlement.html.mustache"))
    #expect(run.errors.contains("shortfall-stores"))
    #expect(try names(in: folder.url) == ["season", "templates"])
  }

  @Test func `rejects a template whose page would not be well-formed`() async throws {
    let run = try await build(changing: "findings.html.mustache") {
      $0.replacingOccurrences(of: "{{$body}}", with: "{{$body}}<p><b></p></b>")
    }
    #expect(run.status == 2)
    #expect(run.errors.contains("findings.html.mustache"))
    #expect(!exists(out))
  }

  @Test func `names the template and the line where a page's tags begin to disagree`()
    async throws
  {
    let run = try await build(changing: "layout.html.mustache") {
      $0.replacingOccurrences(of: "</main>", with: "")
    }
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    let path = folder.at("templates").path + "/layout.html.mustache:"
    #expect(run.errorLines.first?.hasPrefix(path) == true)
    #expect(!exists(out))
  }

  @Test func `leaves the earlier output where a template is wrong`() async throws {
    _ = try await build(changing: "cover.html.mustache") { $0 }
    let before = try Golden.files(in: out)
    let run = try await build(changing: "cover.html.mustache") { $0 + "{{/nothing}}" }
    #expect(run.status == 2)
    #expect(try Golden.files(in: out) == before)
  }

  @Test func `rejects a folder that does not exist`() async throws {
    let run = try await reviewPacket(
      "build", try SmallSeason().write(to: folder), "--phase", "final", "--out", out.path,
      "--templates", folder.at("nowhere").path)
    #expect(run.status == 2)
    #expect(
      run.errors.contains("\(folder.at("nowhere").path): there is no such folder of templates"))
  }

  @Test func `rejects a file whose name is no template's`() async throws {
    try folder.write("templates/covr.html.mustache", "<p></p>".utf8)
    let run = try await reviewPacket(
      "build", try SmallSeason().write(to: folder), "--phase", "final", "--out", out.path,
      "--templates", folder.at("templates").path)
    #expect(run.status == 2)
    #expect(run.errors.contains("covr.html.mustache"))
  }
}
