package import ReviewModel

/// A figure as a page marks it: code, subject, period, and the value as `figures.csv` has it.
package struct FigureMark: Hashable, Sendable {
  package let scope: String
  package let code: String
  package let subject: String
  package let period: String
  package let value: String

  package init(scope: String, code: String, subject: String, period: String, value: String) {
    self.scope = scope
    self.code = code
    self.subject = subject
    self.period = period
    self.value = value
  }

  package init(_ figure: Figure) {
    self.init(
      scope: figure.code.scope.rawValue, code: figure.code.name, subject: figure.subject,
      period: figure.period, value: figure.value.text)
  }

  /// The marks of a page that is well-formed XML, in their order.
  package static func marks(in page: [UInt8]) -> [FigureMark] {
    var reader = MarkReader(bytes: page)
    return reader.marks()
  }
}

/// Reads the attributes of start tags; all else of a page is passed over.
private struct MarkReader {
  let bytes: [UInt8]
  var offset = 0

  mutating func marks() -> [FigureMark] {
    var marks: [FigureMark] = []
    while let open = find(UInt8(ascii: "<")) {
      offset = open + 1
      if starts("!--") {
        skip(past: "-->")
      } else if starts("![CDATA[") {
        skip(past: "]]>")
      } else if offset < bytes.count, Self.isNameStart(bytes[offset]) {
        if let mark = mark(of: attributes()) { marks.append(mark) }
      }
    }
    return marks
  }

  private func mark(of attributes: [String: String]) -> FigureMark? {
    guard let code = attributes["data-figure"] else { return nil }
    return FigureMark(
      scope: attributes["data-scope"] ?? "", code: code,
      subject: attributes["data-subject"] ?? "", period: attributes["data-period"] ?? "",
      value: attributes["data-value"] ?? "")
  }

  /// The `data-` attributes of the start tag at the offset, which moves behind it.
  private mutating func attributes() -> [String: String] {
    var found: [String: String] = [:]
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
      let start = offset
      while offset < bytes.count, !Self.endsName(bytes[offset]) { offset += 1 }
      let name = bytes[start..<offset]
      while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 }
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "=") else {
        if offset == start { offset += 1 }
        continue
      }
      offset += 1
      while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 }
      guard offset < bytes.count else { break }
      let quote = bytes[offset]
      offset += 1
      let end = find(quote) ?? bytes.count
      if name.starts(with: "data-".utf8) {
        found[String(decoding: name, as: UTF8.self)] = Self.unescaped(bytes[offset..<end])
      }
      offset = min(end + 1, bytes.count)
    }
    return found
  }

  private func find(_ byte: UInt8) -> Int? { bytes[offset...].firstIndex(of: byte) }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[offset...].starts(with: $0) }
  }

  private mutating func skip(past text: StaticString) {
    while offset < bytes.count, !starts(text) { offset += 1 }
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "/")
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text = ""
    let pieces = bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      guard index > 0, let end = piece.firstIndex(of: UInt8(ascii: ";")) else {
        text += (index > 0 ? "&" : "") + String(decoding: piece, as: UTF8.self)
        continue
      }
      let name = String(decoding: piece[..<end], as: UTF8.self)
      text += character(named: name) ?? "&\(name);"
      text += String(decoding: piece[(end + 1)...], as: UTF8.self)
    }
    return text
  }

  private static func character(named name: String) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.first == "#" else { return nil }
      let digits = name.dropFirst()
      let code =
        digits.first == "x" || digits.first == "X"
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
  }
}
