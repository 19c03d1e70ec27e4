import ReviewModel
import Testing

@testable import ReviewRules

@Suite struct SettlementTests {
  @Test func `rounds the cloud fee's cap down to whole dollars`() {
    let approval = Sample.approval(counselling: 1_000_001, cloud: 500_000)
    #expect(Settlements.cloudFeeCap(approval, Programme()) == TWD(400_000))
  }
}

/// Rows for tests of the rules.
enum Sample {
  static let contract = ContractID(
    district: DistrictID("D001"), vendor: TaxID(digits: "12345675") ?? never())

  static func approval(counselling: Int128, cloud: Int128, stores: Int = 1) -> Approval {
    Approval(
      contract: contract, districtName: "範例商圈", districtOrg: "", county: "",
      vendorName: "範例資訊", approvedStores: stores, counsellingFee: TWD(counselling),
      cloudFee: TWD(cloud), declaredOn: nil, declarationApprovedOn: nil, vendorContractOn: nil,
      districtContractOn: nil, source: source("approvals.csv"))
  }

  static func source(_ file: String) -> RowSource {
    RowSource(layout: TableLayout(file: file, headers: []), line: 2, row: 2, cells: [])
  }

  private static func never() -> TaxID { preconditionFailure("a valid tax id") }
}
