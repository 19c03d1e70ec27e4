import ReviewModel
import TestSupport
import Synchronization
import Testing

@testable import SeasonReading

/// However usage files are cut into pieces and given to workers, the outcome is that of one who
/// reads record by record.
@Suite struct UsageWaysTests {
  private static let ids =
    (1...7).map { "S\($0)" } + [
      "TOTAL-1", "LONG-STORE-ID-OF-25-BYTES", "ABCDEFGHIJKLMNOP", "TOTAL-STORE-ID-OF-26-BYTES",
    ]

  private func register() throws -> UsageRegister {
    let vendor = try #require(TaxID(digits: "12345675"))
    let windows = Self.ids.enumerated().map { number, id in
      UsageWindow(
        store: StoreID(id), goLive: CalendarDate(iso: "2021-06-0\(number % 9 + 1)"),
        endedOn: number == 3 ? CalendarDate(iso: "2021-07-31") : nil, contract: number % 3)
    }
    return UsageRegister(
      asOf: try #require(CalendarDate(iso: "2021-08-31")), windows: windows,
      contracts: ["D1", "D2", "D3"].map { ContractID(district: DistrictID($0), vendor: vendor) },
      skippedStores: [StoreID("S9")])
  }

  private func season(_ files: [[UInt8]]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (number, bytes) in files.enumerated() { try folder.write("usage/\(number).csv", bytes) }
    return folder
  }

  /// Reads the files one by one and their rows record by record.
  private func recordByRecord(
    _ reader: SeasonReader, _ register: UsageRegister, isSurveying: Bool
  ) throws -> UsageOutcome {
    var plain = UsageReader(register, isSurveying: isSurveying, pieceSize: 0)
    var findings: [Finding] = []
    for entry in reader.usageEntries {
      let probed = try SeasonReader.Probed(entry)
      findings += probed.findings
      plain.read(probed)
    }
    return UsageOutcome(plain.usage, findings + plain.findings)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `gives the same in any pieces and at any number of jobs`(seed: UInt64) async throws {
    var maker = UsageFileMaker(seed: seed, stores: Self.ids)
    let files = (0..<Int(seed % 5 + 1)).map { _ in maker.file() }
    let folder = try season(files)
    let register = try register()
    let reader = SeasonReader(folder: folder.path)
    let plain = SeasonReader(folder: folder.path, hasDigests: false)
    for isSurveying in [false, true] {
      let expected = try recordByRecord(reader, register, isSurveying: isSurveying)
      #expect(expected.files.allSatisfy { $0.rows.addsUp })
      let encodings = ["CP950", "UTF-16LE"] as [String?]
      for pieceSize in [7, 64, 1_000, 256 << 10] {
        var alone = UsageReader(register, isSurveying: isSurveying, pieceSize: pieceSize)
        for entry in reader.usageEntries { alone.read(try SeasonReader.Probed(entry)) }
        let outcome = UsageOutcome(
          alone.usage, alone.findings + expected.findings.filter { encodings.contains($0.value) })
        #expect(
          outcome == expected,
          "seed \(seed), pieces of \(pieceSize): \(outcome.difference(from: expected))")
      }
      for jobs in [1, 2, 3, 8] {
        let light = await plain.usage(
          of: register, isSurveying: isSurveying, jobs: jobs, pieceSize: 512, wholeLimit: 0)
        let undigested = UsageOutcome(light.usage, light.probeFindings + light.findings)
        #expect(
          undigested.difference(from: expected.withoutDigests) == "",
          "seed \(seed), \(jobs) jobs, without digests")
        for (pieceSize, wholeLimit) in [(64, 0), (512, 2_000), (4_096, 0), (4_096, 1 << 20)] {
          let reading = await reader.usage(
            of: register, isSurveying: isSurveying, jobs: jobs, pieceSize: pieceSize,
            wholeLimit: wholeLimit)
          let outcome = UsageOutcome(reading.usage, reading.probeFindings + reading.findings)
          #expect(
            outcome == expected,
            "seed \(seed), \(jobs) jobs, \(pieceSize), \(wholeLimit): \(outcome.difference(from: expected))"
          )
        }
      }
    }
    withExtendedLifetime(folder) {}
  }

  @Test(arguments: [61, 62] as [UInt64])
  func `reads bare rows of many stores in no order`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let vendor = try #require(TaxID(digits: "12345675"))
    let ids = (0..<300).map { $0.isMultiple(of: 7) ? "STORE-\($0)-AAAAA" : "S\($0)" } + ["TOTAL-1"]
    let register = UsageRegister(
      asOf: try #require(CalendarDate(iso: "2021-08-31")),
      windows: ids.map {
        UsageWindow(
          store: StoreID($0), goLive: CalendarDate(iso: "2021-06-03"), endedOn: nil, contract: 0)
      },
      contracts: [ContractID(district: DistrictID("D1"), vendor: vendor)], skippedStores: [])
    var text = "store_id,date,uses\n"
    for number in 0..<6_000 {
      // Long runs of bare rows, in order and in none, and between them what is not quite such.
      let isInOrder = number / 500 % 3 == 0
      let id = ids[isInOrder ? number % ids.count : Int.random(in: 0..<ids.count, using: &random)]
      let day =
        "2021-0\(Int.random(in: 6...9, using: &random))-1\(Int.random(in: 0...9, using: &random))"
      let uses = [3, 12, 456, 7_890].randomElement(using: &random) ?? 0
      let row: String =
        switch Int.random(in: 0..<150, using: &random) {
        case 0: "UNKNOWN-\(number % 5),\(day),\(uses)\n"
        case 1: "\(id.lowercased()),\(day),\(uses)\r\n"
        case 2: "\"\(id)\",\(day),\(uses)\n"
        case 3: "\"a,\(day),\(uses)\nb\",\(day),\(uses)\n"
        case 4: "ab\n,\(day),\(uses)\n"
        case 5: "\(id)\r,\(day),\(uses)\n"
        case 6: "店\(number),\(day),\(uses)\n"
        case 7: "\(id),\(day),\(uses)5678\n"
        case 8: "\(id)-LONGER-THAN-16-BYTES,\(day),\(uses)\n"
        case 9: "\(id),\(day),\(uses)\r\n"
        default: "\(id),\(day),\(uses)\n"
        }
      text += row
    }
    let folder = try season([Array(text.utf8), Array(text.utf8.prefix(40_000))])
    let reader = SeasonReader(folder: folder.path)
    let expected = try recordByRecord(reader, register, isSurveying: false)
    #expect(expected.files[0].rows.counted > 2_000)
    for (jobs, pieceSize) in [(2, 4_096), (3, 32_768), (2, 256 << 10)] {
      let reading = await reader.usage(
        of: register, jobs: jobs, pieceSize: pieceSize, wholeLimit: 0)
      let outcome = UsageOutcome(reading.usage, reading.probeFindings + reading.findings)
      #expect(
        outcome.difference(from: expected) == "",
        "seed \(seed), \(jobs) jobs, pieces of \(pieceSize)")
      #expect(outcome == expected)
    }
    withExtendedLifetime(folder) {}
  }

  @Test func `reads a large file that turns out to be of another encoding`() async throws {
    let rows = (0..<4_000).map { "S\($0 % 7 + 1),2021-06-1\($0 % 10),2\n" }.joined()
    let head = Array(("store_id,date,uses\n" + rows).utf8)
    // 商 in CP950, and a byte that no encoding explains.
    for tail in [[0xB0, 0xD3, 0x0A], [0xFF, 0x0A], [0x00, 0x0A]] as [[UInt8]] {
      let plain = Array("store_id,date,uses\nS1,2021-06-20,5\n".utf8)
      let folder = try season([plain, head + head + head + head + head + tail, plain])
      let register = try register()
      let reader = SeasonReader(folder: folder.path)
      let expected = try recordByRecord(reader, register, isSurveying: false)
      for jobs in [1, 2, 5] {
        let reading = await reader.usage(
          of: register, jobs: jobs, pieceSize: 4_096, wholeLimit: 1_000)
        let outcome = UsageOutcome(reading.usage, reading.probeFindings + reading.findings)
        #expect(outcome == expected)
      }
      withExtendedLifetime(folder) {}
    }
  }

  @Test func `says how far it is, to the last byte and file`() async throws {
    let rows = (0..<4_000).map { "S\($0 % 7 + 1),2021-06-1\($0 % 10),2\n" }.joined()
    let large = Array(("store_id,date,uses\n" + rows).utf8)
    let folder = try season([large, Array("a,b\n".utf8), large])
    let reader = SeasonReader(folder: folder.path)
    for jobs in [1, 3] {
      let seen = Seen()
      _ = await reader.usage(
        of: try register(), jobs: jobs, pieceSize: 4_096, wholeLimit: 1_000
      ) { seen.add($0) }
      let all = seen.all
      #expect(all.count >= 3 && all.map(\.bytes) == all.map(\.bytes).sorted())
      #expect(all.last?.files == 3 && all.last?.bytes == all.last?.byteCount)
      #expect(all.last?.byteCount == large.count * 2 + 4)
    }
    withExtendedLifetime(folder) {}
  }
}

/// What a report was told, from whichever thread.
private final class Seen: Sendable {
  private let told = Mutex<[UsageProgress]>([])

  var all: [UsageProgress] { told.withLock { $0 } }

  func add(_ progress: UsageProgress) { told.withLock { $0.append(progress) } }
}
