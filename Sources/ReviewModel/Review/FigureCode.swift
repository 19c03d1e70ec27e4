/// Every figure that a document may show, in the order of publication.
///
/// The raw value is the place in that order.
package enum FigureCode: Int, Sendable, CaseIterable, Comparable {
  case seasonContracts
  case seasonDistricts
  case seasonApprovedStores
  case seasonRosteredStores
  case seasonAdoptedStores
  case seasonCompletedStores
  case seasonShortfallStores
  case seasonTotalDeduction
  case seasonRecognisedTotal
  case seasonPayableTotal
  case seasonWithheldTotal
  case seasonDistrictRewards
  case districtContracts
  case districtApprovedStores
  case districtCompletedStores
  case districtShortfallStores
  case districtDistrictDeduction
  case districtDistrictReward
  case contractVerdict
  case contractApprovedStores
  case contractRosteredStores
  case contractEligibleStores
  case contractAdoptedStores
  case contractCompletedStores
  case contractShortfallStores
  case contractAdoptionProgress
  case contractCompletionProgress
  case contractUsagePassRate
  case contractWorkProgressPlanned
  case contractWorkProgressActual
  case contractWorkProgressVariance
  case contractUsageTotal
  case contractCounsellingFee
  case contractCloudFee
  case contractCloudFeeCap
  case contractVendorDeduction
  case contractDistrictDeduction
  case contractTotalDeduction
  case contractRecognisedCloudFee
  case contractRecognisedCounsellingFee
  case contractPayableCloudFee
  case contractPayableCounsellingFee
  case contractPayableTotal
  case contractWithheldTotal
  case storeStatus
  case storeGoLive
  case storeServiceDays
  case storeFullServiceMonths
  case storeUsageTotal
  case storeWeeklyAverage
  case storeMonthVerdict
  case storeUsageVerdict
  case storeLongestIdle
  case storeGrowing

  package var rule: FigureRule { FigureRegistry.all[rawValue] }
  package var scope: FigureScope { rule.scope }
  /// The code as published, such as `payable-total`; unique within its scope.
  package var name: String { rule.name }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
