internal import ReviewModel

/// The way from the approved counselling fee to what is payable, a step each; the steps add up.
struct SettlementSteps {
  struct Step {
    enum Kind {
      /// An amount that stands.
      case total
      /// What is taken from the amount before.
      case minus
    }

    /// What is taken and by which clauses: `審查認定減列（C7、C16）`.
    let label: Bilingual
    let clauses: [Clause]
    let kind: Kind
    let amount: TWD
    /// What is left after the step.
    let left: TWD
  }

  let all: [Step]

  /// - Parameters:
  ///   - money: The contract's settlement.
  ///   - phase: At mid-term nothing is paid, whatever is recognised.
  init(_ money: Settlement, phase: Phase) {
    let cloud = min(money.cloudFee, money.counsellingFee)
    let aboveCap = (cloud - money.cappedCloudFee).atLeastZero
    let vendor = min(money.vendorDeduction, money.cappedCloudFee)
    let district = min(money.districtDeduction, money.counsellingFee - cloud)
    let ruled = (money.cappedCloudFee - vendor - money.recognisedCloudFee).atLeastZero
    var left = money.counsellingFee
    var steps: [Step] = []
    func total(_ zh: String, _ en: String) {
      steps.append(
        Step(
          label: Bilingual(zh: zh, en: en), clauses: [], kind: .total, amount: left, left: left))
    }
    func minus(_ amount: TWD, _ zh: String, _ en: String, _ clauses: Clause...) {
      left = left - amount
      let names = clauses.map(\.rawValue)
      let label = Bilingual(
        zh: zh + "（" + names.joined(separator: "、") + "）",
        en: en + " (" + names.joined(separator: ", ") + ")")
      steps.append(
        Step(label: label, clauses: clauses, kind: .minus, amount: amount, left: left))
    }
    total("核定輔導經費 C", "Counselling fee C")
    minus(aboveCap, "雲端經費超過上限", "Cloud fee above its cap", .C5)
    minus(vendor, "廠商扣減", "Vendor deduction", .C6)
    minus(district, "商圈扣減", "District deduction", .C15)
    minus(ruled, "審查認定減列", "Reduced by rulings", .C7, .C16)
    switch phase {
    case .midterm:
      total("認列合計（試算）", "Recognised (trial)")
      minus(money.recognisedTotal - money.payableTotal, "期中不撥付", "Not paid at mid-term", .C10)
    case .final:
      total("認列合計", "Recognised")
      minus(money.withheldTotal, "暫不支付", "Withheld", .C11)
    }
    total("應付總額", "Payable")
    all = steps
  }
}

extension SettlementSteps {
  /// The steps as a waterfall, told apart by their pattern as well as by their sign.
  func picture(_ format: FigureText, isTrial: Bool) -> String {
    let whole = max(TWD(1), all.first?.amount ?? TWD(1)).dollars
    let trial = isTrial ? format.either(zh: "（試算）", en: " (trial calculation)") : ""
    return BarRows(
      id: "waterfall",
      title: format.either(zh: "自核定經費至應付總額", en: "From the approved fee to what is payable")
        + trial,
      description: format.either(
        zh: "實心為金額，斜線為扣除；數字見下表。",
        en: "Solid bars are amounts, hatched ones are taken off; the table below has the numbers."),
      bars: all.map { step in
        let isMinus = step.kind == .minus
        return BarRows.Bar(
          label: step.label[format.language],
          value: (isMinus && step.amount > .zero ? "−" : "") + step.amount.displayText,
          style: isMinus ? .hatched : .solid, from: isMinus ? step.left.dollars : 0,
          through: (isMinus ? step.left + step.amount : step.amount).dollars, outline: nil)
      },
      whole: whole
    ).picture
  }
}
