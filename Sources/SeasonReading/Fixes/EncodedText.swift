import ReviewModel

/// Texts as a file's encoding writes them.
package enum EncodedText {
  /// The bytes of a text; nil where the encoding has no such character.
  static func bytes(of text: String, _ encoding: TextEncoding) -> [UInt8]? {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .cp950: cp950(text)
    }
  }

  /// A text in every encoding that an input file may have and that has its characters.
  package static func forms(of text: String) -> Set<[UInt8]> {
    let encodings: [TextEncoding] = [.utf8, .utf16LittleEndian, .utf16BigEndian, .cp950]
    return Set(encodings.compactMap { bytes(of: text, $0) })
  }

  /// The text that bytes of a cell stand for; the probe has seen that they are well-formed.
  static func text(of bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> String {
    var source = Decoding.source(of: MemorySource(Array(bytes)), encoding)
    if encoding == .utf8 { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4 << 10)
    defer { buffer.deallocate() }
    // Bytes in memory can always be read.
    while let count = try? source.read(into: buffer), count > 0 {
      out.append(contentsOf: buffer[..<count])
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func cp950(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
        continue
      }
      guard let code = CP950.code(of: scalar) else { return nil }
      bytes += [code.lead, code.trail]
    }
    return bytes
  }
}
