import Foundation
import TestSupport
import Testing

/// Work that has not changed is not done again, and nobody can tell from the bytes.
@Suite struct UnchangedTests {
  private let folder: TemporaryFolder
  private var out: URL { folder.at("out") }

  init() throws { folder = try TemporaryFolder() }

  private func build(_ season: SmallSeason, _ more: String...) async throws -> String {
    let run = try await reviewPacket(
      ["build", try season.write(to: folder), "--phase", "final", "--out", out.path] + more)
    #expect(run.status <= 1, "\(run.errors)")
    return run.output
  }

  /// What a fresh folder gets from the season as it stands.
  private func fresh(_ more: String...) async throws -> [String: [UInt8]] {
    let place = folder.at("fresh-\(UUID().uuidString)")
    let run = try await reviewPacket(
      ["build", folder.at("season").path, "--phase", "final", "--out", place.path] + more)
    #expect(run.status <= 1)
    return try Golden.files(in: place)
  }

  /// The file's own number on disk, which a file that is made again does not keep.
  private func number(_ name: String) throws -> Int {
    try #require(
      FileManager.default.attributesOfItem(
        atPath: out.appendingPathComponent(name).path)[.systemFileNumber] as? Int)
  }

  @Test func `keeps every packet of the same input`() async throws {
    #expect(try await !build(SmallSeason()).contains("unchanged"))
    let before = try number("D001-12345675/settlement.html")
    #expect(try await build(SmallSeason()).contains("unchanged, and not made again: 2 of 2"))
    #expect(try number("D001-12345675/settlement.html") == before)
    #expect(try await Golden.files(in: out) == fresh())
  }

  @Test func `makes every packet again when it is told to`() async throws {
    _ = try await build(SmallSeason())
    let before = try number("D001-12345675/settlement.html")
    #expect(try await !build(SmallSeason(), "--force").contains("unchanged"))
    #expect(try number("D001-12345675/settlement.html") != before)
  }

  @Test func `makes only what new usage of one contract changes`() async throws {
    let season = SmallSeason()
    let usage = try #require(season.files.keys.first { $0.hasPrefix("usage/") })
    var split = season
    // Each contract's own file, as vendors hand them in.
    let lines = try #require(season.files[usage]).split(separator: "\n").map { String($0) }
    split.files[usage] = nil
    let stores = ["S001", "S002"]
    for store in stores {
      split.files["usage/\(store).csv"] =
        ([lines[0]] + lines.dropFirst().filter { $0.contains(store) }).joined(separator: "\n")
        + "\n"
    }
    _ = try await build(split)
    let before = try number("D001-12345675/settlement.html")
    var later = split
    let own = try #require(split.files["usage/S002.csv"])
    let more = try #require(own.split(separator: "\n").dropFirst().first)
    later.files["usage/S002.csv"] = own + more + "\n"
    let output = try await build(later)
    #expect(output.contains("unchanged, and not made again: 1 of 2"), "\(output)")
    #expect(try number("D001-12345675/settlement.html") == before)
    #expect(try await Golden.files(in: out) == fresh())
  }

  @Test(arguments: [
    ["--lang", "en"], ["--contacts", "full"], ["--as-of", "2021-10-30"],
  ])
  func `makes all packets again for other options`(options: [String]) async throws {
    _ = try await build(SmallSeason())
    let run = try await reviewPacket(
      ["build", folder.at("season").path, "--phase", "final", "--out", out.path] + options)
    #expect(!run.output.contains("unchanged"))
    #expect(
      try await Golden.files(in: out)
        == fresh(options[0], options[1]))
  }

  @Test func `makes a packet again that somebody has changed`() async throws {
    _ = try await build(SmallSeason())
    try Data("x".utf8).write(to: out.appendingPathComponent("D002-99900003/usage.html"))
    #expect(try await build(SmallSeason()).contains("unchanged, and not made again: 1 of 2"))
    #expect(try await Golden.files(in: out) == fresh())
  }

  @Test(arguments: Damage.all)
  func `makes a packet again of which something is`(_ damage: Damage) async throws {
    _ = try await build(SmallSeason())
    try damage.apply(to: out)
    #expect(try await build(SmallSeason()).contains("unchanged, and not made again: 1 of 2"))
    #expect(try await Golden.files(in: out) == fresh())
    #expect(try names(in: folder.url).filter { $0.hasPrefix(".") } == [])
  }

  @Test(arguments: Damage.all)
  func `makes the chosen packet again of which something is`(_ damage: Damage) async throws {
    _ = try await build(SmallSeason())
    try damage.apply(to: out)
    _ = try await build(SmallSeason(), "--contract", SmallSeason.second)
    #expect(try await Golden.files(in: out) == fresh())
  }

  @Test func `keeps nothing where pages were made by another program of the same version`()
    async throws
  {
    _ = try await build(SmallSeason())
    // Pages edited under manifests that fit them: what another build of the program would leave.
    let renew = """
      for d in D0*; do sed -i 's/審查/審 查/' $d/*.html; \
      (cd $d && rm manifest-sha256.txt && sha256sum -- * > ../m && mv ../m manifest-sha256.txt); done; \
      rm manifest-sha256.txt; find . -type f -printf '%P\\0' | LC_ALL=C sort -z | xargs -0 sha256sum > ../m; \
      mv ../m manifest-sha256.txt
      """
    let edit = try await runProcess("bash", ["-c", renew], directory: out.path)
    #expect(edit.status == 0, "\(edit.errors)")
    #expect(try await !build(SmallSeason()).contains("unchanged"))
    #expect(try await Golden.files(in: out) == fresh())
  }
}
