/// A document in the making: the bytes written so far, and how texts are escaped in it.
///
/// Views write their texts straight into it, so that a number or a day is no text of its own on
/// its way to a page. It grows by doubling; nothing is looked at twice.
package struct DocumentOutput: ~Copyable {
  /// Nil where texts stay as they are, since they are not in a document yet.
  private let escaping: Escaping?
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0
  /// Whether the memory is to be given back.
  private var isOwner: Bool

  /// - Parameters:
  ///   - escaping: That of the document; nil for a part that is escaped when it is put in.
  ///   - capacity: The bytes that it is expected to take; at least 1.
  init(_ escaping: Escaping?, capacity: Int = 256) {
    self.escaping = escaping
    self.capacity = capacity
    start = .allocate(capacity: capacity)
    isOwner = true
  }

  /// A part that begins in somebody else's memory, of at least one byte.
  private init(in memory: UnsafeMutableBufferPointer<UInt8>) {
    escaping = nil
    capacity = memory.count
    start = memory.baseAddress.unsafelyUnwrapped
    isOwner = false
  }

  deinit { if isOwner { start.deallocate() } }

  /// What is written so far; valid until more is written.
  var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// What a closure writes, as text.
  static func text(_ write: (inout DocumentOutput) -> Void) -> String {
    withPart(write) { String(decoding: $0, as: UTF8.self) }
  }

  /// Hands on what a closure writes, as it is; most of such parts are short, and need the stack only.
  @inline(__always)
  static func withPart<Result>(
    _ write: (inout DocumentOutput) -> Void, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { memory in
      var output = DocumentOutput(in: memory)
      write(&output)
      let result = body(output.written)
      extendLifetime(output)
      return result
    }
  }

  // MARK: As it is

  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    let target = room(bytes.count)
    if bytes.count <= TextBlock.size {
      TextBlock(source, bytes.count).store(to: target, bytes.count)
    } else {
      target.update(from: source, count: bytes.count)
    }
    count += bytes.count
  }

  /// Appends markup of the program's own.
  package mutating func append(_ text: String) {
    let isWritten = text.utf8.withContiguousStorageIfAvailable { append($0) } != nil
    if !isWritten { Self.withBytes(of: text) { append($0) } }
  }

  /// Appends markup, or a word that no document escapes.
  @inline(__always)
  package mutating func append(_ literal: StaticString) {
    let length = literal.utf8CodeUnitCount
    room(length).update(from: literal.utf8Start, count: length)
    count += length
  }

  @inline(__always)
  package mutating func append(_ byte: UInt8) {
    room(1).pointee = byte
    count += 1
  }

  /// Appends bytes behind which `slack` more may be read.
  ///
  /// Most literals of a template are short: two moves of a register are faster than a call.
  @inline(__always)
  mutating func append(slack bytes: UnsafeRawPointer, count length: Int) {
    guard length <= Self.slack else {
      return append(
        UnsafeBufferPointer(start: bytes.assumingMemoryBound(to: UInt8.self), count: length))
    }
    let target = UnsafeMutableRawPointer(room(Self.slack))
    let half = Self.slack / 2
    target.storeBytes(of: bytes.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
    if length > half {
      (target + half).storeBytes(
        of: (bytes + half).loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
    }
    count += length
  }

  /// So many bytes must be readable behind a literal.
  static let slack = 32

  // MARK: Escaped

  /// Writes a text as it stands in the document.
  package mutating func write(_ text: String) {
    let isWritten = text.utf8.withContiguousStorageIfAvailable { write($0) } != nil
    if !isWritten { Self.withBytes(of: text) { write($0) } }
  }

  /// Apart from the way of nearly all texts, which then is not held on to for this.
  @inline(never)
  private static func withBytes(
    of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    Array(text.utf8).withUnsafeBufferPointer(body)
  }

  /// Writes the bytes of a text, which are valid UTF-8, as they stand in the document.
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let escaping else { return append(bytes) }
    let copied = Escaping.copies(bytes, to: room(bytes.count))
    count += copied
    if copied < bytes.count {
      escaping.append(UnsafeBufferPointer(rebasing: bytes[copied...]), to: &self)
    }
  }

  // MARK: Room

  /// Forgets the first bytes, which somebody has taken.
  mutating func removeFirst(_ length: Int) {
    start.update(from: start + length, count: count - length)
    count -= length
  }

  /// Forgets what was written behind a place.
  mutating func takeBack(to count: Int) { self.count = count }

  /// Where the next bytes go, of which there may be so many.
  @inline(__always)
  mutating func room(_ length: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity - count < length { grow(length) }
    return start + count
  }

  /// Takes in so many bytes that were written into the room.
  @inline(__always)
  mutating func take(_ length: Int) { count += length }

  @inline(never)
  private mutating func grow(_ length: Int) {
    let larger = max(capacity * 2, count + length)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    new.update(from: start, count: count)
    if isOwner { start.deallocate() }
    (start, capacity, isOwner) = (new, larger, true)
  }
}
