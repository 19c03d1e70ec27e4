private import Glibc

/// What cells of certain bytes were found to mean: an export says the same paths and days again and
/// again.
///
/// Once the cells fill some megabytes no more are kept, so that memory does not grow with rows.
struct KnownCells: Sendable {
  private struct Entry {
    let start: Int
    let count: Int
    let meaning: Int
  }

  private static let limit = 4 << 20

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var slots = [Int32](repeating: -1, count: 64)
  private var last = 0

  /// What a cell means; nil where it was not learnt.
  mutating func meaning(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    // The cell behind the last one, where an export goes through all stores day by day.
    if last + 1 < entries.count, isEqual(entries[last + 1], cell) {
      last += 1
      return entries[last].meaning
    }
    if last < entries.count, isEqual(entries[last], cell) { return entries[last].meaning }
    var slot = Self.hash(cell) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if isEqual(entries[number], cell) {
        last = number
        return entries[number].meaning
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Learns what a cell means, which was not known.
  mutating func learn(_ cell: UnsafeBufferPointer<UInt8>, _ meaning: Int) {
    guard bytes.count + cell.count <= Self.limit, entries.count < Self.limit / 16 else { return }
    entries.append(Entry(start: bytes.count, count: cell.count, meaning: meaning))
    bytes.append(contentsOf: cell)
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for number in entries.indices { place(number) }
    } else {
      place(entries.count - 1)
    }
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = -1 }
  }

  private mutating func place(_ number: Int) {
    let entry = entries[number]
    var slot = bytes[entry.start..<(entry.start + entry.count)].withUnsafeBufferPointer {
      Self.hash($0) & (slots.count - 1)
    }
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  private func isEqual(_ entry: Entry, _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard entry.count == cell.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let known = bytes.baseAddress, let cell = cell.baseAddress else { return true }
      return memcmp(known + entry.start, cell, entry.count) == 0
    }
  }

  private static func hash(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(cell.count)
    var position = 0
    while position + 8 <= cell.count, let base = cell.baseAddress {
      hash = (hash ^ Bytes.word(base + position)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      position += 8
    }
    while position < cell.count {
      hash = (hash ^ UInt64(cell[position])) &* 0x0000_0100_0000_01B3
      position += 1
    }
    hash ^= hash >> 29
    return Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15) >> 20
  }
}
