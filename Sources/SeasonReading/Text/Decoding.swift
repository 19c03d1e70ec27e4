import ReviewModel

/// Turns a file's bytes into UTF-8, whatever encoding its probe found.
enum Decoding {
  static func source(of raw: any ByteSource, _ encoding: TextEncoding) -> any ByteSource {
    switch encoding {
    case .utf8: UTF8Source(raw)
    case .utf16LittleEndian: UTF16Source(raw, isBigEndian: false)
    case .utf16BigEndian: UTF16Source(raw, isBigEndian: true)
    case .cp950: CP950Source(raw)
    }
  }
}
