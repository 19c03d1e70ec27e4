internal import ReviewModel

/// The figures of the hand-made review, some with operands so that derivations are shown.
struct SampleFigures {
  let programme: Programme

  func figures(of review: ContractReview) -> [Figure] {
    contract(review) + review.stores.flatMap { store($0) }
  }

  /// The figures of a season with one district, without the contract's.
  func figures(ofSeasonWith district: DistrictReview) -> [Figure] {
    let year = String(programme.year)
    let season = FigureCode.allCases.filter { $0.scope == .season }.map { code in
      made(code, year, code.rule.unit == .money ? .money(TWD(70_000)) : .count(1))
    }
    let own = FigureCode.allCases.filter { $0.scope == .district }.map { code in
      made(code, district.id.text, code.rule.unit == .money ? .money(TWD(0)) : .count(6))
    }
    return season + own
  }

  /// A contract's figures without its stores'.
  func contract(_ review: ContractReview) -> [Figure] {
    let counts = review.counts
    let money = review.settlement
    let values: [(FigureCode, FigureValue)] = [
      (.contractVerdict, .code(review.verdict.rawValue)),
      (.contractApprovedStores, .count(Int128(counts.approved))),
      (.contractRosteredStores, .count(Int128(counts.rostered))),
      (.contractEligibleStores, .count(Int128(counts.eligible))),
      (.contractAdoptedStores, .count(Int128(counts.adopted))),
      (.contractCompletedStores, .count(Int128(counts.completed))),
      (.contractShortfallStores, .count(Int128(counts.shortfall))),
      (.contractAdoptionProgress, .hundredths(counts.adoptionProgress)),
      (.contractCompletionProgress, .hundredths(counts.completionProgress)),
      (.contractUsagePassRate, counts.usagePassRate.map { .hundredths($0) } ?? .none),
      (.contractWorkProgressPlanned, .hundredths(review.work.planned)),
      (.contractWorkProgressActual, .hundredths(review.work.actual)),
      (.contractWorkProgressVariance, .hundredths(review.work.variance)),
      (.contractUsageTotal, .count(review.totalUses)),
      (.contractCounsellingFee, .money(money.counsellingFee)),
      (.contractCloudFee, .money(money.cloudFee)),
      (.contractCloudFeeCap, .money(money.cloudFeeCap)),
      (.contractVendorDeduction, .money(money.vendorDeduction)),
      (.contractDistrictDeduction, .money(money.districtDeduction)),
      (.contractTotalDeduction, .money(money.totalDeduction)),
      (.contractRecognisedCloudFee, .money(money.recognisedCloudFee)),
      (.contractRecognisedCounsellingFee, .money(money.recognisedCounsellingFee)),
      (.contractPayableCloudFee, .money(money.payableCloudFee)),
      (.contractPayableCounsellingFee, .money(money.payableCounsellingFee)),
      (.contractPayableTotal, .money(money.payableTotal)),
      (.contractWithheldTotal, .money(money.withheldTotal)),
    ]
    return values.map { made($0.0, review.id.text, $0.1) }
  }

  private func store(_ store: StoreReview) -> [Figure] {
    let subject = store.entry.contract.text + "/" + store.entry.store.text
    var figures = [made(.storeStatus, subject, .code(store.status.rawValue))]
    guard let service = store.service else { return figures }
    figures.append(made(.storeGoLive, subject, .date(service.goLive)))
    figures.append(made(.storeServiceDays, subject, .count(Int128(service.days))))
    figures.append(made(.storeFullServiceMonths, subject, .count(Int128(service.fullMonths))))
    figures.append(made(.storeUsageTotal, subject, .count(service.totalUses)))
    for month in service.months {
      figures.append(
        Figure(
          .storeWeeklyAverage, of: subject, month: month.number,
          .hundredths(month.weeklyAverage.hundredths),
          from: Derivation([
            .init(
              "uses_k", String(month.uses),
              .usage(store.entry.store, from: month.first, through: month.last)),
            .init("days_k", String(month.days), .intermediate),
          ])))
    }
    for month in service.months {
      figures.append(
        Figure(
          .storeMonthVerdict, of: subject, month: month.number, .code(month.verdict.rawValue),
          from: Derivation([
            .init("threshold", String(month.threshold), .setting("usage.weekly_thresholds"))
          ])))
    }
    return figures + [
      made(.storeUsageVerdict, subject, .code(service.verdict.rawValue)),
      made(.storeLongestIdle, subject, .count(Int128(service.longestIdle.days))),
      made(.storeGrowing, subject, .code(service.isGrowing ? "yes" : "no")),
    ]
  }

  private func made(_ code: FigureCode, _ subject: String, _ value: FigureValue) -> Figure {
    let place = Place(file: "approvals.csv", line: 2, column: 7, row: 2)
    let operands: [Derivation.Operand] =
      switch code {
      case .contractCounsellingFee: [.init("C", "1234567", .cell(place))]
      case .contractVerdict: [.init("findings", "", .findings([.AP004]))]
      case .contractVendorDeduction:
        [
          .init("d", "4", .figure(.contractShortfallStores, subject: subject, month: nil)),
          .init(
            "vendor_deduction_per_store", "10000", .setting("money.vendor_deduction_per_store")),
        ]
      default: []
      }
    let rows = code == .contractApprovedStores ? [place] : []
    return Figure(code, of: subject, value, from: Derivation(operands, rows: rows))
  }
}
