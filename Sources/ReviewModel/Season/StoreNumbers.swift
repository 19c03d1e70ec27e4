/// The numbers of a season's stores by their ids, as which all that is counted of them is held.
///
/// Ids of up to 16 bytes, which are nearly all, are two words in an open-addressing table, so that a
/// cell's bytes find their store without a String of them.
package struct StoreNumbers: Sendable {
  /// The bytes of an id of up to 16 of them, in upper case, the first one lowest, and zeros.
  package struct Key: Equatable, Sendable {
    package var low: UInt64 = 0
    package var high: UInt64 = 0
  }

  /// By number; that of an id that is no short one is all zeros.
  package private(set) var keys: [Key] = []
  /// Twice as many as there are stores, at least; -1: free.
  private var slots: [Int32]
  private var mask: Int
  /// How many of a hash's bits are below those that name a slot.
  private var shift: UInt64
  /// The other ids.
  package private(set) var others: [String: Int] = [:]

  package var count: Int { keys.count }

  /// - Parameter minimumCapacity: The stores that there is room for at once.
  package init(minimumCapacity: Int = 0) {
    var size = 16
    while size < minimumCapacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
    shift = Self.shift(of: size)
    keys.reserveCapacity(minimumCapacity)
  }

  /// Numbers stores as they come, from 0 on.
  package init(_ stores: some Collection<StoreID>) {
    self.init(minimumCapacity: stores.count)
    for store in stores { append(store) }
  }

  /// Gives a store the next number; where one before has its id, that one is found.
  package mutating func append(_ store: StoreID) {
    if !insert(store).inserted { keys.append(Self.key(store) ?? Key()) }
  }

  /// Gives a store the next number, unless one before has its id.
  ///
  /// - Returns: Whether it has the next number now, and the number that its id has.
  package mutating func insert(_ store: StoreID) -> (inserted: Bool, number: Int) {
    let number = keys.count
    guard let key = Self.key(store) else {
      if let earlier = others[store.text] { return (false, earlier) }
      keys.append(Key())
      others[store.text] = number
      return (true, number)
    }
    if (number + 1) * 2 > slots.count { grow() }
    let slot = slot(of: key)
    if slots[slot] >= 0 { return (false, Int(slots[slot])) }
    keys.append(key)
    slots[slot] = Int32(number)
    return (true, number)
  }

  /// The number of the store with an id, which has no small letters where it is longer than 16 bytes.
  package subscript(store: StoreID) -> Int? {
    guard let key = Self.key(store) else { return others[store.text] }
    let number = slots[slot(of: key)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of the store whose short id a cell holds, in any case.
  ///
  /// - Parameters:
  ///   - cell: The bytes of the cell.
  ///   - last: The store that was found last: it and the one after it are tried first, since exports
  ///     are sorted.
  /// - Returns: The number; nil where the cell holds no such id.
  package func find(_ cell: UnsafeBufferPointer<UInt8>, after last: Int) -> Int? {
    guard !keys.isEmpty, let key = Self.key(cell) else { return nil }
    let next = last + 1 < keys.count ? last + 1 : 0
    for near in [next, last] where keys.indices.contains(near) && keys[near] == key {
      return near
    }
    let number = slots[slot(of: key)]
    return number < 0 ? nil : Int(number)
  }

  /// Where a key's number stands, or would.
  private func slot(of key: Key) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(key) >> shift)
    while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let numbers = slots.filter { $0 >= 0 }.sorted()
    slots = Array(repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    shift = Self.shift(of: slots.count)
    for number in numbers { slots[slot(of: keys[Int(number)])] = number }
  }

  private static func key(_ store: StoreID) -> Key? {
    var text = store.text
    return text.withUTF8 { key($0) }
  }

  /// An id's key; nil where the cell is no id of up to 16 bytes.
  private static func key(_ cell: UnsafeBufferPointer<UInt8>) -> Key? {
    guard cell.count > 0, cell.count <= 16 else { return nil }
    var key = Key()
    for (index, byte) in cell.enumerated() {
      let upper: UInt8
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x5F, 0x2D: upper = byte
      case 0x61...0x7A: upper = byte - 0x20
      default: return nil
      }
      if index < 8 {
        key.low |= UInt64(upper) << (8 * index)
      } else {
        key.high |= UInt64(upper) << (8 * (index - 8))
      }
    }
    return key
  }

  /// All of a key's bits in each of the high ones: of a product alone, each bit follows from the lower ones.
  private static func hash(_ key: Key) -> UInt64 {
    var hash = (key.low ^ (key.high &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 32
    return hash &* 0xC4CE_B9FE_1A85_EC53
  }

  private static func shift(of size: Int) -> UInt64 { UInt64(64 - size.trailingZeroBitCount) }

  /// The slots that are looked at for a store's id, beyond the first: how well ids are spread.
  func detour(to store: StoreID) -> Int {
    guard let key = Self.key(store) else { return 0 }
    return (slot(of: key) - Int(truncatingIfNeeded: Self.hash(key) >> shift)) & mask
  }
}
