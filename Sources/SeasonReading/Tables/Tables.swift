import ReviewModel

// One function per table: which cells make a row's value. A cell that can't be read has its
// finding from the `RowReader`; a row that lacks a required value is not kept.

enum ApprovalsTable {
  static func read(
    _ text: TextFile, into rows: inout [Approval]
  ) throws(ReadProblem) -> TableReader.Outcome {
    try TableReader(schema: Schemas.approvals, text: text).rows { row in
      let district = row.id(.districtID)
      let name = row.text(.districtName)
      let organisation = row.text(.districtOrg)
      let county = row.text(.county)
      let vendor = row.taxID(.vendorID)
      let vendorName = row.text(.vendorName)
      let stores = row.integer(.approvedStores, atLeast: 1)
      let counselling = row.money(.counsellingFee)
      let cloud = row.money(.cloudFee)
      let declared = row.date(.declaredOn)
      let approved = row.date(.declarationApprovedOn)
      let vendorSigned = row.date(.vendorContractOn)
      let districtSigned = row.date(.districtContractOn)
      let contract = contractID(district, vendor)
      row.name(contract)
      guard row.isComplete, let contract, let stores, let counselling, let cloud else {
        return false
      }
      rows.append(
        Approval(
          contract: contract, districtName: name, districtOrg: organisation, county: county,
          vendorName: vendorName, approvedStores: stores, counsellingFee: counselling,
          cloudFee: cloud, declaredOn: declared, declarationApprovedOn: approved,
          vendorContractOn: vendorSigned, districtContractOn: districtSigned, source: row.source))
      return true
    }
  }
}

enum SolutionsTable {
  static func read(
    _ text: TextFile, into rows: inout [Solution]
  ) throws(ReadProblem) -> TableReader.Outcome {
    try TableReader(schema: Schemas.solutions, text: text).rows { row in
      let id = row.id(.solutionID)
      let vendor = row.taxID(.vendorID)
      let name = row.text(.solutionName)
      let category = row.text(.category)
      let physical = row.flag(.physicalConsumption)
      let summit = row.flag(.summitQualified)
      let cap = row.money(.feeCap)
      let property = row.text(.gaProperty)
      let view = row.text(.gaView)
      let metric = row.text(.gaMetric)
      var pattern = row.text(.gaStorePattern)
      if !pattern.isEmpty, StorePath(pattern: pattern) == nil {
        row.ignore(.gaStorePattern, expected: Expected.storePattern)
        pattern = ""
      }
      let verification = row.text(.verificationMethod)
      guard row.isComplete, let id, let vendor, let physical, let summit, let cap else {
        return false
      }
      rows.append(
        Solution(
          id: SolutionID(id), vendor: vendor, name: name, category: category,
          takesPartInPhysicalConsumption: physical, isSummitQualified: summit, feeCap: cap,
          gaProperty: property, gaView: view, gaMetric: metric, gaStorePattern: pattern,
          verificationMethod: verification, source: row.source))
      return true
    }
  }
}

enum RosterTable {
  static func read(
    _ text: TextFile, _ part: TablePart? = nil, into rows: inout [RosterEntry],
    skipped: inout [SkippedRosterRow]
  ) throws(ReadProblem) -> TableReader.Outcome {
    var malformed: [SkippedRosterRow] = []
    var incomplete: [SkippedRosterRow] = []
    let reader = TableReader(schema: Schemas.rosters, text: text, part: part)
    // The row before says the same as a rule.
    var lastPlan = (text: "", isNo: true)
    let outcome = try reader.rows(skipped: { row in
      // The record as a whole is the fault: its cells only tell whose it was.
      var cells = row
      let store = cells.id(.storeID)
      let contract = contractID(cells.id(.districtID), cells.taxID(.vendorID))
      if let store { malformed.append(skippedRow(store, contract, row)) }
    }) { row in
      let store = row.id(.storeID)
      let contract = contractID(row.id(.districtID), row.taxID(.vendorID))
      let solution = row.id(.solutionID)
      let name = row.text(.storeName)
      let taxID = row.taxID(.taxID)
      let address = row.text(.address)
      let contact = row.text(.contact)
      let phone = row.text(.phone)
      let goLive = row.date(.goliveOn)
      let ended = row.date(.endedOn)
      let fee = row.money(.fee)
      let view = row.text(.gaView)
      let plan = row.text(.continuityPlan)
      if plan != lastPlan.text { lastPlan = (plan, isNo(plan)) }
      row.name(contract, store.map { StoreID($0) })
      row.hideSlippedCells()
      guard row.isComplete, let store, let contract, let solution, let fee else {
        if let store { incomplete.append(skippedRow(store, contract, row)) }
        return false
      }
      rows.append(
        RosterEntry(
          store: StoreID(store), contract: contract, solution: SolutionID(solution), name: name,
          taxID: taxID, address: address, contact: contact, phone: phone, goLive: goLive,
          endedOn: ended, fee: fee, gaView: view,
          continuityPlan: lastPlan.isNo ? nil : plan, source: row.source))
      return true
    }
    skipped += (malformed + incomplete).sorted { ($0.place.line ?? 0) < ($1.place.line ?? 0) }
    return outcome
  }

  private static func skippedRow(
    _ store: String, _ contract: ContractID?, _ row: RowReader
  ) -> SkippedRosterRow {
    SkippedRosterRow(
      store: StoreID(store), contract: contract, gaView: row.source.text(of: .gaView),
      place: row.source.place(of: .storeID))
  }

  /// Empty, or a no: no plan for continued operation (C3).
  private static func isNo(_ plan: String) -> Bool {
    if plan.isEmpty { return true }
    return CellParser.flag(Normalisation.code(plan)) == .value(false)
  }
}

enum ProgressTable {
  static func read(
    _ text: TextFile, _ part: TablePart? = nil, into rows: inout [ProgressRow]
  ) throws(ReadProblem) -> TableReader.Outcome {
    try TableReader(schema: Schemas.progress, text: text, part: part).rows { row in
      let contract = contractID(row.id(.districtID), row.taxID(.vendorID))
      let number = row.key(.itemNo)
      let item = row.text(.item)
      let weight = row.percent(.weight)
      let start = row.date(.plannedStart)
      let end = row.date(.plannedEnd)
      let reported = row.date(.reportedOn)
      let found = row.findings.count
      let actual = row.percent(.actualProgress)
      let description = row.text(.description)
      let difficulties = row.text(.difficulties)
      let actions = row.text(.actions)
      if reported != nil, actual == nil {
        row.require(.actualProgress, since: found, expected: Expected.percent)
      }
      row.name(contract)
      guard row.isComplete, let contract, let weight, let start, let end else { return false }
      rows.append(
        ProgressRow(
          contract: contract, itemNo: number, item: item, weight: weight, plannedStart: start,
          plannedEnd: end, reportedOn: reported, actualProgress: actual,
          description: description, difficulties: difficulties, actions: actions,
          source: row.source))
      return true
    }
  }
}

enum RulingsTable {
  static func read(
    _ text: TextFile, into rows: inout [Ruling]
  ) throws(ReadProblem) -> TableReader.Outcome {
    try TableReader(schema: Schemas.rulings, text: text).rows { row in
      let contract = contractID(row.id(.districtID), row.taxID(.vendorID))
      let store = row.id(.storeID)
      let kind = row.choice(.ruling, expected: Expected.ruling, kind)
      let found = row.findings.count
      let amount = row.money(.amount)
      let reason = row.text(.reason)
      let ruledOn = row.date(.ruledOn)
      if kind == .recognise, amount == nil {
        row.require(.amount, since: found, expected: Expected.money(unit: 1))
      }
      row.name(contract, store.map { StoreID($0) })
      guard row.isComplete, let contract, let kind, let ruledOn else { return false }
      rows.append(
        Ruling(
          contract: contract, store: store.map { StoreID($0) }, kind: kind, amount: amount,
          reason: reason, ruledOn: ruledOn, source: row.source))
      return true
    }
  }

  private static func kind(_ code: String) -> RulingKind? {
    switch code.lowercased() {
    case "disallow", "不予認列": .disallow
    case "non-provision", "未確實提供": .nonProvision
    case "recognise", "認列金額": .recognise
    default: nil
    }
  }
}

/// The contract that a row's own cells name, where both can be read.
private func contractID(_ district: String?, _ vendor: TaxID?) -> ContractID? {
  guard let district, let vendor else { return nil }
  return ContractID(district: DistrictID(district), vendor: vendor)
}
