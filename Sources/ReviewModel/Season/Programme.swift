/// The moment of the year that a packet is handed in for.
package enum Phase: String, Sendable, CaseIterable {
  case midterm
  case final
}

/// How a service month's use is held against its threshold (C12).
package enum Assessment: String, Sendable, CaseIterable {
  case monthlyAverage = "monthly-average"
  case everyWeek = "every-week"
}

/// A year's settings: every number and choice that the rules leave to the programme (C18).
///
/// The defaults are those of year 110; `programme.yaml` overrides them key by key.
package struct Programme: Sendable, Equatable {
  /// The ROC year, such as 110.
  package var year = 110
  package var title = "雲世代商圈數位轉型輔導"
  /// C8: the day by which the joint declaration is signed.
  package var declarationDeadline = CalendarDate(dayNumber: 18_788)
  /// C10, C18: the last day that counts at mid-term.
  package var midtermAsOf = CalendarDate(dayNumber: 18_870)
  /// C11, C18: the last day that counts at the end.
  package var finalAsOf = CalendarDate(dayNumber: 18_931)
  /// C12: uses per week of service months 1, 2, …; the last one repeats.
  ///
  /// Never empty.
  package var weeklyThresholds = [5, 10, 15, 20]
  package var assessment = Assessment.monthlyAverage
  /// Decision: a service month with fewer observed days is not assessed.
  ///
  /// Unit: days.
  package var minAssessedDays = 7
  /// Decision: a longer run without a single use is pointed out (C3).
  ///
  /// Unit: days.
  package var maxIdleDays = 14
  /// C3: a store's use lasts longer than this.
  ///
  /// Unit: months.
  package var moreThanMonths = 4
  /// C5: the cloud fee's ceiling as a share of the counselling fee.
  ///
  /// Unit: percent.
  package var cloudFeeSharePercent = Hundredths(40_00)
  /// C6, C15.
  ///
  /// Unit: TWD per store short.
  package var vendorDeductionPerStore = TWD(10_000)
  /// C15.
  ///
  /// Unit: TWD per store short.
  package var districtDeductionPerStore = TWD(10_000)
  /// C15.
  ///
  /// Unit: TWD per district.
  package var districtReward = TWD(10_000)
  /// Decision: further behind the plan than this is pointed out.
  ///
  /// Unit: percent points.
  package var behindPlanPoints = Hundredths(10_00)

  package init() {}

  /// The days that a setting may name: of the Republic's years, and not so far away that a slip
  /// in a year would make every store's record thousands of months long.
  package static let days =
    CalendarDate(dayNumber: -21_185)...CalendarDate(dayNumber: 84_005)

  package func asOf(_ phase: Phase) -> CalendarDate {
    switch phase {
    case .midterm: midtermAsOf
    case .final: finalAsOf
    }
  }

  /// The weekly threshold of service month `month` (1, 2, …); the last one repeats.
  package func weeklyThreshold(ofMonth month: Int) -> Int {
    weeklyThresholds[min(month, weeklyThresholds.count) - 1]
  }
}
