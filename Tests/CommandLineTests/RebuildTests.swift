import Foundation
import TestSupport
import Testing

/// `build --from`: the packet's other files from its XML alone.
@Suite struct RebuildTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var packet: String { folder.at("out/D001-12345675").path }

  private func build(_ season: SmallSeason, _ more: String...) async throws {
    let run = try await reviewPacket(
      ["build", try season.write(to: folder), "--phase", "final", "--out", folder.at("out").path]
        + more)
    #expect(run.status <= 1, "\(run.errors)")
  }

  private func rebuild(_ more: String...) async throws -> ProcessResult {
    try await reviewPacket(
      ["build", "--from", packet, "--out", folder.at("again").path] + more)
  }

  @Test(arguments: [[], ["--lang", "en"], ["--contacts", "full"]])
  func `gives the same bytes in the language and with the contacts of the packet`(
    options: [String]
  ) async throws {
    let run = try await reviewPacket(
      [
        "build", try SmallSeason.withWarning.write(to: folder), "--phase", "final", "--out",
        folder.at("out").path,
      ] + options)
    #expect(run.status == 0)
    let again = try await rebuild()
    #expect(again.status == 0)
    #expect(!again.errors.contains("would write the same content otherwise"))
    #expect(
      try Golden.files(in: folder.at("again")) == Golden.files(in: URL(fileURLWithPath: packet)))
  }

  @Test func `writes another language, and says so in the archive`() async throws {
    try await build(SmallSeason())
    #expect(try await rebuild("--lang", "en").status == 0)
    #expect(try text(folder.at("again/index.html")).contains("<html lang=\"en\">"))
    #expect(try text(folder.at("again/packet.xml")).contains(" language=\"en\" "))
    #expect(try text(folder.at("out/D001-12345675/packet.xml")).contains(" language=\"zh-Hant\" "))
  }

  @Test func `says that other templates were used, and what they make`() async throws {
    try await build(SmallSeason())
    let templates = folder.at("house").path
    #expect(try await reviewPacket("templates", "export", templates).status == 0)
    let css = folder.at("house/screen.css")
    try folder.write("house/screen.css", try bytes(of: css) + Array("/* house */\n".utf8))
    let run = try await rebuild("--templates", templates)
    #expect(run.status == 0)
    #expect(run.errors.contains("other templates than the packet's"))
    #expect(try text(folder.at("again/index.html")).contains("/* house */"))
    // Built-in templates against a packet that others made.
    let third = try await reviewPacket(
      "build", "--from", folder.at("again").path, "--out", folder.at("third").path)
    #expect(third.errors.contains("--templates with the packet's own"))
  }

  @Test func `keeps an archive that was written anew, and says so`() async throws {
    try await build(SmallSeason())
    let file = "out/D001-12345675/packet.xml"
    let old = try text(folder.at(file))
    try folder.write(file, old.replacingOccurrences(of: "\n", with: "\n\n").utf8)
    let run = try await rebuild()
    #expect(run.status == 0)
    #expect(run.errors.contains("packet.xml:"))
    #expect(try bytes(of: folder.at("again/packet.xml")) == bytes(of: folder.at(file)))
  }

  @Test func `says that the archive was changed since its manifest was written`() async throws {
    try await build(SmallSeason())
    #expect(try await !rebuild().errors.contains("manifest-sha256.txt"))
    let file = "out/D001-12345675/packet.xml"
    let old = try text(folder.at(file))
    let edited = old.replacing("範例資訊有限公司", with: "另一範例公司")
    #expect(edited != old)
    try folder.write(file, edited.utf8)
    let run = try await rebuild()
    #expect(run.status == 0)
    #expect(
      run.errors.contains("packet.xml: it is not what the manifest-sha256.txt beside it says"))
    try FileManager.default.removeItem(
      at: folder.at("out/D001-12345675/manifest-sha256.txt"))
    #expect(try await !rebuild().errors.contains("manifest-sha256.txt"))
  }

  @Test func `refuses what is no packet, and writes nothing`() async throws {
    try await build(SmallSeason())
    let file = "out/D001-12345675/packet.xml"
    let old = try text(folder.at(file))
    for text in [
      "", String(old.dropLast(9)), old.replacingOccurrences(of: "packet:1", with: "packet:9"),
      "<!DOCTYPE packet [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + old.dropFirst(39),
      old.replacingOccurrences(of: "phase=\"final\"", with: "phase=\"never\""),
    ] {
      try folder.write(file, text.utf8)
      let run = try await rebuild()
      #expect(run.status == 2)
      #expect(run.errors.contains("packet.xml"), "\(run.errors)")
      #expect(!exists(folder.at("again")))
    }
    let nothing = try await reviewPacket(
      "build", "--from", folder.at("none").path, "--out", folder.at("again").path)
    #expect(nothing.status == 2)
    #expect(nothing.errors.contains("there is no packet.xml"))
  }

  @Test func `takes no season or phase besides`() async throws {
    for more in [["--phase", "final"], ["season"], ["--contract", "D001/12345675"]] {
      let run = try await reviewPacket(
        ["build", "--from", "x", "--out", folder.at("again").path] + more)
      #expect(run.status == 64)
    }
    let missing = try await reviewPacket("build", "--out", folder.at("again").path)
    #expect(missing.status == 64)
  }
}
