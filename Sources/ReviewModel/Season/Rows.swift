// The rows of a season's tables as values, each with the record that it was read from.

/// A row of `approvals.csv`: a contract as approved.
package struct Approval: Sendable, Equatable {
  package let contract: ContractID
  package let districtName: String
  package let districtOrg: String
  package let county: String
  package let vendorName: String
  /// N of the rules; at least 1.
  package let approvedStores: Int
  /// C of the rules.
  package let counsellingFee: TWD
  /// S of the rules.
  package let cloudFee: TWD
  package let declaredOn: CalendarDate?
  package let declarationApprovedOn: CalendarDate?
  package let vendorContractOn: CalendarDate?
  package let districtContractOn: CalendarDate?
  package let source: RowSource

  package init(
    contract: ContractID, districtName: String, districtOrg: String, county: String,
    vendorName: String, approvedStores: Int, counsellingFee: TWD, cloudFee: TWD,
    declaredOn: CalendarDate?, declarationApprovedOn: CalendarDate?,
    vendorContractOn: CalendarDate?, districtContractOn: CalendarDate?, source: RowSource
  ) {
    self.contract = contract
    self.districtName = districtName
    self.districtOrg = districtOrg
    self.county = county
    self.vendorName = vendorName
    self.approvedStores = approvedStores
    self.counsellingFee = counsellingFee
    self.cloudFee = cloudFee
    self.declaredOn = declaredOn
    self.declarationApprovedOn = declarationApprovedOn
    self.vendorContractOn = vendorContractOn
    self.districtContractOn = districtContractOn
    self.source = source
  }
}

/// A row of `solutions.csv`: a vendor's cloud solution.
///
/// A class, since every store's checks hand it on.
package final class Solution: Sendable, Equatable {
  package let id: SolutionID
  package let vendor: TaxID
  package let name: String
  package let category: String
  package let takesPartInPhysicalConsumption: Bool
  package let isSummitQualified: Bool
  /// The solution's fee in the Summit programme (C4).
  package let feeCap: TWD
  package let gaProperty: String
  package let gaView: String
  package let gaMetric: String
  /// A path with `{store_id}`; empty where there is none.
  package let gaStorePattern: String
  package let verificationMethod: String
  package let source: RowSource

  package init(
    id: SolutionID, vendor: TaxID, name: String, category: String,
    takesPartInPhysicalConsumption: Bool, isSummitQualified: Bool, feeCap: TWD,
    gaProperty: String, gaView: String, gaMetric: String, gaStorePattern: String,
    verificationMethod: String, source: RowSource
  ) {
    self.id = id
    self.vendor = vendor
    self.name = name
    self.category = category
    self.takesPartInPhysicalConsumption = takesPartInPhysicalConsumption
    self.isSummitQualified = isSummitQualified
    self.feeCap = feeCap
    self.gaProperty = gaProperty
    self.gaView = gaView
    self.gaMetric = gaMetric
    self.gaStorePattern = gaStorePattern
    self.verificationMethod = verificationMethod
    self.source = source
  }

  package static func == (left: Solution, right: Solution) -> Bool {
    left === right
      || left.id == right.id && left.vendor == right.vendor && left.name == right.name
        && left.category == right.category
        && left.takesPartInPhysicalConsumption == right.takesPartInPhysicalConsumption
        && left.isSummitQualified == right.isSummitQualified && left.feeCap == right.feeCap
        && left.gaProperty == right.gaProperty && left.gaView == right.gaView
        && left.gaMetric == right.gaMetric && left.gaStorePattern == right.gaStorePattern
        && left.verificationMethod == right.verificationMethod && left.source == right.source
  }
}

/// A row of a roster: a store that a contract brings into the cloud.
///
/// A class, since a country has them by the ten thousand and hands them from stage to stage: as a
/// value, each hand-over would copy a dozen texts.
package final class RosterEntry: Sendable, Equatable {
  package let store: StoreID
  package let contract: ContractID
  package let solution: SolutionID
  package let name: String
  package let taxID: TaxID?
  package let address: String
  /// Personal data.
  package let contact: String
  /// Personal data.
  package let phone: String
  /// G of the rules; none: not adopted yet.
  package let goLive: CalendarDate?
  package let endedOn: CalendarDate?
  package let fee: TWD
  package let gaView: String
  /// The plan for continued operation (C3); nil where none is given.
  package let continuityPlan: String?
  package let source: RowSource

  package init(
    store: StoreID, contract: ContractID, solution: SolutionID, name: String, taxID: TaxID?,
    address: String, contact: String, phone: String, goLive: CalendarDate?,
    endedOn: CalendarDate?, fee: TWD, gaView: String, continuityPlan: String?, source: RowSource
  ) {
    self.store = store
    self.contract = contract
    self.solution = solution
    self.name = name
    self.taxID = taxID
    self.address = address
    self.contact = contact
    self.phone = phone
    self.goLive = goLive
    self.endedOn = endedOn
    self.fee = fee
    self.gaView = gaView
    self.continuityPlan = continuityPlan
    self.source = source
  }

  package static func == (left: RosterEntry, right: RosterEntry) -> Bool {
    left === right
      || left.store == right.store && left.contract == right.contract
        && left.solution == right.solution && left.name == right.name && left.taxID == right.taxID
        && left.address == right.address && left.contact == right.contact
        && left.phone == right.phone && left.goLive == right.goLive
        && left.endedOn == right.endedOn && left.fee == right.fee && left.gaView == right.gaView
        && left.continuityPlan == right.continuityPlan && left.source == right.source
  }
}

/// A row of `progress.csv`: a work item's plan, and a report of it where there is one.
///
/// A class as `RosterEntry` is.
package final class ProgressRow: Sendable, Equatable {
  package let contract: ContractID
  /// The item's key: its number after NFKC and trimming.
  package let itemNo: String
  package let item: String
  /// Unit: percent of the contract's work.
  package let weight: Hundredths
  package let plannedStart: CalendarDate
  package let plannedEnd: CalendarDate
  package let reportedOn: CalendarDate?
  /// Cumulative, in percent; given where there is a report date.
  package let actualProgress: Hundredths?
  package let description: String
  package let difficulties: String
  package let actions: String
  package let source: RowSource

  package init(
    contract: ContractID, itemNo: String, item: String, weight: Hundredths,
    plannedStart: CalendarDate, plannedEnd: CalendarDate, reportedOn: CalendarDate?,
    actualProgress: Hundredths?, description: String, difficulties: String, actions: String,
    source: RowSource
  ) {
    self.contract = contract
    self.itemNo = itemNo
    self.item = item
    self.weight = weight
    self.plannedStart = plannedStart
    self.plannedEnd = plannedEnd
    self.reportedOn = reportedOn
    self.actualProgress = actualProgress
    self.description = description
    self.difficulties = difficulties
    self.actions = actions
    self.source = source
  }

  package static func == (left: ProgressRow, right: ProgressRow) -> Bool {
    left === right
      || left.contract == right.contract && left.itemNo == right.itemNo && left.item == right.item
        && left.weight == right.weight && left.plannedStart == right.plannedStart
        && left.plannedEnd == right.plannedEnd && left.reportedOn == right.reportedOn
        && left.actualProgress == right.actualProgress && left.description == right.description
        && left.difficulties == right.difficulties && left.actions == right.actions
        && left.source == right.source
  }
}

/// What reviewers ruled.
package enum RulingKind: String, Sendable, CaseIterable {
  /// A store is not recognised.
  case disallow
  /// C16: the vendor is ruled not to have provided the service.
  case nonProvision = "non-provision"
  /// C7: at most an amount is recognised of a contract's cloud fee.
  case recognise
}

/// A row of `rulings.csv`.
package struct Ruling: Sendable, Equatable {
  package let contract: ContractID
  package let store: StoreID?
  package let kind: RulingKind
  package let amount: TWD?
  package let reason: String
  package let ruledOn: CalendarDate
  package let source: RowSource

  package init(
    contract: ContractID, store: StoreID?, kind: RulingKind, amount: TWD?, reason: String,
    ruledOn: CalendarDate, source: RowSource
  ) {
    self.contract = contract
    self.store = store
    self.kind = kind
    self.amount = amount
    self.reason = reason
    self.ruledOn = ruledOn
    self.source = source
  }
}
