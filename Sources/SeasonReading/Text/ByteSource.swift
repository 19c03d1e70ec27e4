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
final class FileSource: ByteSource, Sendable {
  private let descriptor: CInt

  init(path: String) throws(ReadProblem) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    if descriptor < 0 { throw .system(errno) }
  }

  deinit { close(descriptor) }

  /// Goes on from so many bytes behind the start.
  func seek(to offset: Int) throws(ReadProblem) {
    if lseek(descriptor, offset, SEEK_SET) < 0 { throw .system(errno) }
  }

  /// The next bytes, so many at the most.
  func head(of count: Int) throws(ReadProblem) -> [UInt8] {
    var problem: ReadProblem?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(ReadProblem) {
        while filled < count {
          let read = try read(into: UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
          if read == 0 { return }
          filled += read
        }
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    return bytes
  }

  /// The bytes of a range, as far as the file goes; where reading goes on from does not change.
  func bytes(at offset: Int, count: Int) throws(ReadProblem) -> [UInt8] {
    var number: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        let read = pread(descriptor, rest.baseAddress, rest.count, offset + filled)
        if read == 0 { return }
        if read > 0 { filled += read } else if errno != EINTR { return number = errno }
      }
    }
    if number != 0 { throw .system(number) }
    return bytes
  }

  /// All bytes from here on.
  func all() throws(ReadProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let next = try head(of: 256 << 10)
      if next.isEmpty { return bytes }
      bytes += next
    }
  }

  /// The size of a file; 0 where it can't be told.
  static func byteCount(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

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
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let count = min(buffer.count, rest.count)
    _ = buffer.update(fromContentsOf: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
}

/// Bytes that were read already, and then the rest of their source.
struct ResumedSource: ByteSource {
  private var head: MemorySource
  private var rest: any ByteSource

  init(_ head: [UInt8], then rest: any ByteSource) {
    self.head = MemorySource(head)
    self.rest = rest
  }

  mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ReadProblem) -> Int {
    let count = head.read(into: buffer)
    return count > 0 ? count : try rest.read(into: buffer)
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
