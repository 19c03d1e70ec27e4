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
  /// The last row's month: most rows are of the same one.
  private var month = UsageCells.Month()
  /// How the last row's line ended.
  private var lineEnd = LineEnd.lineFeed
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
            while true {
              if isInOrder { readInOrder(text, final, table, rows, &cursor) }
              if cursor.position > final || cursor.count == rows.count { break }
              let (start, end) = (cursor.count, min(rows.count, cursor.count + Self.block))
              let block = UnsafeMutableBufferPointer(rebasing: rows[..<end])
              let count = readBlock(text, final, table, months, block, pending, &cursor)
              settle(pending, count, table, rows)
              // Less than a block, and not since rows are in order again: one that is not bare, or the end.
              if cursor.count == start || cursor.count < end && !isInOrder { break }
            }
          }
        }
      }
    }
  }

  /// Reads rows as long as each is of the last one's store or the one after it, and of the same month.
  ///
  /// Rows in order are nearly all such. So little is asked of each that all of it stays in registers.
  @inline(__always)
  private mutating func readInOrder(
    _ text: UnsafePointer<UInt8>, _ final: Int, _ table: StoreKeys.Table,
    _ rows: UnsafeMutableBufferPointer<StoreDayUses>, _ cursor: inout Cursor
  ) {
    let (delimiter, month, lineEnd) = (delimiter, month, lineEnd)
    let lastRow = text + final
    var (row, count, last, step) = (text + cursor.position, cursor.count, last, step)
    while row <= lastRow, count < rows.count {
      var store = last &+ step
      var length = Self.length(ofStore: store, at: row, table, delimiter)
      if length < 0 {
        store = last &+ 1 &- step
        length = Self.length(ofStore: store, at: row, table, delimiter)
        if length < 0 { break }
        step = 1 &- step
      }
      guard let tail = Tail(row + length, delimiter, month, lineEnd) else { break }
      rows[count] = StoreDayUses(store: store, day: tail.day, uses: tail.uses)
      last = store
      count &+= 1
      row = tail.end
    }
    (self.last, self.step) = (last, step)
    cursor = Cursor(position: row - text, count: count)
  }

  /// The bytes of a store's id where a row begins with it and a delimiter; below 0 where it does not.
  @inline(__always)
  private static func length(
    ofStore store: Int, at row: UnsafePointer<UInt8>, _ table: StoreKeys.Table, _ delimiter: UInt8
  ) -> Int {
    if store >= table.count { return -1 }
    let length = Int(truncatingIfNeeded: table.lengths[store])
    // A store that can't be found has no bytes and a key of zeros; a delimiter is no zero.
    guard table.begins(Bytes.word(row), at: store),
      length <= 8
        || Bytes.begins(Bytes.word(row + 8), with: table.highs[store], length &- 8),
      row[length] == delimiter
    else { return -1 }
    return length
  }

  /// How the lines of a file end.
  private struct LineEnd {
    /// The bytes, the first one lowest, and all bits of as many.
    let bytes: UInt16
    let mask: UInt16
    let length: Int

    static let lineFeed = LineEnd(bytes: 0x000A, mask: 0x00FF, length: 1)
    static let returnAndLineFeed = LineEnd(bytes: 0x0A0D, mask: 0xFFFF, length: 2)

    /// The other one.
    var other: LineEnd { length == 1 ? .returnAndLineFeed : .lineFeed }
  }

  /// A bare row behind its store: a date of a known month, a count and the line's end.
  private struct Tail {
    let day: Int
    let uses: Int
    /// Where the next row begins.
    let end: UnsafePointer<UInt8>

    /// - Parameters:
    ///   - tail: The delimiter behind the store.
    ///   - delimiter: The file's delimiter.
    ///   - month: The month whose date it may be.
    ///   - lineEnd: How lines end.
    @inline(__always)
    init?(
      _ tail: UnsafePointer<UInt8>, _ delimiter: UInt8, _ month: UsageCells.Month,
      _ lineEnd: LineEnd
    ) {
      let (tens, ones) = (Int32(tail[9] &- 0x30), Int32(tail[10] &- 0x30))
      // Tens that are no digit make more days than any month has.
      let day = tens &* 10 &+ ones
      guard Bytes.word(tail + 1) == month.prefix, ones <= 9,
        UInt32(bitPattern: day &- 1) < UInt32(bitPattern: month.days), tail[11] == delimiter
      else { return nil }
      // One to four digits and the line's end; no branch asks how many, since nobody could guess. All
      // else waits for where the next row begins: so that is settled with the fewest steps.
      let number = Bytes.word(tail + 12)
      let width = Bytes.digitsAtMost(number)
      end = tail + (width &+ 12 &+ lineEnd.length)
      guard width >= 1, width <= 4,
        UnsafeRawPointer(tail + (width &+ 12)).loadUnaligned(as: UInt16.self).littleEndian
          & lineEnd.mask == lineEnd.bytes,
        let uses = Bytes.number(number, width: width)
      else { return nil }
      (self.day, self.uses) = (Int(month.before &+ day), uses)
    }
  }

  /// Reads rows up to the end of a block, or to one that is in order; those that are pending have
  /// store 0.
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
    var position = cursor.position
    var count = cursor.count
    var pendingCount = 0
    var last = last
    var step = step
    var isInOrder = isInOrder
    var month = month
    var lineEnd = lineEnd
    while position <= final, count < rows.count {
      let low = Bytes.word(text + position)
      var store = last &+ step
      var length = Self.length(ofStore: store, at: text + position, table, delimiter)
      var key: StoreKeys.Key?
      if length >= 0 {
        isInOrder = true
      } else {
        let high = Bytes.word(text + (position &+ 8))
        length = Bytes.first(Bytes.pattern(delimiter), low, high)
        if length == 0 || length > 16 || text[position + length] != delimiter { break }
        let own = StoreKeys.Key(
          low: low & Bytes.mask(length), high: high & Bytes.mask(length &- 8),
          length: UInt8(truncatingIfNeeded: length))
        // The other of the two.
        let other = step == 0 && last + 1 < table.count ? last + 1 : last
        if table.has(own, at: other) {
          store = other
          step = 1 - step
        } else if isInOrder, let found = table.find(own) {
          isInOrder = false
          store = found
        } else {
          isInOrder = false
          key = own
          // A quoted cell goes on to its own end, and a line may end before any delimiter.
          if Bytes.hasControl(own.low | ~Bytes.mask(length))
            || Bytes.hasControl(own.high | ~Bytes.mask(length - 8))
            || UInt8(truncatingIfNeeded: low) == UInt8(ascii: "\"")
          {
            break
          }
        }
      }
      let behind = text + (position &+ length)
      let prefix = Bytes.word(behind + 1)
      if prefix != month.prefix { month = months[UsageCells.place(ofMonth: prefix)] }
      var tail = Tail(behind, delimiter, month, lineEnd)
      if tail == nil {
        tail = Tail(behind, delimiter, month, lineEnd.other)
        if tail != nil { lineEnd = lineEnd.other }
      }
      guard let tail else { break }
      rows[count] = StoreDayUses(
        store: key == nil ? store : 0, day: tail.day, uses: tail.uses)
      if let key {
        pending.initializeElement(
          at: pendingCount,
          to: Pending(key: key, hash: StoreKeys.hash(key), row: count, start: position))
        pendingCount &+= 1
      } else {
        last = store
      }
      count &+= 1
      position = tail.end - text
      if isInOrder { break }
    }
    self.last = last
    self.step = step
    self.isInOrder = isInOrder
    self.month = month
    self.lineEnd = lineEnd
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
