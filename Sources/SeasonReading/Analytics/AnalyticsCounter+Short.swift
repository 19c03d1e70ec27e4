import ReviewModel

extension AnalyticsCounter {
  /// Takes a row whose cells are plain: a day of eight digits, a count, a store that was found before.
  ///
  /// - Returns: Whether it was taken; else nothing was done.
  mutating func takeShortly(_ record: Record) -> Bool {
    guard var cells = short.cells(of: record) else { return false }
    if case .unknown(let cell) = cells.store, let plan = table?.plan {
      cells.store = meaning(of: cell, ExportRow(record: record, plan: plan))
      short.learn(cell, cells.store)
    }
    let store: Int
    switch cells.store {
    case .known(let number): store = number
    case .none, .unknown: return false
    case .nowhere:
      // The group's first row has told its place.
      guard noStore != nil else { return false }
      noStore?.rows += 1
      ledger.notCounted += 1
      sum += Int128(cells.uses)
      return true
    }
    guard isCounted(store) else { return false }
    sum += Int128(cells.uses)
    log.append(
      StoreDayUses(store: store, day: cells.day, uses: cells.uses), line: record.line,
      row: record.row)
    return true
  }

  /// The store that a cell leads to.
  private func meaning(
    of cell: UnsafeBufferPointer<UInt8>, _ row: ExportRow
  ) -> ShortWay.Store {
    let isPath = if case .path = row.plan.route { true } else { false }
    guard let id = storeID(of: row).map({ StoreID($0) }) else { return isPath ? .nowhere : .none }
    if let store = register.numbers[id] { return .known(store) }
    return isPath && !register.skippedStores.contains(id) ? .nowhere : .none
  }

  /// Whether a store's uses stand in the column that totals are held against, as most stores' do.
  private mutating func isCounted(_ store: Int) -> Bool {
    if let known = short.isCounted(store) { return known }
    guard let plan = table?.plan else { return false }
    let solution = register.windows[store].solution
    let column =
      if let solution { plan.countBySolution[solution] } else { plan.defaultCount ?? plan.count }
    let isCounted = column == plan.count && survey.owner.mayCount(forStore: store)
    short.learn(isCounted, store)
    return isCounted
  }
}
