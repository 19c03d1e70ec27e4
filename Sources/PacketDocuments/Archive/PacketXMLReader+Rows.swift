internal import ReviewModel
internal import XMLTools

extension XMLElement {
  func source() throws(PacketArchiveError) -> RowSource {
    RowSource(
      layout: TableLayout(file: try required("file"), headers: []), line: try count("line"),
      row: try count("row"), cells: [])
  }

  func place() throws(PacketArchiveError) -> Place {
    Place(
      file: try required("file"), line: try countIfAny("line"), column: try countIfAny("column"),
      row: try countIfAny("row"))
  }

  func approval(of contract: ContractID) throws(PacketArchiveError) -> Approval {
    Approval(
      contract: contract, districtName: try childText("district-name"),
      districtOrg: try childText("district-org"), county: try childText("county"),
      vendorName: try childText("vendor-name"), approvedStores: try count("approved-stores"),
      counsellingFee: try money("counselling-fee"), cloudFee: try money("cloud-fee"),
      declaredOn: try dateIfAny("declared-on"),
      declarationApprovedOn: try dateIfAny("declaration-approved-on"),
      vendorContractOn: try dateIfAny("vendor-contract-on"),
      districtContractOn: try dateIfAny("district-contract-on"), source: try source())
  }

  func solution() throws(PacketArchiveError) -> Solution {
    Solution(
      id: SolutionID(try required("id")), vendor: try taxID("vendor"), name: try childText("name"),
      category: try childText("category"),
      takesPartInPhysicalConsumption: try flag("physical-consumption"),
      isSummitQualified: try flag("summit-qualified"), feeCap: try money("fee-cap"),
      gaProperty: try childText("ga-property"), gaView: try childText("ga-view"),
      gaMetric: try childText("ga-metric"), gaStorePattern: try childText("ga-store-pattern"),
      verificationMethod: try childText("verification-method"), source: try source())
  }

  func rosterEntry(of contract: ContractID) throws(PacketArchiveError) -> RosterEntry {
    let personal = try child("personal")
    return RosterEntry(
      store: StoreID(try required("id")), contract: contract,
      solution: SolutionID(try required("solution")), name: try childText("name"),
      taxID: attribute("tax-id") == nil ? nil : try taxID("tax-id"),
      address: try childText("address"), contact: try personal.childText("contact"),
      phone: try personal.childText("phone"), goLive: try dateIfAny("go-live"),
      endedOn: try dateIfAny("ended-on"), fee: try money("fee"), gaView: try childText("ga-view"),
      continuityPlan: optionalChild("continuity-plan")?.text, source: try source())
  }

  func progressRow(of contract: ContractID) throws(PacketArchiveError) -> ProgressRow {
    ProgressRow(
      contract: contract, itemNo: try childText("number"), item: try childText("name"),
      weight: try hundredths("weight"), plannedStart: try date("planned-start"),
      plannedEnd: try date("planned-end"), reportedOn: try dateIfAny("reported-on"),
      actualProgress: try hundredthsIfAny("actual-progress"),
      description: try childText("description"), difficulties: try childText("difficulties"),
      actions: try childText("actions"), source: try source())
  }

  func ruling(of contract: ContractID) throws(PacketArchiveError) -> Ruling {
    Ruling(
      contract: contract, store: attribute("store").map { StoreID($0) }, kind: try code("kind"),
      amount: try moneyIfAny("amount"), reason: text, ruledOn: try date("ruled-on"),
      source: try source())
  }

  /// The ruling inside an element that says what it decided, where there is one.
  func decidingRuling(
    _ name: String, of contract: ContractID
  ) throws(PacketArchiveError) -> Ruling? {
    guard let decided = optionalChild(name) else { return nil }
    return try decided.child("ruling").ruling(of: contract)
  }

  private func taxID(_ name: String) throws(PacketArchiveError) -> TaxID {
    try parsed(name, Bilingual(zh: "8 位統一編號", en: "a tax id of 8 digits")) {
      TaxID(digits: $0)
    }
  }
}
