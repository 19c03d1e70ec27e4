/// What bytes there are, counted eight at a time.
struct ByteCensus {
  private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  private(set) var highest: UInt8 = 0
  private(set) var hasNUL = false
  private(set) var lineFeeds = 0
  private(set) var returns = 0
  /// LFs right behind a CR.
  private(set) var pairs = 0

  /// Counts some bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    var position = 0
    while position + 8 <= bytes.count {
      // A lane of the sums holds 255 at the most.
      let words = min((bytes.count - position) / 8, 255)
      take(base + position, words: words)
      position += words * 8
    }
    while position < bytes.count {
      let byte = bytes[position]
      highest |= byte
      hasNUL = hasNUL || byte == 0
      lineFeeds += byte == 0x0A ? 1 : 0
      returns += byte == 0x0D ? 1 : 0
      position += 1
    }
    // Most files have no CR at all.
    guard returns > 0 else { return }
    for index in 1..<max(bytes.count, 1) where bytes[index] == 0x0A && bytes[index - 1] == 0x0D {
      pairs += 1
    }
  }

  private mutating func take(_ bytes: UnsafePointer<UInt8>, words: Int) {
    var all: UInt64 = 0
    var nulls: UInt64 = 0
    var feeds: UInt64 = 0
    var backs: UInt64 = 0
    for index in 0..<words {
      let word = Bytes.word(bytes + index &* 8)
      all |= word
      nulls |= Self.zeros(word)
      feeds &+= Self.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A) >> 7
      backs &+= Self.zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D) >> 7
    }
    hasNUL = hasNUL || nulls != 0
    for lane in 0..<8 {
      highest |= UInt8(truncatingIfNeeded: all >> UInt64(lane * 8))
      lineFeeds += Int(UInt8(truncatingIfNeeded: feeds >> UInt64(lane * 8)))
      returns += Int(UInt8(truncatingIfNeeded: backs >> UInt64(lane * 8)))
    }
  }

  /// A word with the high bit of each byte that is 0 in another.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    ~(((word & lows) &+ lows) | word | lows)
  }
}
