extension ProgrammeDecision {
  /// The decisions that are numbers or choices of the programme file.
  static let settings: [ProgrammeDecision] = [
    ProgrammeDecision(
      "cloud-fee-ceiling", .C5, setting: "money.cloud_fee_share_percent",
      zh: "雲端方案經費的 40% 為上限，契約得議定較低金額。",
      en: "The cloud solution’s 40% is a ceiling: a contract may agree on less."),
    ProgrammeDecision(
      "assessment-mode", .C12, setting: "usage.assessment",
      zh: "每週使用次數以服務月平均評定（monthly-average），或要求每一週均達標（every-week）。",
      en: """
        Weekly use is assessed as the service month’s average (monthly-average), or each week must \
        meet the threshold (every-week).
        """),
    ProgrammeDecision(
      "min-assessed-days", .C12, setting: "usage.min_assessed_days",
      zh: "服務月的計入日數少於此數者不予評定。",
      en: "A service month with fewer observed days than this is not assessed."),
    ProgrammeDecision(
      "max-idle-days", .C3, setting: "usage.max_idle_days",
      zh: "連續無使用的日數超過此數者列為 US008。",
      en: "A store without a single use for longer than this is pointed out as US008."),
    ProgrammeDecision(
      "behind-plan", .C10, setting: "progress.behind_plan_points",
      zh: "進度落後預定超過此百分點者列為 PR004。",
      en: "Work further behind plan than this many points is pointed out as PR004."),
  ]
}
