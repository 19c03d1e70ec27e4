internal import CLibXML2

/// One run of libxml2's parser over a whole text, with a tree or without.
enum XMLParse {
  /// The tree of a text, which the caller has to free.
  static func tree(
    of bytes: [UInt8], maximumBytes: Int, maximumMarkup: Int?,
    allowing documentType: XMLDocument.DocumentType
  ) throws(XMLRejection) -> xmlDocPtr {
    if let maximumMarkup, bytes.count <= maximumBytes {
      try count(markupOf: bytes, upTo: maximumMarkup)
    }
    let tree = try run(
      bytes, maximumBytes: maximumBytes, allowing: documentType, keepsTree: true)
    guard let tree else { throw XMLRejection.outOfMemory }
    return tree
  }

  /// Counts what could become nodes, whatever the encoding: each tag has a `<`, each attribute a `=`.
  private static func count(markupOf bytes: [UInt8], upTo limit: Int) throws(XMLRejection) {
    var count = 0
    for byte in bytes {
      count += (byte == UInt8(ascii: "<") ? 1 : 0) + (byte == UInt8(ascii: "=") ? 1 : 0)
    }
    guard count > limit else { return }
    let message = "\(count) tags and attributes; expected at most \(limit)"
    throw XMLRejection(complaints: [XMLComplaint(line: 0, column: 0, message: message)])
  }

  /// What is wrong with a text; empty where it is well-formed.
  static func complaints(
    about bytes: [UInt8], maximumBytes: Int, allowing documentType: XMLDocument.DocumentType
  ) -> [XMLComplaint] {
    do {
      let tree = try run(
        bytes, maximumBytes: maximumBytes, allowing: documentType, keepsTree: false)
      if let tree { xmlFreeDoc(tree) }
      return []
    } catch {
      return error.complaints
    }
  }

  private static func run(
    _ bytes: [UInt8], maximumBytes: Int, allowing documentType: XMLDocument.DocumentType,
    keepsTree: Bool
  ) throws(XMLRejection) -> xmlDocPtr? {
    _ = libraryIsReady
    guard bytes.count <= maximumBytes, let size = Int32(exactly: bytes.count) else {
      let message = "\(bytes.count) bytes; expected at most \(min(maximumBytes, Int(Int32.max)))"
      throw XMLRejection(complaints: [XMLComplaint(line: 0, column: 0, message: message)])
    }
    guard let context = xmlNewParserCtxt() else { throw XMLRejection.outOfMemory }
    defer { xmlFreeParserCtxt(context) }
    let collector = ComplaintCollector()
    // `sax` belongs to the context, and the closures reach the collector through `_private` only,
    // so that contexts of other tasks never meet.
    context.pointee._private = collector.opaque
    if !keepsTree { dropEvents(context.pointee.sax) }
    context.pointee.sax.pointee.serror = { context, error in
      guard let context, let error else { return }
      complaintCollector(of: context.assumingMemoryBound(to: xmlParserCtxt.self))?.add(error)
    }
    context.pointee.sax.pointee.internalSubset =
      switch documentType {
      case .none: { context, _, _, _ in refuseDocumentType(context) }
      case .html:
        { context, name, publicID, systemID in
          guard publicID == nil, systemID == nil, endsHere(context), let name,
            String(cString: name) == "html"
          else { return refuseDocumentType(context) }
        }
      }
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
    let tree = withExtendedLifetime(collector) {
      bytes.withUnsafeBytes { buffer in
        // libxml2 reads the bytes during this call only.
        xmlCtxtReadMemory(
          context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), size, nil, nil, options)
      }
    }
    guard context.pointee.wellFormed == 1, collector.complaints.isEmpty else {
      if let tree { xmlFreeDoc(tree) }
      throw XMLRejection(collector.complaints)
    }
    return tree
  }

  /// Takes away the handlers that build the tree.
  ///
  /// Tags, attributes, namespaces and references are checked by the parser itself, before it would
  /// tell anybody. Without `getEntity` only the five references of XML are known.
  private static func dropEvents(_ sax: UnsafeMutablePointer<xmlSAXHandler>) {
    sax.pointee.startDocument = nil
    sax.pointee.endDocument = nil
    // These two stay, empty, since their presence makes the parser look at namespaces.
    sax.pointee.startElementNs = { _, _, _, _, _, _, _, _, _ in }
    sax.pointee.endElementNs = { _, _, _, _ in }
    sax.pointee.startElement = nil
    sax.pointee.endElement = nil
    sax.pointee.characters = nil
    sax.pointee.ignorableWhitespace = nil
    sax.pointee.cdataBlock = nil
    sax.pointee.comment = nil
    sax.pointee.processingInstruction = nil
    sax.pointee.reference = nil
    sax.pointee.getEntity = nil
  }
}

private func complaintCollector(of context: xmlParserCtxtPtr) -> ComplaintCollector? {
  context.pointee._private.map(ComplaintCollector.from)
}

/// Whether a document type declaration ends where the parser stands, so that it declares nothing.
private func endsHere(_ context: UnsafeMutableRawPointer?) -> Bool {
  let context = context?.assumingMemoryBound(to: xmlParserCtxt.self)
  return context?.pointee.input?.pointee.cur?.pointee == UInt8(ascii: ">")
}

/// Stops the parser at a document type, before anything that it declares is read.
private func refuseDocumentType(_ context: UnsafeMutableRawPointer?) {
  guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
  let line = (context.pointee.input?.pointee.line).map(Int.init) ?? 0
  let message = "document type declaration that is not allowed, since it could name other files"
  complaintCollector(of: context)?.add(XMLComplaint(line: line, column: 0, message: message))
  xmlStopParser(context)
}
