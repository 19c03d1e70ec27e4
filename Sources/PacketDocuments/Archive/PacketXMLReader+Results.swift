internal import ReviewModel
internal import XMLTools

extension XMLElement {
  /// The contract's review, from the root.
  func review(of contract: ContractID) throws(PacketArchiveError) -> ContractReview {
    ContractReview(
      approval: try child("approval").approval(of: contract),
      stores: try child("stores").children.map {
        store throws(PacketArchiveError) in try store.storeReview(of: contract)
      },
      counts: try child("counts").counts(), work: try child("work").work(of: contract),
      settlement: try child("settlement").settlement(of: contract), verdict: try code("verdict"),
      blockedBy: try codes("blocked-by"), totalUses: try wide("uses"),
      rulings: try child("rulings").children.map {
        ruling throws(PacketArchiveError) in try ruling.ruling(of: contract)
      })
  }

  func district() throws(PacketArchiveError) -> DistrictReview {
    DistrictReview(
      id: DistrictID(try required("id")), name: text,
      contracts: try parsed("contracts", .number) { text in
        let ids = text.split(separator: " ").map { ContractID(text: String($0)) }
        return ids.contains(nil) ? nil : ids.compactMap { $0 }
      },
      approved: try count("approved"), completed: try count("completed"),
      shortfall: try count("shortfall"), deduction: try result("deduction"),
      reward: try result("reward"))
  }

  private func counts() throws(PacketArchiveError) -> StoreCounts {
    let approved = try count("approved")
    guard approved > 0 else { throw wrong("approved", String(approved), .number) }
    return StoreCounts(
      approved: approved, rostered: try count("rostered"), eligible: try count("eligible"),
      adopted: try count("adopted"), completed: try count("completed"),
      usageMet: try count("usage-met"), usageShort: try count("usage-short"))
  }

  private func settlement(of contract: ContractID) throws(PacketArchiveError) -> Settlement {
    Settlement(
      counsellingFee: try result("counselling-fee"), cloudFee: try result("cloud-fee"),
      cloudFeeCap: try result("cloud-fee-cap"), cappedCloudFee: try result("capped-cloud-fee"),
      shortfall: try count("shortfall"), vendorDeduction: try result("vendor-deduction"),
      districtDeduction: try result("district-deduction"),
      recogniseRuling: try decidingRuling("recognise", of: contract),
      nonProvisionRuling: try decidingRuling("non-provision", of: contract),
      recognisedCloudFee: try result("recognised-cloud-fee"),
      recognisedCounsellingFee: try result("recognised-counselling-fee"),
      payableCloudFee: try result("payable-cloud-fee"),
      payableCounsellingFee: try result("payable-counselling-fee"),
      withheldTotal: try result("withheld-total"))
  }

  private func work(of contract: ContractID) throws(PacketArchiveError) -> WorkProgress {
    WorkProgress(
      items: try children.map { item throws(PacketArchiveError) in
        WorkItem(
          plan: try item.child("plan").child("row").progressRow(of: contract),
          reports: try item.children("report").map { report throws(PacketArchiveError) in
            try report.child("row").progressRow(of: contract)
          },
          planned: try item.hundredths("planned"), actual: try item.hundredths("actual"))
      },
      planned: try hundredths("planned"), actual: try hundredths("actual"),
      weightSum: try hundredths("weight-sum"))
  }

  private func storeReview(of contract: ContractID) throws(PacketArchiveError) -> StoreReview {
    StoreReview(
      entry: try rosterEntry(of: contract), status: try code("status"),
      service: try optionalChild("service").map {
        service throws(PacketArchiveError) in try service.serviceRecord()
      },
      disallowedBy: try decidingRuling("disallowed-by", of: contract),
      ineligibleBy: try codes("ineligible-by"))
  }

  private func serviceRecord() throws(PacketArchiveError) -> ServiceRecord {
    ServiceRecord(
      goLive: try date("go-live"), end: try date("end"), days: try count("days"),
      fullMonths: try count("full-months"), totalUses: try wide("uses"),
      months: try children("month").map {
        month throws(PacketArchiveError) in try month.serviceMonth()
      },
      weeks: try children("week").map {
        week throws(PacketArchiveError) in try week.serviceWeek()
      },
      verdict: try code("verdict"),
      longestIdle: IdleRun(days: try count("longest-idle"), first: try dateIfAny("idle-from")),
      isGrowing: try flag("growing"), durationReachedOn: try date("duration-reached-on"),
      daily: try children("daily").map { run throws(PacketArchiveError) in
        try run.dailyUses()
      }.flatMap { $0 })
  }

  private func serviceMonth() throws(PacketArchiveError) -> ServiceMonth {
    let days = try count("days")
    guard days > 0 else { throw wrong("days", String(days), .number) }
    return ServiceMonth(
      number: try count("number"), first: try date("first"), last: try date("last"), days: days,
      uses: try wide("uses"), threshold: try count("threshold"), verdict: try code("verdict"))
  }

  private func serviceWeek() throws(PacketArchiveError) -> ServiceWeek {
    ServiceWeek(
      number: try count("number"), first: try date("first"), month: try count("month"),
      uses: try wide("uses"), threshold: try count("threshold"))
  }

  /// The days of a run that have uses.
  private func dailyUses() throws(PacketArchiveError) -> [DailyUses] {
    let from = try date("from")
    var days: [DailyUses] = []
    for (offset, word) in text.split(separator: " ").enumerated() {
      guard let number = Self.whole(String(word)), let uses = Int(exactly: number) else {
        throw wrong("text", String(word.prefix(40)), .number)
      }
      if uses > 0 { days.append(DailyUses(day: from.adding(days: offset), uses: uses)) }
    }
    return days
  }
}
