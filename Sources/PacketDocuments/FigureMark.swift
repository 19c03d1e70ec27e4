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
  package static func marks(in page: [UInt8]) -> [FigureMark] { marks(in: page[...]) }

  /// The marks of a piece of such a page that ends with a tag, or of its rest.
  static func marks(in piece: ArraySlice<UInt8>) -> [FigureMark] {
    piece.withUnsafeBufferPointer { bytes in
      var reader = MarkReader(bytes: bytes)
      return reader.marks()
    }
  }
}

/// Reads the attributes of start tags; all else of a page is passed over.
private struct MarkReader {
  /// Where the values stand that a mark is made of.
  private struct Values {
    var scope, code, subject, period, value: Range<Int>?
  }

  let bytes: UnsafeBufferPointer<UInt8>
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

  private func mark(of values: Values) -> FigureMark? {
    guard let code = values.code else { return nil }
    return FigureMark(
      scope: text(values.scope), code: text(code), subject: text(values.subject),
      period: text(values.period), value: text(values.value))
  }

  private func text(_ range: Range<Int>?) -> String {
    guard let range else { return "" }
    let value = UnsafeBufferPointer(rebasing: bytes[range])
    guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
    return Self.unescaped(Array(value)[...])
  }

  /// The `data-` attributes of the start tag at the offset, which moves behind it.
  private mutating func attributes() -> Values {
    var found = Values()
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
      let start = offset
      while offset < bytes.count, !Self.endsName(bytes[offset]) { offset += 1 }
      let end = offset
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
      let last = find(quote) ?? bytes.count
      note(start..<end, offset..<last, &found)
      offset = min(last + 1, bytes.count)
    }
    return found
  }

  private func note(_ name: Range<Int>, _ value: Range<Int>, _ found: inout Values) {
    guard name.count > 5, bytes[name.lowerBound] == UInt8(ascii: "d") else { return }
    if isName(name, "data-figure") {
      found.code = value
    } else if isName(name, "data-scope") {
      found.scope = value
    } else if isName(name, "data-subject") {
      found.subject = value
    } else if isName(name, "data-period") {
      found.period = value
    } else if isName(name, "data-value") {
      found.value = value
    }
  }

  private func isName(_ name: Range<Int>, _ text: StaticString) -> Bool {
    name.count == text.utf8CodeUnitCount && starts(text, at: name.lowerBound)
  }

  private func find(_ byte: UInt8) -> Int? {
    var place = offset
    while place < bytes.count {
      if bytes[place] == byte { return place }
      place += 1
    }
    return nil
  }

  private func starts(_ text: StaticString) -> Bool { starts(text, at: offset) }

  private func starts(_ text: StaticString, at place: Int) -> Bool {
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { text in
      for index in text.indices where bytes[place + index] != text[index] { return false }
      return true
    }
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
