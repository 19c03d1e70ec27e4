/// A manifest of a bag: digests by path.
struct BagManifest {
  struct Entry {
    let digest: String
    let line: Int
  }

  let name: String
  let algorithm: BagAlgorithm
  /// Whether it lists tag files; payload files otherwise.
  let listsTags: Bool
  private(set) var entries: [BagPath: Entry] = [:]

  /// The manifest that a file at the top of a bag is by its name, still without entries.
  init?(named name: String) {
    self.name = name
    listsTags = name.hasPrefix("tag")
    let rest = listsTags ? name.dropFirst("tag".utf8.count) : name[...]
    guard rest.hasPrefix("manifest-"), rest.hasSuffix(".txt"),
      let algorithm = BagAlgorithm(
        rawValue: String(rest.dropFirst("manifest-".utf8.count).dropLast(".txt".utf8.count)))
    else { return nil }
    self.algorithm = algorithm
  }

  /// Takes a line in, or throws what is wrong with it.
  ///
  /// The version is the bag's, for 0.97 marks binary files with `*` and encodes nothing.
  mutating func read(_ line: BagLine, version: String) throws(BagProblem.Reason) {
    let bytes = line.text.utf8
    if bytes.isEmpty { return }
    let digest = bytes.prefix { !Self.isBlank($0) }
    var rest = bytes[digest.endIndex...].drop { Self.isBlank($0) }
    guard digest.count == algorithm.digits, digest.allSatisfy(Self.isHexDigit), !rest.isEmpty else {
      throw .line(line.number, Self.shown(line.text))
    }
    if version != "1.0", rest.first == UInt8(ascii: "*") { rest.removeFirst() }
    let written = String(Substring(rest))
    let path = BagPath(text: version == "1.0" ? Self.decoded(written) : written)
    if let fault = BagPath.fault(of: path.text) {
      throw .linePath(line.number, Self.shown(written), fault)
    }
    guard path.isPayload != listsTags else {
      throw .linePlace(line.number, Self.shown(written))
    }
    if let first = entries[path] {
      throw .listedTwice(line.number, Self.shown(written), first: first.line)
    }
    entries[path] = Entry(
      digest: String(Substring(digest)).lowercased(), line: line.number)
  }

  /// A path without the three escapes of RFC 8493, 2.1.3; another `%` stands for itself.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var out: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        out.append(byte)
        continue
      }
      switch String(decoding: rest.prefix(2), as: UTF8.self).uppercased() {
      case "0A": out.append(0x0A)
      case "0D": out.append(0x0D)
      case "25": out.append(byte)
      default:
        out.append(byte)
        continue
      }
      rest = rest.dropFirst(2)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A text of a stranger in a message: its beginning.
  static func shown(_ text: String) -> String {
    text.unicodeScalars.count > 120 ? String(text.unicodeScalars.prefix(120)) + "…" : text
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
