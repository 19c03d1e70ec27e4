import ReviewModel

/// Rows for tests of the rules, without files.
enum Sample {
  static let contract = id("D001")

  static func id(_ district: String, _ vendor: String = "12345675") -> ContractID {
    guard let vendor = TaxID(digits: vendor) else { preconditionFailure("no tax id \(vendor)") }
    return ContractID(district: DistrictID(district), vendor: vendor)
  }

  static func approval(
    counselling: Int128 = 1_000_000, cloud: Int128 = 400_000, stores: Int = 1,
    contract: ContractID = contract
  ) -> Approval {
    Approval(
      contract: contract, districtName: "範例商圈", districtOrg: "", county: "",
      vendorName: "範例資訊", approvedStores: stores, counsellingFee: TWD(counselling),
      cloudFee: TWD(cloud), declaredOn: nil, declarationApprovedOn: nil, vendorContractOn: nil,
      districtContractOn: nil, source: source("approvals.csv"))
  }

  static func entry(goLive: String, ended: String? = nil, plan: String? = "續約") -> RosterEntry {
    RosterEntry(
      store: StoreID("S001"), contract: contract, solution: SolutionID("P001"), name: "範例小吃",
      taxID: nil, address: "", contact: "", phone: "", goLive: CalendarDate(iso: goLive),
      endedOn: ended.map { day($0) }, fee: TWD(30_000), gaView: "", continuityPlan: plan,
      source: source("rosters/r.csv"))
  }

  static func ruling(
    _ kind: RulingKind, _ amount: Int128? = nil, on date: String, line: Int = 2
  ) -> Ruling {
    Ruling(
      contract: contract, store: kind == .disallow ? StoreID("S001") : nil, kind: kind,
      amount: amount.map { TWD($0) }, reason: "理由", ruledOn: day(date),
      source: source("rulings.csv", line: line))
  }

  static func counts(
    approved: Int = 1, eligible: Int? = nil, adopted: Int? = nil, completed: Int = 1, met: Int = 0,
    short: Int = 0
  ) -> StoreCounts {
    StoreCounts(
      approved: approved, rostered: eligible ?? completed, eligible: eligible ?? completed,
      adopted: adopted ?? completed, completed: completed, usageMet: met, usageShort: short)
  }

  /// A row of an item: its weight and plan, and a report where there is one.
  static func work(
    _ item: String = "1", weight: Int128 = 100_00, from start: String = "2021-06-01",
    to end: String = "2021-10-31", reported: String? = nil, _ actual: Int128? = nil, line: Int = 2
  ) -> ProgressRow {
    ProgressRow(
      contract: contract, itemNo: item, item: "導入", weight: Hundredths(weight),
      plannedStart: day(start), plannedEnd: day(end), reportedOn: reported.map { day($0) },
      actualProgress: actual.map { Hundredths($0) }, description: "", difficulties: "",
      actions: "", source: source("progress.csv", line: line))
  }

  static func source(_ file: String, line: Int = 2) -> RowSource {
    RowSource(
      layout: TableLayout(file: file, headers: []), line: line, row: line, cells: [])
  }
}
