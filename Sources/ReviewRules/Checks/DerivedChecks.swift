import ReviewModel

/// What only a contract's results give to say: AP007 to AP009, RO009, RO010, US008, US009, PR003
/// and PR004.
///
/// They have no place.
///
/// AP007 stands for AP008; AP008 for the US008 and US009 of its stores; AP009 for PR003 and PR004.
struct DerivedChecks {
  let contract: ContractID
  let counts: StoreCounts
  let stores: [StoreReview]
  let work: WorkProgress
  let hasProgress: Bool
  /// Whether a usage row that could be read names one of the contract's stores.
  let isUsageNamed: Bool
  let programme: Programme
  let phase: Phase

  func findings() -> [Finding] {
    rosterSize() + submitted() + use() + workProgress()
  }

  /// AP007 to AP009: a document that the packet needs is not there (C10).
  private func submitted() -> [Finding] {
    var findings: [Finding] = []
    if stores.isEmpty {
      findings.append(Finding(.AP007, contract: contract))
      findings.append(
        notChecked(
          because: .AP007,
          Bilingual(zh: "店家資格、使用流量與服務期間", en: "eligibility, use and duration of its stores")))
    } else if !isUsageNamed {
      findings.append(Finding(.AP008, contract: contract))
      findings.append(
        notChecked(
          because: .AP008,
          Bilingual(
            zh: "\(counts.adopted) 家店的每月使用與未使用天數（US008、US009）",
            en: "months and idle days of its adopted stores: \(counts.adopted) (US008, US009)")))
    }
    if !hasProgress {
      findings.append(Finding(.AP009, contract: contract))
      findings.append(
        notChecked(
          because: .AP009,
          Bilingual(
            zh: "權重、完成度與進度落後（PR001、PR003、PR004）",
            en: "weights, completion and delay (PR001, PR003, PR004)")))
    }
    return findings
  }

  private func notChecked(because code: FindingCode, _ what: Bilingual) -> Finding {
    Finding(
      .XX000, contract: contract, value: code.rawValue,
      detail: Bilingual(
        zh: "\(what.zh)（因 \(code.rawValue)）",
        en: "\(what.en), because of \(code.rawValue)"))
  }

  /// RO009: more eligible stores than approved.
  ///
  /// RO010: fewer, and the deduction that follows (C6).
  private func rosterSize() -> [Finding] {
    let surplus = counts.eligible - counts.approved
    if surplus > 0 {
      return [
        Finding(
          .RO009, contract: contract, value: String(counts.eligible),
          expected: plain(String(counts.approved)), difference: String(surplus))
      ]
    }
    guard surplus < 0 else { return [] }
    let perStore = programme.vendorDeductionPerStore + programme.districtDeductionPerStore
    let deduction = -surplus * perStore
    return [
      Finding(
        .RO010, contract: contract, value: String(counts.eligible),
        expected: plain(String(counts.approved)), difference: String(-surplus),
        detail: Bilingual(
          zh: "\(-surplus) × \(perStore.displayText) ＝ \(deduction.displayText)",
          en: "\(-surplus) × \(perStore.displayText) = \(deduction.displayText)"
        ))
    ]
  }

  /// US008: an adopted store's longest idle run is over the limit (C3).
  ///
  /// US009: an assessed month
  /// of an adopted store is not met (C12).
  private func use() -> [Finding] {
    guard isUsageNamed else { return [] }
    var findings: [Finding] = []
    for store in stores where store.status.isAdopted {
      guard let service = store.service else { continue }
      if service.longestIdle.days > programme.maxIdleDays, let first = service.longestIdle.first {
        let last = first.adding(days: service.longestIdle.days - 1)
        findings.append(
          Finding(
            .US008, contract: contract, store: store.entry.store,
            value: String(service.longestIdle.days), expected: plain(String(programme.maxIdleDays)),
            difference: String(service.longestIdle.days - programme.maxIdleDays),
            detail: Bilingual(
              zh: "\(first.rocText)至\(last.rocText)",
              en: "\(first.isoText) to \(last.isoText)")))
      }
      findings += service.months.filter { $0.verdict == .short }.map { month in
        missedMonth(month, service, store.entry.store)
      }
    }
    return findings
  }

  private func missedMonth(
    _ month: ServiceMonth, _ service: ServiceRecord, _ store: StoreID
  ) -> Finding {
    var missing = month.missingUses
    var detail = Bilingual(
      zh: "\(month.first.rocText)至\(month.last.rocText)",
      en: "\(month.first.isoText) to \(month.last.isoText)")
    if programme.assessment == .everyWeek {
      let weeks = service.weeks.filter { $0.month == month.number }
      let short = weeks.filter { !$0.isMet }
      missing = short.reduce(0) { $0 + Int128($1.threshold) - $1.uses }
      // The average may be above the threshold, and does not decide.
      if let first = short.first {
        detail = Bilingual(
          zh: """
            \(detail.zh)；逐週認定，\(weeks.count) 週中有 \(short.count) 週未達門檻，最早為\(first.first.rocText)起的一週
            """,
          en: """
            \(detail.en); each week decides, and \(short.count) of its \(weeks.count) weeks \
            \(short.count == 1 ? "is" : "are") below the threshold, the first from \
            \(first.first.isoText)
            """)
      }
    }
    return Finding(
      .US009, contract: contract, store: store, field: Field(title: "m\(month.number)"),
      value: month.weeklyAverage.hundredths.text, expected: plain(String(month.threshold)),
      difference: String(missing), detail: detail)
  }

  /// PR003: final: the work is not complete (C11).
  ///
  /// PR004: behind plan by more than the limit (C10).
  /// Both look at the rounded figures, as pages show them.
  private func workProgress() -> [Finding] {
    guard hasProgress else { return [] }
    var findings: [Finding] = []
    if phase == .final, work.actual < .oneHundred {
      findings.append(
        Finding(
          .PR003, contract: contract, value: work.actual.text,
          expected: plain(Hundredths.oneHundred.text),
          difference: (.oneHundred - work.actual).text))
    }
    let behind = work.planned - work.actual
    if behind > programme.behindPlanPoints {
      findings.append(
        Finding(
          .PR004, contract: contract, value: work.actual.text, expected: plain(work.planned.text),
          difference: behind.text))
    }
    return findings
  }
}
