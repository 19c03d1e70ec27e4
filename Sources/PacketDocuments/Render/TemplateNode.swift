/// A name in a tag, with the place of the tag.
struct TemplateName: Sendable {
  let text: String
  let place: TemplatePlace

  /// The name split at its dots; empty for the implicit iterator «.».
  var parts: [Substring] { text == "." ? [] : text.split(separator: ".") }
}

/// A parsed template or a part of it.
///
/// «Indent» is the white space before a tag that stands alone on its line; nil where the tag has
/// company, so that what it brings in continues the line.
indirect enum TemplateNode: Sendable {
  /// Bytes as they are. `startsLine` says whether the first byte is the first of a line; after each
  /// line feed inside another line starts.
  /// The place is that of the first byte in its file; nil for bytes that stand in no file.
  case text([UInt8], startsLine: Bool, TemplatePlace?)
  case value(TemplateName, isRaw: Bool)
  case section(TemplateName, isInverted: Bool, indent: [UInt8]?, [TemplateNode])
  case partial(TemplateName, indent: [UInt8]?)
  case parent(TemplateName, indent: [UInt8]?, [TemplateBlock])
  case block(TemplateBlock)
}

/// A named part of a template: default content where it stands, an argument inside a parent tag.
struct TemplateBlock: Sendable {
  let name: TemplateName
  /// Whether the opening tag has its line for itself.
  let isStandalone: Bool
  /// The white space before the opening tag, when it is the first thing on its line.
  var indent: [UInt8]
  var content: [TemplateNode]

  /// The indent of content that replaces the default: the default's own, else that of the tag.
  var contentIndent: [UInt8] {
    isStandalone && !content.isEmpty ? content.firstIndent : indent
  }
}

extension [TemplateNode] {
  /// The white space at the first line that is not blank, as it stood in the source.
  var firstIndent: [UInt8] {
    switch first {
    case .text(let bytes, let startsLine, _)?:
      let lines = bytes.split(separator: lineFeed, omittingEmptySubsequences: false)
      let candidates = startsLine ? lines[...] : lines.dropFirst()
      let line = candidates.first { !$0.allSatisfy(isSpace) } ?? candidates.last ?? []
      return [UInt8](line.prefix(while: isBlank))
    case .section(_, _, let indent, _)?, .partial(_, let indent)?, .parent(_, let indent, _)?:
      return indent ?? []
    case .block(let block)?: return block.isStandalone ? block.indent : []
    case .value?, nil: return []
    }
  }

  /// The same nodes with an indent taken from each line, as far as the line has it.
  func dedented(by indent: [UInt8]) -> [TemplateNode] {
    guard !indent.isEmpty else { return self }
    return map { node in
      switch node {
      case .text(let bytes, let startsLine, let place):
        let lines = bytes.split(separator: lineFeed, omittingEmptySubsequences: false)
        let shorter = lines.enumerated().map { number, line in
          number > 0 || startsLine ? line.dropping(indent) : line
        }
        return .text(
          [UInt8](shorter.joined(separator: [lineFeed])), startsLine: startsLine, place)
      case .value: return node
      case .section(let name, let isInverted, let own, let content):
        return .section(
          name, isInverted: isInverted, indent: own.map { [UInt8]($0[...].dropping(indent)) },
          content.dedented(by: indent))
      case .partial(let name, let own):
        return .partial(name, indent: own.map { [UInt8]($0[...].dropping(indent)) })
      case .parent(let name, let own, let blocks):
        // The blocks lost their indent when they were read.
        return .parent(name, indent: own.map { [UInt8]($0[...].dropping(indent)) }, blocks)
      case .block(var block):
        block.indent = [UInt8](block.indent[...].dropping(indent))
        block.content = block.content.dedented(by: indent)
        return .block(block)
      }
    }
  }

  /// The same nodes, said to begin at the start of a line or in the middle of one.
  func startingLine(_ startsLine: Bool) -> [TemplateNode] {
    guard case .text(let bytes, _, let place)? = first else {
      return startsLine ? [.text([], startsLine: true, nil)] + self : self
    }
    return [.text(bytes, startsLine: startsLine, place)] + dropFirst()
  }
}

extension ArraySlice<UInt8> {
  /// Without as much of the prefix as it begins with.
  fileprivate func dropping(_ prefix: [UInt8]) -> ArraySlice<UInt8> {
    dropFirst(zip(self, prefix).prefix { $0 == $1 }.count)
  }
}

let lineFeed = UInt8(ascii: "\n")

func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == lineFeed || byte == 0x0D }

func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
