private import CProcessor

/// Adds rows of one table to the pages of a `StoreDayTable`, which lies in memory as long as this is used.
struct StoreDayAdder {
  /// Per store, when its rows need no longer look.
  let windows: UnsafeBufferPointer<CountingWindow>
  /// The first day that there are pages for.
  let firstDay: Int
  /// Per day from the first one on: the place of store 0's cell; below 0 before any row has its month.
  let places: UnsafeBufferPointer<Int>
  let cells: UnsafeMutableBufferPointer<UInt16>
  /// The owner's code of the table.
  let code: UInt16
  /// The number of the rows' file.
  let file: Int32
  /// Per store, the number of the file whose rows named it last.
  let namedIn: UnsafeMutableBufferPointer<Int32>

  /// Claims and adds rows as long as each is one that needs no longer look.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - start: The first one to take.
  ///   - newlyNamed: Gets the stores that the file did not name before.
  ///   - lastDay: Raised to the last day with a use.
  ///   - ahead: How many rows before its turn a row's page is asked for; 0 for none.
  /// - Returns: The index of the first row that was not taken; the number of rows where all were.
  @inline(__always)
  func add(
    _ rows: UnsafeBufferPointer<StoreDayUses>, from start: Int, _ newlyNamed: inout [Int32],
    _ lastDay: inout Int, ahead: Int
  ) -> Int {
    let pageSize = StoreDayTable.pageSize
    var latest = lastDay
    var index = start
    while index < rows.count {
      if ahead > 0, index &+ ahead < rows.count { expect(rows[index &+ ahead]) }
      let row = rows[index]
      if row.isOther { break }
      let (store, uses) = (row.store, row.uses)
      let window = windows[store]
      let offset = row.day &- firstDay
      guard offset >= Int(window.first), offset <= Int(window.last), offset < places.count else {
        break
      }
      let place = places[offset]
      if place < 0 { break }
      let cell = place &+ store &* pageSize
      let page = cell & ~(pageSize - 1)
      let owner = cells[page]
      let held = Int(cells[cell])
      // A day that is named holds its uses plus 1.
      let sum = (held == 0 ? 1 : held) &+ uses
      guard sum < Int(StoreDayTable.isLarge) else { break }
      if owner != code {
        guard owner == 0 else { break }
        cells[page] = code
        // A page of this table has a row of this file: it names the store already.
        if namedIn[store] != file {
          namedIn[store] = file
          newlyNamed.append(Int32(truncatingIfNeeded: store))
        }
      }
      cells[cell] = UInt16(truncatingIfNeeded: sum)
      if uses > 0 { latest = max(latest, offset &+ firstDay) }
      index &+= 1
    }
    lastDay = latest
    return index
  }

  /// Asks for the page of a row that is to come.
  @inline(__always)
  private func expect(_ row: StoreDayUses) {
    let offset = row.day &- firstDay
    guard UInt(bitPattern: offset) < UInt(bitPattern: places.count) else { return }
    let page = places[offset] &+ row.store &* StoreDayTable.pageSize
    rp_prefetch(cells.baseAddress.map { $0 + page })
  }
}
