package import ReviewModel

extension Approval: TemplateView {
  package static let fields: [ViewField<Approval>] = [
    .record("source", \.source),
    .text("id") { $0.pointee.contract.text },
    .text("folder") { $0.pointee.contract.folderName },
    .text("district") { $0.pointee.contract.district.text },
    .text("vendor") { $0.pointee.contract.vendor.digits },
    .text("districtName") { $0.pointee.districtName },
    .text("districtOrg") { $0.pointee.districtOrg },
    .text("county") { $0.pointee.county },
    .text("vendorName") { $0.pointee.vendorName },
    .written("approvedStores") { $1.digits($0.pointee.approvedStores) },
    .written("counsellingFee") { $1.plain($0.pointee.counsellingFee) },
    .written("cloudFee") { $1.plain($0.pointee.cloudFee) },
    .written("declaredOn") { $1.isoDay($0.pointee.declaredOn) },
    .written("declarationApprovedOn") { $1.isoDay($0.pointee.declarationApprovedOn) },
    .written("vendorContractOn") { $1.isoDay($0.pointee.vendorContractOn) },
    .written("districtContractOn") { $1.isoDay($0.pointee.districtContractOn) },
  ]
}

extension Solution: TemplateView {
  package static let fields: [ViewField<Solution>] = [
    .record("source", \.source),
    .text("id") { $0.pointee.id.text },
    .text("vendor") { $0.pointee.vendor.digits },
    .text("name") { $0.pointee.name },
    .text("category") { $0.pointee.category },
    .text("physicalConsumption") { $0.pointee.takesPartInPhysicalConsumption ? "true" : "false" },
    .text("summitQualified") { $0.pointee.isSummitQualified ? "true" : "false" },
    .written("feeCap") { $1.plain($0.pointee.feeCap) },
    .text("gaProperty") { $0.pointee.gaProperty },
    .text("gaView") { $0.pointee.gaView },
    .text("gaMetric") { $0.pointee.gaMetric },
    .text("gaStorePattern") { $0.pointee.gaStorePattern },
    .text("verificationMethod") { $0.pointee.verificationMethod },
  ]
}

extension RosterEntry: TemplateView {
  package static let fields: [ViewField<RosterEntry>] = [
    .record("source", \.source),
    .text("id") { $0.pointee.store.text },
    .text("solution") { $0.pointee.solution.text },
    .text("name") { $0.pointee.name },
    .text("taxID") { $0.pointee.taxID?.digits ?? "" },
    .text("address") { $0.pointee.address },
    .text("contact") { $0.pointee.contact },
    .text("phone") { $0.pointee.phone },
    .written("goLive") { $1.isoDay($0.pointee.goLive) },
    .written("endedOn") { $1.isoDay($0.pointee.endedOn) },
    .written("fee") { $1.plain($0.pointee.fee) },
    .text("gaView") { $0.pointee.gaView },
    .optional("continuityPlan") { entry in
      entry.pointee.continuityPlan.map { TypedValue(text: $0, isPersonal: false) }
    },
  ]
}

extension ProgressRow: TemplateView {
  package static let fields: [ViewField<ProgressRow>] = [
    .record("source", \.source),
    .text("number") { $0.pointee.itemNo },
    .text("item") { $0.pointee.item },
    .written("weight") { $1.decimal($0.pointee.weight) },
    .written("plannedStart") { $1.isoDay($0.pointee.plannedStart) },
    .written("plannedEnd") { $1.isoDay($0.pointee.plannedEnd) },
    .written("reportedOn") { $1.isoDay($0.pointee.reportedOn) },
    .text("actualProgress") { $0.pointee.actualProgress?.text ?? "" },
    .text("description") { $0.pointee.description },
    .text("difficulties") { $0.pointee.difficulties },
    .text("actions") { $0.pointee.actions },
  ]
}

extension Ruling: TemplateView {
  package static let fields: [ViewField<Ruling>] = [
    .record("source", \.source),
    .text("kind") { $0.pointee.kind.rawValue },
    .text("store") { $0.pointee.store?.text ?? "" },
    .text("amount") { $0.pointee.amount?.plainText ?? "" },
    .text("reason") { $0.pointee.reason },
    .written("ruledOn") { $1.isoDay($0.pointee.ruledOn) },
  ]
}

extension InputFile: TemplateView {
  package static let fields: [ViewField<InputFile>] = [
    .text("path") { $0.pointee.path },
    .text("kind") { $0.pointee.kind.rawValue },
    .text("sha256") { $0.pointee.sha256 },
    .written("bytes") { $1.digits($0.pointee.byteCount) },
    .text("encoding") { $0.pointee.encoding?.rawValue ?? "" },
    .written("read") { $1.digits($0.pointee.rows.read) },
    .written("counted") { $1.digits($0.pointee.rows.counted) },
    .written("skipped") { $1.digits($0.pointee.rows.skipped) },
    .written("notCounted") { $1.digits($0.pointee.rows.notCounted) },
  ]
}
