import Foundation
import TestSupport
import Testing

/// Names from input files never become markup, a formula, a path or a terminal's command.
@Suite struct HostileInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0",
    "+SUM(1+1)", "-2+3", "@SUM(1)", "＝1+1", "../../etc/passwd", "{{words.verdictHeading}}",
    "]]><x/>&amp;&#60;", "\u{202E}txt.exe", "\u{1B}[31m\u{1B}]0;owned\u{07}",
    "https://example.test/x", "javascript:alert(1)", "a\u{2028}b",
    "\"\u{301}>x<b>", "\u{200F}fdp.\u{202B}exe",
  ]

  @Test(arguments: hostile) func `shows a hostile name as text everywhere`(
    _ name: String
  ) async throws {
    let cell = "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    // The wrong tax id quotes the row, the hostile item and store stand in every document.
    let season = SmallSeason.withWarning
      .replacing("範例商店", with: cell, in: "rosters/a.csv")
      .replacing("範例老街商圈,", with: cell + ",", in: "approvals.csv")
      .replacing("系統導入", with: cell, in: "progress.csv")
      .replacing("續約維運", with: cell, in: "rosters/a.csv")
    let out = folder.at("out")
    let run = try await reviewPacket(
      "build", try season.write(to: folder), "--phase", "final", "--out", out.path)
    #expect(run.status == 0 || run.status == 1)
    expectHarmless(run.errors + run.output)
    for (path, bytes) in try Golden.files(in: out) {
      let text = String(decoding: bytes, as: UTF8.self)
      if path.hasSuffix(".html") { expectPlainPage(text, path) }
      if path.hasSuffix("findings.csv") { expectNoFormula(bytes, path) }
      #expect(!bytes.contains(0x1B), "\(path)")
    }
    guard isInstalled("xmllint") else { return }
    let lint = try await runProcess(
      "xmllint", ["--noout", "--nonet", "D001-12345675/packet.xml", "season.xml", "index.html"],
      directory: out.path)
    #expect(lint.status == 0, "\(lint.errors)")
  }

  private func expectHarmless(_ terminal: String) {
    for scalar in terminal.unicodeScalars {
      #expect(scalar == "\n" || scalar.value >= 0x20 && scalar.value != 0x7F)
      #expect(!(0x202A...0x202E).contains(scalar.value))
    }
  }

  private func expectPlainPage(_ page: String, _ path: String) {
    for mark in [
      "<script", "<img", "onerror=\"", "<x/>", ">x<b>", "href=\"https:", "href=\"javascript:",
    ] {
      #expect(!page.contains(mark), "\(path): \(mark)")
    }
    for mark: Unicode.Scalar in ["\u{202E}", "\u{202B}", "\u{200F}"] {
      #expect(!page.unicodeScalars.contains(mark), "\(path)")
    }
  }

  private func expectNoFormula(_ bytes: [UInt8], _ path: String) {
    for cell in CSVText(bytes).rows.joined() {
      #expect(!["=", "+", "-", "@", "＝"].contains { cell.hasPrefix($0) }, "\(path): \(cell)")
    }
  }

  @Test(arguments: ["../../x", "a/b", "..", ".", "a\\b", "CON:", "D 01", "\u{202E}D", "<b>", "=D"])
  func `takes no district's code that could be a path`(_ code: String) async throws {
    let season = SmallSeason().replacing("D001", with: code, in: "approvals.csv")
    let run = try await reviewPacket(
      "build", try season.write(to: folder), "--phase", "final", "--out", folder.at("out").path)
    #expect(run.status == 1)
    let finding = run.errorLines.compactMap { FindingLine($0) }.first { $0.code == "IN005" }
    #expect((finding?.path, finding?.line, finding?.column) == ("approvals.csv", 2, 1))
    #expect(try names(in: folder.url) == ["season", "out"])
    #expect(
      try names(in: folder.at("out")) == [
        "D002-99900003", "index.html", "season.xml", "figures.csv", "findings.csv",
        "manifest-sha256.txt",
      ])
  }

  @Test func `shows hostile file names as text`() async throws {
    var season = SmallSeason.withWarning
    season.files["rosters/<script>=\u{1B}[31m\u{202E}.csv"] = season.files["rosters/a.csv"]
    season.files["rosters/a.csv"] = nil
    let run = try await reviewPacket(
      "build", try season.write(to: folder), "--phase", "final", "--out", folder.at("out").path)
    #expect(run.status == 0)
    expectHarmless(run.errors)
    for (path, bytes) in try Golden.files(in: folder.at("out")) where path.hasSuffix(".html") {
      expectPlainPage(String(decoding: bytes, as: UTF8.self), path)
      #expect(!bytes.contains(0x1B), "\(path)")
    }
  }
}
