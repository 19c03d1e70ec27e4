import TestSupport
import Testing

@testable import XMLTools

/// Texts that come in pieces, against the same texts as a whole.
@Suite struct PieceTests {
  /// A text cut behind some of its `>` from a place on, which need not end a tag.
  private func pieces(
    of text: [UInt8], from first: Int = 0, using generator: inout SeededGenerator
  ) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    for place in text.indices.dropFirst(first)
    where text[place] == UInt8(ascii: ">") && Int.random(in: 0..<4, using: &generator) == 0 {
      pieces.append(text[start...place])
      start = place + 1
    }
    return pieces + [text[start...]]
  }

  private func isCertain(_ pieces: [ArraySlice<UInt8>]) -> Bool {
    var form = WellFormedPieces(allowing: .html)
    return pieces.enumerated().allSatisfy {
      form.accepts($0.element, isLast: $0.offset == pieces.count - 1)
    }
  }

  private func canonical(_ pieces: [ArraySlice<UInt8>], _ acceptor: XMLAcceptor) -> [UInt8]? {
    let form = CanonicalPieces(acceptor)
    var result: [UInt8] = []
    for (number, piece) in pieces.enumerated() {
      guard let part = form.canonical(of: piece, isLast: number == pieces.count - 1) else {
        return nil
      }
      result += part
    }
    return result
  }

  private static let page = Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- a page --><!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>商圈</title></head>
    <body><!-- two tables --><table><tr><td class="n">1</td><td/></tr>
    <tr><td data-x="a&gt;b">2</td></tr></table><p>t<b>u</b>v</p></body></html>
    <!-- end -->\n
    """.utf8)

  @Test func `is certain of a page wherever a tag ends`() throws {
    // The first piece has to reach into the root.
    let root = try #require(Self.page.firstRange(of: Array("<html".utf8))).lowerBound
    for seed in 0..<UInt64(200) {
      var generator = SeededGenerator(seed: seed)
      let isCertain = isCertain(pieces(of: Self.page, from: root, using: &generator))
      #expect(isCertain, "seed \(seed)")
    }
  }

  @Test func `is certain of no page in pieces that is not so as a whole`() {
    var certain = 0
    for seed in 0..<UInt64(4_000) {
      var generator = SeededGenerator(seed: seed)
      let page = mutatedMarkup(Self.page, using: &generator)
      guard isCertain(pieces(of: page, using: &generator)) else { continue }
      certain += 1
      let isWholeCertain = XMLWellFormedness.isCertain(of: page, allowing: .html)
      #expect(isWholeCertain, "seed \(seed)")
    }
    #expect(certain > 50)
  }

  @Test(arguments: [
    ["<a>"], ["<a>", "</b>"], ["<a><b>", "</a></b>"], ["<a>", "</a><b/>"], ["<a x=\"1>", "\"/>"],
    ["<a><!-- >", "--></a>"], ["<a>]]", "></a>"], ["<a>1>", "2</a>"], ["", "<a/>"], ["<a/>", "b"],
  ])
  func `is not certain of pieces that end elsewhere or do not fit`(texts: [String]) {
    #expect(!isCertain(texts.map { Array($0.utf8)[...] }))
  }

  private static let schema = Array(
    """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:a:b" xmlns:p="urn:a:b"
      targetNamespace="urn:a:b" elementFormDefault="qualified">
    <xs:complexType name="item"><xs:simpleContent><xs:extension base="xs:string">
      <xs:attribute name="id" type="xs:string" use="required"/><xs:attribute name="up" type="xs:string"/>
    </xs:extension></xs:simpleContent></xs:complexType>
    <xs:complexType name="group"><xs:sequence>
      <xs:element name="item" type="item" minOccurs="1" maxOccurs="3"/>
    </xs:sequence></xs:complexType>
    <xs:element name="r">
      <xs:complexType><xs:sequence>
        <xs:element name="group" type="group" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType>
      <xs:key name="ids"><xs:selector xpath="p:group/p:item"/><xs:field xpath="@id"/></xs:key>
      <xs:keyref name="ups" refer="ids"><xs:selector xpath="p:group/p:item"/><xs:field xpath="@up"/></xs:keyref>
      <xs:unique name="texts"><xs:selector xpath="p:group/p:item"/><xs:field xpath="."/></xs:unique>
    </xs:element>
    </xs:schema>
    """.utf8)

  private static let document = Array(
    """
    <r xmlns="urn:a:b">
      <group><item id="a" up="c">1</item><item id='b'>&#50;</item></group>
      <group>
        <item up="a" id="c"/><item id="d&gt;">商</item>
      </group>
    </r>
    """.utf8)

  @Test func `gives the canonical form of the whole wherever a tag ends`() throws {
    let acceptor = try #require(XMLAcceptor(source: Self.schema))
    let whole = try #require(acceptor.canonical(of: Self.document))
    for seed in 0..<UInt64(200) {
      var generator = SeededGenerator(seed: seed)
      let found = canonical(pieces(of: Self.document, using: &generator), acceptor)
      let isSame = found == whole
      #expect(isSame, "seed \(seed)")
    }
  }

  @Test func `accepts nothing in pieces that it does not accept as a whole`() throws {
    let acceptor = try #require(XMLAcceptor(source: Self.schema))
    var accepted = 0
    for seed in 0..<UInt64(6_000) {
      var generator = SeededGenerator(seed: seed)
      let text = mutatedMarkup(Self.document, using: &generator)
      guard let found = canonical(pieces(of: text, using: &generator), acceptor) else { continue }
      accepted += 1
      let isSame = found == acceptor.canonical(of: text)
      #expect(isSame, "seed \(seed)")
    }
    #expect(accepted > 50)
  }
}
