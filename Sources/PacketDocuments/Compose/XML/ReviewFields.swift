package import ReviewModel

extension Programme: TemplateView {
  package static let fields: [ViewField<Programme>] = [
    .text("year") { String($0.year) },
    .text("title") { $0.title },
    .text("declarationDeadline") { $0.declarationDeadline.isoText },
    .text("midtermAsOf") { $0.midtermAsOf.isoText },
    .text("finalAsOf") { $0.finalAsOf.isoText },
    .text("weeklyThresholds") {
      $0.weeklyThresholds.map { String($0) }.joined(separator: " ")
    },
    .text("assessment") { $0.assessment.rawValue },
    .text("minAssessedDays") { String($0.minAssessedDays) },
    .text("maxIdleDays") { String($0.maxIdleDays) },
    .text("moreThanMonths") { String($0.moreThanMonths) },
    .text("cloudFeeSharePercent") { $0.cloudFeeSharePercent.text },
    .text("vendorDeductionPerStore") { $0.vendorDeductionPerStore.plainText },
    .text("districtDeductionPerStore") { $0.districtDeductionPerStore.plainText },
    .text("districtReward") { $0.districtReward.plainText },
    .text("behindPlanPoints") { $0.behindPlanPoints.text },
  ]
}

extension Provenance: TemplateView {
  package static let fields: [ViewField<Provenance>] = [
    .text("program") { $0.program },
    .text("ruleSet") { $0.ruleSet },
    .text("templates") { $0.templates },
    .text("phase") { $0.phase.rawValue },
    .text("asOf") { $0.asOf.isoText },
    .text("lastDay") { $0.lastDay?.isoText ?? "" },
    .record("programme") { $0.programme },
    .list("files") { $0.files },
    .list("mended") { $0.mended },
    .flag("isMended") { !$0.mended.isEmpty },
  ]
}

extension StoreCounts: TemplateView {
  package static let fields: [ViewField<StoreCounts>] = [
    .text("approved") { String($0.approved) },
    .text("rostered") { String($0.rostered) },
    .text("eligible") { String($0.eligible) },
    .text("adopted") { String($0.adopted) },
    .text("completed") { String($0.completed) },
    .text("usageMet") { String($0.usageMet) },
    .text("usageShort") { String($0.usageShort) },
  ]
}

extension Settlement: TemplateView {
  package static let fields: [ViewField<Settlement>] = [
    .text("counsellingFee") { $0.counsellingFee.plainText },
    .text("cloudFee") { $0.cloudFee.plainText },
    .text("cloudFeeCap") { $0.cloudFeeCap.plainText },
    .text("cappedCloudFee") { $0.cappedCloudFee.plainText },
    .text("shortfall") { String($0.shortfall) },
    .text("vendorDeduction") { $0.vendorDeduction.plainText },
    .text("districtDeduction") { $0.districtDeduction.plainText },
    .text("recognisedCloudFee") { $0.recognisedCloudFee.plainText },
    .text("recognisedCounsellingFee") { $0.recognisedCounsellingFee.plainText },
    .text("payableCloudFee") { $0.payableCloudFee.plainText },
    .text("payableCounsellingFee") { $0.payableCounsellingFee.plainText },
    .text("withheldTotal") { $0.withheldTotal.plainText },
    .optional("recogniseRuling") { $0.recogniseRuling },
    .optional("nonProvisionRuling") { $0.nonProvisionRuling },
  ]
}

extension WorkItem: TemplateView {
  package static let fields: [ViewField<WorkItem>] = [
    .record("plan") { $0.plan },
    .list("reports") { $0.reports },
    .text("planned") { $0.planned.text },
    .text("actual") { $0.actual.text },
  ]
}

extension WorkProgress: TemplateView {
  package static let fields: [ViewField<WorkProgress>] = [
    .list("items") { $0.items },
    .text("planned") { $0.planned.text },
    .text("actual") { $0.actual.text },
    .text("weightSum") { $0.weightSum.text },
  ]
}

extension DistrictReview: TemplateView {
  package static let fields: [ViewField<DistrictReview>] = [
    .text("id") { $0.id.text },
    .text("name") { $0.name },
    .text("contracts") { $0.contracts.map(\.text).joined(separator: " ") },
    .text("approved") { String($0.approved) },
    .text("completed") { String($0.completed) },
    .text("shortfall") { String($0.shortfall) },
    .text("deduction") { $0.deduction.plainText },
    .text("reward") { $0.reward.plainText },
  ]
}
