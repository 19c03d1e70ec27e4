import Testing

@testable import XMLTools

private let xsd = """
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:stores"
    xmlns="urn:example:stores" elementFormDefault="qualified">
    <xs:element name="stores">
      <xs:complexType>
        <xs:sequence>
          <xs:element name="store" maxOccurs="unbounded">
            <xs:complexType>
              <xs:attribute name="days" type="xs:nonNegativeInteger" use="required"/>
              <xs:attribute name="id" use="required">
                <xs:simpleType>
                  <xs:restriction base="xs:string"><xs:pattern value="S[0-9]+"/></xs:restriction>
                </xs:simpleType>
              </xs:attribute>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
      </xs:complexType>
    </xs:element>
  </xs:schema>
  """

private func complaints(_ body: String, _ schema: XMLSchema) throws -> [XMLComplaint] {
  let text = "<stores xmlns=\"urn:example:stores\">\n\(body)\n</stores>"
  let document = try XMLDocument(parsing: Array(text.utf8), maximumBytes: 1 << 26)
  return schema.complaints(about: document)
}

@Suite struct XMLSchemaTests {
  private let schema: XMLSchema

  init() throws { schema = try XMLSchema(source: Array(xsd.utf8)) }

  @Test func `accepts a document that follows the schema`() throws {
    #expect(try complaints("<store id='S1' days='0'/>", schema).isEmpty)
  }

  @Test func `names the line of each value that breaks the schema`() throws {
    let body = "<store id='S1' days='0'/>\n<store id='S2' days='-1'/>\n<store id='X' days='1'/>"
    let found = try complaints(body, schema)
    #expect(Set(found.map(\.line)) == [3, 4])
    #expect(found.contains { $0.message.contains("nonNegativeInteger") })
  }

  @Test func `knows lines beyond 65,535`() throws {
    let body = String(repeating: "<store id='S1' days='0'/>\n", count: 70_000) + "<other/>"
    let lines = try complaints(body, schema).map(\.line)
    #expect(lines == [70_002])
  }

  @Test(arguments: [
    "<a/>", "", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:no/></xs:schema>",
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='b'/></xs:schema>",
  ])
  func `refuses a text that is no schema of its own`(text: String) {
    #expect(throws: XMLRejection.self) { try XMLSchema(source: Array(text.utf8)) }
  }

  @Test func `refuses a document that names a schema file of its own`() throws {
    let hint =
      "<store xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' id='S1' days='0' "
      + "xsi:schemaLocation='urn:example:stores other.xsd'/>"
    let found = try complaints(hint, schema)
    #expect(found.map(\.line) == [2])
    #expect(found.first?.message.contains("schemaLocation") == true)
  }

  @Test func `checks in 200 tasks with one schema`() async throws {
    let schema = schema
    let wrong = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          let days = number.isMultiple(of: 2) ? "\(number)" : "many"
          return try !complaints("<store id='S\(number)' days='\(days)'/>", schema).isEmpty
        }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(wrong == 100)
  }
}
