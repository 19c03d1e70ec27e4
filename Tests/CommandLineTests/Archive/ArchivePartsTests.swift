import Foundation
import ReviewModel
import SeasonReading
import TestSupport
import Testing

@testable import review_packet

@Suite struct ArchivePartsTests {
  @Test func `writes settings that are read again as the same programme, whatever they are`() throws
  {
    var generator = SeededGenerator(seed: 5)
    let titles = [
      "雲世代", "a: b # c", "\"quoted\" \\ back", "null", "~", "110", "2021-06-10", "- x", "{a: b}",
      "line\nbreak\ttab", "\u{202E}x\u{85}y\u{2028}", "yes", " x ", "'", "*a", "&a", "!a", "%a",
      "店\u{1F600}",
      "a  b", "[1", "x:", "|", ">", "@x", "`x", "Hello world",
    ]
    for title in titles {
      var programme = Programme()
      programme.title = title
      programme.year = Int.random(in: 1...9_999, using: &generator)
      programme.declarationDeadline = Self.day(&generator)
      programme.midtermAsOf = Self.day(&generator)
      programme.finalAsOf = Self.day(&generator)
      programme.weeklyThresholds = (0...Int.random(in: 0...5, using: &generator)).map { _ in
        Int.random(in: 0...1_000, using: &generator)
      }
      programme.assessment = Bool.random(using: &generator) ? .everyWeek : .monthlyAverage
      programme.minAssessedDays = Int.random(in: 0...40, using: &generator)
      programme.maxIdleDays = Int.random(in: 0...400, using: &generator)
      programme.moreThanMonths = Int.random(in: 1...1_200, using: &generator)
      programme.cloudFeeSharePercent = Hundredths(Int128.random(in: 0...10_000, using: &generator))
      programme.vendorDeductionPerStore = TWD(Int128.random(in: 0...1_000_000, using: &generator))
      programme.districtDeductionPerStore = TWD(Int128.random(in: 0...1_000_000, using: &generator))
      programme.districtReward = TWD(Int128.random(in: 0...1_000_000_000_000, using: &generator))
      programme.behindPlanPoints = Hundredths(Int128.random(in: 0...9_999_999, using: &generator))
      let folder = try TemporaryFolder()
      try folder.write("programme.yaml", SeasonTemplate.programme(programme).utf8)
      let reader = SeasonReader(folder: folder.path)
      #expect(reader.tables.programme == programme, "\(title)")
      #expect(!reader.findings.contains { $0.code == .IN010 }, "\(title)")
    }
  }

  private static func day(_ generator: inout SeededGenerator) -> CalendarDate {
    let days = Programme.days.lowerBound.dayNumber...Programme.days.upperBound.dayNumber
    return CalendarDate(dayNumber: Int.random(in: days, using: &generator))
  }

  @Test func `reads the table of input files as it wrote it`() throws {
    let digest = String(repeating: "a", count: 64)
    let entries = [
      "approvals.csv", "rosters/甲, 乙.csv", "rosters/\"x\"\".csv", "usage/\".csv",
      "usage/a,b\",\"c.csv",
    ].enumerated().map { number, path in
      InputIndex.Entry(
        path: path, sha256: digest, byteCount: number, name: "renamed/000\(number).csv")
    }
    #expect(try InputIndex.read(InputIndex.bytes(of: entries), file: "x") == entries)
    #expect(try InputIndex.read(InputIndex.bytes(of: []), file: "x") == [])
  }

  @Test(arguments: [
    ([], "D001-12345675-110-final", nil, nil),
    (["D001-12345675-110-final"], "D001-12345675-110-final-s02", "D001-12345675-110-final", nil),
    (
      ["D001-12345675-110-final-s09", "D001-12345675-110-final-s09-public"],
      "D001-12345675-110-final-s10", "D001-12345675-110-final-s09",
      "D001-12345675-110-final-s09-public"
    ),
    // Names of others: another phase, another form of the number, a copy by hand.
    (
      [
        "D001-12345675-110-midterm", "D001-12345675-110-final-s2", "D001-12345675-110-final-s01",
        "D001-12345675-110-final-old", "D001-12345675-110-final-s99x",
      ], "D001-12345675-110-final", nil, nil
    ),
    (
      ["D001-12345675-110-final-s99"], "D001-12345675-110-final-s100",
      "D001-12345675-110-final-s99", nil
    ),
    (
      ["D001-12345675-110-final-public"], "D001-12345675-110-final-s02", nil,
      "D001-12345675-110-final-public"
    ),
  ])
  func `gives the next free name`(
    there: [String], next: String, previous: String?, previousPublic: String?
  ) throws {
    let folder = try TemporaryFolder()
    for name in there { try folder.write(name + "/x", []) }
    let vendor = try #require(TaxID(digits: "12345675"))
    let name = ArchiveName(
      ContractID(district: DistrictID("D001"), vendor: vendor), .final, year: 110, in: folder.path)
    #expect(name.text == next)
    #expect(name.publicText == next + "-public")
    #expect(name.previous == previous)
    #expect(name.previousPublic == previousPublic)
  }

  @Test func `finds all lines with a personal text, in any encoding, across a long file's pieces`()
    throws
  {
    let texts = PersonalTexts(["王範例", "0912-345-678", "李", ""])
    #expect(texts.isIn("店主王範例") && texts.isIn("電話0912345678") && texts.isIn("0912-345-678"))
    #expect(!texts.isIn("李") && !texts.isIn("王範") && !texts.isIn(""))
    #expect(!PersonalTexts([]).isIn("王範例"))
    let folder = try TemporaryFolder()
    for form in EncodedText.forms(of: "王範例") {
      // The text begins before the end of the first piece and ends after it.
      let bytes = [UInt8](repeating: 0x0A, count: (1 << 20) - 3) + form + [0x0A, 0x0A]
      let more = form + form + [UInt8](repeating: 0x0A, count: 1 << 20) + form
      try folder.write("x", bytes + more)
      let places = try texts.places(inFile: folder.at("x").path, "x")
      #expect(places.lines == [(1 << 20) - 2, 1 << 20, 2 << 20])
      #expect(places.count == 3)
      #expect(texts.places(in: bytes + more, "x").lines == places.lines)
      #expect(texts.places(in: bytes + Array(form.dropLast()), "x").count == 1)
    }
  }
}
