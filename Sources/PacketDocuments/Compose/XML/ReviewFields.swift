package import ReviewModel

extension Programme: TemplateView {
  package static let fields: [ViewField<Programme>] = [
    .written("year") { $1.digits($0.pointee.year) },
    .text("title") { $0.pointee.title },
    .written("declarationDeadline") { $1.isoDay($0.pointee.declarationDeadline) },
    .written("midtermAsOf") { $1.isoDay($0.pointee.midtermAsOf) },
    .written("finalAsOf") { $1.isoDay($0.pointee.finalAsOf) },
    .text("weeklyThresholds") {
      $0.pointee.weeklyThresholds.map { String($0) }.joined(separator: " ")
    },
    .text("assessment") { $0.pointee.assessment.rawValue },
    .written("minAssessedDays") { $1.digits($0.pointee.minAssessedDays) },
    .written("maxIdleDays") { $1.digits($0.pointee.maxIdleDays) },
    .written("moreThanMonths") { $1.digits($0.pointee.moreThanMonths) },
    .written("cloudFeeSharePercent") { $1.decimal($0.pointee.cloudFeeSharePercent) },
    .written("vendorDeductionPerStore") { $1.plain($0.pointee.vendorDeductionPerStore) },
    .written("districtDeductionPerStore") { $1.plain($0.pointee.districtDeductionPerStore) },
    .written("districtReward") { $1.plain($0.pointee.districtReward) },
    .written("behindPlanPoints") { $1.decimal($0.pointee.behindPlanPoints) },
  ]
}

extension Provenance: TemplateView {
  package static let fields: [ViewField<Provenance>] = [
    .text("program") { $0.pointee.program },
    .text("ruleSet") { $0.pointee.ruleSet },
    .text("templates") { $0.pointee.templates },
    .text("phase") { $0.pointee.phase.rawValue },
    .written("asOf") { $1.isoDay($0.pointee.asOf) },
    .written("lastDay") { $1.isoDay($0.pointee.lastDay) },
    .record("programme", \.programme),
    .list("files", \.files),
    .list("mended", \.mended),
    .flag("isMended") { !$0.pointee.mended.isEmpty },
  ]
}

extension StoreCounts: TemplateView {
  package static let fields: [ViewField<StoreCounts>] = [
    .written("approved") { $1.digits($0.pointee.approved) },
    .written("rostered") { $1.digits($0.pointee.rostered) },
    .written("eligible") { $1.digits($0.pointee.eligible) },
    .written("adopted") { $1.digits($0.pointee.adopted) },
    .written("completed") { $1.digits($0.pointee.completed) },
    .written("usageMet") { $1.digits($0.pointee.usageMet) },
    .written("usageShort") { $1.digits($0.pointee.usageShort) },
  ]
}

extension Settlement: TemplateView {
  package static let fields: [ViewField<Settlement>] = [
    .written("counsellingFee") { $1.plain($0.pointee.counsellingFee) },
    .written("cloudFee") { $1.plain($0.pointee.cloudFee) },
    .written("cloudFeeCap") { $1.plain($0.pointee.cloudFeeCap) },
    .written("cappedCloudFee") { $1.plain($0.pointee.cappedCloudFee) },
    .written("shortfall") { $1.digits($0.pointee.shortfall) },
    .written("vendorDeduction") { $1.plain($0.pointee.vendorDeduction) },
    .written("districtDeduction") { $1.plain($0.pointee.districtDeduction) },
    .written("recognisedCloudFee") { $1.plain($0.pointee.recognisedCloudFee) },
    .written("recognisedCounsellingFee") { $1.plain($0.pointee.recognisedCounsellingFee) },
    .written("payableCloudFee") { $1.plain($0.pointee.payableCloudFee) },
    .written("payableCounsellingFee") { $1.plain($0.pointee.payableCounsellingFee) },
    .written("withheldTotal") { $1.plain($0.pointee.withheldTotal) },
    .optional("recogniseRuling") { $0.pointee.recogniseRuling },
    .optional("nonProvisionRuling") { $0.pointee.nonProvisionRuling },
  ]
}

extension WorkItem: TemplateView {
  package static let fields: [ViewField<WorkItem>] = [
    .record("plan", \.plan),
    .list("reports", \.reports),
    .written("planned") { $1.decimal($0.pointee.planned) },
    .written("actual") { $1.decimal($0.pointee.actual) },
  ]
}

extension WorkProgress: TemplateView {
  package static let fields: [ViewField<WorkProgress>] = [
    .list("items", \.items),
    .written("planned") { $1.decimal($0.pointee.planned) },
    .written("actual") { $1.decimal($0.pointee.actual) },
    .written("weightSum") { $1.decimal($0.pointee.weightSum) },
  ]
}

extension DistrictReview: TemplateView {
  package static let fields: [ViewField<DistrictReview>] = [
    .text("id") { $0.pointee.id.text },
    .text("name") { $0.pointee.name },
    .text("contracts") { $0.pointee.contracts.map(\.text).joined(separator: " ") },
    .written("approved") { $1.digits($0.pointee.approved) },
    .written("completed") { $1.digits($0.pointee.completed) },
    .written("shortfall") { $1.digits($0.pointee.shortfall) },
    .written("deduction") { $1.plain($0.pointee.deduction) },
    .written("reward") { $1.plain($0.pointee.reward) },
  ]
}
