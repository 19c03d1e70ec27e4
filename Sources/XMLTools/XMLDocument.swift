internal import CLibXML2

/// The owner of one parsed document, which is freed exactly once.
///
/// It can't be copied, and it is not `Sendable`: a document stays in the task that parsed it.
package struct XMLDocument: ~Copyable {
  let pointer: xmlDocPtr

  /// What a text may declare as its document type.
  package enum DocumentType: Sendable {
    case none
    /// `<!DOCTYPE html>` and nothing else: no identifiers, no declarations.
    case html
  }

  /// Parses a whole text, which must be well-formed, declare no other document type than allowed,
  /// and be no longer than the bound that the caller gives.
  package init(
    parsing bytes: [UInt8], maximumBytes: Int, allowing documentType: DocumentType = .none
  ) throws(XMLRejection) {
    _ = libraryIsReady
    guard bytes.count <= maximumBytes, let size = Int32(exactly: bytes.count) else {
      let message = "\(bytes.count) bytes; expected at most \(min(maximumBytes, Int(Int32.max)))"
      throw XMLRejection(complaints: [XMLComplaint(line: 0, column: 0, message: message)])
    }
    guard let context = xmlNewParserCtxt() else { throw XMLRejection.outOfMemory }
    let collector = ComplaintCollector()
    // `sax` belongs to the context, and the closures reach the collector through `_private` only,
    // so that contexts of other tasks never meet.
    context.pointee._private = collector.opaque
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
    let parsed = withExtendedLifetime(collector) {
      bytes.withUnsafeBytes { buffer in
        // libxml2 reads the bytes during this call only.
        xmlCtxtReadMemory(
          context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), size, nil, nil, options)
      }
    }
    let isWellFormed = context.pointee.wellFormed == 1
    xmlFreeParserCtxt(context)
    guard let parsed, isWellFormed, collector.complaints.isEmpty else {
      if let parsed { xmlFreeDoc(parsed) }
      throw XMLRejection(collector.complaints)
    }
    pointer = parsed
  }

  deinit { xmlFreeDoc(pointer) }

  /// Complaints about a text that is not well-formed; empty when it is.
  package static func complaints(
    about bytes: [UInt8], maximumBytes: Int, allowing documentType: DocumentType = .none
  ) -> [XMLComplaint] {
    do {
      _ = try XMLDocument(parsing: bytes, maximumBytes: maximumBytes, allowing: documentType)
      return []
    } catch {
      return error.complaints
    }
  }

  /// The document in Canonical XML 1.1, by default without comments.
  package func canonical(withComments: Bool = false) throws(XMLRejection) -> [UInt8] {
    var memory: UnsafeMutablePointer<xmlChar>?
    let count = xmlC14NDocDumpMemory(
      pointer, nil, Int32(XML_C14N_1_1.rawValue), nil, withComments ? 1 : 0, &memory)
    guard count >= 0, let memory else { throw XMLRejection.outOfMemory }
    defer { clibxml2_free(memory) }
    return [UInt8](UnsafeBufferPointer(start: memory, count: Int(count)))
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

extension XMLRejection {
  static let outOfMemory = XMLRejection([])

  /// Never empty: where libxml2 fails without a word, that is said.
  init(_ complaints: [XMLComplaint]) {
    let silent = XMLComplaint(line: 0, column: 0, message: "libxml2 failed without a reason")
    self.init(complaints: complaints.isEmpty ? [silent] : complaints)
  }
}
