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

  /// Stands in a place of the table that has no store.
  private static let free = UInt32.max
  private static let numberBits: UInt32 = 26
  private static let numberMask: UInt32 = (1 << numberBits) - 1

  let keys: [Key]
  /// Per place of the open-addressing table: a store's number below six bits of its key's hash.
  ///
  /// Those bits tell nearly every other store without a look at its key: for rows in no order keys
  /// are far from the processor, and a guess that fails there is dear.
  let slots: [UInt32]
  private let long: [[UInt8]: Int]

  init(_ stores: [StoreID]) {
    var size = 16
    while size < stores.count * 4 { size *= 2 }
    var slots = [UInt32](repeating: Self.free, count: size)
    var keys: [Key] = []
    var long: [[UInt8]: Int] = [:]
    keys.reserveCapacity(stores.count)
    for (number, store) in stores.enumerated() {
      let bytes = Array(store.text.utf8)
      let key = bytes.withUnsafeBufferPointer { cell -> Key? in
        let isTotal = RowKind.isTotal(cell) || number >= StoreDayUses.storeLimit - 1
        return isTotal ? Key() : Self.key(cell)
      }
      keys.append(key ?? Key())
      guard let key else {
        if bytes.allSatisfy(CellParser.isIDByte) { long[bytes] = number }
        continue
      }
      guard key.length > 0 else { continue }
      let hash = Self.hash(key)
      var slot = Self.slot(hash, mask: size - 1)
      while slots[slot] != Self.free { slot = (slot + 1) & (size - 1) }
      slots[slot] = Self.mark(hash) | UInt32(number)
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
    keys.withUnsafeBufferPointer { keys in
      slots.withUnsafeBufferPointer { Self.find(key, keys, $0) }
    }
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

  /// The number of the store with a key, in a table's memory.
  @inline(__always)
  static func find(
    _ key: Key, _ keys: UnsafeBufferPointer<Key>, _ slots: UnsafeBufferPointer<UInt32>
  ) -> Int? {
    let hash = hash(key)
    let mark = mark(hash)
    let mask = slots.count &- 1
    var slot = slot(hash, mask: mask)
    while true {
      let found = slots[slot]
      if found == free { return nil }
      if found & ~numberMask == mark {
        let number = Int(truncatingIfNeeded: found & numberMask)
        if keys[number] == key { return number }
      }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(__always)
  private static func hash(_ key: Key) -> UInt64 {
    (key.low ^ (key.high &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
  }

  @inline(__always)
  private static func mark(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 58) << numberBits
  }

  @inline(__always)
  private static func slot(_ hash: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 32) & mask
  }
}
