/// A part of a regular expression.
indirect enum PatternNode {
  case set(ASCIISet)
  case sequence([PatternNode])
  case choice([PatternNode])
  case optional(PatternNode)
  case repeated(PatternNode)
}

/// Reads the regular expressions of XML Schema as far as `PatternMachine` knows them.
struct PatternParser {
  private static let maximumCount = 128

  private var rest: Substring.UTF8View

  init(_ pattern: String) { rest = Substring(pattern).utf8 }

  mutating func whole() throws(UnknownFeature) -> PatternNode {
    let node = try choice()
    guard rest.isEmpty else { throw UnknownFeature() }
    return node
  }

  private mutating func choice() throws(UnknownFeature) -> PatternNode {
    var options = [try sequence()]
    while take("|") { options.append(try sequence()) }
    return .choice(options)
  }

  private mutating func sequence() throws(UnknownFeature) -> PatternNode {
    var parts: [PatternNode] = []
    while let next = rest.first, next != UInt8(ascii: "|"), next != UInt8(ascii: ")") {
      parts.append(try quantified(try atom()))
    }
    return .sequence(parts)
  }

  private mutating func quantified(_ atom: PatternNode) throws(UnknownFeature) -> PatternNode {
    if take("?") { return .optional(atom) }
    if take("*") { return .repeated(atom) }
    if take("+") { return .sequence([atom, .repeated(atom)]) }
    guard take("{") else { return atom }
    let least = try number()
    let most = take(",") ? try number() : least
    guard take("}"), least <= most else { throw UnknownFeature() }
    let further = (least..<most).reduce(PatternNode.sequence([])) { inner, _ in
      .optional(.sequence([atom, inner]))
    }
    return .sequence(Array(repeating: atom, count: least) + [further])
  }

  private mutating func number() throws(UnknownFeature) -> Int {
    let digits = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }
    guard let number = Int(Substring(digits)), number <= Self.maximumCount else {
      throw UnknownFeature()
    }
    rest = rest.dropFirst(digits.count)
    return number
  }

  private mutating func atom() throws(UnknownFeature) -> PatternNode {
    if take("(") {
      let node = try choice()
      guard take(")") else { throw UnknownFeature() }
      return node
    }
    if take("[") { return .set(try characters()) }
    var set = ASCIISet()
    set.insert(try character(alone: "-_/: "))
    return .set(set)
  }

  private mutating func characters() throws(UnknownFeature) -> ASCIISet {
    var set = ASCIISet()
    repeat {
      let first = try character(alone: "_/: ")
      guard take("-") else {
        set.insert(first)
        continue
      }
      let last = try character(alone: "_/: ")
      guard first <= last else { throw UnknownFeature() }
      for byte in first...last { set.insert(byte) }
    } while !take("]")
    return set
  }

  /// A letter, a digit, one of the given marks, or a mark behind a backslash.
  private mutating func character(alone marks: String) throws(UnknownFeature) -> UInt8 {
    let isEscaped = take("\\")
    guard let byte = rest.popFirst() else { throw UnknownFeature() }
    let isWord =
      (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    let isKnown =
      isEscaped ? ".-\\+*?()[]{}|".utf8.contains(byte) : isWord || marks.utf8.contains(byte)
    guard isKnown else { throw UnknownFeature() }
    return byte
  }

  private mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: expected) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
