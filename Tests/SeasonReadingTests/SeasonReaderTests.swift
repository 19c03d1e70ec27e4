import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

private let files: [String: String] = [
  "approvals.csv": """
  商圈代碼,商圈名稱,廠商統編,資服廠商,核定家數,核定輔導經費,雲端方案經費
  D001,範例老街,12345675,範例資訊,1,100000,40000

  """,
  "solutions.csv": """
  方案代碼,廠商統編,方案名稱,實體消費,攻頂資格,攻頂方案費用,驗證方式
  P1,12345675,點餐,Y,Y,30000,後台

  """,
  "progress.csv": """
  商圈代碼,廠商統編,項次,工作項目,權重,預定開始日,預定完成日,回報日期,實際進度
  D001,12345675,1,訪視,100,2021-06-01,2021-08-31,2021-08-01,60

  """,
  "rulings.csv": """
  商圈代碼,廠商統編,店家編號,認定,金額,理由,認定日期
  D001,12345675,S001,不予認列,,範例,2021-09-01

  """,
  "rosters/甲.csv": """
  店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,導入日期,方案費用
  S001,D001,12345675,P1,功夫小吃,2021-06-01,30000

  """,
  "usage/a.csv": """
  店家編號,日期,次數
  S001,2021-06-01,3

  """,
  "programme.yaml": "year: 111\n",
]

/// A season folder with some files replaced and some left out.
private func season(_ changes: [String: [UInt8]] = [:], without absent: [String] = []) throws
  -> TemporaryFolder
{
  let folder = try TemporaryFolder()
  for (path, text) in files where changes[path] == nil && !absent.contains(path) {
    try folder.write(path, text.utf8)
  }
  for (path, bytes) in changes { try folder.write(path, bytes) }
  return folder
}

private func register(_ tables: SeasonTables) -> UsageRegister {
  UsageRegister(
    asOf: tables.programme.finalAsOf,
    windows: tables.roster.map {
      UsageWindow(store: $0.store, goLive: $0.goLive, endedOn: $0.endedOn, contract: 0)
    },
    contracts: tables.approvals.map(\.contract),
    skippedStores: Set(tables.skippedRosterRows.map(\.store)))
}

@Suite struct SeasonReaderTests {
  @Test func `reads every file of a season`() throws {
    let folder = try season()
    let reader = SeasonReader(folder: folder.path)
    let tables = reader.tables
    #expect(reader.findings.isEmpty && !reader.isFatal)
    #expect(tables.programme.year == 111)
    #expect(tables.approvals.map(\.contract.text) == ["D001/12345675"])
    #expect(tables.solutions.map(\.id.text) == ["P1"])
    #expect(tables.progress.map(\.itemNo) == ["1"])
    #expect(tables.rulings.map(\.kind) == [.disallow])
    #expect(tables.roster.map(\.name) == ["功夫小吃"])
    #expect(
      tables.files.map(\.path) == [
        "approvals.csv", "programme.yaml", "progress.csv", "rosters/甲.csv", "rulings.csv",
        "solutions.csv",
      ])
    #expect(tables.files.allSatisfy { $0.rows.addsUp && $0.sha256.utf8.count == 64 })
    let reading = reader.usage(of: register(tables))
    let (usage, findings) = (reading.usage, reading.findings)
    #expect(findings.isEmpty && usage.files.map(\.path) == ["usage/a.csv"])
    #expect(usage.days.days(ofStore: 0).map(\.uses) == [3])
    #expect(usage.files[0].rows.counted == 1)
  }

  @Test func `takes the defaults without a programme file and no rulings without theirs`() throws {
    let folder = try season(without: ["programme.yaml", "rulings.csv"])
    let reader = SeasonReader(folder: folder.path)
    #expect(reader.findings.isEmpty && reader.tables.programme == Programme())
    #expect(reader.tables.rulings.isEmpty)
  }

  @Test func `reads each encoding alike and says so`() throws {
    let text = try #require(files["rosters/甲.csv"])
    let units = [0xFEFF] + Array(text.utf16)
    let encoded: [(String, [UInt8], TextEncoding)] = [
      ("rosters/1.csv", [0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
      (
        "rosters/2.csv", units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
        .utf16LittleEndian
      ),
      ("rosters/3.csv", units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, .utf16BigEndian),
      ("rosters/4.csv", try #require(cp950(text)), .cp950),
    ]
    for (path, bytes, encoding) in encoded {
      let folder = try season([path: bytes], without: ["rosters/甲.csv"])
      let reader = SeasonReader(folder: folder.path)
      #expect(reader.tables.roster.map(\.name) == ["功夫小吃"], "\(encoding)")
      #expect(reader.tables.files.first { $0.path == path }?.encoding == encoding)
      let expected = encoding == .utf8 ? [] : ["IN007 rosters/\(path.dropFirst(8))"]
      #expect(reader.findings.map { "\($0.code) \($0.place?.file ?? "")" } == expected)
    }
  }

  @Test func `reports all fatal findings together and still reads the other files`() throws {
    let folder = try season(
      [
        "solutions.csv": Array("a,b\n".utf8),
        "progress.csv": [0x61, 0x0A, 0x62, 0xFF, 0x0A], "programme.yaml": Array("year: 0\n".utf8),
        "rulings.csv": Array("商圈代碼,廠商統編,認定,理由,認定日期,理由\n".utf8),
      ], without: ["approvals.csv"])
    let reader = SeasonReader(folder: folder.path)
    #expect(reader.isFatal)
    #expect(
      reader.findings.map { "\($0.code) \($0.place?.file ?? "") \($0.place?.line ?? 0)" }.sorted()
        == [
          "IN001 approvals.csv 0", "IN002 progress.csv 2", "IN003 solutions.csv 0",
          "IN009 rulings.csv 1", "IN010 programme.yaml 1",
        ])
    #expect(reader.tables.roster.count == 1)
  }

  @Test func `names an unreadable usage file by US011, not as fatal`() throws {
    let folder = try season([
      "usage/b.csv": [0x61, 0x00], "usage/c.csv": Array("a,b\n".utf8),
      "usage/d.csv": Array("店家編號,日期,次數\nS001,2021-06-02,4\n".utf8),
    ])
    let reader = SeasonReader(folder: folder.path)
    #expect(reader.findings.isEmpty)
    let reading = reader.usage(of: register(reader.tables))
    let (usage, findings) = (reading.usage, reading.findings)
    #expect(
      findings.map { "\($0.code) \($0.place?.file ?? "")" } == [
        "US011 usage/b.csv", "US011 usage/c.csv",
      ])
    #expect(usage.days.days(ofStore: 0).map(\.uses) == [3, 4])
    #expect(usage.files.count == 4)
  }

  @Test func `gives the same for the same bytes in any folder`() throws {
    let (one, other) = (try season(), try season())
    let readers = [one, other].map { SeasonReader(folder: $0.path) }
    #expect(readers[0].tables.files == readers[1].tables.files)
    #expect(readers[0].tables.roster == readers[1].tables.roster)
  }

  @Test func `gives one fatal finding where the folder is missing`() throws {
    let folder = try TemporaryFolder()
    let reader = SeasonReader(folder: folder.at("none").path)
    #expect(reader.findings.map(\.code) == [.IN001] && reader.isFatal)
    #expect(reader.usage(of: register(reader.tables)).usage.files.isEmpty)
  }

  @Test(arguments: [51, 52, 53] as [UInt64])
  func `never fails on random bytes, and accounts for every row`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      ",", ",", "\n", "\r\n", "\"", "S001", "D001", "12345675", "P1", "2021-06-01", "110/6/1", "合計",
      "-",
      "1,000", "９９９９９９９９９９９９９９９９９９９９/1/1", "1.11E+08", "店", "\u{FFFD}", "Y", "45.5%", "\t", ";",
      "　", "#",
    ]
    for round in 0..<12 {
      var changes: [String: [UInt8]] = [:]
      for (path, text) in files where path != "programme.yaml" {
        let header = text.split(separator: "\n").first.map { $0 + "\n" } ?? ""
        let body = (0..<200).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        var bytes = Array((header + body).utf8)
        if Int.random(in: 0..<6, using: &random) == 0 {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
        changes[path] = bytes
      }
      let folder = try season(changes)
      let reader = SeasonReader(folder: folder.path)
      let usage = reader.usage(of: register(reader.tables)).usage
      #expect(reader.tables.files.count + usage.files.count >= 2)
      for file in reader.tables.files + usage.files {
        #expect(file.rows.addsUp, "seed \(seed), round \(round), \(file.path)")
      }
    }
  }
}

/// A text's CP950 bytes, by the table that reads them; nil where a character has none.
private func cp950(_ text: String) -> [UInt8]? {
  var codes: [UInt32: [UInt8]] = [:]
  for lead in UInt8(0xA1)...0xF9 {
    for trail in UInt8(0x40)...0xFE {
      if let scalar = CP950.scalar(lead, trail) { codes[scalar] = [lead, trail] }
    }
  }
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    guard let code = scalar.isASCII ? [UInt8(scalar.value)] : codes[scalar.value] else {
      return nil
    }
    bytes += code
  }
  return bytes
}
