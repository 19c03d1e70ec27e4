/// Says of most well-formed texts that they are well-formed, many times faster than libxml2.
package enum XMLWellFormedness {
  /// More bytes than these could be more names than libxml2's dictionary takes.
  static let maximumBytes = 8_000_000

  /// Whether a text is well-formed beyond doubt; where not, `XMLDocument.complaints` has to decide.
  package static func isCertain(
    of bytes: [UInt8], allowing documentType: XMLDocument.DocumentType = .none
  ) -> Bool {
    guard bytes.count <= maximumBytes else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      var scanner = MarkupScanner(buffer)
      var sink = UniqueAttributes(bytes: scanner.bytes)
      return scanner.accepts(into: &sink, allowing: documentType)
    }
  }
}

/// Refuses an element that has an attribute twice.
struct UniqueAttributes: MarkupSink {
  let bytes: UnsafePointer<UInt8>

  @inline(__always)
  func start(_ tag: StartTag) -> Bool {
    var later = 1
    while later < tag.count {
      let name = tag.attributes[later].name
      for earlier in 0..<later where tag.attributes[earlier].name.count == name.count {
        if isSame(bytes + tag.attributes[earlier].name.start, bytes + name.start, name.count) {
          return false
        }
      }
      later += 1
    }
    return true
  }

  @inline(__always)
  func text(_ span: MarkupSpan) -> Bool { true }
  @inline(__always)
  func comment() -> Bool { true }
  @inline(__always)
  func end(_ name: MarkupSpan, tag: MarkupSpan) -> Bool { true }
}
