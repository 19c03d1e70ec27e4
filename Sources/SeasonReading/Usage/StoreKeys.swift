import ReviewModel

/// The stores' ids as words, so that a cell's bytes are compared eight at a time.
///
/// What is found here is a store whose row needs no longer look at its id: an id that begins
/// like a total's name is left out, for such a row is a total.
struct StoreKeys: Sendable {
  /// An id of up to 16 bytes; one that can't be found has a length of 0.
  struct Key: Equatable, Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var length: UInt64 = 0
  }

  let keys: [Key]
  /// Per place of the open-addressing table: a store's number; -1 where there is none.
  let slots: [Int32]
  private let long: [[UInt8]: Int]

  init(_ stores: [StoreID]) {
    var size = 16
    while size < stores.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    var keys: [Key] = []
    var long: [[UInt8]: Int] = [:]
    keys.reserveCapacity(stores.count)
    for (number, store) in stores.enumerated() {
      let bytes = Array(store.text.utf8)
      let key = bytes.withUnsafeBufferPointer { cell -> Key? in
        let isTotal = RowKind.isTotal(cell) || number >= StoreDayUses.storeLimit
        return isTotal ? Key() : Self.key(cell)
      }
      keys.append(key ?? Key())
      guard let key else {
        if bytes.allSatisfy(CellParser.isIDByte) { long[bytes] = number }
        continue
      }
      guard key.length > 0 else { continue }
      var slot = Self.slot(key, mask: size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(number)
    }
    self.keys = keys
    self.slots = slots
    self.long = long
  }

  /// The number of the store whose id a cell holds, in any case; nil where there is none such.
  ///
  /// - Parameters:
  ///   - cell: The id.
  ///   - last: The store that was found last: the one after it is tried first.
  /// - Returns: The store's number.
  func find(_ cell: UnsafeBufferPointer<UInt8>, after last: Int = -1) -> Int? {
    guard let key = Self.key(cell) else {
      if long.isEmpty || cell.count <= 16 { return nil }
      return long[cell.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }]
    }
    let next = last + 1 < keys.count ? last + 1 : 0
    if next < keys.count, keys[next] == key { return next }
    return find(key)
  }

  func find(_ key: Key) -> Int? {
    var slot = Self.slot(key, mask: slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if keys[number] == key { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// An id's words, in upper case; nil where the cell is no id of up to 16 bytes.
  private static func key(_ cell: UnsafeBufferPointer<UInt8>) -> Key? {
    guard cell.count > 0, cell.count <= 16 else { return nil }
    var key = Key(length: UInt64(cell.count))
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

  @inline(__always)
  static func slot(_ key: Key, mask: Int) -> Int {
    let mixed = (key.low ^ (key.high &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
    return Int(truncatingIfNeeded: mixed >> 32) & mask
  }
}
