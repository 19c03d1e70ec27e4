internal import ReviewModel

/// What the numbers of a formula are called on a page; `packet.xml` has them by their code names.
enum OperandWords {
  /// A setting of the programme file by its key; nil for one that no formula uses.
  static func word(ofSetting key: String) -> Bilingual? {
    switch key {
    case "money.cloud_fee_share_percent":
      Bilingual(zh: "雲端方案經費比率上限（%）", en: "cloud fee share (%)")
    case "money.vendor_deduction_per_store":
      Bilingual(zh: "每家扣減廠商", en: "vendor deduction per store")
    case "money.district_deduction_per_store":
      Bilingual(zh: "每家扣減商圈", en: "district deduction per store")
    case "money.district_reward": Bilingual(zh: "商圈獎勵", en: "district reward")
    case "usage.weekly_thresholds": Bilingual(zh: "門檻", en: "threshold")
    case "usage.min_assessed_days": Bilingual(zh: "受評月最少天數", en: "fewest assessed days")
    default: nil
    }
  }

  /// A number that is neither a figure nor a setting, by its code name; nil for a mere symbol.
  static func word(ofName name: String) -> Bilingual? {
    switch name {
    case "findings": Bilingual(zh: "檢核結果", en: "Findings")
    case "phase": Bilingual(zh: "期別", en: "Phase")
    case RulingKind.recognise.rawValue: Bilingual(zh: "認定之認列金額", en: "Amount recognised by ruling")
    case RulingKind.nonProvision.rawValue: CodeWords.word(RulingKind.nonProvision)
    default: nil
    }
  }
}
