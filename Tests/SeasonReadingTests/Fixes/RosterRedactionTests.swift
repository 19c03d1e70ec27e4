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

  @Test(
    arguments: [
      // A number where the vendor's tax id should be, and one behind its word.
      ("聯絡窗口,王曉華,0977-111-013,,,,,,", "***,***,***,,,,,,", ["王曉華", "0977-111-013"]),
      (
        "製表人：,林曉明,,電話：,0977-111-014,,,,", "***,***,,***,***,,,,", ["林曉明", "0977-111-014"]
      ),
      // Words and numbers that may be ids, a number in a text or in its own column, no number.
      ("Contact,Mary,,0977-111-013,,,,,", "***,***,,***,,,,,", ["Mary", "0977-111-013"]),
      ("審核,陳主任,承辦,林曉明,,,,,", "***,***,***,***,,,,,", ["陳主任", "林曉明"]),
      ("本案,洽詢,王曉華0977-111-013,,,,,,", "***,***,***,,,,,,", ["洽詢"]),
      ("窗口,李曉,,,,,王曉華,0977-111-013,", "***,***,,,,,某○○,***,", ["李曉", "王曉華", "0977-111-013"]),
      // A name in front of a number in an otherwise good row; a number that can be no id.
      (
        "S1,王曉華,0977-111-013,P1,店,甲街3號,,,1", "S1,***,***,P1,店,甲街3號,,,1",
        ["王曉華", "0977-111-013"]
      ),
      (
        "S1,D1,12345675,(02) 2345-6789,店,甲街3號,王明,,1", "S1,D1,12345675,***,店,甲街3號,某○○,,1",
        ["(02) 2345-6789", "王明"]
      ),
      // Stores' rows with ids that look like phone numbers, one and two faults, and a header again.
      (
        "0912345678,D1,12345675,0212345678,店,甲街3號,王明,0912-345-678,1",
        "0912345678,D1,12345675,0212345678,店,甲街3號,某○○,***,1", ["王明", "0912-345-678"]
      ),
      (
        "0912345678,D1,1234567X,0212345678,電話行,甲街3號,王明,0912-345-678,",
        "0912345678,D1,1234567X,0212345678,電話行,甲街3號,某○○,***,", ["王明", "0912-345-678"]
      ),
      (
        "店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,地址,聯絡人,電話,方案費用",
        "店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,地址,某○○,***,方案費用", ["聯絡人", "電話"]
      ),
      ("合計,共 3 家,含,未滿,,,,,30000", "合計,共 3 家,含,未滿,,,,,30000", []),
    ] as [(String, String, Set<String>)])
  func `replaces all cells of a row that is no store's and tells of a person`(
    row: String, expected: String, personal: Set<String>
  ) throws {
    let head = """
      店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,地址,聯絡人,電話,方案費用
      S0,D1,12345675,P1,店,甲街3號,,,1

      """
    let redaction = try #require(
      RosterRedaction(of: Array("\(head)\(row)\n".utf8), path: "rosters/r.csv"))
    #expect(String(decoding: redaction.bytes, as: UTF8.self) == "\(head)\(expected)\n")
    #expect(redaction.personal == personal)
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
