internal import ReviewModel

/// The formulas of a settlement with a contract's numbers put in, as a reviewer would write them.
struct AmountFormula {
  private let money: Settlement
  private let programme: Programme
  private let phase: Phase
  private let verdict: ContractVerdict
  private let format: FigureText

  init(_ context: PacketContext) {
    self.init(
      context.packet.review, context.programme, context.packet.provenance.phase, context.format)
  }

  init(_ review: ContractReview, _ programme: Programme, _ phase: Phase, _ format: FigureText) {
    money = review.settlement
    verdict = review.verdict
    self.programme = programme
    self.phase = phase
    self.format = format
  }

  /// `max(0, min(576,000, 576,000) − 20,000) = 556,000`; empty for a figure that is no amount.
  func inNumbers(_ code: FigureCode) -> String {
    switch code {
    case .contractCounsellingFee: equation("C", money.counsellingFee)
    case .contractCloudFee: equation("S", money.cloudFee)
    case .contractCloudFeeCap:
      equation(
        "⌊\(plain(money.counsellingFee)) × \(programme.cloudFeeSharePercent.text) ÷ 100⌋",
        money.cloudFeeCap)
    case .contractVendorDeduction:
      equation(
        "\(money.shortfall) × \(plain(programme.vendorDeductionPerStore))", money.vendorDeduction)
    case .contractDistrictDeduction:
      equation(
        "\(money.shortfall) × \(plain(programme.districtDeductionPerStore))",
        money.districtDeduction)
    case .contractTotalDeduction:
      equation(
        "\(plain(money.vendorDeduction)) + \(plain(money.districtDeduction))",
        money.totalDeduction)
    case .contractRecognisedCloudFee: recognisedCloudFee
    case .contractRecognisedCounsellingFee:
      equation(
        "max(0, (\(plain(money.counsellingFee)) − min(\(plain(money.cloudFee)), "
          + "\(plain(money.counsellingFee)))) − \(plain(money.districtDeduction)))",
        money.recognisedCounsellingFee)
    case .contractPayableCloudFee: paid(money.payableCloudFee)
    case .contractPayableCounsellingFee:
      paid(money.payableCounsellingFee)
    case .contractPayableTotal:
      equation(
        "\(plain(money.payableCloudFee)) + \(plain(money.payableCounsellingFee))",
        money.payableTotal)
    case .contractWithheldTotal: withheld
    default: ""
    }
  }

  private var recognisedCloudFee: String {
    let base =
      "max(0, min(\(plain(money.cloudFee)), \(plain(money.cloudFeeCap))) − "
      + "\(plain(money.vendorDeduction)))"
    if money.nonProvisionRuling != nil {
      return text("未確實提供：", "service not provided: ") + plain(money.recognisedCloudFee)
    }
    guard let most = money.recogniseRuling?.amount else {
      return equation(base, money.recognisedCloudFee)
    }
    return equation("min(\(base), \(plain(most)))", money.recognisedCloudFee)
  }

  private var withheld: String {
    guard phase == .final else { return midterm }
    return equation(
      "\(plain(money.recognisedCloudFee)) + \(plain(money.recognisedCounsellingFee)) − "
        + plain(money.payableTotal), money.withheldTotal)
  }

  private func paid(_ payable: TWD) -> String {
    guard phase == .final else { return midterm }
    switch verdict {
    case .pass: return text("期末、通過：", "final, pass: ") + plain(payable)
    case .fail: return text("期末、不通過：", "final, fail: ") + plain(payable)
    }
  }

  private var midterm: String { text("期中：0", "mid-term: 0") }

  private func equation(_ left: String, _ right: TWD) -> String { "\(left) = \(plain(right))" }

  private func plain(_ amount: TWD) -> String { format.number(amount.dollars) }

  private func text(_ zh: String, _ en: String) -> String {
    Bilingual(zh: zh, en: en)[format.language]
  }
}
