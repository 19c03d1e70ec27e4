import ReviewModel
import TestSupport

extension Fixture {
  /// Rows that are skipped, and counts of rows.
  static let rosterRows: [Fixture] = [
    Fixture(
      .RO012, "an id that became a number",
      failing: { $0.add("rosters/r.csv", ["store_id": "1.11E+08"]) },
      gives: ["RO012 rosters/r.csv:3:store_id \(contract)"],
      passing: { $0.add("rosters/r.csv", ["store_id": "111E08"]) }),
    Fixture(
      .RO012, "an id that became a date",
      failing: { $0.add("rosters/r.csv", ["store_id": "S002", "district_id": "1-Mar"]) },
      gives: ["RO012 rosters/r.csv:3:district_id S002"],
      passing: { $0.add("rosters/r.csv", ["store_id": "S002", "district_id": "1-MARS"]) }),
    Fixture(
      .RO012, "a vendor's tax id that became a number",
      failing: { $0.add("rosters/r.csv", ["store_id": "S002", "vendor_id": "1.23E+07"]) },
      gives: ["RO012 rosters/r.csv:3:vendor_id S002"],
      passing: { $0.add("rosters/r.csv", ["store_id": "S002", "vendor_id": "1234567"]) }),
    Fixture(
      .RO001, "the store stands already",
      failing: { $0.add("rosters/r.csv", ["store_id": "Ｓ001"]) },
      gives: ["RO001 rosters/r.csv:3:store_id \(contract) S001"],
      passing: { $0.add("rosters/r.csv", ["store_id": "S-001"]) }),
    Fixture(
      .RO001, "in another file, and before RO002",
      failing: {
        $0.tables["rosters/s.csv"] = $0.tables["rosters/r.csv"]
        $0.set("rosters/s.csv", "district_id", to: "D009")
      },
      gives: ["RO001 rosters/s.csv:2:store_id D009/12345675 S001"],
      passing: {
        $0.tables["rosters/a.csv"] = $0.tables["rosters/r.csv"]
        $0.set("rosters/a.csv", "district_id", to: "D009")
      }),
    Fixture(
      .RO002, "no such contract",
      failing: { $0.add("rosters/r.csv", ["store_id": "S002", "district_id": "D002"]) },
      gives: ["RO002 rosters/r.csv:3:district_id D002/12345675 S002"],
      passing: { $0.add("rosters/r.csv", ["store_id": "S002", "district_id": "ｄ001"]) }),
    Fixture(
      .RO009, "a store more than approved",
      failing: {
        $0.addStore("S002")
        $0.set("approvals.csv", "approved_stores", to: "1")
      },
      gives: ["RO009 \(contract)"],
      passing: { $0.addStore("S002") }),
    Fixture(
      .RO010, "a store fewer than approved",
      failing: { $0.set("approvals.csv", "approved_stores", to: "2") },
      gives: ["RO010 \(contract)"],
      passing: { $0.addStore("S002") }),
    Fixture(
      .RO010, "not for a store that is not adopted",
      failing: { $0.rule("D001,12345675,S001,disallow,,理由,2021-10-31") },
      gives: ["RO010 \(contract)"],
      passing: { $0.set("rosters/r.csv", "golive_on", to: "") }),
  ]

  /// A store's own faults.
  static let rosters: [Fixture] = [
    Fixture(
      .RO003, "an unknown solution",
      failing: { $0.set("rosters/r.csv", "solution_id", to: "P002") },
      gives: ["RO003 rosters/r.csv:2:solution_id \(contract) S001", "RO010 \(contract)"],
      passing: { $0.set("rosters/r.csv", "solution_id", to: "ｐ001") }),
    Fixture(
      .RO003, "another vendor's solution, whatever its fee",
      failing: {
        $0.set("solutions.csv", "vendor_id", to: "12345676")
        $0.set("rosters/r.csv", "fee", to: "99999999")
      },
      gives: ["RO003 rosters/r.csv:2:solution_id \(contract) S001", "RO010 \(contract)"],
      passing: { $0.set("solutions.csv", "vendor_id", to: "1234-5675") }),
    Fixture(
      .RO004, "a dollar above the Summit fee",
      failing: { $0.set("rosters/r.csv", "fee", to: "NT$50,001") },
      gives: ["RO004 rosters/r.csv:2:fee \(contract) S001", "RO010 \(contract)"],
      passing: { $0.set("rosters/r.csv", "fee", to: "50,000元") }),
    Fixture(
      .RO005, "the checksum fails",
      failing: { $0.set("rosters/r.csv", "tax_id", to: "12345674") },
      gives: ["RO005 rosters/r.csv:2:tax_id \(contract) S001"],
      passing: { $0.set("rosters/r.csv", "tax_id", to: "12345675") }),
    Fixture(
      .RO006, "every row but the first",
      failing: {
        $0.set("rosters/r.csv", "tax_id", to: "12345675")
        $0.addStore("S002")
        $0.addStore("S003")
      },
      gives: [
        "RO006 rosters/r.csv:3:tax_id \(contract) S002",
        "RO006 rosters/r.csv:4:tax_id \(contract) S003",
      ],
      passing: {
        $0.set("rosters/r.csv", "tax_id", to: "12345675")
        $0.addStore("S002", ["tax_id": "12345676"])
        $0.addStore("S003", ["tax_id": ""])
      }),
    Fixture(
      .RO007, "the day after as-of",
      failing: {
        $0.set("rosters/r.csv", "golive_on", to: "2021-11-01")
        $0.removeRows("usage/S001.csv")
        $0.addLine("usage/S001.csv", "S001,2021-11-01,0")
      },
      gives: ["RO007 rosters/r.csv:2:golive_on \(contract) S001"],
      passing: { $0.set("rosters/r.csv", "golive_on", to: "2021-10-31") }),
    Fixture(
      .RO008, "the end a day before go-live",
      failing: {
        $0.set("rosters/r.csv", "ended_on", to: "2021-05-31")
        $0.useDaily("S001", 0)
      },
      gives: ["RO008 rosters/r.csv:2:ended_on \(contract) S001", "RO010 \(contract)"],
      passing: { $0.set("rosters/r.csv", "ended_on", to: "2021-06-01") }),
    Fixture(
      .RO011, "no continuity plan",
      failing: { $0.set("rosters/r.csv", "continuity_plan", to: "無") },
      gives: ["RO011 rosters/r.csv:2:continuity_plan \(contract) S001"],
      passing: { $0.set("rosters/r.csv", "continuity_plan", to: "無虞") }),
  ]
}
