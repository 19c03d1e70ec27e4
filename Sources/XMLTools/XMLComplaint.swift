internal import CLibXML2

/// One thing that is wrong with an XML text, with its place.
package struct XMLComplaint: Equatable, Sendable {
  /// 1-based line; 0 when the complaint is about the text as a whole.
  package let line: Int
  /// 1-based column in bytes; 0 when libxml2 does not know it (schema complaints).
  package let column: Int
  package let message: String

  package init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}

/// The reason why a text was not taken as a document or a schema; never empty.
package struct XMLRejection: Error, Equatable, Sendable {
  package let complaints: [XMLComplaint]
}

/// Where one libxml2 context puts its complaints.
///
/// A class because the C side carries it as a pointer. It lives in one call, on one thread.
final class ComplaintCollector {
  /// More than these help nobody, and a hostile text could otherwise ask for any number.
  private static let limit = 100
  private(set) var complaints: [XMLComplaint] = []

  func add(_ complaint: XMLComplaint) {
    guard complaints.count < Self.limit else { return }
    complaints.append(complaint)
  }

  /// Copies what libxml2 reports, since its own text is gone after the callback.
  func add(_ error: xmlErrorPtr) {
    guard error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    var line = Int(error.pointee.line)
    if line >= 65_535, error.pointee.domain != Int32(XML_FROM_PARSER.rawValue),
      let node = error.pointee.node
    {
      // Elements count no further, and libxml2 then answers with the end of the text that follows.
      // The text before an element ends on the element's own line.
      let element = node.assumingMemoryBound(to: xmlNode.self)
      line = xmlGetLineNo(element.pointee.prev ?? element)
    }
    var message = error.pointee.message.map { String(cString: $0) } ?? "unknown error"
    while message.last?.isWhitespace == true { message.removeLast() }
    let column = error.pointee.domain == Int32(XML_FROM_PARSER.rawValue) ? error.pointee.int2 : 0
    add(XMLComplaint(line: line, column: Int(column), message: message))
  }

  /// The pointer that C carries; valid while the caller keeps the collector alive.
  var opaque: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static func from(_ pointer: UnsafeMutableRawPointer) -> ComplaintCollector {
    Unmanaged<ComplaintCollector>.fromOpaque(pointer).takeUnretainedValue()
  }
}

/// Prepares libxml2's tables once, before the first context of any task; never undone.
let libraryIsReady: Void = {
  xmlInitParser()
  xmlSchemaInitTypes()
}()
