internal import ReviewModel

/// A small packet made by hand, with figures that fit its results; all names are invented.
///
/// Templates are tried on it before they are used, the reference of names takes its examples from
/// it, and so do tests.
struct SamplePacket {
  var phase = Phase.midterm
  var assessment = Assessment.monthlyAverage
  var verdict = ContractVerdict.fail
  /// The text of every free cell, when it is to be a hostile one.
  var hostileText: String?
  var moreStores = 0
  var extraFindings: [Finding] = []

  var programme: Programme {
    var programme = Programme()
    programme.assessment = assessment
    return programme
  }

  var asOf: CalendarDate { programme.asOf(phase) }
  var rosterFile: String { "rosters/" + text("範例") + ".csv" }

  func text(_ usual: String) -> String { hostileText ?? usual }

  var contract: ContractID {
    ContractID(district: DistrictID("D001"), vendor: TaxID(digits: "12345675") ?? other)
  }

  private var other: TaxID { preconditionFailure("12345675 is a tax id") }

  func source(_ file: String, _ line: Int) -> RowSource {
    let layout = TableLayout(
      file: file, headers: [.init(column: .storeID, number: 1, title: "店家編號")])
    return RowSource(layout: layout, line: line, row: line, cells: [])
  }

  var approval: Approval {
    Approval(
      contract: contract, districtName: text("範例老街商圈"), districtOrg: text("範例老街商圈發展協會"),
      county: text("範例縣"), vendorName: text("範例雲端股份有限公司"), approvedStores: 6,
      counsellingFee: TWD(1_234_567), cloudFee: TWD(493_826),
      declaredOn: CalendarDate(iso: "2021-06-08"),
      declarationApprovedOn: CalendarDate(iso: "2021-06-15"),
      vendorContractOn: CalendarDate(iso: "2021-06-20"), districtContractOn: nil,
      source: source("approvals.csv", 2))
  }

  var solution: Solution {
    Solution(
      id: SolutionID("SOL-1"), vendor: contract.vendor, name: text("範例點餐"), category: text("點餐"),
      takesPartInPhysicalConsumption: true, isSummitQualified: true, feeCap: TWD(30_000),
      gaProperty: text("UA-000000-1"), gaView: "", gaMetric: "", gaStorePattern: "/s/{store_id}",
      verificationMethod: text("以交易紀錄驗證"), source: source("solutions.csv", 2))
  }

  func ruling(_ store: String) -> Ruling {
    Ruling(
      contract: contract, store: StoreID(store), kind: .disallow, amount: nil,
      reason: text("現場查核無使用"), ruledOn: asOf.adding(days: -3), source: source("rulings.csv", 2))
  }

  func store(_ number: Int) -> StoreReview {
    let id = "S00\(number)"
    var goLive = CalendarDate(iso: "2021-06-01")?.adding(days: number % 28)
    if number == 3 { goLive = nil }
    let entry = RosterEntry(
      store: StoreID(id), contract: contract, solution: solution.id,
      name: text("範例小吃 \(number) 號店"),
      taxID: number == 2 ? nil : contract.vendor, address: text("範例縣老街 \(number) 號"),
      contact: text("王小明"), phone: text("0912-345-678"), goLive: goLive, endedOn: nil,
      fee: TWD(24_000), gaView: "", continuityPlan: number == 2 ? nil : text("續約一年"),
      source: source(rosterFile, number + 1))
    let record = goLive.map { service(from: $0, usesPerDay: number == 2 ? 1 : 3) }
    let status = [2: StoreStatus.usageShort, 3: .notAdopted, 4: .disallowed][number] ?? .completed
    return StoreReview(
      entry: entry, status: status, service: record,
      disallowedBy: status == .disallowed ? ruling(id) : nil, ineligibleBy: [])
  }

  func service(from goLive: CalendarDate, usesPerDay: Int) -> ServiceRecord {
    let daily = (0..<goLive.days(through: asOf)).map {
      DailyUses(day: goLive.adding(days: $0), uses: usesPerDay)
    }
    var months: [ServiceMonth] = []
    var first = goLive
    while first <= asOf {
      let number = months.count + 1
      let last = min(asOf, goLive.addingMonths(number).adding(days: -1))
      let days = first.days(through: last)
      let uses = days * usesPerDay
      let threshold = programme.weeklyThreshold(ofMonth: number)
      months.append(
        ServiceMonth(
          number: number, first: first, last: last, days: days, uses: Int128(uses),
          threshold: threshold,
          verdict: days < 7 ? .unassessed : uses * 7 >= threshold * days ? .met : .short))
      first = goLive.addingMonths(number)
    }
    let weeks = (0..<(goLive.days(through: asOf) / 7)).map { week in
      let day = goLive.adding(days: 7 * week)
      let month = months.last { $0.first <= day }?.number ?? 1
      return ServiceWeek(
        number: week + 1, first: day, month: month, uses: Int128(7 * usesPerDay),
        threshold: programme.weeklyThreshold(ofMonth: month))
    }
    return ServiceRecord(
      goLive: goLive, end: asOf, days: goLive.days(through: asOf), fullMonths: months.count - 1,
      totalUses: Int128(daily.count * usesPerDay), months: months, weeks: weeks,
      verdict: months.contains { $0.verdict == .short } ? .short : .met,
      longestIdle: IdleRun(days: 0, first: nil), isGrowing: false,
      durationReachedOn: goLive.addingMonths(4), daily: daily)
  }

  var work: WorkProgress {
    let dates = ["2021-05-01", "2021-06-30", "2021-06-01", "2021-10-31"].compactMap {
      CalendarDate(iso: $0)
    }
    func row(
      _ number: String, _ weight: Int128, _ from: Int, _ reported: CalendarDate?, _ actual: Int128?
    ) -> ProgressRow {
      ProgressRow(
        contract: contract, itemNo: number, item: text(from == 0 ? "系統建置" : "店家輔導"),
        weight: Hundredths(weight), plannedStart: dates[from], plannedEnd: dates[from + 1],
        reportedOn: reported, actualProgress: actual.map { Hundredths($0) },
        description: text("完成安裝\n與教育訓練"), difficulties: text("店家人手不足"), actions: text("假日到店協助"),
        source: source("progress.csv", from + 2))
    }
    let plans = [row("1", 40_00, 0, nil, nil), row("2", 60_00, 2, nil, nil)]
    let items = [
      WorkItem(
        plan: plans[0], reports: [row("1", 40_00, 0, dates[1], 100_00)],
        planned: Hundredths(100_00), actual: Hundredths(100_00)),
      WorkItem(
        plan: plans[1],
        reports: [
          row("2", 60_00, 2, dates[1], 20_00), row("2", 60_00, 2, asOf.adding(days: -1), 50_00),
        ],
        planned: phase == .midterm ? Hundredths(60_13) : .oneHundred, actual: Hundredths(50_00)),
    ]
    let planned = ProgressPoint.planned(items)
    return WorkProgress(
      items: items, planned: planned, actual: Hundredths(70_00), weightSum: Hundredths(100_00))
  }

  private enum ProgressPoint {
    static func planned(_ items: [WorkItem]) -> Hundredths {
      let sum = items.reduce(Int128(0)) { $0 + $1.plan.weight.count * $1.planned.count }
      return Hundredths(roundedHalfUp(sum, over: 10_000))
    }
  }

  var settlement: Settlement {
    Settlement(
      counsellingFee: approval.counsellingFee, cloudFee: approval.cloudFee,
      cloudFeeCap: TWD(493_826), cappedCloudFee: TWD(493_826), shortfall: shortfall,
      vendorDeduction: shortfall * TWD(10_000), districtDeduction: shortfall * TWD(10_000),
      recogniseRuling: nil, nonProvisionRuling: nil,
      recognisedCloudFee: TWD(493_826) - shortfall * TWD(10_000),
      recognisedCounsellingFee: TWD(740_741) - shortfall * TWD(10_000), payableCloudFee: .zero,
      payableCounsellingFee: .zero, withheldTotal: .zero)
  }

  var stores: [StoreReview] { (1...(5 + moreStores)).map { store($0) } }
  private var shortfall: Int { max(0, 6 - completed) }
  private var completed: Int { 2 + moreStores }

  var review: ContractReview {
    let total = 5 + moreStores
    return ContractReview(
      approval: approval, stores: stores,
      counts: StoreCounts(
        approved: 6, rostered: total, eligible: total - 1, adopted: total - 2,
        completed: completed, usageMet: completed, usageShort: 1),
      work: work, settlement: settlement, verdict: verdict,
      blockedBy: verdict == .fail ? [.AP004] : [],
      totalUses: stores.reduce(0) { $0 + ($1.service?.totalUses ?? 0) },
      rulings: [ruling("S004")])
  }

  var findings: [Finding] {
    var findings = [
      Finding(
        .AP004, at: Place(file: "approvals.csv", line: 2, column: 10, row: 2), contract: contract,
        field: Field(column: .declaredOn, title: "聲明書簽署日"), value: text("")),
      Finding(
        .IN011, at: Place(file: rosterFile, line: 3, column: 8, row: 3), contract: contract,
        store: StoreID("S002"), field: Field(column: .contact, title: "聯絡人"), value: text("王?明")),
      Finding(
        .US009, contract: contract, store: StoreID("S002"), field: Field(title: "m2"),
        value: "7.00", expected: Bilingual(zh: "10", en: "10"),
        difference: "13", detail: Bilingual(zh: "110年7月3日起", en: "from 110年7月3日")),
    ]
    findings += extraFindings
    for index in findings.indices {
      let digits = String(index, radix: 16)
      findings[index].id = String(repeating: "0", count: 12 - digits.count) + digits
    }
    return findings
  }

  private var files: [(path: String, kind: InputFile.Kind)] {
    [
      ("approvals.csv", .approvals), ("progress.csv", .progress), (rosterFile, .roster),
      ("rulings.csv", .rulings), ("solutions.csv", .solutions),
    ]
  }

  var provenance: Provenance {
    var ledger = RowLedger()
    ledger.read = 5
    ledger.counted = 5
    return Provenance(
      program: "1.0.0", ruleSet: "1.0", templates: String(repeating: "ab", count: 32),
      phase: phase, asOf: asOf, lastDay: asOf, programme: programme,
      files: files.enumerated().map { number, file in
        InputFile(
          path: file.path, kind: file.kind, sha256: String(repeating: "0\(number)", count: 32),
          byteCount: 420, encoding: file.kind == .roster ? .cp950 : .utf8, rows: ledger)
      })
  }

  var district: DistrictReview {
    DistrictReview(
      id: contract.district, name: text("範例老街商圈"), contracts: [contract], approved: 6,
      completed: completed, shortfall: shortfall, deduction: shortfall * TWD(10_000), reward: .zero)
  }

  var packet: Packet {
    let review = review
    return Packet(
      provenance: provenance, review: review, district: district, solutions: [solution],
      figures: SampleFigures(programme: programme).figures(of: review), findings: findings)
  }

  var overview: SeasonOverview {
    let figures = SampleFigures(programme: programme)
    return SeasonOverview(
      provenance: provenance, contracts: [review], districts: [district], totals: SeasonTotals(),
      packets: [contract], ownFigures: figures.figures(ofSeasonWith: district),
      findings: findings, contractFigures: { figures.contract($0) })
  }
}
