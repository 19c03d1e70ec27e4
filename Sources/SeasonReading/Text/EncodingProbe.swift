private import Crypto
import ReviewModel

/// What one pass over a file's bytes tells: its digest, its size, and how it is encoded.
///
/// UTF-16 is known by its byte order mark; else a file is UTF-8 where all of it is, else CP950
/// where all of it is.
struct EncodingProbe {
  /// A byte that no encoding explains.
  struct Fault: Equatable {
    /// The physical line, 1-based.
    let line: Int
    /// Bytes before it.
    let offset: Int
    let byte: UInt8
  }

  /// Empty where none was asked for.
  let sha256: String
  let byteCount: Int
  /// Nil where `fault` says why.
  let encoding: TextEncoding?
  let fault: Fault?

  /// Reads a source to its end in buffers of 256 KiB.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - hasDigest: Whether to compute their digest.
  /// - Throws: Where the source can't be read.
  init(_ source: any ByteSource, hasDigest: Bool = true) throws(ReadProblem) {
    var source = source
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 256 << 10)
    defer { buffer.deallocate() }
    var hash = SHA256()
    var utf8 = UTF8Validator()
    var cp950 = CP950Validator()
    var utf16: UTF16Validator?
    var count = 0
    while true {
      let read = try source.read(into: buffer)
      if read == 0 { break }
      let chunk = UnsafeBufferPointer(rebasing: buffer[..<read])
      if hasDigest { hash.update(bufferPointer: UnsafeRawBufferPointer(chunk)) }
      if count == 0 { utf16 = UTF16Validator(startingWith: chunk) }
      if utf16 != nil {
        utf16?.take(chunk)
      } else if utf8.isBetweenScalars, cp950.isBetweenScalars,
        let lines = LineCounter.linesOfPlainASCII(chunk)
      {
        // ASCII is the same in both: most usage files are nothing else.
        utf8.skip(bytes: read, lines: lines)
        cp950.skip(bytes: read, lines: lines)
      } else {
        utf8.take(chunk)
        cp950.take(chunk)
      }
      count += read
    }
    utf8.finish()
    cp950.finish()
    utf16?.finish()
    sha256 = hasDigest ? Self.hex(hash.finalize()) : ""
    byteCount = count
    if let utf16 {
      fault = utf16.fault
      encoding = utf16.isBigEndian ? .utf16BigEndian : .utf16LittleEndian
    } else if utf8.fault == nil {
      fault = nil
      encoding = .utf8
    } else if utf8.fault?.byte != 0, cp950.fault == nil {
      fault = nil
      encoding = .cp950
    } else {
      // The byte that neither explains: the one that got further says more.
      let further = [utf8.fault, cp950.fault].compactMap { $0 }.max { $0.offset < $1.offset }
      fault = further
      encoding = nil
    }
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.reduce(into: "") { text, byte in
      text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte >> 4)]))
      text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte & 15)]))
    }
  }
}
