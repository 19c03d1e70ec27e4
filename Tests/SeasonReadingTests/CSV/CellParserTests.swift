import ReviewModel
import Testing

@testable import SeasonReading

/// A cell as a row gives it to the parsers: trimmed and in NFKC.
private func code(_ text: String) -> String { withBytes(text) { Normalisation.code($0) } }

@Suite struct CellParserTests {
  @Test(arguments: [
    ("0", 0), ("1234", 1_234), ("1,234", 1_234), ("1,234.00", 1_234), ("1,234,567", 1_234_567),
    ("12.0", 12), ("007", 7), ("１，２３４", 1_234), ("　42　", 42), ("1000000000000", 1_000_000_000_000),
    ("1,000,000,000,000.00", 1_000_000_000_000), ("16873000000.0", 16_873_000_000),
    ("2.000000000000000", 2), ("000000000000000000000000000001", 1),
  ])
  func `reads an integer`(text: String, number: Int) {
    #expect(CellParser.integer(code(text)) == .value(number))
  }

  @Test(arguments: [
    "-1", "+1", "1.5", "2.546", "1,23", "12,34,567", "1234,567", ",123", "1,234,", "1.", ".5",
    "1.2.3", "1,234.00,0", "1 234", "1e3", "0x10", "1000000000001", "99999999999999999999",
    "9999999999999999999999999999999999999999", "< 10", "X0.00", "12家", "一二", "٣", "1\u{301}",
    "NaN1", "--1", "N/A",
  ])
  func `reads nothing else as an integer`(text: String) {
    #expect(CellParser.integer(code(text)) == .invalid)
  }

  @Test(arguments: [
    "", " ", "-", "－", "--", " --", "…", "...", "待補", "NaN", "nan", "undefined", "　－　",
  ])
  func `takes the marks for not given as an empty number`(text: String) {
    #expect(CellParser.integer(code(text)) == .empty)
    #expect(CellParser.money(code(text)) == .empty)
    #expect(CellParser.percent(code(text)) == .empty)
  }

  @Test(
    arguments: [
      ("1234", 1_234), ("NT$1,234", 1_234), ("nt$1,234", 1_234), ("NT$ 1,234", 1_234),
      ("$1,234", 1_234), ("＄１，２３４", 1_234), ("1,234元", 1_234), ("1,234 元", 1_234),
      ("NT$1,234元", 1_234), ("30000.00", 30_000), ("0", 0), ("1000000000000", 1_000_000_000_000),
    ] as [(String, Int128)])
  func `reads money`(text: String, dollars: Int128) {
    #expect(CellParser.money(code(text)) == .value(TWD(dollars)))
  }

  @Test(arguments: [
    "-1", "NT$-1", "12.5", "US$5", "NT$", "元", "$", "1,234元元", "$$1", "1萬", "(100)",
    "1000000000001",
    "NT$1,23",
  ])
  func `reads nothing else as money`(text: String) {
    #expect(CellParser.money(code(text)) == .invalid)
  }

  @Test(
    arguments: [
      ("12.5", 1_000, 12_500), ("0.001", 1_000, 1), ("1,000", 10_000, 10_000_000),
      ("3.25元", 100_000_000, 325_000_000), ("10000", 100_000_000, 1_000_000_000_000),
    ] as [(String, Int, Int128)])
  func `reads money in a unit`(text: String, unit: Int, dollars: Int128) {
    #expect(CellParser.money(code(text), unit: unit) == .value(TWD(dollars)))
  }

  @Test(arguments: [
    ("12.5005", 1_000), ("0.0001", 1_000), ("10001", 100_000_000), ("9223372036854775807", 1_000),
  ])
  func `refuses an amount that makes no whole dollars in its unit, or too many`(
    text: String, unit: Int
  ) {
    #expect(CellParser.money(code(text), unit: unit) == .invalid)
  }

  @Test(
    arguments: [
      ("45", 4_500), ("45%", 4_500), ("45.5", 4_550), ("45.25%", 4_525), ("４５％", 4_500),
      ("45 %", 4_500), ("0", 0), ("100", 10_000), ("100.00%", 10_000), ("0.01", 1),
    ] as [(String, Int128)])
  func `reads a percentage`(text: String, count: Int128) {
    #expect(CellParser.percent(code(text)) == .value(Hundredths(count)))
  }

  @Test(arguments: [
    "100.01", "101", "-1", "45.555", "45.550", "45%%", "%", "四五", "1,000", "< 10%", "45‰",
  ])
  func `reads nothing else as a percentage`(text: String) {
    #expect(CellParser.percent(code(text)) == .invalid)
  }

  @Test(arguments: [
    ("Y", true), ("y", true), ("是", true), ("有", true), ("1", true), ("true", true),
    ("TRUE", true), ("☑", true), ("V", true), ("v", true), ("Ｙ", true), ("１", true),
    ("N", false), ("n", false), ("否", false), ("無", false), ("0", false), ("False", false),
    ("☐", false),
  ])
  func `reads a flag`(text: String, flag: Bool) {
    #expect(CellParser.flag(code(text)) == .value(flag))
  }

  @Test func `reads no other word as a flag`() {
    #expect(CellParser.flag("") == .empty)
    for text in ["yes", "no", "2", "-", "是的", "X", "t", "10", "待補"] {
      #expect(CellParser.flag(code(text)) == .invalid)
    }
  }

  @Test(arguments: [
    ("S001", "S001"), ("s001", "S001"), ("ｓ００１", "S001"), (" a_b-C ", "A_B-C"), ("-", "-"),
    ("0", "0"), (String(repeating: "x", count: 64), String(repeating: "X", count: 64)),
  ])
  func `reads an id in upper case`(text: String, id: String) {
    #expect(CellParser.id(code(text)) == .value(id))
  }

  @Test(arguments: [
    "a/b", "a.b", "..", "a b", "店", "a\u{301}", "a\n", String(repeating: "x", count: 65), "ß",
    "a:b",
    "a\\b", "ı",
  ])
  func `reads nothing as an id that could lead out of a folder`(text: String) {
    // A line break at an end would be trimmed; inside it stays.
    #expect(CellParser.id(text) == .invalid)
  }

  @Test func `reads a tax id with blanks, hyphens and full-width digits`() throws {
    let id = try #require(TaxID(digits: "12345675"))
    for text in ["12345675", "1234 5675", "1234-5675", "１２３４５６７５", "12 34-56　75"] {
      #expect(
        CellParser.taxID(code(text)) == .value(.init(id: id, wasPadded: false)), "\(text)")
    }
  }

  @Test func `puts back the leading zero of a tax id`() throws {
    let id = try #require(TaxID(digits: "04595257"))
    #expect(CellParser.taxID("4595257") == .value(.init(id: id, wasPadded: true)))
    #expect(CellParser.taxID("459-5257") == .value(.init(id: id, wasPadded: true)))
  }

  @Test(arguments: [
    "123456", "123456789", "00000000", "0000000", "1234567A", "-", "12345675.0", "1.2E+07", "無",
    "A234567",
  ])
  func `reads nothing else as a tax id`(text: String) {
    #expect(CellParser.taxID(code(text)) == .invalid)
    #expect(CellParser.taxID("") == .empty)
  }

  @Test(arguments: [
    "1.11E+08", "1E+08", "1.11e+08", "2021/6/1", "2021-06-01", "2021/06/01", "1-Mar", "31-DEC",
    "3月1日", "12月31日", "110/6/1", "110.6.1", "2021.6.1", "2021年6月1日", "110年6月1日",
    "1-Mar-21", "1-Mar-2021", "6/1/2021", "13/6/2021", "6/13/21", "6/1", "31/12",
  ])
  func `recognises an id that a spreadsheet has damaged`(text: String) {
    #expect(CellParser.isDamagedID(text))
  }

  @Test(arguments: [
    "0912-345-678", "0912345678", "０９１２３４５６７８", "(02) 2345-6789", "02-23456789", "037-123456",
    "+886 912 345 678", "+886-2-2345-6789", "0800.123.456",
    "02-2345-6789#12", "(02)23456789 轉 12", "02-23456789分機3", "886-2-2345-6789", "912345678",
  ])
  func `recognises a phone number`(text: String) {
    #expect(CellParser.isPhoneNumber(code(text)))
  }

  @Test(arguments: [
    "", "12345675", "00123456", "2021-06-08", "0912-345-678 王", "0110610", "110/06/10", "30000",
    "0912-345-6", "0912-345-6789", "0000-000-000", "-", "()", "+886", "886",
    "812345678", "91234567", "912,345,678", "02-2345-6789#", "02-2345-6789 王", "9-1234-5678",
  ])
  func `takes no other cell for a phone number`(text: String) {
    #expect(!CellParser.isPhoneNumber(code(text)))
  }

  @Test(arguments: [
    "", "S001", "A-1", "1-1", "2021-13-01", "20210601", "E+08", "1E08", "EAST-1", "110-06-10",
    "99-6-1", "110/13/1", "13/13/2021", "0/1", "6/32", "6/1/202", "1/2/3/4", "6/", "1/A",
    "1-Mar-", "1-Mar-2", "1-Mar-2021-A", "1-Mai",
    "3月",
    "Mar", "Mar-", "Mar-21", "MAY-01", "-Mar", "1.1.1E", "E", "1E+", "A1E+08", "月日",
  ])
  func `takes no other text for a damaged id`(text: String) {
    #expect(CellParser.isDamagedID(text) == false)
  }
}
