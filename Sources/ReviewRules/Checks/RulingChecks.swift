import ReviewModel

/// RU001 to RU003: the reviewers' rulings (C7, C16).
enum RulingChecks {
  /// RU002 before RU001: one row, one finding that skips it.
  static func keep(
    _ rows: [Ruling], _ contracts: Set<ContractID>, _ roster: [RosterEntry], asOf: CalendarDate,
    _ sieve: inout Sieve
  ) -> [Ruling] {
    var owners: [StoreID: ContractID] = [:]
    let ruled = Set(rows.compactMap(\.store))
    for entry in roster where !ruled.isEmpty && ruled.contains(entry.store) {
      owners[entry.store] = entry.contract
    }
    var kept: [Ruling] = []
    for row in rows {
      if row.ruledOn > asOf {
        sieve.skip(
          row.source,
          finding(
            .RU002, .ruledOn, row, expected: plain(asOf),
            difference: String(row.ruledOn.dayNumber - asOf.dayNumber)))
      } else if !contracts.contains(row.contract) {
        sieve.skip(
          row.source,
          finding(
            .RU001, .districtID, row, value: row.contract.text,
            detail: Bilingual(
              zh: "核定清單中沒有此商圈與廠商", en: "the approvals have no such district and vendor")))
      } else if let misfit = misfit(row, owners) {
        sieve.skip(row.source, finding(.RU001, .storeID, row, detail: misfit))
      } else {
        kept.append(row)
        if row.kind == .nonProvision {
          sieve.find(finding(.RU003, .ruling, row, detail: plain(row.reason)))
        }
      }
    }
    return kept
  }

  /// Why ruling and subject do not fit; nil where they do.
  private static func misfit(_ row: Ruling, _ owners: [StoreID: ContractID]) -> Bilingual? {
    switch (row.kind, row.store) {
    case (.disallow, nil):
      return Bilingual(
        zh: "「不予認列」須指明店家編號", en: "disallow must name a store")
    case (.disallow, let store?):
      guard let owner = owners[store] else {
        // It may stand in a row that is skipped.
        return Bilingual(
          zh: "清冊中沒有可採用的列為此店家", en: "the rosters have no valid row of this store")
      }
      return owner == row.contract
        ? nil
        : Bilingual(
          zh: "此店家屬於契約 \(owner.text)", en: "the store belongs to contract \(owner.text)")
    case (.nonProvision, .some), (.recognise, .some):
      return Bilingual(
        zh: "此認定針對整個契約，店家編號應空白", en: "this ruling is about a contract; it names no store")
    case (.nonProvision, nil), (.recognise, nil):
      return nil
    }
  }

  private static func finding(
    _ code: FindingCode, _ column: Column, _ row: Ruling, value: String? = nil,
    expected: Bilingual? = nil, difference: String? = nil, detail: Bilingual? = nil
  ) -> Finding {
    Finding(
      code, cell: column, of: row.source, contract: row.contract, store: row.store, value: value,
      expected: expected, difference: difference, detail: detail)
  }
}
