package import ReviewModel

/// The settings of two programmes that differ, by their keys in `programme.yaml`.
package enum ProgrammeValues {
  package struct Difference: Sendable, Equatable {
    /// Such as `money.district_reward`.
    package let name: String
    package let old: String
    package let new: String
  }

  package static func differences(_ old: Programme, _ new: Programme) -> [Difference] {
    zip(values(of: old), values(of: new)).compactMap { one, two in
      one.value == two.value ? nil : Difference(name: one.key, old: one.value, new: two.value)
    }
  }

  /// Every setting with its key, in the order of the file.
  package static func values(of programme: Programme) -> [(key: String, value: String)] {
    [
      ("year", String(programme.year)), ("title", programme.title),
      ("declaration_deadline", programme.declarationDeadline.isoText),
      ("phases.midterm.as_of", programme.midtermAsOf.isoText),
      ("phases.final.as_of", programme.finalAsOf.isoText),
      (
        "usage.weekly_thresholds",
        programme.weeklyThresholds.map { String($0) }.joined(separator: ", ")
      ),
      ("usage.assessment", programme.assessment.rawValue),
      ("usage.min_assessed_days", String(programme.minAssessedDays)),
      ("usage.max_idle_days", String(programme.maxIdleDays)),
      ("duration.more_than_months", String(programme.moreThanMonths)),
      ("money.cloud_fee_share_percent", programme.cloudFeeSharePercent.text),
      ("money.vendor_deduction_per_store", programme.vendorDeductionPerStore.plainText),
      ("money.district_deduction_per_store", programme.districtDeductionPerStore.plainText),
      ("money.district_reward", programme.districtReward.plainText),
      ("progress.behind_plan_points", programme.behindPlanPoints.text),
    ]
  }
}
