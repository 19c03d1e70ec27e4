import TestSupport
import Testing

@testable import XMLTools

private func xsd(_ body: String) -> [UInt8] {
  let head = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:a:b" xmlns:p="urn:a:b"
      targetNamespace="urn:a:b" elementFormDefault="qualified">
    """
  return Array((head + body + "</xs:schema>").utf8)
}

private let schema = xsd(
  """
  <xs:simpleType name="code"><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{1,2}[0-9]+|"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="word"><xs:restriction base="xs:string"><xs:enumeration value="a"/><xs:enumeration value="b c"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="mark"><xs:restriction base="xs:string"><xs:enumeration value="R&amp;D"/><xs:enumeration value="&lt;5"/><xs:enumeration value="a&#10;b"/><xs:enumeration value="&quot;"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="day"><xs:restriction base="xs:date"><xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="numbers"><xs:list itemType="xs:nonNegativeInteger"/></xs:simpleType>
  <xs:simpleType name="some"><xs:restriction base="numbers"><xs:minLength value="2"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="filled"><xs:restriction base="xs:string"><xs:pattern value="[\\s\\S]+"/></xs:restriction></xs:simpleType>
  <xs:complexType name="row">
    <xs:attribute name="z" type="code"/><xs:attribute name="a" type="word"/><xs:attribute name="d" type="day"/>
    <xs:attribute name="n" type="numbers"/><xs:attribute name="s" type="some"/><xs:attribute name="f" type="filled"/>
    <xs:attribute name="t" type="xs:boolean"/><xs:attribute name="p" type="xs:positiveInteger"/>
    <xs:attribute name="a-rather-long-name" type="word"/><xs:attribute name="a-rather-long-one" type="code"/>
    <xs:attribute name="m" type="mark"/>
  </xs:complexType>
  <xs:complexType name="item"><xs:simpleContent><xs:extension base="xs:string">
    <xs:attribute name="id" type="filled" use="required"/><xs:attribute name="up" type="filled"/>
  </xs:extension></xs:simpleContent></xs:complexType>
  <xs:element name="r">
    <xs:complexType><xs:sequence>
      <xs:element name="row" type="row" minOccurs="0" maxOccurs="2"/>
      <xs:choice><xs:element name="x" type="xs:string"/><xs:element name="y" type="row"/></xs:choice>
      <xs:element name="item" type="item" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence></xs:complexType>
    <xs:key name="ids"><xs:selector xpath="p:item"/><xs:field xpath="@id"/></xs:key>
    <xs:keyref name="ups" refer="ids"><xs:selector xpath="p:item"/><xs:field xpath="@up"/></xs:keyref>
    <xs:unique name="texts"><xs:selector xpath="p:item|p:x"/><xs:field xpath="."/></xs:unique>
  </xs:element>
  """)

@Suite struct XMLAcceptorTests {
  /// What we say of a body, in whichever way we read it, and what libxml2 says.
  private func both(_ body: String) throws -> (ours: [UInt8]?, theirs: [UInt8]?) {
    let (ours, theirs) = try both(Array("<r xmlns=\"urn:a:b\">\(body)</r>".utf8))
    // Tags with enough behind them are read in a shorter way, if they have double quotes.
    for quoted in [body, body.replacing("'", with: "\"")]
    where quoted == body || !body.contains("\"") {
      let text = "<r xmlns=\"urn:a:b\">\(quoted)</r>" + String(repeating: "\n", count: 200)
      let (far, libxml2) = try both(Array(text.utf8))
      #expect(far == ours && libxml2 == theirs, "\(quoted)")
    }
    return (ours, theirs)
  }

  private func both(_ text: [UInt8]) throws -> (ours: [UInt8]?, theirs: [UInt8]?) {
    let acceptor = try #require(XMLAcceptor(source: schema))
    let ours = acceptor.canonical(of: text)
    guard let document = try? XMLDocument(parsing: text, maximumBytes: 1 << 20),
      try XMLSchema(source: schema).complaints(about: document).isEmpty
    else { return (ours, nil) }
    return (ours, try document.canonical())
  }

  @Test(arguments: [
    "<row m='R&D'/><x/>", "<row m='<5'/><x/>", "<row m='a\nb'/><x/>", "<row m='R&amp;D'/><x/>",
    "<row m='&lt;5'/><x/>", "<row m='a&#10;b'/><x/>", "<row m='&quot;'/><x/>",
  ])
  func `takes no word for itself that a document writes in another way`(body: String) throws {
    let (ours, theirs) = try both(body)
    #expect(ours == nil || ours == theirs)
    #expect((theirs == nil) == !body.contains(";"))
  }

  @Test(arguments: [
    "<x/>", "<y/>", "\n <row/> <row ></row><x> </x>\n",
    "<x>商&lt;&gt;>\"&quot;'&apos;&#13;&#x5546;&amp;</x>",
    "<row z='A1' a=\"b c\" d='2024-02-29' n='' s='0 12' f='\"&quot;&gt;>&#9;&#10;&#13;' t='1' p='7'/><x/>",
    "<row z='' t='false' n='1 2 3'/><row z='AB0123' t='true' a='a'/><x/>",
    "<x/><item id='a'>1</item><item id='b' up='a'>2</item><item id='c' up='c'>3</item>",
    "<x>1</x><item id='&amp;' up='&#98;'>2</item><item id='b' up='&#38;'>3</item>",
    "<row z='' a='a' d='2021-12-31' n='0' s='1 2' f='商' t='0' p='1'/><x/>",
    "<row z='A12' a='b c' d='2021-11-30' n='' s='12345678 9' f=']' t='true' p='12345678'></row><x/>",
    "<row p='0000001' t='1'/><row f='a long value > with & without \u{1F3EA}'/><x/>"
      .replacing("&", with: "&amp;"),
    "<row z='A12'/><row z='A12' a-rather-long-name='b c' a-rather-long-one='A12'/><x/>",
    "<row z='A1'/><row z='A12' a-rather-long-one='A1'/><x/>",
    "<row n='1 1234567 12345678 123456789012345678 0'/><x/>",
    "<row z='AB123456789'/><row z='AB12345678' a-rather-long-one='AB123456780'/><x/>",
    "<x/><item id='a long value of an item' up='a long value of an item'>1</item><item id=' '>2</item>",
  ])
  func `accepts and writes what libxml2 does`(body: String) throws {
    let (ours, theirs) = try both(body)
    #expect(ours != nil && ours == theirs)
  }

  @Test(arguments: [
    "", "<row/>", "<x/><x/>", "<x/><y/>", "<row/><row/><row/><x/>", "<x/><row/>", "t<x/>",
    "<x><y/></x>", "<y> </y>",
    "<row z='ABC1'/><x/>", "<row z='A'/><x/>", "<row z='a1'/><x/>", "<row a='b'/><x/>",
    "<row a=''/><x/>",
    "<row d='2023-02-29'/><x/>", "<row d='2023-13-01'/><x/>", "<row d='0000-01-01'/><x/>",
    "<row d='2023-1-01'/><x/>",
    "<row n='1 -2'/><x/>", "<row s='1'/><x/>", "<row s=''/><x/>", "<row f=''/><x/>",
    "<row t='yes'/><x/>", "<row p='0'/><x/>",
    "<row q='1'/><x/>", "<row z='A1' z='A1'/><x/>", "<x/><item>1</item>",
    "<x/><item id='a'>1</item><item id='a'>2</item>",
    "<x/><item id='b'>1</item><item id='&#98;'>2</item>", "<x/><item id='a' up='b'>1</item>",
    "<x>1</x><item id='a'>1</item>", "<x/><z/>", "<x xmlns=''/>",
    "<row z='A1'/><row z='A1B'/><x/>", "<row z='AB1234567'/><row z='AB1234567a'/><x/>",
    "<row n='12345678a 1'/><x/>", "<row n='1a 1'/><x/>", "<row n='1,2'/><x/>",
    "<row a-rather-long-nome='a'/><x/>", "<row a-rather-long-name2='a'/><x/>",
    "<row z='A12B'/><x/>", "<row a='b c '/><x/>", "<row d='2021-11-31'/><x/>", "<row p='00'/><x/>",
    "<row p='1a'/><x/>", "<row p=''/><x/>", "<row a='a' z='A1' a='a'/><x/>", "<rows/><x/>",
    "<row z='A1'a='a'/><x/>", "<row z='A1' / ><x/>", "<row z='A1\u{1}'/><x/>",
    "<row f='<'/><x/>", "<row f='a long value of all & sorts'/><x/>", "<item id='a'/>",
    "<x/><item/>", "<x/><item id='a' id='b'/>",
  ])
  func `says nothing of what the schema refuses`(body: String) throws {
    let (ours, theirs) = try both(body)
    #expect(ours == nil && theirs == nil)
  }

  @Test(arguments: [
    "<x/><!-- c -->", "<x><![CDATA[]]></x>", "<row f='\n'/><x/>", "<row n=' 1  2 '/><x/>",
    "<row p='+1'/><x/>", "<row n='1234567890123456789'/><x/>", "<row n='1  2'/><x/>",
  ])
  func `leaves the unusual to libxml2`(body: String) throws {
    let (ours, theirs) = try both(body)
    #expect(ours == nil && theirs != nil)
  }

  @Test func `knows the days of each month`() throws {
    let acceptor = try #require(XMLAcceptor(source: schema))
    for year in ["0000", "0001", "1900", "2000", "2021", "2024", "9999"] {
      for month in 0...13 {
        for day in 0...32 {
          let (month, day) = (
            month < 10 ? "0\(month)" : "\(month)", day < 10 ? "0\(day)" : "\(day)"
          )
          let date = "\(year)-\(month)-\(day)"
          let text = Array("<r xmlns=\"urn:a:b\"><row d=\"\(date)\"/><x/></r>".utf8)
          let padded = text + Array(repeating: 10, count: 60)
          let document = try XMLDocument(parsing: text, maximumBytes: 1 << 20)
          let isRight = try XMLSchema(source: schema).complaints(about: document).isEmpty
          #expect((acceptor.canonical(of: padded) != nil) == isRight, "\(date)")
        }
      }
    }
  }

  @Test func `accepts no mutation that libxml2 refuses, and writes the same`() throws {
    let text = Array(
      """
      <r xmlns="urn:a:b">
        <row z="A12" a="b c" d="2021-12-31" n="0 12" s="1 2" f="商圈" t="true" p="12"/>
        <row z="" a="a" d="2024-02-29"></row>
        <x>text</x>
        <item id="a">1</item>
        <item id="b" up="a">two &amp; &lt;three></item>
        <item id="a long value" up="b">3</item>
      </r>
      """.utf8)
    var accepted = 0
    for seed in 0..<UInt64(6_000) {
      var generator = SeededGenerator(seed: seed)
      let mutated = mutatedMarkup(text, using: &generator) + Array(repeating: 10, count: 60)
      let (ours, theirs) = try both(mutated)
      guard let ours else { continue }
      accepted += 1
      #expect(ours == theirs, "seed \(seed): \(String(decoding: mutated, as: UTF8.self))")
    }
    #expect(accepted > 200)
  }

  @Test(arguments: [
    "<xs:element name='r' type='xs:string'/>",
    "<xs:element name='r'><xs:complexType><xs:all/></xs:complexType></xs:element>",
    "<xs:element name='r'><xs:complexType mixed='true'/></xs:element>",
    "<xs:element name='r'><xs:complexType><xs:attribute name='a' type='xs:string' default='1'/></xs:complexType></xs:element>",
    "<xs:element name='r'><xs:complexType><xs:attribute name='a' type='xs:decimal'/></xs:complexType></xs:element>",
    "<xs:element name='r'><xs:complexType><xs:anyAttribute/></xs:complexType></xs:element>",
  ])
  func `is not there for a schema that it does not know`(body: String) throws {
    _ = try XMLSchema(source: xsd(body))
    #expect(XMLAcceptor(source: xsd(body)) == nil)
  }

  @Test(arguments: ["a.c", "[^a]", "\\d", "a{2,}", "\\p{L}", "商", "(a", "a)", "[a-]", "^a", "{2}"])
  func `knows that it does not know a pattern`(pattern: String) {
    #expect(throws: UnknownFeature.self) { try PatternMachine(pattern) }
  }
}
