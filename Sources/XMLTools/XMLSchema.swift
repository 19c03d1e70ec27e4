internal import CLibXML2

/// An XSD that was found good, for use from any task.
///
/// It holds the text and compiles it anew in each call: libxml2 writes into a compiled schema when
/// a document names further schemas, so that a shared one would be safe by luck only. Compiling
/// costs far less than making the document that is checked.
package struct XMLSchema: Sendable {
  private let source: [UInt8]

  /// Compiles the text once, so that a faulty schema is known before any document is made.
  package init(source: [UInt8]) throws(XMLRejection) {
    self.source = source
    _ = try CompiledSchema(source)
  }

  /// Complaints about a document, with lines; empty when the schema accepts it.
  package func complaints(about document: borrowing XMLDocument) -> [XMLComplaint] {
    if let found = locationHint(under: xmlDocGetRootElement(document.pointer)) { return [found] }
    do {
      return try CompiledSchema(source).complaints(about: document)
    } catch {
      return error.complaints
    }
  }
}

/// The owner of a compiled schema and of the document that it keeps pointing into.
private struct CompiledSchema: ~Copyable {
  private let document: XMLDocument
  private let schema: xmlSchemaPtr

  init(_ source: [UInt8]) throws(XMLRejection) {
    let document = try XMLDocument(parsing: source, maximumBytes: 4 << 20)
    if let found = locationHint(under: xmlDocGetRootElement(document.pointer)) {
      throw XMLRejection([found])
    }
    guard let context = xmlSchemaNewDocParserCtxt(document.pointer) else {
      throw XMLRejection.outOfMemory
    }
    let collector = ComplaintCollector()
    let schema = withExtendedLifetime(collector) {
      xmlSchemaSetParserStructuredErrors(context, collect, collector.opaque)
      return xmlSchemaParse(context)
    }
    xmlSchemaFreeParserCtxt(context)
    guard let schema, collector.complaints.isEmpty else {
      if let schema { xmlSchemaFree(schema) }
      throw XMLRejection(collector.complaints)
    }
    self.document = document
    self.schema = schema
  }

  deinit { xmlSchemaFree(schema) }

  func complaints(about document: borrowing XMLDocument) -> [XMLComplaint] {
    guard let context = xmlSchemaNewValidCtxt(schema) else {
      return XMLRejection.outOfMemory.complaints
    }
    defer { xmlSchemaFreeValidCtxt(context) }
    let collector = ComplaintCollector()
    let result = withExtendedLifetime(collector) {
      xmlSchemaSetValidStructuredErrors(context, collect, collector.opaque)
      return xmlSchemaValidateDoc(context, document.pointer)
    }
    return result == 0 ? collector.complaints : XMLRejection(collector.complaints).complaints
  }
}

/// The structured handler of one schema context; its data is the collector of the same call.
private let collect: @Sendable @convention(c) (UnsafeMutableRawPointer?, xmlErrorPtr?) -> Void = {
  data, error in
  guard let data, let error else { return }
  ComplaintCollector.from(data).add(error)
}

/// The first attribute that would make libxml2 read another file: `schemaLocation` on an
/// `xs:import`, `xs:include` or `xs:redefine`, or `xsi:schemaLocation` in a document.
private func locationHint(under root: xmlNodePtr?) -> XMLComplaint? {
  var next = root
  while let node = next {
    if node.pointee.type == XML_ELEMENT_NODE {
      var attribute = node.pointee.properties
      while let current = attribute {
        let name = String(cString: current.pointee.name)
        if name == "schemaLocation" || name == "noNamespaceSchemaLocation" {
          let message = "attribute “\(name)”; expected none, since it names another file"
          return XMLComplaint(line: xmlGetLineNo(node), column: 0, message: message)
        }
        attribute = current.pointee.next
      }
    }
    next = successor(of: node, within: root)
  }
  return nil
}

/// The next node in document order, without recursion, so that depth can't exhaust the stack.
private func successor(of node: xmlNodePtr, within root: xmlNodePtr?) -> xmlNodePtr? {
  if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children { return child }
  var current = node
  while current != root {
    if let sibling = current.pointee.next { return sibling }
    guard let parent = current.pointee.parent else { return nil }
    current = parent
  }
  return nil
}
