import ReviewModel

/// Finds a store's number from a cell's bytes, without making a String of them.
///
/// Ids of up to 16 bytes are two 64-bit words in an open-addressing table; the store after the
/// last one found, and that one itself, are tried first, since exports are sorted. Longer ids go
/// through a dictionary.
struct StoreIndex {
  private struct Key: Equatable {
    var low: UInt64 = 0
    var high: UInt64 = 0
  }

  private let keys: [Key]
  private var slots: [Int32]
  private let mask: Int
  private let long: [String: Int]
  private var last = 0

  init(_ stores: [StoreID]) {
    var size = 16
    while size < stores.count * 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: -1, count: size)
    var keys: [Key] = []
    var long: [String: Int] = [:]
    for (number, store) in stores.enumerated() {
      let bytes = Array(store.text.utf8)
      let key = bytes.withUnsafeBufferPointer { Self.key($0) }
      keys.append(key ?? Key())
      guard let key else {
        long[store.text] = number
        continue
      }
      var slot = Self.hash(key) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
    self.keys = keys
    self.long = long
  }

  /// The number of the store whose id a cell holds as ASCII; nil where there is none such.
  mutating func find(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let key = Self.key(cell) else { return nil }
    if keys.isEmpty { return nil }
    let next = last + 1 < keys.count ? last + 1 : 0
    if keys[next] == key {
      last = next
      return next
    }
    if keys[last] == key { return last }
    var slot = Self.hash(key) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if keys[number] == key {
        last = number
        return number
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The number of the store with an id.
  mutating func find(id: String) -> Int? {
    if let number = long[id] { return number }
    let bytes = Array(id.utf8)
    return bytes.withUnsafeBufferPointer { find($0) }
  }

  /// An id's words, in upper case; nil where the cell is no id of up to 16 bytes.
  private static func key(_ cell: UnsafeBufferPointer<UInt8>) -> Key? {
    guard cell.count > 0, cell.count <= 16 else { return nil }
    var key = Key()
    for (index, byte) in cell.enumerated() {
      guard CellParser.isIDByte(byte) else { return nil }
      let upper = UInt64((0x61...0x7A).contains(byte) ? byte - 0x20 : byte)
      if index < 8 {
        key.low |= upper << (8 * index)
      } else {
        key.high |= upper << (8 * (index - 8))
      }
    }
    return key
  }

  private static func hash(_ key: Key) -> Int {
    let mixed = (key.low ^ (key.high &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
    return Int(truncatingIfNeeded: mixed >> 32)
  }
}
