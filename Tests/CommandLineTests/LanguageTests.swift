import Foundation
import TestSupport
import Testing

@Suite struct LanguageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let chinese = "結果：資料有待更正（嚴重錯誤 0、錯誤 1、"
  private static let english = "Result: the data has errors (0 fatal, 1 error, "

  @Test(arguments: [
    (["LANG": "zh_TW.UTF-8"], true), (["LANG": "en_US.UTF-8"], false), (["LANG": "C"], false),
    (["LC_ALL": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"], true),
    (["LC_ALL": "C", "LANG": "zh_TW.UTF-8"], false), (["LC_ALL": "", "LANG": "zh_TW"], true),
  ])
  func `takes the language of messages from the environment`(
    _ environment: [String: String], isChinese: Bool
  ) async throws {
    let season = try SmallSeason.withError.write(to: folder)
    let run = try await reviewPacket(["check", season], environment: environment)
    #expect(run.outputLines.last?.hasPrefix(isChinese ? Self.chinese : Self.english) == true)
  }

  @Test(arguments: [("zh-Hant", "C", true), ("en", "zh_TW.UTF-8", false)])
  func `lets the option win over the environment`(
    _ option: String, _ environment: String, isChinese: Bool
  ) async throws {
    let season = try SmallSeason.withError.write(to: folder)
    let run = try await reviewPacket(
      ["check", season, "--lang", option], environment: ["LC_ALL": environment])
    #expect(run.outputLines.last?.hasPrefix(isChinese ? Self.chinese : Self.english) == true)
    #expect(run.errors.contains(isChinese ? "雲端方案經費" : "cloud fee"))
  }

  @Test func `writes documents in Chinese unless English is said`() async throws {
    let season = try SmallSeason().write(to: folder)
    let (zh, en) = (folder.at("zh").path, folder.at("en").path)
    _ = try await reviewPacket(
      ["build", season, "--phase", "final", "--out", zh], environment: ["LC_ALL": "en_US.UTF-8"])
    _ = try await reviewPacket(
      "build", season, "--phase", "final", "--out", en, "--lang", "en")
    #expect(try text(folder.at("zh/index.html")).contains(#"<html lang="zh-Hant-TW">"#))
    #expect(try text(folder.at("zh/D001-12345675/settlement.html")).contains("經費核算"))
    #expect(try text(folder.at("en/index.html")).contains(#"<html lang="en">"#))
    #expect(try !text(folder.at("en/D001-12345675/settlement.html")).contains("經費核算"))
    // The language is that of texts for people: the figures stay.
    #expect(
      try bytes(of: folder.at("zh/figures.csv")) == bytes(of: folder.at("en/figures.csv")))
  }
}
