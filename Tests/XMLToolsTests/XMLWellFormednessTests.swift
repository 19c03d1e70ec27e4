import TestSupport
import Testing

@testable import XMLTools

@Suite struct XMLWellFormednessTests {
  private static let head = "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\""

  private func isCertain(_ text: String) -> Bool {
    XMLWellFormedness.isCertain(of: Array(text.utf8), allowing: .html)
  }

  private func isFine(_ text: [UInt8]) -> Bool {
    XMLDocument.complaints(about: text, maximumBytes: 1 << 24, allowing: .html).isEmpty
  }

  @Test(arguments: [
    "<a/>", "<a></a>", "<a ></a >\n", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>",
    "<!-- a - b -->\n<a><!-- c --></a>\n<!-- d -->", "<a x=\"1\" y='\"2\"'/>",
    "<a>&#160;&#x5546;&amp;</a>",
    "<a>商圈 \u{7FF}\u{800}\u{FFFD}\u{10FFFF} &lt; ></a>", "<a>] ]> ]]&gt; ]]</a>",
    "<a lang=\"en\" xml:lang=\"en\"/>", "<a x='\t\n'>\t\n</a>", "<a.b-c_1/>",
    Self.head + "><svg xmlns=\"http://www.w3.org/2000/svg\"/></html>",
    "<a xmlns=\"urn:review-packet:packet:1\"/>",
  ])
  func `is certain of what templates write`(text: String) {
    #expect(isCertain(text) && isFine(Array(text.utf8)))
  }

  @Test(arguments: [
    "", " ", "a", "<a>", "</a>", "<a/><b/>", "<a/>b", "<a></b>", "<a></aa>", "<aa></a>", "<1/>",
    "<a x=\"1\" x=\"2\"/>", "<a x=\"1\"y=\"2\"/>", "<a x=1/>", "<a x/>", "<a x=\"<\"/>",
    "<a x=\"1/>",
    "<a>&nbsp;</a>", "<a>&</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#1114112;</a>",
    "<a>&#;</a>",
    "<a>&#x;</a>", "<a>]]></a>", "<a>]]]></a>", "<a>\u{1}</a>", "<a>\u{FFFE}</a>",
    "<a><!-- -- --></a>",
    "<a><!-- --->",
    "<x:a/>", "<a x:b=\"1\"/>", "<a xml:lang=\"a\" xml:lang=\"b\"/>",
    "<a xmlns=\"http://www.w3.org/2000/xmlns/\"/>",
    "<a xmlns=\"a b\"/>", " <?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>",
    "<!DOCTYPE html><!DOCTYPE html><a/>",
    "<a/><!DOCTYPE html>", "<!DOCTYPE html [<!ENTITY x 'y'>]><a/>", "<a", "<a ", "<a x", "<a x=",
    "<a x=\"", "<", "<!",
    "<a><", "<a></", "<a></a", "<a>&#1", "<a/", "<!--", "<!-- -",
  ])
  func `is not certain of what is wrong or unusual`(text: String) {
    #expect(!isCertain(text))
  }

  @Test func `gives the values of the tags that have the first attribute`() throws {
    let text =
      "<a x=\"0\" y=\"no\"><b z='2' x=\"1&amp;\">x=\"3\"</b><!-- <c x=\"4\"/> --><c xx=\"5\" x=''/></a>"
    let bytes = Array(text.utf8)
    let found = try #require(XMLWellFormedness.values(of: ["x", "z"], in: bytes, allowing: .none))
    let values = found.map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(values == ["0", "", "1&amp;", "2", "", ""])
    #expect(XMLWellFormedness.values(of: ["x"], in: bytes.dropLast(), allowing: .none) == nil)
  }

  @Test func `notes a mark each time it stands there`() throws {
    let mark = "<b x=\"1\" z=\"2\"></b>"
    let bytes = Array("<a><c y=\"1\"/>\(mark)<c y=\"1\"/>\(mark)</a>                ".utf8)
    let found = try #require(XMLWellFormedness.values(of: ["x", "z"], in: bytes, allowing: .none))
    #expect(found.map { String(decoding: bytes[$0], as: UTF8.self) } == ["1", "2", "1", "2"])
  }

  /// A tag that was found right helps no other one, however alike.
  @Test func `judges a tag after one like it as it would alone`() {
    let others = Array("<>/\"'= &a\u{1}\u{7F}".utf8)
    func isCertain(_ tags: [UInt8]...) -> Bool {
      let text = Array("<r>".utf8) + tags.joined() + Array("</r>".utf8)
      return XMLWellFormedness.isCertain(of: text + Array(repeating: 10, count: 40))
    }
    for tag in ["<a/>", "<a x=\">\"/>", "<th scope=\"col\"/>", "<th scope=\"row\" class=\"n\"/>"] {
      let tag = Array(tag.utf8)
      #expect(isCertain(tag, tag, tag))
      for place in tag.indices {
        for other in others {
          var changed = tag
          changed[place] = other
          #expect(isCertain(tag, changed) == isCertain(changed), "\(place) \(other)")
          changed.insert(tag[place], at: place)
          #expect(isCertain(tag, changed) == isCertain(changed), "\(place) \(other)")
        }
        let cut = Array(tag[..<place])
        #expect(isCertain(tag, cut) == isCertain(cut), "\(place)")
      }
    }
  }

  @Test func `takes a document type only where it is allowed`() {
    let text = Array("<!DOCTYPE html><a/>".utf8)
    #expect(XMLWellFormedness.isCertain(of: text, allowing: .html))
    #expect(!XMLWellFormedness.isCertain(of: text))
  }

  @Test func `leaves depth, many attributes and long names to libxml2`() {
    let deep = String(repeating: "<a>", count: 201) + String(repeating: "</a>", count: 201)
    let many = "<a" + (0..<49).map { " a\($0)=\"\"" }.joined() + "/>"
    #expect(!isCertain(deep) && !isCertain(many))
    #expect(!isCertain("<" + String(repeating: "a", count: 1_001) + "/>"))
  }

  @Test func `knows each sequence of up to four bytes that is no character`() {
    let edges: [UInt8] = [
      0x00, 0x1F, 0x20, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBD, 0xBE, 0xBF, 0xC0, 0xC1, 0xC2,
      0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for first in edges {
      for second in edges {
        for third in edges {
          for fourth in edges.reversed() {
            let text = Array("<a>".utf8) + [first, second, third, fourth] + Array("</a>".utf8)
            guard XMLWellFormedness.isCertain(of: text) else { continue }
            #expect(isFine(text), "\([first, second, third, fourth])")
          }
        }
      }
    }
  }

  @Test func `is certain of no mutation that libxml2 refuses`() {
    let page = Array(
      (Self.head + """
         xml:lang="zh-Hant">
        <!-- 頁 --><head><title>商圈 &amp; 店家</title><style>a > b { content: "]" }</style></head>
        <body><p class="a" id='b"c'>1 &lt; 2&#160;&#x5546;<br/></p>
        <svg xmlns="http://www.w3.org/2000/svg" width="10"><path d="M 0 0"/></svg></body></html>

        """).utf8)
    #expect(XMLWellFormedness.isCertain(of: page, allowing: .html))
    var certain = 0
    for seed in 0..<UInt64(8_000) {
      var generator = SeededGenerator(seed: seed)
      let text = mutatedMarkup(page, using: &generator)
      guard XMLWellFormedness.isCertain(of: text, allowing: .html) else { continue }
      certain += 1
      #expect(isFine(text), "seed \(seed): \(String(decoding: text, as: UTF8.self))")
    }
    #expect(certain > 500)
  }
}
