import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

/// Every odd file of Tests/Corpora, read as each file that a season has: nothing traps, every row is
/// accounted for, and what is no table is named.
@Suite struct CorpusTests {
  static let files = corpusFiles()

  enum Role: String, CaseIterable, Sendable {
    case approvals = "approvals.csv"
    case programme = "programme.yaml"
    case roster = "rosters/odd.csv"
    case usage = "usage/S001 (1).csv"
  }

  @Test(arguments: Role.allCases)
  func `reads every odd file as any file of a season`(role: Role) throws {
    #expect(Self.files.count > 150)
    for (name, bytes) in Self.files {
      let season = try season(with: bytes, as: role)
      let register = try ExportStores.register()
      // The folder lives as long as the value.
      let (reader, reading) = withExtendedLifetime(season) {
        let reader = SeasonReader(folder: season.path)
        return (reader, reader.usage(of: register))
      }
      let (usage, found) = (reading.usage, reading.probeFindings + reading.findings)
      let findings = (reader.findings + found).filter { $0.place?.file == role.rawValue }
      let read = (reader.tables.files + usage.files).first { $0.path == role.rawValue }
      #expect(read?.rows.addsUp ?? true, "\(name)")
      #expect((reader.findings + found).filter { $0.place == nil }.isEmpty, "\(name)")
      for finding in findings {
        #expect((finding.place?.line ?? 1) >= 1 && (finding.place?.column ?? 1) >= 1, "\(name)")
        #expect(!finding.message(in: .zhHant).isEmpty && !finding.message(in: .en).isEmpty)
      }
      let counted = (read?.rows.counted ?? 0) + (read?.rows.notCounted ?? 0)
      let isQuiet = role == .programme || name.hasSuffix("header-alone.csv")
      #expect(isQuiet || counted > 0 || !findings.isEmpty, "\(name) is passed over in silence")
    }
  }

  @Test func `finds the faults that the files are named for`() throws {
    let expected: [(file: String, codes: [String])] = [
      ("csv/quote-that-never-closes.csv", ["IN004 3:5"]),
      ("csv/more-cells-than-the-header.csv", ["IN004 2:11"]),
      ("csv/nul-in-the-middle.csv", ["IN002 2"]), ("csv/nuls-alone.csv", ["IN002 1"]),
      ("csv/two-columns-for-one-key.csv", ["IN009 1:2"]),
      ("csv/header-in-row-31.csv", ["IN003"]), ("csv/header-in-row-30.csv", []),
      ("csv/utf-16-lone-surrogate.csv", ["IN002 3"]),
      ("csv/utf-16-surrogate-at-the-end.csv", ["IN002 3"]),
      ("csv/utf-16-half-a-unit.csv", ["IN002 3"]), ("csv/empty.csv", ["IN003"]),
      ("csv/overlong-utf-8.csv", ["IN002 2"]), ("csv/beyond-unicode-in-utf-8.csv", ["IN002 2"]),
      ("csv/utf-8-read-as-windows-1252.csv", ["IN003"]),
      ("csv/byte-order-mark-in-the-middle.csv", []), ("csv/mixed-line-ends.csv", []),
      ("csv/names-damaged-by-cp950.csv", ["IN011 2:5", "IN011 2:8", "IN011 3:5", "IN011 3:8"]),
      ("csv/ids-that-a-spreadsheet-damaged.csv", (2...5).map { "RO012 \($0):1" }),
    ]
    for (file, codes) in expected {
      let bytes = try #require(Self.files.first { $0.name == file }?.bytes)
      let season = try season(with: bytes, as: .roster)
      let reader = withExtendedLifetime(season) { SeasonReader(folder: season.path) }
      let found = reader.findings.filter { $0.place?.file == Role.roster.rawValue }
        .filter { $0.code != .IN007 }
      #expect(places(found) == codes, "\(file)")
    }
  }

  private func season(with bytes: [UInt8], as role: Role) throws -> TemporaryFolder {
    let season = try TemporaryFolder()
    let files = [
      "approvals.csv": "district_id,district_name,vendor_id,vendor_name,approved_stores\n",
      "solutions.csv": ExportStores.solutions, "progress.csv": "district_id\n",
      "rosters/plain.csv": ExportStores.roster, "usage/plain.csv": "store_id,date,uses\n",
    ]
    for (path, text) in files { try season.write(path, Array(text.utf8)) }
    try season.write(role.rawValue, bytes)
    return season
  }

  private static func corpusFiles() -> [(name: String, bytes: [UInt8])] {
    let folder = repositoryRoot.appendingPathComponent("Tests/Corpora")
    let files = (try? Golden.files(in: folder)) ?? [:]
    return files.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value) }
  }
}
