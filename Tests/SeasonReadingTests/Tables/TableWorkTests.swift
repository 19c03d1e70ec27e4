import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

/// Large tables read in parts against the same ones read as a whole.
@Suite struct TableWorkTests {
  private static let header =
    "store_id,district_id,vendor_id,solution_id,store_name,golive_on,fee,continuity_plan,contact"

  /// A roster of rows that are right, damaged or none, as offices hand them in.
  private static func roster(_ random: inout SeededGenerator, rows: Int, hasQuotes: Bool) -> String
  {
    var lines = ["商圈店家名冊", "", header]
    for number in 0..<rows {
      let store = "S\(number % 97)"
      switch Int.random(in: 0..<12, using: &random) {
      case 0: lines.append("")
      case 1: lines.append(",,,,,,,,")
      case 2: lines.append("合計,,,,,,\(number)")
      case 3: lines.append("\(store),D1,12345675,P1,店,2021-05-05,20000,,王,surplus")
      case 4: lines.append("\(store),D1,12345675,P1,店?名,2021-13-05,x,,王")
      case 5:
        lines.append("　\(store.lowercased()) ,Ｄ１,12345675,p1,Caf\u{65}\u{301} ,110/5/5,\u{FF12}0,,")
      case 6: lines.append("1.11E+08,D1,1234567,P1,A&#20227;B,2021-05-05,20000,y,王")
      case 7 where hasQuotes: lines.append("\(store),D1,12345675,P1,\"a\nb\",2021-05-05,1,,")
      default:
        lines.append("\(store),D1,12345675,P1,Shop \(number),2021-05-05,20000,one more year,")
      }
    }
    return lines.joined(separator: "\n") + (Bool.random(using: &random) ? "\n" : "")
  }

  private static func progress(_ random: inout SeededGenerator, rows: Int) -> String {
    let header =
      "district_id,vendor_id,item_no,item,weight,planned_start,planned_end,reported_on,actual_progress"
    let lines = (0..<rows).map { number in
      let weight = Int.random(in: 0..<9, using: &random) == 0 ? "many" : "10"
      return "D1,12345675,\(number),item,\(weight),2021-05-01,2021-06-01,2021-05-09,\(number % 101)"
    }
    return ([header] + lines).joined(separator: "\n")
  }

  @Test(arguments: [61, 62, 63] as [UInt64], [false, true])
  func `gives the same in parts of any size as of a whole file`(
    seed: UInt64, hasQuotes: Bool
  ) async throws {
    var random = SeededGenerator(seed: seed)
    let mark = Bool.random(using: &random) ? "\u{FEFF}" : ""
    let folder = try TemporaryFolder()
    let texts = [
      "rosters/a.csv": mark + Self.roster(&random, rows: 300, hasQuotes: hasQuotes),
      "rosters/b.csv": Self.roster(&random, rows: 20, hasQuotes: hasQuotes),
      "progress.csv": Self.progress(&random, rows: 200),
    ]
    for (path, text) in texts { try folder.write(path, text.utf8) }
    let whole = SeasonReader(folder: folder.path)
    #expect(whole.tables.roster.count > 50 && whole.tables.progress.count > 50)
    #expect(!whole.tables.skippedRosterRows.isEmpty && whole.findings.count > 20)
    if !hasQuotes {
      let file = TextFile(
        path: "rosters/a.csv", location: folder.path + "/rosters/a.csv", encoding: .utf8)
      let parts = try TablePart.all(
        of: file, byteCount: texts["rosters/a.csv"]?.utf8.count ?? 0, size: 333)
      #expect((parts?.count ?? 0) > 10)
    }
    for (partSize, jobs) in [(200, 2), (333, 5), (4_096, 2), (4_096, 1), (1 << 20, 2)] {
      let parts = await SeasonReader(folder: folder.path, jobs: jobs, partSize: partSize)
      #expect(parts.findings == whole.findings, "seed \(seed), \(partSize)")
      #expect(parts.tables.roster == whole.tables.roster, "seed \(seed), \(partSize)")
      #expect(parts.tables.progress == whole.tables.progress, "seed \(seed), \(partSize)")
      #expect(parts.tables.files == whole.tables.files, "seed \(seed), \(partSize)")
      #expect(
        parts.tables.skippedRosterRows == whole.tables.skippedRosterRows,
        "seed \(seed), \(partSize)")
    }
  }

  @Test func `cuts behind line feeds, and not where a record may be several lines`() throws {
    let folder = try TemporaryFolder()
    func parts(_ text: String, size: Int) throws -> [[Int]]? {
      try folder.write("a.csv", text.utf8)
      let file = TextFile(path: "a.csv", location: folder.path + "/a.csv", encoding: .utf8)
      return try TablePart.all(of: file, byteCount: text.utf8.count, size: size)?
        .map { [$0.offset, $0.length, $0.lines] }
    }
    let text = "ab\ncdef\n\ngh"
    #expect(try parts(text, size: 5) == [[0, 3, 0], [3, 5, 1], [8, 3, 2]])
    #expect(try parts(text + "\n", size: 5) == [[0, 3, 0], [3, 5, 1], [8, 4, 2]])
    // A line that is longer than a part, a quote, a carriage return, a small file.
    #expect(try parts(text, size: 4) == nil)
    #expect(try parts("ab\n\"c\"\nefghij\n", size: 7) == nil)
    #expect(try parts("ab\r\ncd\nefghij\n", size: 7) == nil)
    #expect(try parts(text, size: 6) == nil)
  }
}
