import ReviewModel

/// An input file that can be read as text: where it lies, and how it is encoded.
struct TextFile {
  /// The path inside the season folder, with `/`.
  let path: String
  let location: String
  let encoding: TextEncoding
  /// The bytes, where they are in memory already.
  let bytes: [UInt8]?

  init(path: String, location: String, encoding: TextEncoding) {
    self.path = path
    self.location = location
    self.encoding = encoding
    bytes = nil
  }

  /// A text in memory.
  init(path: String, bytes: [UInt8], encoding: TextEncoding = .utf8) {
    self.path = path
    location = path
    self.encoding = encoding
    self.bytes = bytes
  }

  /// The text from its start, as UTF-8 without a byte order mark.
  func source() throws(ReadProblem) -> any ByteSource {
    let raw: any ByteSource =
      if let bytes { MemorySource(bytes) } else { try FileSource(path: location) }
    return Decoding.source(of: raw, encoding)
  }
}
