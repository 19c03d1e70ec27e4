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
      var sink = UniqueAttributes(scanner)
      return scanner.accepts(into: &sink, allowing: documentType)
    }
  }

  /// Where the values of some attributes stand, in each start tag that has the first of them; nil where
  /// a text is not well-formed beyond doubt.
  ///
  /// - Parameters:
  ///   - names: The attributes' names, at least one.
  ///   - bytes: The text.
  ///   - documentType: What the text may declare.
  /// - Returns: As many places for each such tag as there are names, in their order: those of the bytes
  ///   between the quotes, references as they stand; empty for an attribute that is not there.
  package static func values(
    of names: [StaticString], in bytes: [UInt8], allowing documentType: XMLDocument.DocumentType
  ) -> [Range<Int>]? {
    guard bytes.count <= maximumBytes else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var scanner = MarkupScanner(buffer)
      var sink = AttributePlaces(UniqueAttributes(scanner), of: names)
      return scanner.accepts(into: &sink, allowing: documentType) ? sink.found : nil
    }
  }
}

/// Refuses an element that has an attribute twice.
struct UniqueAttributes: MarkupSink {
  let bytes: UnsafePointer<UInt8>
  private let known: KnownTags

  init(_ scanner: MarkupScanner) {
    bytes = scanner.bytes
    known = KnownTags(in: scanner)
  }

  @inline(__always)
  func foreseenStart(at place: Int, before count: Int) -> ForeseenTag {
    known.tag(at: place).map { .read($0) } ?? .unknown
  }

  @inline(__always)
  func start(_ tag: StartTag) -> Bool {
    guard isUnique(tag) else { return false }
    remember(tag)
    return true
  }

  /// Lets a tag pass at once where it stands again.
  @inline(__always)
  func remember(_ tag: StartTag) { known.insert(tag) }

  @inline(__always)
  func isUnique(_ tag: StartTag) -> Bool {
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

/// Notes the values of some attributes besides.
private struct AttributePlaces: MarkupSink {
  private let inner: UniqueAttributes
  private let names: [StaticString]
  private let first: StaticString
  private(set) var found: [Range<Int>] = []

  init(_ inner: UniqueAttributes, of names: [StaticString]) {
    precondition(!names.isEmpty, "a tag is known by the first of the names")
    self.inner = inner
    self.names = names
    first = names[0]
  }

  @inline(__always)
  func foreseenStart(at place: Int, before count: Int) -> ForeseenTag {
    inner.foreseenStart(at: place, before: count)
  }

  @inline(__always)
  mutating func start(_ tag: StartTag) -> Bool {
    guard inner.isUnique(tag) else { return false }
    for place in 0..<tag.count where isNamed(tag.attributes[place].name, first) {
      note(tag)
      return true
    }
    // Those that were noted have to be each time.
    inner.remember(tag)
    return true
  }

  private mutating func note(_ tag: StartTag) {
    for name in names {
      var range = 0..<0
      for place in 0..<tag.count where isNamed(tag.attributes[place].name, name) {
        range = tag.attributes[place].value.start..<tag.attributes[place].value.end
      }
      found.append(range)
    }
  }

  @inline(__always)
  private func isNamed(_ span: MarkupSpan, _ name: StaticString) -> Bool {
    span.count == name.utf8CodeUnitCount
      && isSame(inner.bytes + span.start, name.utf8Start, span.count)
  }

  @inline(__always)
  func text(_ span: MarkupSpan) -> Bool { true }
  @inline(__always)
  func comment() -> Bool { true }
  @inline(__always)
  func end(_ name: MarkupSpan, tag: MarkupSpan) -> Bool { true }
}
