import ReviewModel

/// Reads usage rows that are a store, a date and a count and nothing else: `S000001,2021-06-01,3`.
///
/// Most rows of most seasons are such. They are read some dozen at a time: where their stores come
/// in no order, what the table of stores says of each is far from the processor, and is asked for all
/// of them at once instead of waited for again and again.
struct BareRows {
  /// Where reading is, and how many rows were read.
  struct Cursor {
    var position: Int
    var count: Int
  }

  /// A row whose store is not found by its bytes as they are: a longer look decides.
  struct Unsettled {
    let row: Int
    let start: Int
  }

  /// A row whose store is neither the last one's nor the one after it.
  private struct Pending {
    let key: StoreKeys.Key
    let hash: UInt64
    let row: Int
    let start: Int
    /// The store that it is of, where it is any's.
    var store = 0
  }

  /// Rows that are read before their stores are settled.
  private static let block = 64
  /// A row of an id of up to 16 bytes, a date and a count of up to four digits is shorter.
  private static let longest = 48

  private let delimiter: UInt8
  private let stores: StoreKeys
  /// The store that was found last.
  private var last = 0
  /// Whether the last row's store was one of the two that are tried first: the next one's is likely to
  /// be, too, once this one's is known.
  private var isInOrder = true
  /// What lies between the last store's number and the one that is tried first: 1 where each store has
  /// a row per day, 0 where its days follow each other.
  private var step = 1
  /// The rows of the last call whose stores were not found, in their order.
  private(set) var unsettled: [Unsettled] = []

  init(delimiter: Delimiter, _ stores: StoreKeys) {
    self.delimiter = delimiter.rawValue
    self.stores = stores
  }

  /// Reads rows as far as they are bare.
  ///
  /// - Parameters:
  ///   - bytes: The text, with slack behind it.
  ///   - filled: The bytes that are text.
  ///   - stop: The last place where a row may begin that is read.
  ///   - months: The months that dates were read of, by the hash of their prefix.
  ///   - rows: Gets the rows, as many as it has room for; those that are `unsettled` mean nothing.
  ///   - cursor: Where the first row begins, and its number; then those of the first that was not read.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, filled: Int, stop: Int, _ months: [UsageCells.Month],
    _ rows: inout [StoreDayUses], _ cursor: inout Cursor
  ) {
    unsettled.removeAll(keepingCapacity: true)
    guard let text = bytes.baseAddress, !stores.lows.isEmpty else { return }
    // Those are looked at without asking for the end of the text at each byte.
    let final = min(stop, filled - Self.longest)
    stores.withTable { table in
      months.withUnsafeBufferPointer { months in
        rows.withUnsafeMutableBufferPointer { rows in
          withUnsafeTemporaryAllocation(of: Pending.self, capacity: Self.block) { pending in
            while cursor.position <= final, cursor.count < rows.count {
              let end = min(rows.count, cursor.count + Self.block)
              let block = UnsafeMutableBufferPointer(rebasing: rows[..<end])
              let count = readBlock(text, final, table, months, block, pending, &cursor)
              settle(pending, count, table, rows)
              // Less than a block: a row that is not bare, or the end.
              if cursor.count < end { break }
            }
          }
        }
      }
    }
  }

  /// Reads rows up to the end of a block; those that are pending have store 0.
  ///
  /// - Returns: How many are pending.
  @inline(__always)
  private mutating func readBlock(
    _ text: UnsafePointer<UInt8>, _ final: Int, _ table: StoreKeys.Table,
    _ months: UnsafeBufferPointer<UsageCells.Month>,
    _ rows: UnsafeMutableBufferPointer<StoreDayUses>,
    _ pending: UnsafeMutableBufferPointer<Pending>, _ cursor: inout Cursor
  ) -> Int {
    let delimiter = delimiter
    let pattern = Bytes.pattern(delimiter)
    var position = cursor.position
    var count = cursor.count
    var pendingCount = 0
    var last = last
    var step = step
    var isInOrder = isInOrder
    while position <= final, count < rows.count {
      let low = Bytes.word(text + position)
      let high = Bytes.word(text + (position &+ 8))
      var store = last &+ step < table.count ? last &+ step : 0
      var length = Int(truncatingIfNeeded: table.lengths[store])
      var isPending = false
      var key = StoreKeys.Key()
      if length == 0 || low & Bytes.mask(length) != table.lows[store]
        || length > 8 && high & Bytes.mask(length &- 8) != table.highs[store]
        || text[position &+ length] != delimiter
      {
        length = Bytes.first(pattern, low, high)
        if length == 0 || length > 16 || text[position + length] != delimiter { break }
        key = StoreKeys.Key(
          low: low & Bytes.mask(length), high: high & Bytes.mask(length &- 8),
          length: UInt8(truncatingIfNeeded: length))
        // The other of the two.
        let other = step == 0 && last + 1 < table.count ? last + 1 : last
        if table.has(key, at: other) {
          store = other
          step = 1 - step
        } else if isInOrder {
          isInOrder = false
          if let found = table.find(key) {
            store = found
          } else {
            isPending = true
          }
        } else {
          isPending = true
        }
        // A quoted cell goes on to its own end, and a line may end before any delimiter.
        if isPending,
          Bytes.hasControl(key.low | ~Bytes.mask(length))
            || Bytes.hasControl(key.high | ~Bytes.mask(length - 8))
            || UInt8(truncatingIfNeeded: low) == UInt8(ascii: "\"")
        {
          break
        }
      } else {
        isInOrder = true
      }
      let date = text + (position &+ length &+ 1)
      let prefix = Bytes.word(date)
      let month = months[UsageCells.place(ofMonth: prefix)]
      let tens = date[8] &- 0x30
      let ones = date[9] &- 0x30
      let day = Int32(tens) &* 10 &+ Int32(ones)
      guard month.prefix == prefix, tens <= 9, ones <= 9, day >= 1, day <= month.days,
        date[10] == delimiter
      else { break }
      // One to four digits and the line's end; no branch asks how many, since nobody could guess. Where
      // the next row begins, all else of it waits for: so the line feed is looked for first.
      let number = Bytes.word(date + 11)
      let lineFeed = Bytes.hits(Bytes.pattern(0x0A), in: number)
      let next = position &+ length &+ 13 &+ lineFeed.trailingZeroBitCount >> 3
      let digits = Bytes.leadingDigits(number)
      let rest = number >> UInt64(truncatingIfNeeded: digits &* 8) & 0xFFFF
      guard digits >= 1, digits <= 4, rest & 0xFF == 0x0A || rest == 0x0A0D else { break }
      rows[count] = StoreDayUses(
        store: isPending ? 0 : store, day: Int(month.before &+ day),
        uses: Bytes.number(number, digits: digits))
      if isPending {
        pending.initializeElement(
          at: pendingCount,
          to: Pending(key: key, hash: StoreKeys.hash(key), row: count, start: position))
        pendingCount &+= 1
      } else {
        last = store
      }
      count &+= 1
      position = next
    }
    self.last = last
    self.step = step
    self.isInOrder = isInOrder
    cursor = Cursor(position: position, count: count)
    return pendingCount
  }

  /// Finds the stores of the pending rows of a block.
  @inline(__always)
  private mutating func settle(
    _ pending: UnsafeMutableBufferPointer<Pending>, _ count: Int, _ table: StoreKeys.Table,
    _ rows: UnsafeMutableBufferPointer<StoreDayUses>
  ) {
    // Each loop asks memory for all of them: no answer is waited for before the next is asked.
    for index in 0..<count {
      pending[index].store = table.candidate(pending[index].hash)
    }
    for index in 0..<count {
      let one = pending[index]
      if table.has(one.key, at: one.store) {
        rows[one.row] = rows[one.row].ofStore(one.store)
        last = one.store
      } else {
        unsettled.append(Unsettled(row: one.row, start: one.start))
      }
    }
  }
}
