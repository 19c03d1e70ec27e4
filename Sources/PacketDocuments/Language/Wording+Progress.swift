extension Wording {
  /// Work progress and the service schedule.
  static let progress: [Word] = [
    Word("progressHeading", "工作項目與進度", "Work items and progress"),
    Word("workItems", "工作項目之預定與實際進度", "Work items, planned and actual"),
    Word("itemNumber", "項次", "No."),
    Word("item", "工作項目", "Work item"),
    Word("weight", "權重", "Weight"),
    Word("plannedStart", "預定開始", "Planned start"),
    Word("plannedEnd", "預定完成", "Planned end"),
    Word("planned", "預定進度", "Planned"),
    Word("actual", "實際進度", "Actual"),
    Word("variance", "差異（百分點）", "Variance (points)"),
    Word("behind", "落後", "behind"),
    Word("noItems", "沒有工作項目。", "There is no work item."),
    Word("reportsHeading", "各項目回報", "Reports by item"),
    Word("noReports", "基準日以前沒有回報。", "No report up to the as-of day."),
    Word("reportedOn", "回報日期", "Reported on"),
    Word("actualProgress", "累計實際進度", "Cumulative progress"),
    Word("description", "辦理情形", "What was done"),
    Word("difficulties", "遭遇困難", "Difficulties"),
    Word("actions", "因應措施", "Actions"),
    Word("scheduleHeading", "服務期程", "Schedule"),
    Word("curveHeading", "累計進度", "Cumulative progress"),
    Word("curveCaption", "各月底與基準日之累計預定與實際進度", "Cumulative progress by month end"),
  ]
}
