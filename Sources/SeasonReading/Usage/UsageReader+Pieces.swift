import ReviewModel

extension UsageReader {
  /// Takes the rows of a piece in, each as if all were read one by one.
  mutating func take(_ piece: UsagePiece, _ plan: PlainUsage, at position: inout Position) {
    var index = 0
    var other = 0
    // A row that was looked at longer, and where it begins.
    var known = (row: 0, position: piece.start)
    while index < piece.count {
      if position.row >= plan.match.lastRow {
        let next = piece.rows.withUnsafeBufferPointer { rows in
          counter.count(UnsafeBufferPointer(rebasing: rows[..<piece.count]), from: index)
        }
        let taken = next - index
        position.ledger.read += taken
        position.ledger.counted += taken
        position.line += taken
        position.row += taken
        index = next
        if index == piece.count { break }
      }
      let row = piece.rows[index]
      if row.isOther {
        let record = piece.others[other]
        other += 1
        take(record, of: piece, plan, at: &position)
        position.line += record.lineEnds
        known = (index + 1, record.end)
      } else {
        if position.row >= plan.match.lastRow {
          position.ledger.read += 1
          let place = UsageCounter.RowPlace(
            line: position.line, row: position.row + 1, storeCell: plan.store + 1,
            dateCell: plan.day + 1)
          count(row, of: piece, at: index, &known, place, plan, &position.ledger)
        }
        position.line += 1
      }
      position.row += 1
      index += 1
    }
  }

  /// Counts a plain row that needs a longer look: it may share a fault with others.
  private mutating func count(
    _ row: StoreDayUses, of piece: UsagePiece, at index: Int,
    _ known: inout (row: Int, position: Int), _ place: UsageCounter.RowPlace,
    _ plan: PlainUsage, _ ledger: inout RowLedger
  ) {
    counter.surveyor?.take(count: row.uses)
    let outcome = counter.count(
      store: row.store, day: row.day, uses: row.uses, at: place,
      date: Self.record(of: piece, Self.range(ofRow: index, of: piece, &known), plan, place) {
        Normalisation.text($0.cell(plan.day))
      } ?? "")
    switch outcome {
    case .counted: ledger.counted += 1
    case .notCounted, .earlierTable: ledger.notCounted += 1
    case .tooLarge:
      ledger.skipped += 1
      let range = Self.range(ofRow: index, of: piece, &known)
      _ = Self.record(of: piece, range, plan, place) { refuseSum($0, row.store, plan) }
    }
  }

  /// The bytes of a plain row.
  private static func range(
    ofRow row: Int, of piece: UsagePiece, _ known: inout (row: Int, position: Int)
  ) -> Range<Int> {
    let start = piece.start(ofRow: row, from: known)
    known = (row, start)
    return start..<piece.start(ofRow: row + 1, from: known)
  }

  private mutating func take(
    _ other: UsagePiece.Other, of piece: UsagePiece, _ plan: PlainUsage,
    at position: inout Position
  ) {
    let place = UsageCounter.RowPlace(
      line: position.line, row: position.row + 1, storeCell: plan.store + 1,
      dateCell: plan.day + 1)
    let ledger = Self.record(of: piece, other.start..<other.end, plan, place) { take($0, plan) }
    if let ledger { position.ledger.add(ledger) }
  }

  /// Gives a record of a piece, split again.
  private static func record<Result>(
    of piece: UsagePiece, _ range: Range<Int>, _ plan: PlainUsage,
    _ place: UsageCounter.RowPlace, _ body: (Record) -> Result
  ) -> Result? {
    let bytes = piece.withBytes { Array($0[range]) }
    var scanner = CSVScanner(
      MemorySource(bytes), delimiter: plan.match.delimiter, bufferSize: bytes.count + 1,
      line: place.line, row: place.row - 1)
    // Bytes in memory can always be read.
    do throws(ReadProblem) { return try scanner.next(body) } catch { return nil }
  }
}
