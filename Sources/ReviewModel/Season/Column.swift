/// The key of an input column; the key itself is always a header name too.
///
/// Public, since only what is public is inlined into other modules: each cell of each row is looked for
/// by it.
public enum Column: String, Sendable, Hashable, CaseIterable {
  case districtID = "district_id"
  case districtName = "district_name"
  case districtOrg = "district_org"
  case county
  case vendorID = "vendor_id"
  case vendorName = "vendor_name"
  case approvedStores = "approved_stores"
  case counsellingFee = "counselling_fee"
  case cloudFee = "cloud_fee"
  case declaredOn = "declared_on"
  case declarationApprovedOn = "declaration_approved_on"
  case vendorContractOn = "vendor_contract_on"
  case districtContractOn = "district_contract_on"

  case solutionID = "solution_id"
  case solutionName = "solution_name"
  case category
  case physicalConsumption = "physical_consumption"
  case summitQualified = "summit_qualified"
  case feeCap = "fee_cap"
  case gaProperty = "ga_property"
  case gaView = "ga_view"
  case gaMetric = "ga_metric"
  case gaStorePattern = "ga_store_pattern"
  case verificationMethod = "verification_method"

  case storeID = "store_id"
  case storeName = "store_name"
  case taxID = "tax_id"
  case address
  case contact
  case phone
  case goliveOn = "golive_on"
  case endedOn = "ended_on"
  case fee
  case continuityPlan = "continuity_plan"

  case itemNo = "item_no"
  case item
  case weight
  case plannedStart = "planned_start"
  case plannedEnd = "planned_end"
  case reportedOn = "reported_on"
  case actualProgress = "actual_progress"
  case description
  case difficulties
  case actions

  case ruling
  case amount
  case reason
  case ruledOn = "ruled_on"

  case date
  case uses
  case eventAt = "event_at"
}
