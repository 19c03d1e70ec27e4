import Testing

@testable import PacketDocuments

@Suite struct EscapingTests {
  /// Text, then how it stands in HTML, XML, and elsewhere.
  static let cases: [(text: String, html: String, xml: String, none: String)] = [
    ("", "", "", ""),
    ("商圈（A）", "商圈（A）", "商圈（A）", "商圈（A）"),
    ("&<>\"'", "&amp;&lt;&gt;&quot;&#39;", "&amp;&lt;&gt;&quot;&#39;", "&<>\"'"),
    ("\"\u{301}", "&quot;\u{301}", "&quot;\u{301}", "\"\u{301}"),
    ("<\u{338}", "&lt;\u{338}", "&lt;\u{338}", "<\u{338}"),
    ("a\tb\nc\rd\r\n", "a\tb\nc\rd\r\n", "a&#9;b&#10;c&#13;d&#13;&#10;", "a\tb\nc\rd\r\n"),
    (
      "\u{0}\u{B}\u{1F}", "\u{FFFD}\u{FFFD}\u{FFFD}", "\u{FFFD}\u{FFFD}\u{FFFD}",
      "\u{FFFD}\u{FFFD}\u{FFFD}"
    ),
    ("\u{FFFE}x\u{FFFF}", "\u{FFFD}x\u{FFFD}", "\u{FFFD}x\u{FFFD}", "\u{FFFD}x\u{FFFD}"),
    ("\u{FFFD}\u{FEFF}", "\u{FFFD}\u{FEFF}", "\u{FFFD}\u{FEFF}", "\u{FFFD}\u{FEFF}"),
    (
      "\u{7F}\u{85}\u{A0}", "\u{FFFD}\u{FFFD}\u{A0}", "\u{7F}\u{85}\u{A0}", "\u{FFFD}\u{FFFD}\u{A0}"
    ),
    ("a\u{202E}b", "a⟦U+202E⟧b", "a&#x202E;b", "a⟦U+202E⟧b"),
    ("\u{61C}\u{2066}", "⟦U+061C⟧⟦U+2066⟧", "&#x61C;&#x2066;", "⟦U+061C⟧⟦U+2066⟧"),
    (
      "\u{1F600}é\u{2014}\u{200D}", "\u{1F600}é\u{2014}\u{200D}", "\u{1F600}é\u{2014}\u{200D}",
      "\u{1F600}é\u{2014}\u{200D}"
    ),
  ]

  @Test(arguments: cases)
  func `writes text for its place`(text: String, html: String, xml: String, none: String) {
    #expect(Escaping.html.escaped(text) == Array(html.utf8))
    #expect(Escaping.xml.escaped(text) == Array(xml.utf8))
    #expect(Escaping.none.escaped(text) == Array(none.utf8))
  }

  @Test(arguments: [0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF])
  func `keeps what only HTML forbids in XML`(value: UInt32) throws {
    let text = String(try #require(Unicode.Scalar(value)))
    #expect(Escaping.html.escaped(text) == Array("\u{FFFD}".utf8))
    #expect(Escaping.xml.escaped(text) == Array(text.utf8))
  }

  @Test func `shows every bidirectional control and nothing near it`() {
    let controls = [0x61C, 0x200E, 0x200F] + Array(0x202A...0x202E) + Array(0x2066...0x2069)
    for value in Array(0x600...0x62F) + Array(0x2000...0x2070) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isShown = Escaping.html.escaped(String(scalar)) != Array(String(scalar).utf8)
      #expect(isShown == controls.contains(value))
    }
  }

  @Test func `lets no character through that XML does not allow`() throws {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isAllowed =
        switch value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
      let output = Escaping.xml.escaped(String(scalar))
      if (output == Array("\u{FFFD}".utf8)) != (!isAllowed || value == 0xFFFD) {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: [
    ("cover.html.mustache", Escaping.html), ("a/packet.xml.mustache", .xml),
    ("print.css.mustache", .none), ("html.mustache", .none),
  ])
  func `is chosen by the name of the file`(name: String, escaping: Escaping) {
    #expect(Escaping(fileName: name) == escaping)
  }
}
