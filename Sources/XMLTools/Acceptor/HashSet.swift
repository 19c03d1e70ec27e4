/// Hashes that were seen, eight bytes each and as much again of room.
struct HashSet {
  private var slots: [UInt64] = []
  private var count = 0

  /// Whether a hash was not there before.
  mutating func insert(_ hash: UInt64) -> Bool {
    if count * 2 >= slots.count { grow() }
    // 0 is a free slot.
    let hash = max(hash, 1)
    guard let slot = Self.freeSlot(of: hash, slots) else { return false }
    slots[slot] = hash
    count += 1
    return true
  }

  private mutating func grow() {
    var larger = Array(repeating: UInt64(0), count: max(64, slots.count * 2))
    for hash in slots where hash != 0 {
      if let slot = Self.freeSlot(of: hash, larger) { larger[slot] = hash }
    }
    slots = larger
  }

  /// Where a hash would be; nil where it is there.
  private static func freeSlot(of hash: UInt64, _ slots: [UInt64]) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return nil }
      slot = (slot + 1) & mask
    }
    return slot
  }
}
