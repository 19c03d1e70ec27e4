/// A piece of a text by its places, end excluded, and what stands in it that is not plain.
struct MarkupSpan {
  var start: Int
  var end: Int
  var traits = MarkupTraits()

  var count: Int { end - start }
}

/// What a piece of text holds beside characters that stand for themselves everywhere.
struct MarkupTraits: OptionSet {
  let rawValue: UInt8

  static let reference = MarkupTraits(rawValue: 1)
  /// A raw `>` or quote, which Canonical XML may write otherwise.
  static let mark = MarkupTraits(rawValue: 2)
  /// A raw tab or line feed in a value.
  static let control = MarkupTraits(rawValue: 4)
  /// A character that is neither a space, a tab nor a line feed.
  static let ink = MarkupTraits(rawValue: 8)
}

/// An attribute of a start tag by its places.
struct AttributeSpan {
  var name: MarkupSpan
  var value: MarkupSpan
}

/// A start tag by its places, with its attributes as long as the scanner stands behind it.
struct StartTag {
  let name: MarkupSpan
  /// The place behind its `>`.
  let end: Int
  let isEmpty: Bool
  let attributes: UnsafePointer<AttributeSpan>
  let count: Int

  /// The place of its `<`.
  var start: Int { name.start - 1 }
}

/// A start tag that was read, its attributes with it.
struct ReadTag {
  /// The place behind its name, which begins one behind the tag.
  let nameEnd: Int
  let end: Int
  let isEmpty: Bool
}

/// What a sink says of a start tag before the scanner has read it.
enum ForeseenTag {
  case read(ReadTag)
  /// It is right by itself and not in its place: the scan ends undecided.
  case refused
  /// Nothing was changed: the scanner reads it, and calls `start`.
  case unknown
}

/// Takes what a scanner finds; `false` from any of its functions ends the scan undecided.
protocol MarkupSink {
  /// Reads the start tag at a place by itself, if it is one that the sink foresaw.
  mutating func foreseenStart(at place: Int, before count: Int) -> ForeseenTag
  /// Has to refuse an attribute that stands twice: the scanner does not look.
  mutating func start(_ tag: StartTag) -> Bool
  /// The whole run of text between two tags or comments; never empty.
  mutating func text(_ span: MarkupSpan) -> Bool
  mutating func comment() -> Bool
  /// The end of an element, and where its end tag stands, which of an empty one has no bytes.
  mutating func end(_ name: MarkupSpan, tag: MarkupSpan) -> Bool
  /// The text goes on elsewhere behind a place: no byte before it can be looked at any more.
  mutating func pause(at place: Int)
}

extension MarkupSink {
  @inline(__always)
  func foreseenStart(at place: Int, before count: Int) -> ForeseenTag { .unknown }
  func pause(at place: Int) {}
}

/// Reads the part of XML that the program's own templates write, in one pass without allocations.
///
/// What it accepts is well-formed beyond doubt. All else is undecided, well-formed or not: libxml2
/// has to look. Left out are CDATA, instructions, carriage returns, names beyond ASCII, prefixes
/// other than `xml:lang`, and sizes near to libxml2's own limits.
struct MarkupScanner {
  /// libxml2 refuses 256 levels, names of 50,000 bytes and values or texts of 10 million.
  static let maximumDepth = 200
  static let maximumName = 1_000
  static let maximumRun = 8_000_000
  static let maximumAttributes = 48

  let bytes: UnsafePointer<UInt8>
  let count: Int
  /// `nameClasses`, which are never let go.
  let nameClasses: UnsafePointer<UInt8>
  var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    count = bytes.count
    nameClasses = Self.nameClasses.pointer
  }

  /// Whether the whole text is beyond doubt, in itself and to the sink.
  mutating func accepts(
    into sink: inout some MarkupSink, allowing documentType: XMLDocument.DocumentType
  ) -> Bool {
    guard prolog(&sink, allowing: documentType) else { return false }
    let isRootFine = Self.withRoom { names, attributes in
      var depth = 0
      return elements(&sink, names, attributes, &depth, goesOn: false)
    }
    return isRootFine && miscellany(&sink) && at == count
  }

  /// What stands before the root, up to its `<`.
  mutating func prolog(
    _ sink: inout some MarkupSink, allowing documentType: XMLDocument.DocumentType
  ) -> Bool {
    _ = skip("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    guard miscellany(&sink) else { return false }
    if case .html = documentType, skip("<!DOCTYPE html>") {
      guard miscellany(&sink) else { return false }
    }
    return byte(0) == UInt8(ascii: "<") && Self.startsName(byte(1))
  }

  /// Lends room for the names of the open elements and for the attributes of a tag.
  static func withRoom(
    _ body: (UnsafeMutablePointer<MarkupSpan>, UnsafeMutablePointer<AttributeSpan>) -> Bool
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: MarkupSpan.self, capacity: maximumDepth) { names in
      withUnsafeTemporaryAllocation(
        of: AttributeSpan.self, capacity: maximumAttributes
      ) { attributes in
        guard let names = names.baseAddress, let attributes = attributes.baseAddress else {
          return false
        }
        return body(names, attributes)
      }
    }
  }

  /// The rest of the root with all that is in it; the scanner stands at a `<`.
  ///
  /// A text that goes on elsewhere may end behind any tag.
  mutating func elements(
    _ sink: inout some MarkupSink, _ names: UnsafeMutablePointer<MarkupSpan>,
    _ attributes: UnsafeMutablePointer<AttributeSpan>, _ depth: inout Int, goesOn: Bool
  ) -> Bool {
    repeat {
      guard byte(0) == UInt8(ascii: "<") else { return false }
      switch byte(1) {
      case UInt8(ascii: "/"):
        depth -= 1
        guard let tag = endTag(names[depth]), sink.end(names[depth], tag: tag) else {
          return false
        }
      case UInt8(ascii: "!"):
        guard comment(), sink.comment() else { return false }
      default:
        let start = at + 1
        guard let tag = startTag(&sink, attributes) else { return false }
        at = tag.end
        let name = MarkupSpan(start: start, end: tag.nameEnd)
        if tag.isEmpty {
          guard sink.end(name, tag: MarkupSpan(start: at, end: at)) else { return false }
        } else {
          guard depth < Self.maximumDepth else { return false }
          names[depth] = name
          depth += 1
        }
      }
      if depth > 0 {
        if goesOn, at == count { return true }
        guard let span = text() else { return false }
        guard span.count == 0 || sink.text(span) else { return false }
      }
    } while depth > 0
    return true
  }

  // MARK: Tags

  @inline(__always)
  private mutating func startTag(
    _ sink: inout some MarkupSink, _ attributes: UnsafeMutablePointer<AttributeSpan>
  ) -> ReadTag? {
    switch sink.foreseenStart(at: at, before: count) {
    case .read(let tag): return tag
    case .refused: return nil
    case .unknown: break
    }
    at += 1
    guard let name = name() else { return nil }
    var found = 0
    while true {
      let isApart = skipSpace()
      let byte = byte(0)
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
        let isEmpty = byte == UInt8(ascii: "/")
        guard !isEmpty || self.byte(1) == UInt8(ascii: ">") else { return nil }
        at += isEmpty ? 2 : 1
        let tag = StartTag(
          name: name, end: at, isEmpty: isEmpty, attributes: attributes, count: found)
        return sink.start(tag) ? ReadTag(nameEnd: name.end, end: at, isEmpty: isEmpty) : nil
      }
      guard isApart, found < Self.maximumAttributes, let attribute = attribute() else {
        return nil
      }
      attributes[found] = attribute
      found += 1
    }
  }

  @inline(__always)
  private mutating func attribute() -> AttributeSpan? {
    guard var name = name() else { return nil }
    if byte(0) == UInt8(ascii: ":") {
      guard name.count == 3, holds("xml", at: name.start), skip(":lang") else { return nil }
      guard !Self.continuesName(byte(0)) else { return nil }
      name.end = at
    }
    guard byte(0) == UInt8(ascii: "=") else { return nil }
    at += 1
    guard let value = value() else { return nil }
    if name.count == 5, holds("xmlns", at: name.start) {
      guard isNamespace(value) else { return nil }
    }
    return AttributeSpan(name: name, value: value)
  }

  @inline(__always)
  private mutating func endTag(_ name: MarkupSpan) -> MarkupSpan? {
    var tag = MarkupSpan(start: at, end: at)
    let start = at + 2
    guard start + name.count < count, isSame(bytes + start, bytes + name.start, name.count) else {
      return nil
    }
    at = start + name.count
    _ = skipSpace()
    guard byte(0) == UInt8(ascii: ">") else { return nil }
    at += 1
    tag.end = at
    return tag
  }

  /// Whether a value names a namespace that libxml2 takes without a word.
  private func isNamespace(_ value: MarkupSpan) -> Bool {
    for known in ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"] as [StaticString]
    where value.count == known.utf8CodeUnitCount && holds(known, at: value.start) {
      return true
    }
    guard value.count > 4, holds("urn:", at: value.start) else { return false }
    for place in value.start + 4..<value.end {
      let isSeparator = bytes[place] == UInt8(ascii: ":")
      guard isSeparator || Self.continuesName(bytes[place]) else { return false }
      guard !isSeparator || place > value.start + 4 else { return false }
    }
    return true
  }

  // MARK: Between tags

  /// Spaces and comments outside of the root.
  mutating func miscellany(_ sink: inout some MarkupSink) -> Bool {
    while true {
      _ = skipSpace()
      guard byte(0) == UInt8(ascii: "<"), byte(1) == UInt8(ascii: "!"),
        byte(2) == UInt8(ascii: "-")
      else { return true }
      guard comment(), sink.comment() else { return false }
    }
  }

  private mutating func comment() -> Bool {
    guard skip("<!--") else { return false }
    while true {
      let byte = byte(0)
      if byte == UInt8(ascii: "-"), self.byte(1) == UInt8(ascii: "-") { return skip("-->") }
      if byte >= 0x80 {
        let length = multibyteLength()
        guard length > 0 else { return false }
        at += length
      } else {
        guard byte >= 0x20 || Self.isSpace(byte) else { return false }
        at += 1
      }
    }
  }
}
