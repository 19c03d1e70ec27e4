/// The rules on the work items, their plan and their reports.
enum ProgressRules {
  static let weightsNotWhole = FindingRule(
    code: .PR001, severity: .error, effect: .contractBlocked, owner: .vendor, clause: .C10,
    since: "1.0",
    title: Bilingual(zh: "工作項目權重合計有誤", en: "Weights do not add up"),
    message: Bilingual(
      zh: "工作項目權重合計 {value}%，應為 {expected}%，相差 {difference} 個百分點，契約列為不通過，期末應付為 0。",
      en: """
        The weights of the work items add up to {value}%, expected {expected}%, a difference of \
        {difference} points, so the contract does not pass and nothing is payable at final.
        """),
    remedy: Bilingual(
      zh: "請調整各工作項目的權重，使合計為 100%。",
      en: "Adjust the weights of the items so that they add up to 100%."),
    meaning: Bilingual(
      zh: "契約各工作項目的權重合計不等於 100 時提出，每份契約一則。契約列為不通過，期末應付為 0。",
      en: """
        Raised once per contract when the weights of its items do not add up to 100. The contract \
        does not pass, and at final nothing is payable.
        """)
  )

  static let progressGoesDown = FindingRule(
    code: .PR002, severity: .error, effect: .none, owner: .vendor, clause: .C10,
    since: "1.0",
    title: Bilingual(zh: "累計進度倒退", en: "Cumulative progress goes down"),
    message: Bilingual(
      zh: "實際進度 {value}% 低於前次回報的 {expected}%（{other}），倒退 {difference} 個百分點；累計進度不得減少。",
      en: """
        The actual progress {value}% is below the {expected}% reported earlier ({other}) by \
        {difference} points; cumulative progress cannot go down.
        """),
    remedy: Bilingual(
      zh: "請更正其中有誤的實際進度或回報日期。",
      en: "Correct the progress or the report date that is wrong."),
    meaning: Bilingual(
      zh: "同一工作項目截止日前的回報低於依日期排列的前次回報時提出。仍以最近一次回報為準計算。",
      en: """
        Raised when a report up to the as-of date is lower than the item’s report before it by \
        date. The latest report still counts.
        """)
  )

  static let finalNotComplete = FindingRule(
    code: .PR003, severity: .error, effect: .contractBlocked, owner: .vendor, clause: .C11,
    since: "1.0",
    title: Bilingual(zh: "期末累計進度未達 100%", en: "Final progress below 100%"),
    message: Bilingual(
      zh: "期末實際進度為 {value}%，應為 {expected}%，尚差 {difference} 個百分點，契約列為不通過，期末應付為 0。",
      en: """
        The actual work progress at final is {value}%, expected {expected}%, {difference} points \
        short, so the contract does not pass and nothing is payable.
        """),
    remedy: Bilingual(
      zh: "請完成各工作項目，並回報至 100%。",
      en: "Finish the work items and report them up to 100%."),
    meaning: Bilingual(
      zh: "期末契約的實際進度（四捨五入至 0.01）低於 100 時提出。契約列為不通過，期末應付為 0。",
      en: """
        Raised at final when the contract’s actual work progress, rounded to 0.01 as shown, is \
        below 100. The contract does not pass, and nothing is payable.
        """)
  )

  static let behindPlan = FindingRule(
    code: .PR004, severity: .warning, effect: .none, owner: .vendor, clause: .C10,
    since: "1.0",
    title: Bilingual(zh: "進度落後", en: "Behind plan"),
    message: Bilingual(
      zh: "實際進度 {value}%，預定進度 {expected}%，落後 {difference} 個百分點，超過容許範圍。",
      en: """
        Actual progress is {value}%, planned {expected}%: {difference} points behind, which is \
        more than allowed.
        """),
    remedy: Bilingual(
      zh: "請說明落後原因與因應對策，並更新進度回報。",
      en: "Explain the delay and the actions taken, and bring the reports up to date."),
    meaning: Bilingual(
      zh: "實際進度落後預定進度超過設定的百分點（progress.behind_plan_points）時提出。請審查人員注意，不影響金額。",
      en: """
        Raised when actual progress is behind plan by more than progress.behind_plan_points. A \
        reviewer should look; no amount changes.
        """)
  )

  static let planEndsBeforeStart = FindingRule(
    code: .PR005, severity: .error, effect: .rowSkipped, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "預定完成日早於開始日", en: "Planned end before its start"),
    message: Bilingual(
      zh: "預定完成日「{value}」早於預定開始日，此列未計入；應為{expected}。",
      en: """
        The planned end “{value}” is before the planned start, so this row is not counted; \
        expected {expected}.
        """),
    remedy: Bilingual(zh: "請更正預定開始日或預定完成日。", en: "Correct the planned start or the planned end."),
    meaning: Bilingual(
      zh: "工作項目的預定完成日早於預定開始日時提出。該列略過，不計入任何數字。",
      en: """
        Raised when an item’s planned end is before its planned start. The row is skipped and \
        counts nowhere.
        """)
  )

  static let progressWithoutApproval = FindingRule(
    code: .PR006, severity: .error, effect: .rowSkipped, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "進度列無對應契約", en: "Progress row without an approval"),
    message: Bilingual(
      zh: "商圈與廠商「{value}」不在核定清單，此列未計入；應為{expected}。",
      en: """
        The district and vendor “{value}” are not in the approvals, so this row is not counted; \
        expected {expected}.
        """),
    remedy: Bilingual(
      zh: "請核對商圈代碼與廠商統編；確有核定者，請計畫辦公室補列核定清單。",
      en: """
        Check the district and vendor ids; if they were approved, have the office add them to the \
        approvals.
        """),
    meaning: Bilingual(
      zh: "進度列的商圈與廠商在核定清單中沒有有效列時提出。該列略過，不計入任何數字。",
      en: """
        Raised when the row’s district and vendor have no kept row in the approvals. The row is \
        skipped and counts nowhere.
        """)
  )

  static let planDiffers = FindingRule(
    code: .PR007, severity: .error, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "工作項目的計畫不一致", en: "Item’s plan differs"),
    message: Bilingual(
      zh: "「{field}」為「{value}」，與 {other} 的「{expected}」不同，以先列者為準；同一項目的名稱、權重與預定日期應一致。",
      en: """
        {field} is “{value}”, but “{expected}” at {other}, which counts; an item’s name, weight \
        and planned dates must be the same on all its rows.
        """),
    remedy: Bilingual(
      zh: "請更正，使同一項目各列的計畫一致。",
      en: "Correct the rows so that the item’s plan is the same on each."),
    meaning: Bilingual(
      zh: "工作項目的名稱、權重或預定日期與其第一列不同時提出，每列一則。計畫以第一列為準，該列的進度回報照常計入。",
      en: """
        Raised once per row whose item name, weight or planned dates differ from the item’s first \
        row. The first row’s plan counts, and so does this row’s report.
        """)
  )
}
