import ReviewModel

/// A contract's figures with what they were made from.
struct ContractFigures {
  /// Its stores are not looked at.
  let review: ContractReview
  /// In the order of the review's stores.
  let outcomes: [StoreOutcome]
  let programme: Programme
  let phase: Phase

  /// Made once: each figure has it, and most operands.
  private let subject: String

  private typealias Operand = Derivation.Operand

  init(review: ContractReview, outcomes: [StoreOutcome], programme: Programme, phase: Phase) {
    self.review = review
    self.outcomes = outcomes
    self.programme = programme
    self.phase = phase
    subject = review.id.text
  }

  func figures() -> [Figure] { [verdict] + stores() + work() + money() }

  private func figure(
    _ code: FigureCode, _ value: FigureValue, _ operands: [Operand], rows: [Place] = []
  ) -> Figure {
    Figure(code, of: subject, value, from: Derivation(operands, rows: rows))
  }

  private func count(_ code: FigureCode, _ count: Int, _ operands: [Operand], rows: [Place] = [])
    -> Figure
  {
    figure(code, .count(Int128(count)), operands, rows: rows)
  }

  private func amount(_ code: FigureCode, _ amount: TWD, _ operands: [Operand]) -> Figure {
    figure(code, .money(amount), operands)
  }

  private var verdict: Figure {
    let blocking =
      review.blockedBy.isEmpty
      ? [] : [Operand("findings", codes(review.blockedBy), .findings(review.blockedBy))]
    return figure(.contractVerdict, .code(review.verdict.rawValue), blocking)
  }

  private func stores() -> [Figure] {
    let counts = review.counts
    func rows(_ isCounted: (StoreStatus) -> Bool) -> [Place] {
      outcomes.indices.filter { isCounted(outcomes[$0].status) }
        .map { outcomes[$0].source.place(of: .storeID) }
    }
    func stores(_ status: StoreStatus) -> Operand {
      let count = outcomes.indices.count { outcomes[$0].status == status }
      return Operand(status.rawValue, String(count), .intermediate)
    }
    let approved = reference("N", .contractApprovedStores, String(counts.approved))
    let adopted = reference("adopted", .contractAdoptedStores, String(counts.adopted))
    let completed = reference("n", .contractCompletedStores, String(counts.completed))
    return [
      count(.contractApprovedStores, counts.approved, [cell("N", .approvedStores)]),
      count(.contractRosteredStores, counts.rostered, [], rows: rows { _ in true }),
      count(
        .contractEligibleStores, counts.eligible,
        [
          reference("rostered", .contractRosteredStores, String(counts.rostered)),
          stores(.disallowed), stores(.ineligible),
        ]),
      count(
        .contractAdoptedStores, counts.adopted,
        [
          reference("eligible", .contractEligibleStores, String(counts.eligible)),
          stores(.notAdopted),
        ]),
      count(
        .contractCompletedStores, counts.completed, [stores(.completed)],
        rows: rows { $0 == .completed }),
      count(.contractShortfallStores, counts.shortfall, [approved, completed]),
      figure(
        .contractAdoptionProgress, .hundredths(counts.adoptionProgress), [adopted, approved]),
      figure(
        .contractCompletionProgress, .hundredths(counts.completionProgress),
        [completed, approved]),
      figure(
        .contractUsagePassRate, counts.usagePassRate.map { .hundredths($0) } ?? .none,
        [
          Operand("met", String(counts.usageMet), .intermediate),
          Operand("short", String(counts.usageShort), .intermediate),
        ]),
    ]
  }

  private func work() -> [Figure] {
    let work = review.work
    func items(_ progress: (WorkItem) -> Hundredths) -> [Operand] {
      work.items.flatMap { item in
        [
          Operand(
            "weight(\(item.plan.itemNo))", item.plan.weight.text,
            .cell(item.plan.source.place(of: .weight))),
          Operand("progress(\(item.plan.itemNo))", progress(item).text, .intermediate),
        ]
      }
    }
    let reports = work.items.compactMap { item in
      item.reports.last?.source.place(of: .actualProgress)
    }
    return [
      figure(.contractWorkProgressPlanned, .hundredths(work.planned), items { $0.planned }),
      figure(
        .contractWorkProgressActual, .hundredths(work.actual), items { $0.actual },
        rows: reports),
      figure(
        .contractWorkProgressVariance, .hundredths(work.variance),
        [
          reference("actual", .contractWorkProgressActual, work.actual.text),
          reference("planned", .contractWorkProgressPlanned, work.planned.text),
        ]),
      figure(
        .contractUsageTotal, .count(review.totalUses),
        outcomes.filter(\.status.isEligible).compactMap { outcome in
          outcome.result.totalUses.map { uses in
            Operand(
              outcome.store.text, uses.digits,
              .figure(
                .storeUsageTotal, subject: subject + "/" + outcome.store.text, month: nil))
          }
        }),
    ]
  }

  private func money() -> [Figure] {
    let money = review.settlement
    let shortfall = reference("d", .contractShortfallStores, String(money.shortfall))
    let counselling = reference("C", .contractCounsellingFee, money.counsellingFee.plainText)
    let cloud = reference("S", .contractCloudFee, money.cloudFee.plainText)
    let cap = reference("cap", .contractCloudFeeCap, money.cloudFeeCap.plainText)
    let vendorDeduction = reference(
      "vendor-deduction", .contractVendorDeduction, money.vendorDeduction.plainText)
    let districtDeduction = reference(
      "district-deduction", .contractDistrictDeduction, money.districtDeduction.plainText)
    let verdict = reference("verdict", .contractVerdict, review.verdict.rawValue)
    let phaseOperand = Operand("phase", phase.rawValue, .intermediate)
    let recognisedCloud = reference(
      "recognised-cloud-fee", .contractRecognisedCloudFee, money.recognisedCloudFee.plainText)
    let recognisedCounselling = reference(
      "recognised-counselling-fee", .contractRecognisedCounsellingFee,
      money.recognisedCounsellingFee.plainText)
    let payableCloud = reference(
      "payable-cloud-fee", .contractPayableCloudFee, money.payableCloudFee.plainText)
    let payableCounselling = reference(
      "payable-counselling-fee", .contractPayableCounsellingFee,
      money.payableCounsellingFee.plainText)
    return [
      amount(.contractCounsellingFee, money.counsellingFee, [cell("C", .counsellingFee)]),
      amount(.contractCloudFee, money.cloudFee, [cell("S", .cloudFee)]),
      amount(
        .contractCloudFeeCap, money.cloudFeeCap,
        [
          counselling,
          Operand(
            "cloud_fee_share_percent", programme.cloudFeeSharePercent.text,
            .setting("money.cloud_fee_share_percent")),
        ]),
      amount(
        .contractVendorDeduction, money.vendorDeduction,
        [
          shortfall,
          Operand(
            "vendor_deduction_per_store", programme.vendorDeductionPerStore.plainText,
            .setting("money.vendor_deduction_per_store")),
        ]),
      amount(
        .contractDistrictDeduction, money.districtDeduction,
        [
          shortfall,
          Operand(
            "district_deduction_per_store", programme.districtDeductionPerStore.plainText,
            .setting("money.district_deduction_per_store")),
        ]),
      amount(
        .contractTotalDeduction, money.totalDeduction, [vendorDeduction, districtDeduction]),
      amount(
        .contractRecognisedCloudFee, money.recognisedCloudFee,
        [cloud, cap, vendorDeduction] + rulings(money)),
      amount(
        .contractRecognisedCounsellingFee, money.recognisedCounsellingFee,
        [counselling, cloud, districtDeduction]),
      amount(
        .contractPayableCloudFee, money.payableCloudFee, [phaseOperand, verdict, recognisedCloud]),
      amount(
        .contractPayableCounsellingFee, money.payableCounsellingFee,
        [phaseOperand, verdict, recognisedCounselling]),
      amount(.contractPayableTotal, money.payableTotal, [payableCloud, payableCounselling]),
      amount(
        .contractWithheldTotal, money.withheldTotal,
        [
          phaseOperand, recognisedCloud, recognisedCounselling,
          reference("payable-total", .contractPayableTotal, money.payableTotal.plainText),
        ]),
    ]
  }

  private func rulings(_ money: Settlement) -> [Operand] {
    var operands: [Operand] = []
    if let ruling = money.recogniseRuling, let amount = ruling.amount {
      operands.append(
        Operand("recognise", amount.plainText, .cell(ruling.source.place(of: .amount))))
    }
    if let ruling = money.nonProvisionRuling {
      operands.append(
        Operand("non-provision", "0", .cell(ruling.source.place(of: .ruling))))
    }
    return operands
  }

  private func codes(_ codes: [FindingCode]) -> String {
    codes.map(\.rawValue).joined(separator: " ")
  }

  private func reference(_ name: String, _ code: FigureCode, _ value: String) -> Operand {
    Operand(name, value, .figure(code, subject: subject, month: nil))
  }

  private func cell(_ name: String, _ column: Column) -> Operand {
    let source = review.approval.source
    return Operand(name, source.text(of: column), .cell(source.place(of: column)))
  }
}
