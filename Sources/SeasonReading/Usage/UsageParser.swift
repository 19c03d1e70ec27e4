import ReviewModel

/// Turns the bytes of usage rows into stores, days and counts.
///
/// What is plain in any respect is read here, the same as the long way reads it; any other record is
/// left to that. Nothing is allocated for a row.
struct UsageParser {
  private let plan: PlainUsage
  private let stores: StoreKeys
  private var cells = UsageCells()
  private var records: RecordShapes
  /// The store that was found last: the one after it is tried first.
  private var last = 0
  /// Whether rows are store, date and count alone, in this order.
  private let isBare: Bool

  init(_ plan: PlainUsage, _ stores: StoreKeys) {
    self.plan = plan
    self.stores = stores
    records = RecordShapes(plan)
    isBare = plan.store == 0 && plan.day == 1 && plan.uses == 2 && plan.match.width == 3
  }

  /// Reads the records of a piece.
  ///
  /// - Parameters:
  ///   - piece: Gets the rows; `end` is set to where the first record begins that was not read.
  ///   - start: Where the first record begins.
  ///   - stop: The last place where a record may begin that is read.
  ///   - isLast: Whether the file ends where the piece does; else a record that goes beyond its end is
  ///     not read.
  mutating func read(_ piece: inout UsagePiece, from start: Int, stop: Int, isLast: Bool) {
    piece.start = start
    piece.count = 0
    piece.others.removeAll(keepingCapacity: true)
    var rows: [StoreDayUses] = []
    swap(&rows, &piece.rows)
    var others: [UsagePiece.Other] = []
    swap(&others, &piece.others)
    var cursor = Cursor(position: start, count: 0)
    piece.withBytes { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[..<piece.filled])
      while cursor.position <= stop, cursor.position < text.count {
        if cursor.count == rows.count {
          rows.append(contentsOf: repeatElement(.other, count: max(rows.count, 1_024)))
        }
        if isBare { readBareRows(bytes, piece.filled, stop, &rows, &cursor) }
        guard cursor.position <= stop, cursor.position < text.count, cursor.count < rows.count
        else { continue }
        guard let shape = records.shape(of: bytes, piece.filled, at: cursor.position, isLast) else {
          break
        }
        if let row = row(shape, text) {
          rows[cursor.count] = row
        } else {
          rows[cursor.count] = .other
          others.append(
            UsagePiece.Other(
              start: cursor.position, end: shape.next, lineEnds: shape.lineEnds))
        }
        cursor.count += 1
        cursor.position = shape.next
      }
    }
    piece.rows = rows
    piece.others = others
    piece.count = cursor.count
    piece.end = cursor.position
  }

  /// Where reading is, and how many rows were read.
  private struct Cursor {
    var position: Int
    var count: Int
  }

  /// Reads rows of the form `S000001,2021-06-01,3` as far as they go.
  private mutating func readBareRows(
    _ bytes: UnsafeBufferPointer<UInt8>, _ filled: Int, _ stop: Int,
    _ rows: inout [StoreDayUses], _ cursor: inout Cursor
  ) {
    let delimiter = plan.match.delimiter.rawValue
    let pattern = 0x0101_0101_0101_0101 * UInt64(delimiter)
    guard let text = bytes.baseAddress, !stores.keys.isEmpty else { return }
    // A row of an id, a date and a count of up to this many bytes is looked at without asking for
    // the end of the text at each of them.
    let final = min(stop, filled - 48)
    var position = cursor.position
    var count = cursor.count
    var last = last
    let table = stores
    table.keys.withUnsafeBufferPointer { keys in
      table.slots.withUnsafeBufferPointer { slots in
        cells.months.withUnsafeBufferPointer { months in
          rows.withUnsafeMutableBufferPointer { rows in
            let room = rows.count
            while position <= final, count < room {
              let low = Bytes.word(text + position)
              let high = Bytes.word(text + position + 8)
              // The store that follows the last one, else that one, else what the table says.
              var store = last + 1 < keys.count ? last + 1 : 0
              var length = Int(truncatingIfNeeded: keys[store].length)
              if length == 0 || low & Bytes.mask(length) != keys[store].low
                || high & Bytes.mask(length - 8) != keys[store].high
                || text[position + length] != delimiter
              {
                length = Bytes.first(pattern, low, high)
                if length == 0 || length > 16 || text[position + length] != delimiter { break }
                let key = StoreKeys.Key(
                  low: low & Bytes.mask(length), high: high & Bytes.mask(length - 8),
                  length: UInt64(truncatingIfNeeded: length))
                if keys[last] == key {
                  store = last
                } else {
                  guard let found = StoreKeys.find(key, keys, slots) else { break }
                  store = found
                }
              }
              let date = text + position + length + 1
              let prefix = Bytes.word(date)
              let month = months[UsageCells.place(ofMonth: prefix)]
              let tens = date[8] &- 0x30
              let ones = date[9] &- 0x30
              let day = Int32(tens) &* 10 &+ Int32(ones)
              guard month.prefix == prefix, tens <= 9, ones <= 9, day >= 1, day <= month.days,
                date[10] == delimiter
              else { break }
              // One to four digits and the line's end.
              var digit = date + 11
              var uses = Int(digit[0] &- 0x30)
              guard uses <= 9 else { break }
              digit += 1
              var more = 0
              while more < 3 {
                let next = digit[0] &- 0x30
                if next > 9 { break }
                uses = uses &* 10 &+ Int(next)
                digit += 1
                more += 1
              }
              if digit[0] == 0x0D { digit += 1 }
              guard digit[0] == 0x0A else { break }
              rows[count] = StoreDayUses(
                store: store, day: Int(month.before &+ day), uses: uses)
              count &+= 1
              last = store
              position = digit - text + 1
            }
          }
        }
      }
    }
    self.last = last
    cursor = Cursor(position: position, count: count)
  }

  /// A record's row; nil where it needs a longer look.
  private mutating func row(
    _ shape: RecordShapes.Shape, _ text: UnsafeBufferPointer<UInt8>
  ) -> StoreDayUses? {
    guard shape.isPlain, shape.count <= plan.match.width, let storeCell = shape.store,
      let dayCell = shape.day
    else { return nil }
    func cell(_ range: CellRange) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: text[range.start..<range.end])
    }
    guard let store = stores.find(Blanks.trimmed(cell(storeCell)), after: last) else { return nil }
    let day = plan.uses == nil ? EventTime.day(cell(dayCell)) : cells.day(cell(dayCell))
    guard let day else { return nil }
    var uses = 1
    if plan.uses != nil {
      guard let range = shape.uses, let count = cells.count(cell(range)),
        count < StoreDayUses.usesLimit
      else { return nil }
      uses = count
    }
    // A store's cell that begins a row is no total: those ids are not among the keys.
    if let first = shape.first, RowKind.isTotal(cell(first)) { return nil }
    last = store
    return StoreDayUses(store: store, day: day, uses: uses)
  }
}
