import Foundation
import Glibc
import PacketStore
import ReviewModel
import TestSupport
import Testing

@testable import review_packet

/// `archive` that ends before all packets are sealed: what is sealed stays, and is told.
@Suite struct ArchiveStopTests {
  private static let first = "D001-12345675-110-final"
  private static let second = "D002-99900003-110-final"

  /// A season whose second packet can't be sealed, which shows after the first one is.
  private static func halfway() async throws -> ArchivedSeason {
    let place = try await ArchivedSeason()
    // It has the name of an archive, and is none.
    try FileManager.default.createDirectory(
      at: place.folder.at("archive/" + second), withIntermediateDirectories: true)
    return place
  }

  @Test func `says which are sealed and which are not where one fails`() async throws {
    let place = try await Self.halfway()
    let run = try await place.archive()
    #expect(run.status == 2)
    #expect(
      run.errorLines.last
        == "sealed, whole, and kept: 1 archive (\(place.archives)/\(Self.first)); not sealed: "
        + "1 packet from \(place.out)/D002-99900003 on; run again with these alone, since one that "
        + "is sealed already would be sealed once more, as -s02")
    #expect(run.outputLines.first?.hasPrefix("D001/12345675: pass, sha256 ") == true)
    #expect(
      run.outputLines.last
        == "Result: stopped; archives sealed: 1, packets left: 1; archive: \(place.archives)")
    #expect(try place.names() == [Self.first, Self.second])
    _ = try Bag.validated(at: place.archives + "/" + Self.first)
  }

  @Test func `goes on with the packets that are left`() async throws {
    let place = try await Self.halfway()
    #expect(try await place.archive().status == 2)
    try FileManager.default.removeItem(at: place.folder.at("archive/" + Self.second))
    #expect(try await place.archive(packets: [place.out + "/D002-99900003"]).status == 0)
    #expect(try place.names() == [Self.first, Self.second])
  }

  @Test func `tells machines what is sealed where one fails`() async throws {
    struct Output: Decodable {
      struct Archive: Decodable { let path: String }
      let result, error: String
      let archives: [Archive]
    }
    let place = try await Self.halfway()
    let run = try await place.archive("--format", "json")
    #expect(run.status == 2)
    let output = try JSONDecoder().decode(Output.self, from: Data(run.stdout))
    #expect(output.result == "fatal")
    #expect(output.archives.map(\.path) == ["\(place.archives)/\(Self.first)"])
    #expect(output.error.contains("tagmanifest-sha256.txt; move it away and run again\n"))
  }

  @Test(arguments: ["text", "json"])
  func `an interrupted run leaves whole bags, and says which`(format: String) async throws {
    struct Output: Decodable {
      struct Archive: Decodable { let path: String }
      let result: String
      let archives: [Archive]
    }
    let place = try await ArchivedSeason(try TemporaryFolder(), season: sampleSeason.path)
    let archive = place.folder.at("archive")
    // On a busy machine a run may be over before the signal is sent: then once more.
    for _ in 1...20 {
      let run = try await reviewPacket(
        [
          "archive", place.out, "--season", place.season, "--out", archive.path, "--lang", "en",
          "--format", format,
        ],
        interruption: .when(signal: SIGINT) { exists(archive.appendingPathComponent(Self.first)) })
      guard run.status == 130 else {
        #expect(run.status == 0, "\(run.errors)")
        try FileManager.default.removeItem(at: archive)
        continue
      }
      let names = try place.names().sorted()
      #expect(names.count < 4 && names.first == Self.first)
      for name in names { _ = try Bag.validated(at: place.archives + "/" + name) }
      let paths = names.map { place.archives + "/" + $0 }.joined(separator: ", ")
      let (count, left) = (names.count, 4 - names.count)
      #expect(
        run.errorLines.last?.hasPrefix(
          "interrupted; sealed, whole, and kept: \(count) \(count == 1 ? "archive" : "archives") "
            + "(\(paths)); not sealed: \(left) \(left == 1 ? "packet" : "packets") from ") == true,
        "\(run.errors)")
      if format == "json" {
        let output = try JSONDecoder().decode(Output.self, from: Data(run.stdout))
        #expect(output.result == "interrupted")
        #expect(output.archives.map(\.path) == names.map { place.archives + "/" + $0 })
      } else {
        #expect(run.output == "")
      }
      return
    }
    Issue.record("no run was interrupted in 20")
  }

  @Test func `names the first of many and counts the others`() throws {
    let contract = try #require(ContractID(argument: "D001/12345675"))
    let sealed = (1...7).map { number in
      Archiver.Sealed(
        contract: contract, path: "a/\(number)", digest: "", supersedes: nil, verdict: .pass,
        isPublic: false)
    }
    let stop = ArchiveStop(cause: CancellationError(), left: ["out/x", "out/y"])
    #expect(stop.isInterruption)
    let text = stop.text(sealed)
    #expect(
      text.en.hasPrefix(
        "sealed, whole, and kept: 7 archives (a/1, a/2, a/3, a/4, a/5, and 2 more); "))
    #expect(text.en.contains("; not sealed: 2 packets from out/x on; "))
    #expect(text.zh.hasPrefix("已封存 7 份，均完整保留：a/1、a/2、a/3、a/4、a/5，另有 2 份；自 out/x 起 2 份"))
    let half = ArchiveStop(
      cause: CancellationError(), left: ["out/x"], lacksCopyAlone: true
    ).text(sealed)
    #expect(half.en.contains("1 packet from out/x on (of the first one the public copy alone); "))
    #expect(half.zh.contains("1 份審查資料尚未封存（第一份只缺公開版），"))
  }
}
