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
      ledger.read += 1
      noStore?.rows += 1
      ledger.notCounted += 1
      sum += Int128(cells.uses)
      return true
    }
    guard isCounted(store) else { return false }
    ledger.read += 1
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
    if isPath, let store = ownStore(ofPath: cell) { return .known(store) }
    guard let id = storeID(of: row).map({ StoreID($0) }) else { return isPath ? .nowhere : .none }
    if let store = register.numbers[id] { return .known(store) }
    return isPath && !register.skippedStores.contains(id) ? .nowhere : .none
  }

  /// The store that a plain path leads to by the pattern of its own solution, as `storeID(of:)` finds
  /// it, from its bytes; nil of other paths and stores.
  private func ownStore(ofPath cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard StorePath.isBare(cell) else { return nil }
    for number in survey.owner.solutions {
      guard let part = paths[number]?.part(ofBare: cell) else { continue }
      // Another spelling of an id may lead to a store by the longer way.
      guard let store = register.numbers.find(part, after: 0) else { return nil }
      if register.windows[store].solution == number { return store }
    }
    return nil
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
