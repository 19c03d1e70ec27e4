import ReviewModel

/// Finds the values of an attribute of all elements of a name, in Canonical XML that comes in pieces.
///
/// What looks like the attribute in a text, or in another attribute's value, is none: a `<` stands at
/// the beginning of a tag alone, and each attribute behind one space. The bytes may be other ones, since
/// anybody may have edited them: a tag is looked at as far as it is canonical.
struct AttributeValues {
  /// No tag of ours is longer; one that never ends would be looked at anew with each piece.
  ///
  /// Unit: bytes.
  private static let longest = 1 << 20

  /// `<element `.
  private let mark: [UInt8]
  private let name: [UInt8]
  /// The end of the pieces so far, where a tag may have begun.
  private var rest: [UInt8] = []

  init(of name: String, in element: String) {
    mark = Array("<\(element) ".utf8)
    self.name = Array(name.utf8)
  }

  /// The values in the tags that end in the next piece.
  mutating func values(in piece: ArraySlice<UInt8>) -> [String] {
    rest += piece
    var values: [String] = []
    var from = rest.startIndex
    while let start = rest[from...].firstPlace(of: mark) {
      guard let tag = Tag(rest[(start.upperBound - 1)...], name) else {
        if rest.endIndex - start.lowerBound > Self.longest {
          from = start.upperBound
          continue
        }
        rest.removeSubrange(..<start.lowerBound)
        return values
      }
      if let value = tag.value { values.append(value) }
      from = tag.end
    }
    rest.removeSubrange(..<Swift.max(from, rest.count - mark.count + 1))
    return values
  }

  /// A start tag behind its element's name.
  private struct Tag {
    var value: String?
    /// Where to go on.
    let end: Int

    /// Nil where the bytes end before the tag does.
    init?(_ bytes: ArraySlice<UInt8>, _ name: [UInt8]) {
      var rest = bytes
      while rest.first == UInt8(ascii: " ") {
        guard let open = rest.firstIndex(of: UInt8(ascii: "\"")),
          let close = rest[(open + 1)...].firstIndex(of: UInt8(ascii: "\""))
        else { return nil }
        // ` name=`.
        let own = rest[(rest.startIndex + 1)..<open]
        if own.last == UInt8(ascii: "="), own.dropLast().elementsEqual(name) {
          value = Self.unescaped(String(decoding: rest[(open + 1)..<close], as: UTF8.self))
        }
        rest = rest[(close + 1)...]
      }
      guard !rest.isEmpty else { return nil }
      end = rest.startIndex
    }

    /// Folders and severities have no other characters that Canonical XML writes otherwise.
    private static func unescaped(_ value: String) -> String {
      guard value.contains("&") else { return value }
      return value.replacing("&lt;", with: "<").replacing("&quot;", with: "\"")
        .replacing("&amp;", with: "&")
    }
  }
}
