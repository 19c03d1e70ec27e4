/// A path inside a bag as its bytes are: composed and decomposed letters are different files.
struct BagPath: Hashable, Comparable, Sendable {
  let text: String

  static func == (left: BagPath, right: BagPath) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  static func < (left: BagPath, right: BagPath) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }

  var isPayload: Bool { text.utf8.starts(with: BagLayout.payloadPrefix.utf8) }

  /// A name as systems that ignore case and normal forms take it; `Set` compares it by letters.
  static func folded(_ name: String) -> String { name.uppercased().lowercased() }

  /// What is wrong with a path that somebody wrote; nil where it stays inside the bag.
  static func fault(of text: String) -> BagProblem.NameFault? {
    let bytes = text.utf8
    if bytes.first == UInt8(ascii: "/") { return .absolute }
    let start = Array(bytes.prefix(2))
    if start.count == 2, start[1] == UInt8(ascii: ":"), isLetter(start[0]) { return .driveLetter }
    for scalar in text.unicodeScalars {
      if scalar == "\\" { return .backslash }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: return .control
      default: continue
      }
    }
    for part in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty { return .empty }
      if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) { return .upward }
      if part.count > 255 { return .tooLong }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & ~0x20)
  }
}
