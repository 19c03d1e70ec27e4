private import Foundation

/// The only place that normalises texts; ids are thus compared as bytes everywhere else.
enum Normalisation {
  /// A text as kept: trimmed and in NFC.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let trimmed = Blanks.trimmed(bytes)
    let text = String(decoding: trimmed, as: UTF8.self)
    return isASCII(trimmed) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// Whether bytes are ASCII without `&`: no normal form changes them, and no encoding damaged them.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isPlain = true
    // Without a branch for each byte: cells are short.
    for byte in bytes { isPlain = isPlain && byte < 0x80 && byte != 0x26 }
    return isPlain
  }

  /// A code, number, date or flag as read: NFKC, so that full-width forms become ASCII, trimmed.
  static func code(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let trimmed = Blanks.trimmed(bytes)
    let text = String(decoding: trimmed, as: UTF8.self)
    return isASCII(trimmed) ? text : code(text)
  }

  static func code(_ text: String) -> String {
    if isASCII(text) { return trimmed(ASCII: text) }
    let folded = text.precomposedStringWithCompatibilityMapping
    var scalars = folded.unicodeScalars[...]
    while let first = scalars.first, Blanks.isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, Blanks.isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }

  /// ASCII letters in upper case; nothing else changes.
  static func upperCased(_ text: String) -> String {
    String(decoding: text.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
  }

  /// ASCII letters in lower case; nothing else changes.
  static func lowerCased(_ text: String) -> String {
    String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  /// A header cell as it is compared: NFKC, lower case, without blanks, a unit in brackets at
  /// its end taken off.
  static func header(_ text: String) -> String {
    let folded = code(text).lowercased()
    var bare = String(
      String.UnicodeScalarView(folded.unicodeScalars.filter { !Blanks.isBlank($0) }))
    if bare.hasSuffix(")"), let open = bare.lastIndex(of: "("), open != bare.startIndex {
      bare = String(bare[..<open])
    }
    return bare
  }

  /// Whether a text is ASCII, which no normal form changes.
  static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  private static func trimmed(ASCII text: String) -> String {
    func isBlank(_ byte: UInt8?) -> Bool {
      byte.map { Blanks.isBlank(Unicode.Scalar($0)) } ?? false
    }
    guard isBlank(text.utf8.first) || isBlank(text.utf8.last) else { return text }
    var bytes = Array(text.utf8)[...]
    while isBlank(bytes.first) { bytes.removeFirst() }
    while isBlank(bytes.last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 }
  }
}
