package import ReviewModel

extension Approval: TemplateView {
  package static let fields: [ViewField<Approval>] = [
    .record("source") { $0.source },
    .text("id") { $0.contract.text },
    .text("folder") { $0.contract.folderName },
    .text("district") { $0.contract.district.text },
    .text("vendor") { $0.contract.vendor.digits },
    .text("districtName") { $0.districtName },
    .text("districtOrg") { $0.districtOrg },
    .text("county") { $0.county },
    .text("vendorName") { $0.vendorName },
    .text("approvedStores") { String($0.approvedStores) },
    .text("counsellingFee") { $0.counsellingFee.plainText },
    .text("cloudFee") { $0.cloudFee.plainText },
    .text("declaredOn") { $0.declaredOn?.isoText ?? "" },
    .text("declarationApprovedOn") { $0.declarationApprovedOn?.isoText ?? "" },
    .text("vendorContractOn") { $0.vendorContractOn?.isoText ?? "" },
    .text("districtContractOn") { $0.districtContractOn?.isoText ?? "" },
  ]
}

extension Solution: TemplateView {
  package static let fields: [ViewField<Solution>] = [
    .record("source") { $0.source },
    .text("id") { $0.id.text },
    .text("vendor") { $0.vendor.digits },
    .text("name") { $0.name },
    .text("category") { $0.category },
    .text("physicalConsumption") { $0.takesPartInPhysicalConsumption ? "true" : "false" },
    .text("summitQualified") { $0.isSummitQualified ? "true" : "false" },
    .text("feeCap") { $0.feeCap.plainText },
    .text("gaProperty") { $0.gaProperty },
    .text("gaView") { $0.gaView },
    .text("gaMetric") { $0.gaMetric },
    .text("gaStorePattern") { $0.gaStorePattern },
    .text("verificationMethod") { $0.verificationMethod },
  ]
}

extension RosterEntry: TemplateView {
  package static let fields: [ViewField<RosterEntry>] = [
    .record("source") { $0.source },
    .text("id") { $0.store.text },
    .text("solution") { $0.solution.text },
    .text("name") { $0.name },
    .text("taxID") { $0.taxID?.digits ?? "" },
    .text("address") { $0.address },
    .text("contact") { $0.contact },
    .text("phone") { $0.phone },
    .text("goLive") { $0.goLive?.isoText ?? "" },
    .text("endedOn") { $0.endedOn?.isoText ?? "" },
    .text("fee") { $0.fee.plainText },
    .text("gaView") { $0.gaView },
    .optional("continuityPlan") { entry in
      entry.continuityPlan.map { TypedValue(text: $0, isPersonal: false) }
    },
  ]
}

extension ProgressRow: TemplateView {
  package static let fields: [ViewField<ProgressRow>] = [
    .record("source") { $0.source },
    .text("number") { $0.itemNo },
    .text("item") { $0.item },
    .text("weight") { $0.weight.text },
    .text("plannedStart") { $0.plannedStart.isoText },
    .text("plannedEnd") { $0.plannedEnd.isoText },
    .text("reportedOn") { $0.reportedOn?.isoText ?? "" },
    .text("actualProgress") { $0.actualProgress?.text ?? "" },
    .text("description") { $0.description },
    .text("difficulties") { $0.difficulties },
    .text("actions") { $0.actions },
  ]
}

extension Ruling: TemplateView {
  package static let fields: [ViewField<Ruling>] = [
    .record("source") { $0.source },
    .text("kind") { $0.kind.rawValue },
    .text("store") { $0.store?.text ?? "" },
    .text("amount") { $0.amount?.plainText ?? "" },
    .text("reason") { $0.reason },
    .text("ruledOn") { $0.ruledOn.isoText },
  ]
}

extension InputFile: TemplateView {
  package static let fields: [ViewField<InputFile>] = [
    .text("path") { $0.path },
    .text("kind") { $0.kind.rawValue },
    .text("sha256") { $0.sha256 },
    .text("bytes") { String($0.byteCount) },
    .text("encoding") { $0.encoding?.rawValue ?? "" },
    .text("read") { String($0.rows.read) },
    .text("counted") { String($0.rows.counted) },
    .text("skipped") { String($0.rows.skipped) },
    .text("notCounted") { String($0.rows.notCounted) },
  ]
}
