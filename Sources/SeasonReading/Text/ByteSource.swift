private import Glibc

/// Bytes that are read one buffer after the other.
protocol ByteSource {
  /// Fills the buffer's front.
  ///
  /// - Returns: The number of bytes; 0 at the end only.
  mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ReadProblem) -> Int
}

/// Why a file can't be read.
enum ReadProblem: Error, Equatable {
  /// The system's error number.
  case system(Int32)

  var reason: String {
    switch self {
    case .system(let number): String(cString: strerror(number))
    }
  }
}

/// A file, read in buffers; closed when the value goes.
final class FileSource: ByteSource {
  private let descriptor: CInt

  init(path: String) throws(ReadProblem) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    if descriptor < 0 { throw .system(errno) }
  }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ReadProblem) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw .system(errno) }
    }
  }
}

/// Bytes in memory.
struct MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let count = min(buffer.count, bytes.count - position)
    _ = buffer.update(fromContentsOf: bytes[position..<(position + count)])
    position += count
    return count
  }
}

/// UTF-8 without its byte order mark.
struct UTF8Source: ByteSource {
  private var source: any ByteSource
  private var isAtStart = true

  init(_ source: any ByteSource) {
    self.source = source
  }

  mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ReadProblem) -> Int {
    guard isAtStart else { return try source.read(into: buffer) }
    isAtStart = false
    var filled = 0
    while filled < 3 {
      let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
      let count = try source.read(into: rest)
      if count == 0 { break }
      filled += count
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard filled >= 3, buffer[..<3].elementsEqual(mark) else { return filled }
    guard filled > 3 else { return try source.read(into: buffer) }
    if let base = buffer.baseAddress { base.update(from: base + 3, count: filled - 3) }
    return filled - 3
  }
}
