/// How text is written into a document, chosen by the name of the template's file.
///
/// Everything goes by byte: a quote that is followed by a combining mark is still a quote, though
/// the two are one `Character`.
package enum Escaping: Sendable {
  /// `*.html.mustache`: text and attributes in quotes; bidirectional controls are shown as ⟦U+202E⟧.
  case html
  /// `*.xml.mustache`: text and attributes, nothing lost; controls are numeric references.
  case xml
  /// Any other file: as it is, but for characters that must not be anywhere.
  case none

  package init(fileName: String) {
    self =
      if fileName.hasSuffix(".html.mustache") {
        .html
      } else if fileName.hasSuffix(".xml.mustache") {
        .xml
      } else {
        .none
      }
  }

  /// The text as it stands in a document.
  package func escaped(_ text: String) -> [UInt8] {
    var output = DocumentOutput(self)
    output.write(text)
    return Array(output.written)
  }

  /// Appends a text as it stands in a document.
  package func append(_ text: String, to output: inout [UInt8]) {
    let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard !bytes.contains(where: Self.needsCare) else { return false }
      output.append(contentsOf: bytes)
      return true
    }
    if isPlain != true { output += escaped(text) }
  }

  /// Copies a text up to the first character that may need another form, and says how far that is.
  ///
  /// What is copied behind it, up to the text's length, does not count.
  static func copies(
    _ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard let source = bytes.baseAddress else { return 0 }
    var start = 0
    while start < bytes.count {
      let block = TextBlock(source + start, bytes.count - start)
      block.store(to: target + start, bytes.count - start)
      let end = min(start + TextBlock.size, bytes.count)
      if block.needsCare {
        while start < end {
          guard needsCare(source[start]) else {
            start += 1
            continue
          }
          if mayNeedForm(bytes, start) { return start }
          start += length(leading: source[start])
        }
      }
      start = end
    }
    return bytes.count
  }

  /// Writes a text run by run, each up to a character that needs another form.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout DocumentOutput) {
    var written = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard Self.needsCare(byte), Self.mayNeedForm(bytes, index) else {
        index += 1
        continue
      }
      let length = Self.length(leading: byte)
      if let replacement = replacement(Self.scalar(bytes, at: index, length: length)) {
        output.append(UnsafeBufferPointer(rebasing: bytes[written..<index]))
        output.append(replacement)
        written = index + length
      }
      index += length
    }
    output.append(UnsafeBufferPointer(rebasing: bytes[written...]))
  }

  /// Whether a character that begins with a byte may need another form.
  ///
  /// First bytes of C1 controls, U+061C, U+200E to U+2069, U+FDD0 to U+FFFF, and planes 1 to 16
  /// among them. `TextBlock` asks the same of many bytes.
  @inline(__always)
  static func needsCare(_ byte: UInt8) -> Bool {
    let bits: UInt64 =
      switch byte >> 6 {
      // 0x00 to 0x1F, 0x22, 0x26, 0x27, 0x3C, 0x3E.
      case 0: 0x5000_00C4_FFFF_FFFF
      // 0x7F.
      case 1: 0x8000_0000_0000_0000
      case 2: 0
      // 0xC2, 0xD8, 0xE2, 0xEF, 0xF0 to 0xF4.
      default: 0x001F_8004_0100_0004
      }
    return bits >> UInt64(byte & 63) & 1 == 1
  }

  /// Whether it still may by its second byte: a dash or a full-width sign is more frequent by far.
  @inline(__always)
  private static func mayNeedForm(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0xE2: bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81
    case 0xEF: bytes[index + 1] == 0xB7 || bytes[index + 1] == 0xBF
    default: true
    }
  }

  @inline(__always)
  private static func length(leading byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// The code point at an index; a `String` holds valid UTF-8 only.
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int
  ) -> UInt32 {
    guard length > 1 else { return UInt32(bytes[index]) }
    let leading = UInt32(bytes[index]) & (0x7F >> UInt32(length))
    return bytes[(index + 1)..<(index + length)].reduce(leading) { $0 << 6 | UInt32($1 & 0x3F) }
  }

  /// What stands for a code point; nil when it stands for itself.
  private func replacement(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0x26 where self != .none: "&amp;"
    case 0x3C where self != .none: "&lt;"
    case 0x3E where self != .none: "&gt;"
    case 0x22 where self != .none: "&quot;"
    case 0x27 where self != .none: "&#39;"
    case 0x09, 0x0A, 0x0D: self == .xml ? "&#\(scalar);" : nil
    // XML 1.0 has no way to write these.
    case 0x00..<0x20, 0xFFFE, 0xFFFF: "\u{FFFD}"
    // XML allows these, HTML does not.
    case 0x7F..<0xA0, 0xFDD0...0xFDEF: self == .xml ? nil : "\u{FFFD}"
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: visible(scalar)
    default: scalar & 0xFFFE == 0xFFFE && self != .xml ? "\u{FFFD}" : nil
    }
  }

  /// A character that would turn the text around it, shown by its code point.
  private func visible(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    if self == .xml { return "&#x\(digits);" }
    return "⟦U+" + String(repeating: "0", count: 4 - digits.count) + digits + "⟧"
  }
}
