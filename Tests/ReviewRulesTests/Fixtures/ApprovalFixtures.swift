import ReviewModel
import TestSupport

extension Fixture {
  static let approvals: [Fixture] = [
    Fixture(
      .AP001, "the contract stands already",
      failing: { $0.add("approvals.csv") },
      gives: ["AP001 approvals.csv:3:district_id \(contract)"],
      passing: { $0.add("approvals.csv", ["district_id": "D002"]) }),
    Fixture(
      .AP001, "but a row that was skipped makes no duplicate",
      failing: {
        $0.add("approvals.csv", ["district_id": "ｄ001"])
        $0.add("approvals.csv", ["approved_stores": "0"])
      },
      gives: [
        "AP001 approvals.csv:3:district_id \(contract)",
        "IN005 approvals.csv:4:approved_stores \(contract)",
      ],
      passing: {
        $0.add("approvals.csv")
        $0.set("approvals.csv", "approved_stores", to: "0")
      }),
    Fixture(
      .AP002, "the vendor's checksum fails",
      failing: { $0.setEverywhere("vendor_id", to: "12345674") },
      gives: ["AP002 approvals.csv:2:vendor_id D001/12345674"],
      passing: { $0.setEverywhere("vendor_id", to: "12345676") }),
    Fixture(
      .AP003, "a dollar above 40 %",
      failing: { $0.set("approvals.csv", "cloud_fee", to: "400001") },
      gives: ["AP003 approvals.csv:2:cloud_fee \(contract)"],
      passing: { $0.set("approvals.csv", "cloud_fee", to: "400000") }),
    Fixture(
      .AP003, "above a share that is no whole dollar",
      failing: {
        $0.set("approvals.csv", "counselling_fee", to: "1000001")
        $0.set("approvals.csv", "cloud_fee", to: "400001")
      },
      gives: ["AP003 approvals.csv:2:cloud_fee \(contract)"],
      passing: { $0.set("approvals.csv", "counselling_fee", to: "1000001") }),
    Fixture(
      .AP004, "the declaration is not signed",
      failing: { $0.set("approvals.csv", "declared_on", to: "") },
      gives: ["AP004 approvals.csv:2:declared_on \(contract)"],
      passing: { $0.set("approvals.csv", "vendor_contract_on", to: "") }),
    Fixture(
      .AP004, "the declaration is not approved",
      failing: { $0.set("approvals.csv", "declaration_approved_on", to: "") },
      gives: ["AP004 approvals.csv:2:declaration_approved_on \(contract)"],
      passing: { $0.set("approvals.csv", "district_contract_on", to: "") }),
    Fixture(
      .AP004, "neither: named once, at the first",
      failing: {
        $0.set("approvals.csv", "declared_on", to: "")
        $0.set("approvals.csv", "declaration_approved_on", to: "")
      },
      gives: ["AP004 approvals.csv:2:declared_on \(contract)"],
      passing: {
        $0.set("approvals.csv", "vendor_contract_on", to: "")
        $0.set("approvals.csv", "district_contract_on", to: "")
      }),
    Fixture(
      .AP005, "signed the day after the deadline",
      failing: {
        $0.set("approvals.csv", "declared_on", to: "2021-06-11")
        $0.set("approvals.csv", "declaration_approved_on", to: "2021-06-11")
      },
      gives: ["AP005 approvals.csv:2:declared_on \(contract)"],
      passing: {
        $0.set("approvals.csv", "declared_on", to: "2021-06-10")
        $0.set("approvals.csv", "declaration_approved_on", to: "2021-06-11")
      }),
    Fixture(
      .AP006, "approved the day before it was signed",
      failing: { $0.set("approvals.csv", "declaration_approved_on", to: "2021-05-31") },
      gives: ["AP006 approvals.csv:2:declaration_approved_on \(contract)"],
      passing: { $0.set("approvals.csv", "declaration_approved_on", to: "2021-06-01") }),
    Fixture(
      .AP006, "across a date that is not given",
      failing: {
        $0.set("approvals.csv", "vendor_contract_on", to: "")
        $0.set("approvals.csv", "district_contract_on", to: "2021-06-04")
      },
      gives: ["AP006 approvals.csv:2:district_contract_on \(contract)"],
      passing: {
        $0.set("approvals.csv", "vendor_contract_on", to: "")
        $0.set("approvals.csv", "district_contract_on", to: "2021-06-05")
      }),
    Fixture(
      .AP006, "two dates too early: named once",
      failing: {
        $0.set("approvals.csv", "vendor_contract_on", to: "2021-06-03")
        $0.set("approvals.csv", "district_contract_on", to: "2021-06-02")
      },
      gives: ["AP006 approvals.csv:2:vendor_contract_on \(contract)"],
      passing: {
        $0.set("approvals.csv", "vendor_contract_on", to: "2021-06-05")
        $0.set("approvals.csv", "district_contract_on", to: "2021-06-05")
      }),
  ]

  /// A document of the packet is not there.
  static let documents: [Fixture] = [
    Fixture(
      .AP007, "no roster row",
      failing: {
        $0.removeRows("rosters/r.csv")
        $0.removeRows("usage/S001.csv")
      },
      gives: ["AP007 \(contract)", "RO010 \(contract)", "XX000 \(contract)"],
      passing: { $0.set("rosters/r.csv", "golive_on", to: "") }),
    Fixture(
      .AP008, "no usage row",
      failing: { $0.removeRows("usage/S001.csv") },
      gives: ["AP008 \(contract)", "XX000 \(contract)"],
      passing: {
        $0.removeRows("usage/S001.csv")
        $0.addLine("usage/S001.csv", "S001,2020-01-01,0")
      }),
    Fixture(
      .AP009, "no progress row",
      failing: { $0.removeRows("progress.csv") },
      gives: ["AP009 \(contract)", "XX000 \(contract)"],
      passing: { $0.set("progress.csv", "reported_on", to: "") }),
    Fixture(
      .XX000, "usage of a roster row that is skipped",
      failing: {
        $0.addStore("S002", ["fee": ""])
        $0.set("approvals.csv", "approved_stores", to: "1")
      },
      gives: [
        "XX000 rosters/r.csv:3:store_id \(contract) S002",
        "IN005 rosters/r.csv:3:fee \(contract) S002",
      ],
      passing: {
        $0.add("rosters/r.csv", ["store_id": "S002", "fee": ""])
      }),
  ]
}
