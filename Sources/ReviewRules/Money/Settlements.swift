import ReviewModel

/// A contract's money (C5, C6, C7, C11, C15, C16).
enum Settlements {
  /// ⌊C × cloud_fee_share_percent ÷ 100⌋ (C5).
  static func cloudFeeCap(_ approval: Approval, _ programme: Programme) -> TWD {
    TWD(approval.counsellingFee.dollars * programme.cloudFeeSharePercent.count / 100_00)
  }

  static func settle(
    _ approval: Approval, _ counts: StoreCounts, _ rulings: [Ruling], _ verdict: ContractVerdict,
    _ programme: Programme, _ phase: Phase
  ) -> Settlement {
    let cap = cloudFeeCap(approval, programme)
    let capped = min(approval.cloudFee, cap)
    let vendorDeduction = counts.shortfall * programme.vendorDeductionPerStore
    let districtDeduction = counts.shortfall * programme.districtDeductionPerStore
    let nonProvision = rulings.first { $0.kind == .nonProvision }
    let recognise = latestRecognise(rulings)

    var cloud = (capped - vendorDeduction).atLeastZero
    if let amount = recognise?.amount { cloud = min(cloud, amount) }
    if nonProvision != nil { cloud = .zero }
    // A cloud fee above the counselling fee counts as all of it here.
    let counselling =
      (approval.counsellingFee - min(approval.cloudFee, approval.counsellingFee)
      - districtDeduction).atLeastZero

    let isPaid = phase == .final && verdict == .pass
    let payableCloud = isPaid ? cloud : .zero
    let payableCounselling = isPaid ? counselling : .zero
    let withheld =
      phase == .final ? cloud + counselling - payableCloud - payableCounselling : .zero
    return Settlement(
      counsellingFee: approval.counsellingFee, cloudFee: approval.cloudFee, cloudFeeCap: cap,
      cappedCloudFee: capped, shortfall: counts.shortfall, vendorDeduction: vendorDeduction,
      districtDeduction: districtDeduction, recogniseRuling: recognise,
      nonProvisionRuling: nonProvision, recognisedCloudFee: cloud,
      recognisedCounsellingFee: counselling, payableCloudFee: payableCloud,
      payableCounsellingFee: payableCounselling, withheldTotal: withheld)
  }

  /// Of several the latest by date; of equal dates the later row.
  private static func latestRecognise(_ rulings: [Ruling]) -> Ruling? {
    var latest: Ruling?
    for ruling in rulings where ruling.kind == .recognise {
      if let current = latest, ruling.ruledOn < current.ruledOn { continue }
      latest = ruling
    }
    return latest
  }
}
