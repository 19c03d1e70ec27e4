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
    default: word(ofStoreNumber: name) ?? word(ofItemNumber: name)
    }
  }

  /// What a store's figures and the counts of stores are made of.
  private static func word(ofStoreNumber name: String) -> Bilingual? {
    switch name {
    case "golive_on": Bilingual(zh: "導入日期", en: "Go-live date")
    case "ended_on": Bilingual(zh: "停用日期", en: "End date")
    case "continuity_plan": Bilingual(zh: "持續營運規劃", en: "Continuity plan")
    case RulingKind.disallow.rawValue: CodeWords.word(RulingKind.disallow)
    case "disallowed": Bilingual(zh: "不予認列家數", en: "Disallowed stores")
    case "ineligible": Bilingual(zh: "不符資格", en: "Ineligible")
    case "not-adopted": Bilingual(zh: "尚未導入家數", en: "Stores not adopted")
    case "completed": Bilingual(zh: "完成", en: "Completed")
    case "met": Bilingual(zh: "達標家數", en: "Stores that met it")
    case "short": Bilingual(zh: "未達標家數", en: "Stores short of it")
    case "uses": Bilingual(zh: "使用次數", en: "Uses")
    case "uses_k": Bilingual(zh: "uses_k 當月使用次數", en: "uses_k uses of the month")
    case "days_k": Bilingual(zh: "days_k 當月天數", en: "days_k days of the month")
    case "G": Bilingual(zh: "G 導入日期", en: "G go-live date")
    case "E": Bilingual(zh: "E 計入的最後一日", en: "E last day that counts")
    case "add_months(G, more_than_months)":
      Bilingual(zh: "G 加上 C3 規定月數之日", en: "G and the months of C3")
    default: nil
    }
  }

  /// `weight(1)`, `progress(1)`: those of a work item; `week 3`: a week's uses.
  private static func word(ofItemNumber name: String) -> Bilingual? {
    if name.hasPrefix("week ") {
      return Bilingual(zh: "第 \(name.dropFirst(5)) 週", en: "Week \(name.dropFirst(5))")
    }
    for (start, word) in [
      ("weight(", Bilingual(zh: "權重", en: "Weight")),
      ("progress(", Bilingual(zh: "進度", en: "Progress")),
    ] where name.hasPrefix(start) {
      let item = name.dropFirst(start.utf8.count).dropLast()
      return Bilingual(zh: "項次 \(item) \(word.zh)", en: "\(word.en) of item \(item)")
    }
    return nil
  }
}
