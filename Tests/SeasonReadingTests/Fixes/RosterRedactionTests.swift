import ReviewModel
import Testing

@testable import SeasonReading

@Suite struct RosterRedactionTests {
  private static let header = "店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,聯絡人,電話,方案費用"

  private func redacted(_ text: String) throws -> String {
    let redaction = try #require(RosterRedaction(of: Array(text.utf8), path: "rosters/r.csv"))
    return String(decoding: redaction.bytes, as: UTF8.self)
  }

  @Test(arguments: [TextEncoding.utf8, .cp950, .utf16LittleEndian, .utf16BigEndian])
  func `replaces contacts and phones alone, in any encoding`(encoding: TextEncoding) throws {
    let text =
      "\(Self.header)\r\n\r\nS1,D1,12345675,P1,\"功許,店\n二\",\"王,明\", 0912 ,1\r\n"
      + "S2,D1,12345675,P1,店,,-,1"
    let expected =
      "\(Self.header)\r\n\r\nS1,D1,12345675,P1,\"功許,店\n二\",\"某○○\",***,1\r\n"
      + "S2,D1,12345675,P1,店,,***,1"
    let redaction = try #require(
      RosterRedaction(of: RawTableTests.bytes(text, encoding), path: "rosters/r.csv"))
    #expect(redaction.bytes == (try RawTableTests.bytes(expected, encoding)))
    #expect(redaction.personal == ["王,明", "0912", "-"])
  }

  @Test(arguments: [
    // A title above the header, a note and a footer of two cells below it.
    ("承辦 王明,,,\n{header}\n", "***,,,\n{header}\n"),
    ("{header}\n製表人王明,,,,,,,\n", "{header}\n***,,,,,,,\n"),
    ("{header}\n製表：,王明,,,,,,\n", "{header}\n***,***,,,,,,\n"),
    // A total keeps its words, since what is a store's row is settled by them.
    ("{header}\n合計,1 家,,,,,,30000\n", "{header}\n合計,1 家,,,,,,30000\n"),
    // A row that slipped by an unquoted comma.
    (
      "{header}\nS1,D1,12345675,P1,店,一,王明,0912,1\n",
      "{header}\nS1,***,***,***,***,某○○,***,***,***\n"
    ),
    // A quote that never closes takes everything in.
    ("{header}\nS1,D1,12345675,P1,\"店,王明,0912,1\nS2,", "{header}\nS1,***,***,***,\"***\""),
  ])
  func `replaces what no column of the table holds`(text: String, expected: String) throws {
    func filled(_ text: String) -> String { text.replacing("{header}", with: Self.header) }
    #expect(try redacted(filled(text)) == filled(expected))
  }

  @Test func `replaces a phone number that slipped, and tells what else may be personal`() throws {
    let header = "店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,統一編號,地址,聯絡人,電話,導入日期,停用日期,方案費用"
    let rows = [
      ("S1,D1,12345675,P1,店,,甲街,3號,王明,0912-345-678,,1", "S1,D1,12345675,P1,店,,甲街,某○○,***,***,,1"),
      (
        "S2,D1,12345675,P1,店,,甲街,3號,一樓,張三,0912-345-679,1",
        "S2,D1,12345675,P1,店,,甲街,某○○,***,***,***,1"
      ),
      // The name stays in a text's column, for nothing tells that it is none.
      (
        "S3,D1,12345675,P1,店,甲街3號,李四,(02) 2345-6789,2021-06-08,,,1",
        "S3,D1,12345675,P1,店,甲街3號,李四,某○○,***,,,1"
      ),
      (
        "S4,D1,12345675,P1,店,,甲街3號,趙五,0912-345-680,2021-06-08,,1",
        "S4,D1,12345675,P1,店,,甲街3號,某○○,***,2021-06-08,,1"
      ),
    ]
    let text = ([header] + rows.map(\.0)).joined(separator: "\n")
    let redaction = try #require(RosterRedaction(of: Array(text.utf8), path: "rosters/r.csv"))
    #expect(
      String(decoding: redaction.bytes, as: UTF8.self)
        == ([header] + rows.map(\.1)).joined(separator: "\n"))
    #expect(
      redaction.personal == [
        "3號", "王明", "0912-345-678", "一樓", "張三", "0912-345-679", "李四", "(02) 2345-6789", "趙五",
        "0912-345-680",
      ])
  }

  @Test(
    arguments: [
      // Ids that look like phone numbers, a number given for a contact, with and without a phone.
      ("0100000001,D1,12345675,020000001,店,甲街3號,王明,0912-345-678,1", nil),
      ("S1,D1,12345675,P1,店,甲街3號,0912-345-678,0912-345-678,1", nil),
      ("S1,D1,12345675,P1,店,甲街3號,0912-345-678,,1", nil),
      // A contact in the address before its number, and a number where the fee is.
      ("S1,D1,12345675,P1,店,Mary,0912-345-678,,1", "Mary"),
      ("S1,D1,12345675,P1,店,3號,王明,王五,0912345678", "0912345678"),
    ] as [(String, String?)])
  func `tells a row that slipped from one that is only unusual`(
    row: String, personal: String?
  ) throws {
    let header = "店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,地址,聯絡人,電話,方案費用"
    let redaction = try #require(
      RosterRedaction(of: Array("\(header)\n\(row)".utf8), path: "rosters/r.csv"))
    let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let usual = Set(cells[6...7].filter { !$0.isEmpty })
    #expect(redaction.personal == usual.union(personal.map { [$0] } ?? []))
    let text = String(decoding: redaction.bytes, as: UTF8.self)
    #expect(text.hasPrefix("\(header)\n" + cells[..<6].joined(separator: ",") + ","))
    #expect(text.hasSuffix(cells[8] == "1" ? ",1" : ",***"))
  }

  @Test func `replaces cells of columns that it does not know, and a second column of a key`()
    throws
  {
    let text = "\(Self.header),Email,聯絡人\nS1,D1,12345675,P1,店,王明,0912,1,a@example.org,李四\n"
    #expect(
      try redacted(text)
        == "\(Self.header),Email,聯絡人\nS1,D1,12345675,P1,店,某○○,***,1,***,***\n")
  }

  @Test func `gives nothing for a file that is no roster`() {
    #expect(RosterRedaction(of: Array("a,b\n王明,0912\n".utf8), path: "rosters/r.csv") == nil)
    #expect(RosterRedaction(of: [0xFF, 0xFF, 0x0A], path: "rosters/r.csv") == nil)
  }
}
