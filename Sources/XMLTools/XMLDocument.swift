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
  ///
  /// A tree takes over a hundred bytes for a tag of four: a text from strangers gets a bound for the
  /// number of its tags and attributes as well.
  package init(
    parsing bytes: [UInt8], maximumBytes: Int, maximumMarkup: Int? = nil,
    allowing documentType: DocumentType = .none
  ) throws(XMLRejection) {
    pointer = try XMLParse.tree(
      of: bytes, maximumBytes: maximumBytes, maximumMarkup: maximumMarkup, allowing: documentType)
  }

  deinit { xmlFreeDoc(pointer) }

  /// Complaints about a text that is not well-formed; empty when it is.
  ///
  /// As strict as parsing, but no tree is built: this is all that a page needs.
  package static func complaints(
    about bytes: [UInt8], maximumBytes: Int, allowing documentType: DocumentType = .none
  ) -> [XMLComplaint] {
    XMLParse.complaints(about: bytes, maximumBytes: maximumBytes, allowing: documentType)
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

extension XMLRejection {
  static let outOfMemory = XMLRejection([])

  /// Never empty: where libxml2 fails without a word, that is said.
  init(_ complaints: [XMLComplaint]) {
    let silent = XMLComplaint(line: 0, column: 0, message: "libxml2 failed without a reason")
    self.init(complaints: complaints.isEmpty ? [silent] : complaints)
  }
}
