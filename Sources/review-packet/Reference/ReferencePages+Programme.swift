import ReviewModel

extension ReferencePages {
  /// A key of the programme file.
  private struct Setting {
    let key: String
    let clause: Clause?
    let value: String
    let kind: String
    let meaning: Bilingual

    init(
      _ key: String, _ clause: Clause?, _ value: String, _ kind: String, _ zh: String, _ en: String
    ) {
      self.key = key
      self.clause = clause
      self.value = value
      self.kind = kind
      meaning = Bilingual(zh: zh, en: en)
    }
  }

  static var programme: MarkdownPage {
    var page = MarkdownPage("programme.md", title: "Programme file 年度設定")
    page.paragraph(
      """
      A season folder may hold `programme.yaml`. A key that is missing takes the default, which is \
      year 110's; an unknown key or a value of the wrong kind is \
      [IN010](findings.md#in010), which names file, line and key.
      """)
    page.table(
      ["key", "default", "kind", "clause", "meaning", "decision"],
      settings(Programme()).map { setting in
        [
          MarkdownPage.code(setting.key), MarkdownPage.code(setting.value), setting.kind,
          MarkdownPage.link(setting.clause), MarkdownPage.both(setting.meaning),
          ProgrammeDecision.all.filter { $0.setting == setting.key }
            .map { "[\($0.id)](decisions.md)" }.joined(separator: ", "),
        ]
      })
    page.heading("The defaults as a file")
    page.paragraph("As `review-packet init` writes it.")
    page.code(SeasonTemplate.programme(Programme()), language: "yaml")
    return page
  }

  private static func settings(_ programme: Programme) -> [Setting] {
    let thresholds = programme.weeklyThresholds.map { String($0) }.joined(separator: ", ")
    return [
      Setting("year", nil, String(programme.year), "ROC year", "民國年度", "the ROC year"),
      Setting("title", nil, programme.title, "text", "計畫名稱", "the programme's title"),
      Setting(
        "declaration_deadline", .C8, programme.declarationDeadline.isoText, "date",
        "聲明書簽立期限", "the day by which the joint declaration is signed"),
      Setting(
        "phases.midterm.as_of", .C10, programme.midtermAsOf.isoText, "date",
        "期中統計截止日", "the last day that counts at mid-term"),
      Setting(
        "phases.final.as_of", .C11, programme.finalAsOf.isoText, "date",
        "期末統計截止日", "the last day that counts at the end"),
      Setting(
        "usage.weekly_thresholds", .C12, "[\(thresholds)]", "uses per week",
        "各服務月每週平均門檻，最後一個沿用", "of service months 1, 2, …; the last one repeats"),
      Setting(
        "usage.assessment", .C12, programme.assessment.rawValue,
        Assessment.allCases.map { MarkdownPage.code($0.rawValue) }.joined(separator: " or "),
        "以服務月平均或每一週評定", "by the service month's average, or every week"),
      Setting(
        "usage.min_assessed_days", .C12, String(programme.minAssessedDays), "days",
        "觀察日數不足者該月不受評", "a service month with fewer observed days is not assessed"),
      Setting(
        "usage.max_idle_days", .C3, String(programme.maxIdleDays), "days",
        "連續未使用超過此日數者提醒", "longer without a single use is pointed out"),
      Setting(
        "duration.more_than_months", .C3, String(programme.moreThanMonths), "months",
        "持續使用須超過的月數", "a store's use lasts longer than this"),
      Setting(
        "money.cloud_fee_share_percent", .C5, programme.cloudFeeSharePercent.text, "percent",
        "雲端方案經費占輔導經費的上限", "the cloud fee's ceiling as a share of the counselling fee"),
      Setting(
        "money.vendor_deduction_per_store", .C6, programme.vendorDeductionPerStore.plainText,
        "NT$", "每短少一家扣廠商", "taken off the vendor for each store short"),
      Setting(
        "money.district_deduction_per_store", .C15, programme.districtDeductionPerStore.plainText,
        "NT$", "每短少一家扣商圈組織", "taken off the district's organisation for each store short"),
      Setting(
        "money.district_reward", .C15, programme.districtReward.plainText, "NT$",
        "商圈獎勵", "a district's reward"),
      Setting(
        "progress.behind_plan_points", .C10, programme.behindPlanPoints.text, "percent points",
        "落後預定進度超過此百分點者提醒", "further behind plan than this is pointed out"),
    ]
  }
}
