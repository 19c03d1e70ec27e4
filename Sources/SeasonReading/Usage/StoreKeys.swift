package import ReviewModel

/// The stores' ids as words, so that a cell's bytes are compared eight at a time.
///
/// What is found here is a store whose row needs no longer look at its id: an id that begins
/// like a total's name is left out, for such a row is a total.
package struct StoreKeys: Sendable {
  /// The bytes of an id of up to 16 of them, and zeros; one that can't be found has a length of 0.
  struct Key: Equatable, Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var length: UInt8 = 0

    /// The id's bytes.
    var bytes: [UInt8] {
      (0..<Int(length)).map { index in
        let word = index < 8 ? low >> UInt64(8 * index) : high >> UInt64(8 * (index - 8))
        return UInt8(truncatingIfNeeded: word)
      }
    }

    /// Whether the id begins like a total's name.
    fileprivate var isOfTotal: Bool {
      // No other letters begin one.
      let first = UInt8(truncatingIfNeeded: low)
      guard first == UInt8(ascii: "T") || first == UInt8(ascii: "G") else { return false }
      return bytes.withUnsafeBufferPointer { RowKind.isTotal($0) }
    }
  }

  /// The stores of a bucket in the mean.
  private static let bucketSize = 4

  /// Per store: its key's words, and the bytes of its id; 0 for one that can't be found.
  ///
  /// Apart, since most ids are of one word: rows in no order look at stores far apart.
  let lows: [UInt64]
  let highs: [UInt64]
  let lengths: [UInt8]
  /// Per store: by how much eight bytes are shifted so that those of its id's first word are left.
  private let surpluses: [UInt8]
  /// Per bucket of hashes: what gives each of its stores a place of its own.
  ///
  /// So there is one place to look at, and no guess at which of several it is: for rows in no order a
  /// guess that fails costs more than all else.
  private var shifts: [UInt16]
  /// Per place: the number of its store; 0 where it has none, since the key tells that.
  private var slots: [UInt32]
  /// The stores that the table does not hold: their ids are longer, or of the same hash as others.
  private var others: [[UInt8]: Int] = [:]

  /// - Parameters:
  ///   - stores: The stores' numbers.
  ///   - mostShifts: How often places are tried for a bucket's stores.
  package init(_ stores: StoreNumbers, mostShifts: UInt16 = .max) {
    let keys = stores.keys
    var lows: [UInt64] = []
    var highs: [UInt64] = []
    var lengths: [UInt8] = []
    lows.reserveCapacity(keys.count)
    highs.reserveCapacity(keys.count)
    lengths.reserveCapacity(keys.count)
    for (number, words) in keys.enumerated() {
      var key = Key(words)
      if key.isOfTotal || number >= StoreDayUses.storeLimit - 1 { key = Key() }
      lows.append(key.low)
      highs.append(key.high)
      lengths.append(key.length)
    }
    for (id, number) in stores.others where number < StoreDayUses.storeLimit - 1 {
      let bytes = Array(id.utf8)
      let isTotal = bytes.withUnsafeBufferPointer { RowKind.isTotal($0) }
      if !isTotal, bytes.allSatisfy(CellParser.isIDByte) { others[bytes] = number }
    }
    self.lows = lows
    self.highs = highs
    self.lengths = lengths
    // Of an id that can't be found all eight bytes are looked at.
    surpluses = lengths.map { $0 == 0 || $0 >= 8 ? 0 : 64 - $0 * 8 }
    var (buckets, places) = (16, 16)
    while buckets * Self.bucketSize < keys.count { buckets *= 2 }
    while places < keys.count * 2 { places *= 2 }
    shifts = Array(repeating: 0, count: buckets)
    slots = Array(repeating: 0, count: places)
    for number in settle(mostShifts) {
      others[Key(keys[number]).bytes] = number
    }
  }

  /// Gives each store a place; the largest buckets first, while most places are free.
  ///
  /// - Returns: The stores that have none.
  private mutating func settle(_ mostShifts: UInt16) -> [Int] {
    let hashes = lows.indices.map {
      Self.hash(Key(low: lows[$0], high: highs[$0], length: lengths[$0]))
    }
    let (members, starts) = buckets(of: hashes)
    var isTaken = [Bool](repeating: false, count: slots.count)
    var places: [Int] = []
    var homeless: [Int] = []
    let largest = shifts.indices.map { starts[$0 + 1] - starts[$0] }.max() ?? 0
    for size in stride(from: largest, to: 0, by: -1) {
      for bucket in shifts.indices where starts[bucket + 1] - starts[bucket] == size {
        let members = members[starts[bucket]..<starts[bucket + 1]]
        var shift: UInt16 = 0
        search: while true {
          places.removeAll(keepingCapacity: true)
          for number in members {
            let place = Self.place(hashes[Int(number)], shift, count: slots.count)
            if isTaken[place] || places.contains(place) {
              // Hashes that are the same are never told apart.
              if shift == mostShifts { break search }
              shift += 1
              continue search
            }
            places.append(place)
          }
          break
        }
        guard places.count == size else {
          homeless += members.map { Int($0) }
          continue
        }
        shifts[bucket] = shift
        for (number, place) in zip(members, places) {
          isTaken[place] = true
          slots[place] = UInt32(number)
        }
      }
    }
    return homeless
  }

  /// The stores bucket by bucket, and where each bucket begins among them.
  private func buckets(of hashes: [UInt64]) -> (members: [Int32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: shifts.count + 1)
    for (number, hash) in hashes.enumerated() where lengths[number] > 0 {
      starts[Self.bucket(hash, count: shifts.count) + 1] += 1
    }
    for bucket in shifts.indices { starts[bucket + 1] += starts[bucket] }
    var members = [Int32](repeating: 0, count: starts[shifts.count])
    var ends = starts
    for (number, hash) in hashes.enumerated() where lengths[number] > 0 {
      let bucket = Self.bucket(hash, count: shifts.count)
      members[ends[bucket]] = Int32(number)
      ends[bucket] += 1
    }
    return (members, starts)
  }

  /// The number of the store whose id a cell holds, in any case; nil where there is none such.
  ///
  /// - Parameters:
  ///   - cell: The id.
  ///   - last: The store that was found last: the one after it is tried first.
  /// - Returns: The store's number.
  func find(_ cell: UnsafeBufferPointer<UInt8>, after last: Int = -1) -> Int? {
    if let key = Self.key(cell) {
      let found = withTable { table -> Int? in
        if table.count == 0 { return nil }
        let next = last + 1 < table.count ? last + 1 : 0
        return table.has(key, at: next) ? next : table.find(key)
      }
      if let found { return found }
    }
    if others.isEmpty { return nil }
    return others[cell.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }]
  }

  /// Whether a cell is the id of a store just as the table has it.
  ///
  /// - Parameters:
  ///   - cell: The cell's first byte; 16 bytes may be read there.
  ///   - count: Its bytes.
  ///   - store: The store's number; any number may be asked for.
  /// - Returns: Whether it is; of another spelling and of some ids nothing is known.
  @inline(__always)
  func isID(_ cell: UnsafePointer<UInt8>, _ count: Int, of store: Int) -> Bool {
    guard store >= 0, store < lengths.count, count > 0, Int(lengths[store]) == count else {
      return false
    }
    return Bytes.begins(Bytes.word(cell), with: lows[store], count)
      && (count <= 8 || Bytes.begins(Bytes.word(cell + 8), with: highs[store], count - 8))
  }

  /// The table in memory.
  struct Table {
    let lows: UnsafeBufferPointer<UInt64>
    let highs: UnsafeBufferPointer<UInt64>
    let lengths: UnsafeBufferPointer<UInt8>
    let surpluses: UnsafeBufferPointer<UInt8>
    fileprivate let shifts: UnsafeBufferPointer<UInt16>
    fileprivate let slots: UnsafeBufferPointer<UInt32>

    var count: Int { lows.count }

    /// Whether a text that begins with these bytes begins with the id of a store, as far as that has no
    /// more than eight.
    @inline(__always)
    func begins(_ low: UInt64, at store: Int) -> Bool {
      (low ^ lows[store]) &<< UInt64(truncatingIfNeeded: surpluses[store]) == 0
    }

    /// Whether a key is that of a store.
    @inline(__always)
    func has(_ key: Key, at store: Int) -> Bool {
      let isLike = (lows[store] ^ key.low) | UInt64(lengths[store] ^ key.length) == 0
      return key.length <= 8 ? isLike : isLike && highs[store] == key.high
    }

    /// The number of the store that a key with a hash is of, where it is any's.
    @inline(__always)
    func candidate(_ hash: UInt64) -> Int {
      let shift = shifts[StoreKeys.bucket(hash, count: shifts.count)]
      return Int(truncatingIfNeeded: slots[StoreKeys.place(hash, shift, count: slots.count)])
    }

    /// The number of the store with a key; nil where there is none such.
    @inline(__always)
    func find(_ key: Key) -> Int? {
      let store = candidate(StoreKeys.hash(key))
      return has(key, at: store) ? store : nil
    }
  }

  /// Gives the table's memory, for as long as the body takes.
  @inline(__always)
  func withTable<Result>(_ body: (Table) -> Result) -> Result {
    lows.withUnsafeBufferPointer { lows in
      highs.withUnsafeBufferPointer { highs in
        lengths.withUnsafeBufferPointer { lengths in
          surpluses.withUnsafeBufferPointer { surpluses in
            shifts.withUnsafeBufferPointer { shifts in
              slots.withUnsafeBufferPointer { slots in
                body(
                  Table(
                    lows: lows, highs: highs, lengths: lengths, surpluses: surpluses,
                    shifts: shifts,
                    slots: slots))
              }
            }
          }
        }
      }
    }
  }

  /// An id's key, in upper case; nil where the cell is no id of up to 16 bytes.
  private static func key(_ cell: UnsafeBufferPointer<UInt8>) -> Key? {
    guard cell.count > 0, cell.count <= 16 else { return nil }
    var key = Key(length: UInt8(cell.count))
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

  /// All of a key's bits in each of the hash's high ones.
  @inline(__always)
  static func hash(_ key: Key) -> UInt64 {
    var hash = (key.low ^ (key.high &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 32
    return hash &* 0xC4CE_B9FE_1A85_EC53
  }

  @inline(__always)
  private static func bucket(_ hash: UInt64, count: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 36) & (count &- 1)
  }

  @inline(__always)
  private static func place(_ hash: UInt64, _ shift: UInt16, count: Int) -> Int {
    let mixed = (hash ^ UInt64(shift) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 36) & (count &- 1)
  }
}

extension StoreKeys.Key {
  /// The key that a store is numbered by.
  fileprivate init(_ words: StoreNumbers.Key) {
    let (low, high) = (words.low.leadingZeroBitCount, words.high.leadingZeroBitCount)
    let zeros = words.high == 0 ? low + 64 : high
    self.init(low: words.low, high: words.high, length: UInt8(16 - zeros / 8))
  }
}
