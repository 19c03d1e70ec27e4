/// What `bag-info.txt` says of a bag: fields in their order.
package struct BagInfo: Equatable, Sendable {
  /// A label with its value.
  package struct Field: Equatable, Sendable {
    package let label: String
    package let value: String

    /// - Parameters:
    ///   - label: ASCII letters, digits and `-`, as a constant of ours.
    ///   - value: Any text; its line ends become folds, which can't begin another field.
    package init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  package let fields: [Field]

  package init(_ fields: [Field]) {
    self.fields = fields
  }

  /// The value of the first field of this label, which may be written in any case.
  package subscript(label: String) -> String? {
    values(of: label).first
  }

  func values(of label: String) -> [String] {
    let label = label.lowercased()
    return fields.filter { $0.label.lowercased() == label }.map(\.value)
  }

  /// The file's text: `Label: value`, a line of a longer value behind two blanks.
  package var bytes: [UInt8] {
    var text = ""
    for field in fields {
      let lines = Self.lines(of: field.value)
      text += field.label + ": " + lines.joined(separator: "\n  ") + "\n"
    }
    return Array(text.utf8)
  }

  /// A value's lines, without blank ones; whatever some reader may take for a line end parts them.
  private static func lines(of value: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    func end() {
      let text = String(line).trimmed
      if !text.isEmpty { lines.append(text) }
      line = String.UnicodeScalarView()
    }
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: end()
      case 0..<0x20, 0x7F..<0xA0: line.append(" ")
      default: line.append(scalar)
      }
    }
    end()
    return lines
  }

  /// Reads a file's lines; gives the number of the first line that is none of a field.
  static func read(_ lines: [BagLine]) -> (info: BagInfo, fault: BagLine?) {
    var fields: [Field] = []
    for line in lines {
      let text = line.text
      if text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      if let first = text.utf8.first, first == 0x20 || first == 0x09 {
        guard let last = fields.popLast() else { return (BagInfo(fields), line) }
        fields.append(Field(last.label, last.value + " " + text.trimmed))
        continue
      }
      guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else {
        return (BagInfo(fields), line)
      }
      fields.append(
        Field(
          String(text[..<colon]).trimmed, String(text[text.utf8.index(after: colon)...]).trimmed))
    }
    return (BagInfo(fields), nil)
  }
}

extension String {
  /// Without blanks and tabs at both ends.
  var trimmed: String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var rest = Substring(self).utf8
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(Substring(rest))
  }
}
