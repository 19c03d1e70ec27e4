import ReviewModel

/// Recognises UTF-8 that was once read as another encoding and saved again (IN011).
///
/// Such a text is well-formed, so only its shape tells: turned back into the bytes of the other
/// encoding, it is UTF-8 once more. Real names must never be taken for it, so one such character
/// is never enough.
enum DoubleEncoding {
  /// The encoding that the text was taken for, in words; nil where the text is what it seems.
  static func damage(in text: String) -> Bilingual? {
    let scalars = text.unicodeScalars
    if isWindows1252(scalars) { return words("Windows-1252") }
    if isCP950(scalars) { return words("CP950") }
    return nil
  }

  private static func words(_ encoding: String) -> Bilingual {
    Bilingual(
      zh: "UTF-8 曾被當作 \(encoding) 讀取後另存", en: "UTF-8 that was read as \(encoding) and saved again")
  }

  // MARK: Read as Windows-1252 or Latin-1: `商店` becomes `å•†åº—`

  /// What Windows-1252 has from 0x80 to 0x9F; Latin-1 has controls there, which are taken too.
  private static let windows1252 = Array("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars)
  private static let windows1252Bytes: [UInt8] = [
    0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8E, 0x91, 0x92,
    0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F,
  ]

  /// Two characters of three bytes each, or one that is the whole text; or an accented letter of
  /// two bytes behind a small letter, as in `CafÃ©`.
  private static func isWindows1252(_ scalars: String.UnicodeScalarView) -> Bool {
    var characters = 0
    var needed = 0
    var count = 0
    var previous: Unicode.Scalar = " "
    var isAccent = false
    for scalar in scalars {
      let byte = byte(ofWindows1252: scalar)
      if needed > 0, let byte, isContinuation(byte) {
        needed -= 1
        if isAccent { return true }
        if needed == 0 { characters += 1 }
      } else {
        isAccent = byte == 0xC3 && ("a"..."z").contains(previous)
        needed = isAccent ? 1 : byte.map { isLead($0) ? 2 : 0 } ?? 0
      }
      count += 1
      previous = scalar
    }
    return characters >= 2 || characters == 1 && count == 3
  }

  private static func byte(ofWindows1252 scalar: Unicode.Scalar) -> UInt8? {
    if (0x80...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    return windows1252.firstIndex(of: scalar).map { windows1252Bytes[$0] }
  }

  // MARK: Read as CP950: `店家` becomes `摨\u{E6E4}振`

  /// Whether every run of characters beyond ASCII, turned back into bytes, is UTF-8 from its start
  /// to where it breaks off, and whether there is enough of it.
  ///
  /// CP950 has few of the codes that are needed; `?` or U+FFFD stands for what was lost, or nothing
  /// does. A real name is not taken for it: its common characters have
  /// codes whose first byte is no lead.
  private static func isCP950(_ scalars: String.UnicodeScalarView) -> Bool {
    let whole = evidence(scalars, mayLose: false)
    if let whole, whole.lost == 0 ? whole.codes >= 3 : whole.codes >= 2 && whole.leads >= 1 {
      return true
    }
    guard let torn = evidence(scalars, mayLose: true) else { return false }
    return torn.codes >= 4 && torn.leads >= 2
  }

  private struct Evidence {
    /// Characters that CP950 has.
    var codes = 0
    /// Those among them that begin a character of UTF-8.
    var leads = 0
    /// Characters that stand for lost bytes.
    var lost = 0
  }

  /// What a text has of the pattern; nil where it breaks it.
  private static func evidence(
    _ scalars: String.UnicodeScalarView, mayLose: Bool
  ) -> Evidence? {
    var evidence = Evidence()
    var place = Place.atStart
    for scalar in scalars {
      if scalar.isASCII, scalar != "?" {
        place = .atStart
      } else if scalar == "?" || scalar == "\u{FFFD}" {
        evidence.lost += 1
        place = place.behindAny.union(place.behindAny.behindAny)
      } else {
        // A character that CP950 lacks did not come from it.
        guard let (lead, trail) = CP950.code(of: scalar) else { return nil }
        evidence.codes += 1
        if isLead(lead) { evidence.leads += 1 }
        if mayLose, place.contains(.oneMissing) { place.insert(.twoMissing) }
        place = place.behind(lead).behind(trail)
        if place.isEmpty { return nil }
      }
    }
    return evidence
  }

  /// How many bytes a character of UTF-8 may still miss, as far as it can be told.
  private struct Place: OptionSet {
    let rawValue: UInt8
    static let atStart = Place(rawValue: 1)
    static let oneMissing = Place(rawValue: 2)
    static let twoMissing = Place(rawValue: 4)

    func behind(_ byte: UInt8) -> Place {
      var next: Place = []
      if contains(.atStart), isLead(byte) { next.insert(.twoMissing) }
      if contains(.twoMissing), isContinuation(byte) { next.insert(.oneMissing) }
      if contains(.oneMissing), isContinuation(byte) { next.insert(.atStart) }
      return next
    }

    /// Behind one byte that is not known.
    var behindAny: Place {
      var next: Place = []
      if contains(.atStart) { next.insert(.twoMissing) }
      if contains(.twoMissing) { next.insert(.oneMissing) }
      if contains(.oneMissing) { next.insert(.atStart) }
      return next
    }
  }

  // MARK: UTF-8's bytes

  /// Of three bytes for what Chinese texts have: U+3000 to U+9FFF, U+F000 to U+FFFF.
  private static func isLead(_ byte: UInt8) -> Bool {
    (0xE3...0xE9).contains(byte) || byte == 0xEF
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { (0x80...0xBF).contains(byte) }
}
