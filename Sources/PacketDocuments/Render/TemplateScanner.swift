/// One tag as it was found.
struct TemplateTag {
  enum Kind {
    case comment, delimiters, value, raw, section, inverted, close, partial, parent, block
  }

  let kind: Kind
  let name: TemplateName
}

/// A piece of a template: text up to the end of its line, or a tag.
enum TemplateToken {
  case text(ArraySlice<UInt8>, TemplatePlace)
  case tag(TemplateTag)
}

/// Cuts the bytes of one template into texts and tags.
///
/// It works on bytes, since a line end «CR LF» is one `Character` and a mark may combine with the
/// brace before it.
struct TemplateScanner {
  private let file: String
  private let bytes: [UInt8]
  private var offset: Int
  private var line = 1
  private var column = 1
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  private(set) var problems: [TemplateProblem] = []

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next text or well-formed tag; nil at the end.
  ///
  /// Tags with a mistake are noted and left out.
  mutating func next() -> TemplateToken? {
    while offset < bytes.count {
      let place = place
      if !starts(open, at: offset) {
        var end = offset
        while end < bytes.count, bytes[end] != lineFeed, !starts(open, at: end) { end += 1 }
        if end < bytes.count, bytes[end] == lineFeed { end += 1 }
        return .text(advance(to: end), place)
      }
      if let tag = nextTag(at: place) { return .tag(tag) }
    }
    return nil
  }

  private mutating func nextTag(at place: TemplatePlace) -> TemplateTag? {
    var start = offset + open.count
    var end = close
    var kind = TemplateTag.Kind.value
    if start < bytes.count, let sigil = Self.sigils[bytes[start]] {
      kind = sigil
      if bytes[start] == UInt8(ascii: "{") { end.insert(UInt8(ascii: "}"), at: 0) }
      if bytes[start] == UInt8(ascii: "=") { end.insert(UInt8(ascii: "="), at: 0) }
      start += 1
    }
    var stop = start
    while stop < bytes.count, !starts(end, at: stop) { stop += 1 }
    guard stop < bytes.count else {
      let text = String(decoding: end, as: UTF8.self)
      problems.append(TemplateProblem(.unclosedTag(close: text), at: place))
      _ = advance(to: bytes.count)
      return nil
    }
    let words = bytes[start..<stop].split(whereSeparator: isSpace)
    let tagOpen = open
    _ = advance(to: stop + end.count)
    let name = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    switch kind {
    case .comment: break
    case .delimiters:
      guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
        problems.append(TemplateProblem(.badDelimiters(content: name.shortened), at: place))
        return nil
      }
      open = Array(words[0])
      close = Array(words[1])
    default:
      let isName =
        words.count == 1 && words[0].firstPlace(of: tagOpen) == nil && hasGoodDots(words[0])
      guard isName else {
        problems.append(TemplateProblem(.badTag(content: name.shortened), at: place))
        return nil
      }
    }
    return TemplateTag(kind: kind, name: TemplateName(text: name, place: place))
  }

  private static let sigils: [UInt8: TemplateTag.Kind] = [
    UInt8(ascii: "!"): .comment, UInt8(ascii: "="): .delimiters, UInt8(ascii: "{"): .raw,
    UInt8(ascii: "&"): .raw, UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted,
    UInt8(ascii: "/"): .close, UInt8(ascii: ">"): .partial, UInt8(ascii: "<"): .parent,
    UInt8(ascii: "$"): .block,
  ]

  /// Whether the dots stand between parts of a name, or the name is the dot alone.
  ///
  /// Only names in data are split at dots, but a template or block name like «a..b» helps nobody.
  private func hasGoodDots(_ name: ArraySlice<UInt8>) -> Bool {
    let dot = UInt8(ascii: ".")
    return name.elementsEqual([dot])
      || !name.split(separator: dot, omittingEmptySubsequences: false).contains { $0.isEmpty }
  }

  private var place: TemplatePlace { TemplatePlace(file: file, line: line, column: column) }

  private func starts(_ delimiter: [UInt8], at index: Int) -> Bool {
    bytes[index] == delimiter[0] && bytes[index...].starts(with: delimiter)
  }

  private mutating func advance(to end: Int) -> ArraySlice<UInt8> {
    let passed = bytes[offset..<end]
    for byte in passed {
      if byte == lineFeed {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    offset = end
    return passed
  }
}

extension String {
  /// Not more than fits into a message.
  fileprivate var shortened: String { count > 40 ? prefix(40) + "…" : self }
}
