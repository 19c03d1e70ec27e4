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
  private var bare: BareRows
  /// The store that was found last: the one after it is tried first.
  private var last = 0
  /// Whether rows are store, date and count alone, in this order.
  private let isBare: Bool

  init(_ plan: PlainUsage, _ stores: StoreKeys) {
    self.plan = plan
    self.stores = stores
    records = RecordShapes(plan)
    bare = BareRows(delimiter: plan.match.delimiter, stores)
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
    var cursor = BareRows.Cursor(position: start, count: 0)
    var areASCII = true
    records.begin()
    piece.withBytes { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[..<piece.filled])
      while cursor.position <= stop, cursor.position < text.count {
        if cursor.count == rows.count {
          rows.append(contentsOf: repeatElement(.other, count: max(rows.count, 1_024)))
        }
        if isBare {
          bare.read(bytes, filled: piece.filled, stop: stop, cells.months, &rows, &cursor)
          // Those whose store is not among the keys, in their order.
          for one in bare.unsettled {
            _ = take(
              recordAt: one.start, of: bytes, text, isLast, &rows[one.row], &others, &areASCII)
          }
        }
        guard cursor.position <= stop, cursor.position < text.count, cursor.count < rows.count
        else { continue }
        guard
          let next = take(
            recordAt: cursor.position, of: bytes, text, isLast, &rows[cursor.count], &others,
            &areASCII)
        else { break }
        cursor.count += 1
        cursor.position = next
      }
    }
    piece.rows = rows
    piece.others = others
    piece.areRowsASCII = areASCII
    piece.count = cursor.count
    piece.end = cursor.position
  }

  /// Reads a record the long way.
  ///
  /// - Returns: Where the next one begins; nil where its end is not in the piece.
  @inline(__always)
  private mutating func take(
    recordAt start: Int, of bytes: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>,
    _ isLast: Bool, _ row: inout StoreDayUses, _ others: inout [UsagePiece.Other],
    _ areASCII: inout Bool
  ) -> Int? {
    guard let shape = records.shape(of: bytes, text.count, at: start, isLast) else { return nil }
    if let plain = self.row(shape, text) {
      row = plain
    } else {
      row = .other
      others.append(UsagePiece.Other(start: start, end: shape.next, lineEnds: shape.lineEnds))
    }
    areASCII =
      areASCII && Bytes.arePlainASCII(UnsafeBufferPointer(rebasing: text[start..<shape.next]))
    return shape.next
  }

  /// The store that a cell of the piece names, behind which there is slack.
  private func store(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    if let start = cell.baseAddress {
      if stores.isID(start, cell.count, of: last + 1) { return last + 1 }
      if stores.isID(start, cell.count, of: last) { return last }
    }
    return stores.find(Blanks.trimmed(cell), after: last)
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
    guard let store = store(cell(storeCell)) else { return nil }
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
