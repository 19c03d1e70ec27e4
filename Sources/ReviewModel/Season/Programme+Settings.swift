extension Programme {
  /// Every setting by its key in `programme.yaml`, in the order of that file.
  package var settings: [(key: String, value: String)] {
    [
      ("year", String(year)),
      ("title", title),
      ("declaration_deadline", declarationDeadline.isoText),
      ("phases.midterm.as_of", midtermAsOf.isoText),
      ("phases.final.as_of", finalAsOf.isoText),
      ("usage.weekly_thresholds", weeklyThresholds.map { String($0) }.joined(separator: " ")),
      ("usage.assessment", assessment.rawValue),
      ("usage.min_assessed_days", String(minAssessedDays)),
      ("usage.max_idle_days", String(maxIdleDays)),
      ("duration.more_than_months", String(moreThanMonths)),
      ("money.cloud_fee_share_percent", cloudFeeSharePercent.text),
      ("money.vendor_deduction_per_store", vendorDeductionPerStore.plainText),
      ("money.district_deduction_per_store", districtDeductionPerStore.plainText),
      ("money.district_reward", districtReward.plainText),
      ("progress.behind_plan_points", behindPlanPoints.text),
    ]
  }
}
