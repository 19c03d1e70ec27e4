import ReviewModel
import Synchronization
import TestSupport
import Testing

@testable import SeasonReading

@Suite struct UsageDeskTests {
  private static let header = "store_id,date,uses\n"

  private func files(_ count: Int, in folder: TemporaryFolder) throws -> [UsageFileSize] {
    try (0..<count).map { number in
      let path = "usage/\(number).csv"
      try folder.write(path, (Self.header + "S1,2021-06-01,\(number)\n").utf8)
      return UsageFileSize(
        SeasonFolder.Entry(path: path, location: folder.path + "/" + path, kind: .usage))
    }
  }

  private func turn(_ unit: UsageUnit?) -> Int? {
    if case .whole(let turn, _, _)? = unit { turn } else { nil }
  }

  private func turn(_ result: UsageResult?) -> Int? {
    if case .whole(let turn, _)? = result { turn } else { nil }
  }

  /// What a worker hands in of a unit.
  private func result(_ turn: Int, of files: [UsageFileSize]) throws -> UsageResult {
    let register = UsageRegister(
      asOf: try #require(CalendarDate(iso: "2021-08-31")), windows: [], contracts: [],
      skippedStores: [])
    var short: ShortWay?
    let probed = try SeasonReader.Probed(files[turn].entry)
    return .whole(turn: turn, UsageFile(probed, register, isSurveying: false, &short))
  }

  private func desk(_ files: [UsageFileSize], wholeLimit: Int = 1 << 20) -> UsageDesk {
    UsageDesk(files, hasDigests: false, pieceSize: 64, wholeLimit: wholeLimit)
  }

  @Test func `has results counted in the order of the files, one at a time`() async throws {
    let folder = try TemporaryFolder()
    let files = try files(4, in: folder)
    let desk = desk(files)
    for number in 0..<4 { #expect(turn(await desk.next()?.unit) == number) }
    #expect(await desk.next() == nil)
    #expect(turn(await desk.handIn(try result(2, of: files))) == nil)
    #expect(turn(await desk.handIn(try result(1, of: files))) == nil)
    #expect(turn(await desk.handIn(try result(0, of: files))) == 0)
    // While somebody counts, nobody else does.
    #expect(turn(await desk.handIn(try result(3, of: files))) == nil)
    #expect(await desk.probedFiles == nil)
    for number in 1..<4 { #expect(turn(await desk.counted(true, nil)) == number) }
    #expect(await desk.probedFiles == nil)
    #expect(turn(await desk.counted(true, nil)) == nil)
    #expect(await desk.probedFiles?.isEmpty == true)
  }

  @Test(arguments: [true, false])
  func `gives nothing more out after a failure`(isWhileCounted: Bool) async throws {
    let folder = try TemporaryFolder()
    let files = try files(4, in: folder)
    let desk = desk(files)
    for number in 0..<2 { #expect(turn(await desk.next()?.unit) == number) }
    if isWhileCounted {
      #expect(turn(await desk.handIn(try result(0, of: files))) == 0)
      #expect(turn(await desk.counted(false, nil)) == nil)
    } else {
      #expect(turn(await desk.handIn(.failure)) == nil)
    }
    #expect(turn(await desk.handIn(try result(1, of: files))) == nil)
    #expect(await desk.next() == nil)
    #expect(await desk.probedFiles == nil)
  }

  @Test(arguments: [true, false])
  func `lets nobody run far ahead of the earliest unit`(isAbandoned: Bool) async throws {
    let folder = try TemporaryFolder()
    let files = try files(12, in: folder)
    let desk = desk(files)
    for number in 0..<8 { #expect(turn(await desk.next()?.unit) == number) }
    let isGiven = Atomic(false)
    async let ninth: UsageUnit? = {
      let unit = await desk.next()?.unit
      isGiven.store(true, ordering: .relaxed)
      return unit
    }()
    for _ in 0..<200 { await Task.yield() }
    let isAhead = isGiven.load(ordering: .relaxed)
    #expect(!isAhead)
    if isAbandoned {
      await desk.abandon()
      #expect(turn(await ninth) == nil)
    } else {
      #expect(turn(await desk.handIn(try result(0, of: files))) == 0)
      #expect(turn(await ninth) == 8)
    }
  }

  @Test func `cuts a large file into pieces without a gap, and uses their memory again`()
    async throws
  {
    let folder = try TemporaryFolder()
    let rows = (1...9).map { "S1,2021-06-0\($0),1\n" }.joined()
    try folder.write("usage/0.csv", (Self.header + rows).utf8)
    let entry = SeasonFolder.Entry(
      path: "usage/0.csv", location: folder.path + "/usage/0.csv", kind: .usage)
    let desk = desk([UsageFileSize(entry)], wholeLimit: 0)
    _ = await desk.counted(true, UsagePiece(capacity: 64))
    var place = 0
    var isEnd = false
    while let (unit, spare) = await desk.next(), case .piece(let range) = unit {
      #expect((spare != nil) == (place == 0))
      #expect(range.offset == place && !isEnd)
      #expect((range.firstRecord == 0) == (place == 0))
      (place, isEnd) = (place + range.length, range.isEnd)
    }
    #expect(place == Self.header.utf8.count + rows.utf8.count && isEnd)
  }
}
