private import Glibc

/// What cells of certain bytes were found to mean: an export says the same paths and days again and
/// again.
///
/// Once the cells fill some megabytes no more are kept, so that memory does not grow with rows.
struct KnownCells: Sendable {
  /// A cell's length and two words of it: of eight bytes or more its first and its last eight, which
  /// are all of up to sixteen.
  private struct Key: Equatable {
    let count: Int
    let first: UInt64
    let last: UInt64

    @inline(__always)
    init(_ cell: UnsafeBufferPointer<UInt8>) {
      count = cell.count
      if let base = cell.baseAddress, count >= 8 {
        first = Bytes.word(base)
        last = Bytes.word(base + (count - 8))
      } else {
        first = cell.reduce(0) { $0 << 8 | UInt64($1) }
        last = 0
      }
    }

    var isWhole: Bool { count <= 16 }
  }

  private struct Entry {
    let key: Key
    /// Where its bytes are, if the key is not the whole of it.
    let start: Int
    let meaning: Int
  }

  private static let limit = 4 << 20

  /// The cells that are longer than their keys.
  private var bytes: [UInt8] = []
  private var byteCount = 0
  private var entries: [Entry] = []
  private var slots = [Int32](repeating: -1, count: 64)
  private var last = 0

  /// What a cell means; nil where it was not learnt.
  mutating func meaning(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    let key = Key(cell)
    // The cell behind the last one, where an export goes through all stores day by day.
    if last + 1 < entries.count, isEqual(entries[last + 1], key, cell) {
      last += 1
      return entries[last].meaning
    }
    if last < entries.count, isEqual(entries[last], key, cell) { return entries[last].meaning }
    var slot = Self.hash(key, cell) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if isEqual(entries[number], key, cell) {
        last = number
        return entries[number].meaning
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Learns what a cell means, which was not known.
  mutating func learn(_ cell: UnsafeBufferPointer<UInt8>, _ meaning: Int) {
    guard byteCount + cell.count <= Self.limit, entries.count < Self.limit / 16 else { return }
    byteCount += cell.count
    let key = Key(cell)
    entries.append(Entry(key: key, start: bytes.count, meaning: meaning))
    if !key.isWhole { bytes.append(contentsOf: cell) }
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for number in entries.indices { place(number) }
    } else {
      place(entries.count - 1)
    }
  }

  private mutating func place(_ number: Int) {
    let entry = entries[number]
    var slot = bytes.withUnsafeBufferPointer { bytes in
      let cell = entry.key.isWhole ? 0..<0 : entry.start..<(entry.start + entry.key.count)
      return Self.hash(entry.key, UnsafeBufferPointer(rebasing: bytes[cell]))
    }
    slot &= slots.count - 1
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  @inline(__always)
  private func isEqual(_ entry: Entry, _ key: Key, _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard entry.key == key else { return false }
    return key.isWhole || isEqualInside(entry, cell)
  }

  private func isEqualInside(_ entry: Entry, _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard let known = bytes.baseAddress, let cell = cell.baseAddress else { return false }
      return memcmp(known + entry.start, cell, entry.key.count) == 0
    }
  }

  /// Of a cell's bytes, those that its key has not are looked at too.
  private static func hash(_ key: Key, _ cell: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = mixed(0x9E37_79B9_7F4A_7C15 ^ UInt64(key.count), key.first)
    hash = mixed(hash, key.last)
    if !key.isWhole, let base = cell.baseAddress {
      var position = 8
      while position + 8 < key.count {
        hash = mixed(hash, Bytes.word(base + position))
        position += 8
      }
    }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15) >> 20
  }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
    return product ^ product >> 32
  }
}
