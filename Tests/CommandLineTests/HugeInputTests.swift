import Foundation
import TestSupport
import Testing

/// Inputs that no real file comes near, under a limit of memory: the program ends by itself and says
/// what it found.
@Suite struct HugeInputTests {
  /// The address space that the program may have, its libraries and stacks included.
  ///
  /// Unit: KiB.
  private static let limit = 1_500_000

  @Test func `passes a field of a hundred megabytes over`() async throws {
    let season = try season()
    try append(to: season, "rosters/huge.csv", Self.rosterHeader + "S1,D001,12345675,P1,\"") {
      for _ in 0..<100 { try $0.write(contentsOf: Data(repeating: 0x78, count: 1 << 20)) }
      try $0.write(contentsOf: Data("\",1\nS2,D001,12345675,P1,b,1\n".utf8))
    }
    let result = try await check(season)
    #expect(result.errors.contains("rosters/huge.csv:2:0"), "\(result.errors)")
    #expect(result.output.contains("IN004"))
  }

  @Test func `names a quote that takes a hundred megabytes of a usage file with it`() async throws {
    let season = try season()
    try append(to: season, "usage/huge.csv", "store_id,date,uses\n\"S1,2021-06-01,1\n") {
      let row = Data(repeatElement("S1,2021-06-01,1\n", count: 65_536).joined().utf8)
      for _ in 0..<100 { try $0.write(contentsOf: row) }
    }
    let result = try await check(season)
    #expect(result.errors.contains("usage/huge.csv:2:0"), "\(result.errors)")
  }

  @Test func `names a row of a million cells`() async throws {
    let season = try season()
    let cells = repeatElement("x", count: 1_000_000).joined(separator: ",")
    try append(to: season, "rosters/wide.csv", Self.rosterHeader + cells + "\n") { _ in }
    let result = try await check(season)
    #expect(result.errors.contains("rosters/wide.csv:2:7"), "\(result.errors)")
  }

  @Test func `finds no header in a row of a million cells`() async throws {
    let season = try season()
    let cells = repeatElement("store_id", count: 1_000_000).joined(separator: ",")
    try append(to: season, "rosters/wide.csv", cells + "\n" + cells + "\n") { _ in }
    let result = try await check(season)
    #expect(result.errors.contains("rosters/wide.csv:0:0"), "\(result.errors)")
    #expect(result.status == 2)
  }

  private static let rosterHeader = "store_id,district_id,vendor_id,solution_id,store_name,fee\n"

  private func season() throws -> TemporaryFolder {
    let season = try TemporaryFolder()
    let files = [
      "approvals.csv":
        "district_id,district_name,vendor_id,vendor_name,approved_stores,counselling_fee,cloud_fee\n",
      "solutions.csv":
        "solution_id,vendor_id,solution_name,physical_consumption,summit_qualified,fee_cap\n",
      "progress.csv": "district_id,vendor_id,item_no,item,weight,planned_start,planned_end\n",
      "rosters/a.csv": Self.rosterHeader, "usage/a.csv": "store_id,date,uses\n",
    ]
    for (path, text) in files { try season.write(path, Array(text.utf8)) }
    return season
  }

  private func append(
    to season: TemporaryFolder, _ path: String, _ start: String,
    _ more: (FileHandle) throws -> Void
  ) throws {
    try season.write(path, Array(start.utf8))
    let file = try FileHandle(forWritingTo: season.at(path))
    defer { try? file.close() }
    try file.seekToEnd()
    try more(file)
  }

  private func check(_ season: TemporaryFolder) async throws -> ProcessResult {
    try await runProcess(
      "sh",
      [
        "-c", "ulimit -v \(Self.limit) && exec \"$0\" \"$@\"", builtProgram.path, "check",
        season.path, "--lang", "en",
      ], timeout: .seconds(300))
  }
}
