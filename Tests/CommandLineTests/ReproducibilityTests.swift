import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, wherever and however it is built.
@Suite struct ReproducibilityTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The files of a build of the sample season, which must be in the folder `out`.
  private func tree(
    _ more: [String] = [], season: String = sampleSeason.path, out: String = "out",
    environment: [String: String] = [:], directory: String? = nil
  ) async throws -> [String: [UInt8]] {
    let run = try await reviewPacket(
      ["build", season, "--phase", "final", "--out", out] + more, environment: environment,
      directory: directory ?? folder.path)
    #expect(run.status == 1)
    let files = try Golden.files(in: folder.at("out"))
    #expect(files.count == 49)
    try FileManager.default.removeItem(at: folder.at("out"))
    return files
  }

  @Test func `gives the same bytes at any number of jobs`() async throws {
    let one = try await tree(["--jobs", "1"])
    for jobs in ["2", "3", "4", "8"] { #expect(try await tree(["--jobs", jobs]) == one) }
  }

  @Test func `gives the same bytes in any locale and time zone`() async throws {
    let plain = try await tree()
    for (locale, zone) in [
      ("C", "UTC"), ("zh_TW.UTF-8", "Asia/Taipei"), ("tr_TR.UTF-8", "Pacific/Kiritimati"),
      ("C.UTF-8", "Pacific/Pago_Pago"), ("ar_EG.UTF-8", "America/St_Johns"),
    ] {
      let environment = ["LC_ALL": locale, "TZ": zone, "SWIFT_DETERMINISTIC_HASHING": "1"]
      #expect(try await tree(environment: environment) == plain, "\(locale) \(zone)")
    }
  }

  @Test func `gives the same bytes in any folder`() async throws {
    let plain = try await tree()
    // A copy of the season by another name, with a link to it, and paths of every kind.
    try FileManager.default.copyItem(at: sampleSeason, to: folder.at("另一個 資料夾"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.at("link").path, withDestinationPath: "另一個 資料夾")
    #expect(try await tree(season: "另一個 資料夾") == plain)
    #expect(try await tree(season: "./link/") == plain)
    #expect(try await tree(season: ".", out: "../out", directory: folder.at("link").path) == plain)
    #expect(try await tree(out: folder.at("out").path + "/") == plain)
  }

  @Test func `says no absolute path, user or machine in any file`() async throws {
    let tree = try await tree(out: folder.at("out").path)
    for (name, bytes) in tree {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains(folder.path) && !text.contains(repositoryRoot.path), "\(name)")
    }
  }

  private func build() async throws -> ProcessResult {
    try await reviewPacket(
      "build", sampleSeason.path, "--phase", "final", "--out", folder.at("out").path)
  }

  @Test func `accepts its manifests with sha256sum`() async throws {
    _ = try await build()
    let places = try ["."] + names(in: folder.at("out")).filter { $0.hasPrefix("D0") }
    #expect(places.count == 5)
    for place in places {
      let run = try await runProcess(
        "sha256sum", ["--check", "--strict", "--quiet", "manifest-sha256.txt"],
        directory: folder.at("out/" + place).path)
      #expect(run.status == 0, "\(place): \(run.errors)")
    }
    // All files but the manifest itself are listed, the packets' manifests among them.
    let listed = try text(folder.at("out/manifest-sha256.txt")).split(separator: "\n").map {
      String($0.dropFirst(66))
    }
    let files = try Golden.files(in: folder.at("out")).keys
    #expect(Set(listed) == Set(files).subtracting(["manifest-sha256.txt"]))
  }

  @Test(.enabled(if: isInstalled("xmllint"), "no xmllint on this machine"))
  func `writes XML that is its own canonical form after the declaration, by xmllint`() async throws
  {
    _ = try await build()
    let declaration = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    let packets = try names(in: folder.at("out")).filter { $0.hasPrefix("D0") }
    for name in ["season.xml"] + packets.map({ $0 + "/packet.xml" }) {
      let file = folder.at("out/" + name)
      let run = try await runProcess("xmllint", ["--nonet", "--c14n11", file.path])
      #expect(run.status == 0)
      #expect(try declaration + run.stdout == bytes(of: file), "\(name)")
    }
  }

  @Test(.enabled(if: isInstalled("xmllint"), "no xmllint on this machine"))
  func `writes XML that its schema accepts, by xmllint`() async throws {
    _ = try await build()
    let schema = repositoryRoot.appendingPathComponent("Templates/review-packet.xsd").path
    let files =
      ["season.xml"]
      + (try names(in: folder.at("out"))).filter { $0.hasPrefix("D0") }
      .map { $0 + "/packet.xml" }
    let run = try await runProcess(
      "xmllint", ["--noout", "--nonet", "--schema", schema] + files,
      directory: folder.at("out").path)
    #expect(run.status == 0, "\(run.errors.prefix(2_000))")
  }
}
