import ReviewModel

/// Finds the values of an attribute in Canonical XML that comes in pieces.
struct AttributeValues {
  private let mark: [UInt8]
  /// The end of the pieces so far, where a value may have begun.
  private var rest: [UInt8] = []

  init(of name: String) {
    mark = Array(" \(name)=\"".utf8)
  }

  /// The values that end in the next piece.
  mutating func values(in piece: ArraySlice<UInt8>) -> [String] {
    rest += piece
    var values: [String] = []
    var from = rest.startIndex
    while let start = rest[from...].firstPlace(of: mark) {
      guard let end = rest[start.upperBound...].firstIndex(of: UInt8(ascii: "\"")) else {
        rest.removeSubrange(..<start.lowerBound)
        return values
      }
      values.append(String(decoding: rest[start.upperBound..<end], as: UTF8.self))
      from = end
    }
    rest.removeSubrange(..<Swift.max(from, rest.count - mark.count + 1))
    return values
  }
}
