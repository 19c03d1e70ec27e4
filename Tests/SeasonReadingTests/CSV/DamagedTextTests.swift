import Testing

@testable import SeasonReading

@Suite struct DamagedTextTests {
  @Test(arguments: [
    ("王\u{FFFD}明", "U+FFFD"), ("\u{E000}記", "U+E000"), ("\u{F8FF}", "U+F8FF"),
    ("\u{F0000}", "U+F0000"), ("\u{10FFFD}", "U+10FFFD"), ("&#20227;記", "&#20227;"),
    ("小&#x4F03;吃", "&#x4F03;"), ("&#20227;", "&#20227;"), ("王?明", "?"), ("老?店&#1", "?"),
  ])
  func `names what an encoding has damaged`(text: String, sign: String) throws {
    let damage = try #require(DamagedText.damage(in: text))
    #expect(damage.en.contains(sign) && damage.zh.contains(sign))
  }

  @Test(arguments: [
    "", "Shop?", "真的嗎?", "?店", "A?店", "店?A", "店?", "店？家", "A&B", "AT&T 店", "&#;", "&#x;", "&#12a;",
    "&#123456789012;", "&#", "&", "店&amp;家", "塩菓峯堃喆鱻", "𠮷野家", "é", "☑", "& #20227;",
  ])
  func `leaves other texts alone`(text: String) {
    #expect(DamagedText.damage(in: text) == nil)
  }
}
