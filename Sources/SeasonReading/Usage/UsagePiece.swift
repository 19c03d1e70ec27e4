import ReviewModel

/// A piece of a usage file: its bytes, and what its rows are.
///
/// The bytes are kept for those rows that need a longer look. A piece is used again for other
/// bytes, so that reading takes the memory of a few of them.
struct UsagePiece: Sendable {
  /// A record that is no plain row.
  struct Other {
    let start: Int
    let end: Int
    /// Line ends in it, its own and those inside quotes.
    let lineEnds: Int
  }

  /// The system copies to the start of a page several times as fast as to its middle.
  private static let pageSize = 4_096
  /// Bytes behind the last one that may be looked at, though not taken for text.
  ///
  /// A block of marks is; so are the 16 bytes that `StoreKeys` compares with an id.
  static let slack = max(CellMarks.blockSize, 16)

  private var storage: [UInt8]
  /// The bytes that a piece can hold.
  private(set) var capacity: Int
  /// The bytes that it holds.
  var filled = 0
  /// Where the first record that was read begins, and the first that was not.
  var start = 0
  var end = 0
  /// The rows, in their order; those behind `count` mean nothing.
  var rows: [StoreDayUses] = []
  var count = 0
  /// Whether the bytes of all records that were read are ASCII without NUL.
  var areRowsASCII = false
  /// The records that are no plain rows, each in the place of a row that `isOther`.
  var others: [Other] = []

  init(capacity: Int) {
    self.capacity = capacity
    storage = Array(repeating: 0, count: capacity + Self.pageSize + Self.slack)
  }

  /// The bytes and the slack behind them.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    storage.withUnsafeBufferPointer { storage in
      let first = Self.firstAligned(UnsafeRawPointer(storage.baseAddress))
      return body(
        UnsafeBufferPointer(rebasing: storage[first..<(first + capacity + Self.slack)]))
    }
  }

  private mutating func withFreeBytes<Result>(
    _ body: (UnsafeMutableBufferPointer<UInt8>) -> Result
  ) -> Result {
    storage.withUnsafeMutableBufferPointer { storage in
      let first = Self.firstAligned(UnsafeRawPointer(storage.baseAddress))
      return body(
        UnsafeMutableBufferPointer(rebasing: storage[(first + filled)..<(first + capacity)]))
    }
  }

  private static func firstAligned(_ base: UnsafeRawPointer?) -> Int {
    let address = UInt(bitPattern: base)
    return Int((UInt(pageSize) - address % UInt(pageSize)) % UInt(pageSize))
  }

  /// Whether its first bytes are ASCII without NUL.
  ///
  /// What reading found of its records is not looked at again.
  func isASCII(upTo count: Int) -> Bool {
    let count = min(count, filled)
    return withBytes { bytes in
      func isASCII(_ range: Range<Int>) -> Bool {
        Bytes.arePlainASCII(UnsafeBufferPointer(rebasing: bytes[range]))
      }
      if isUnread { return isASCII(0..<count) }
      return areRowsASCII && isASCII(0..<min(start, count)) && isASCII(min(end, count)..<count)
    }
  }

  /// Whether no record of it was read.
  var isUnread: Bool { count == 0 && end == 0 }

  /// Where a line begins whose predecessor ends at a place or behind it; nil where there is none.
  func startOfLine(behind place: Int) -> Int? {
    withBytes { bytes in
      var position = place
      while position < filled, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      if position + 1 < filled, bytes[position] == 0x0D, bytes[position + 1] == 0x0A {
        position += 1
      }
      return position < filled ? position + 1 : nil
    }
  }

  /// Takes the bytes away.
  mutating func clear() {
    (filled, start, end, count) = (0, 0, 0, 0)
    others.removeAll(keepingCapacity: true)
  }

  /// Fills the piece from a source.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - limit: The most bytes to hold then.
  /// - Returns: Whether the source is at its end.
  /// - Throws: Where the source can't be read.
  mutating func fill(
    from source: inout any ByteSource, limit: Int = .max
  ) throws(ReadProblem) -> Bool {
    let limit = min(limit, capacity)
    while filled < limit {
      var problem: ReadProblem?
      let wanted = limit - filled
      let read = withFreeBytes { free in
        do throws(ReadProblem) {
          let rest = UnsafeMutableBufferPointer(rebasing: free[..<wanted])
          return try source.read(into: rest)
        } catch {
          problem = error
          return 0
        }
      }
      if let problem { throw problem }
      if read == 0 { return true }
      filled += read
    }
    return false
  }

  /// Adds whole lines of this piece, which are in another encoding, to a piece in UTF-8.
  ///
  /// - Parameters:
  ///   - range: The lines.
  ///   - encoding: Theirs.
  ///   - piece: Has room for them.
  /// - Throws: What reading a source throws, which bytes in memory do not.
  func decode(
    _ range: Range<Int>, _ encoding: TextEncoding, into piece: inout UsagePiece
  ) throws(ReadProblem) {
    guard encoding == .cp950 else {
      var source = Decoding.source(of: MemorySource(withBytes { Array($0[range]) }), encoding)
      _ = try piece.fill(from: &source)
      return
    }
    let length = withBytes { bytes in
      piece.withFreeBytes { free in
        CP950Source.decode(UnsafeBufferPointer(rebasing: bytes[range]), into: free)
      }
    }
    piece.filled += length
  }

  /// Moves the bytes that were not read to the front.
  mutating func keepRest() {
    let (first, count) = (end, filled - end)
    clear()
    withFreeBytes { bytes in
      guard first > 0, count > 0, let base = bytes.baseAddress else { return }
      base.update(from: base + first, count: count)
    }
    filled = count
  }

  /// Makes room for twice as many bytes.
  mutating func grow() {
    var larger = UsagePiece(capacity: capacity * 2)
    withBytes { bytes in
      _ = larger.withFreeBytes { $0.update(fromContentsOf: bytes[..<filled]) }
    }
    larger.filled = filled
    larger.rows = rows
    self = larger
  }
}

extension UsagePiece {
  /// Where a row's record begins, found from a row before it, each of which is a line.
  func start(ofRow row: Int, from known: (row: Int, position: Int)) -> Int {
    withBytes { bytes in
      var position = known.position
      for _ in known.row..<row {
        while position < filled, bytes[position] != 0x0A, bytes[position] != 0x0D {
          position += 1
        }
        if position + 1 < filled, bytes[position] == 0x0D, bytes[position + 1] == 0x0A {
          position += 1
        }
        position += 1
      }
      return min(position, filled)
    }
  }
}
