import ReviewModel
import TestSupport

extension Fixture {
  static let solutions: [Fixture] = [
    Fixture(
      .SO001, "the solution stands already",
      failing: { $0.add("solutions.csv", ["solution_id": "p001"]) },
      gives: ["SO001 solutions.csv:3:solution_id"],
      passing: { $0.add("solutions.csv", ["solution_id": "P002"]) }),
    Fixture(
      .SO002, "not qualified",
      failing: { $0.set("solutions.csv", "summit_qualified", to: "☐") },
      gives: ["SO002 solutions.csv:2:summit_qualified", "RO010 \(contract)"],
      passing: { $0.set("solutions.csv", "summit_qualified", to: "☑") }),
    Fixture(
      .SO002, "once, for all its stores",
      failing: {
        $0.addStore("S002")
        $0.set("solutions.csv", "summit_qualified", to: "否")
      },
      gives: ["SO002 solutions.csv:2:summit_qualified", "RO010 \(contract)"],
      passing: { $0.addStore("S002") }),
    Fixture(
      .SO003, "no part in physical consumption",
      failing: { $0.set("solutions.csv", "physical_consumption", to: "0") },
      gives: ["SO003 solutions.csv:2:physical_consumption"],
      passing: { $0.set("solutions.csv", "physical_consumption", to: "v") }),
    Fixture(
      .SO004, "no verification method",
      failing: { $0.set("solutions.csv", "verification_method", to: "　") },
      gives: ["SO004 solutions.csv:2:verification_method", "RO010 \(contract)"],
      passing: { $0.set("solutions.csv", "verification_method", to: "無") }),
    Fixture(
      .SO005, "no property",
      failing: { $0.set("solutions.csv", "ga_property", to: "") },
      gives: ["SO005 solutions.csv:2:ga_property", "RO010 \(contract)"],
      passing: { $0.set("solutions.csv", "ga_property", to: "任何文字") }),
    Fixture(
      .SO005, "of a solution that no store uses",
      failing: { $0.add("solutions.csv", ["solution_id": "P002", "ga_property": ""]) },
      gives: ["SO005 solutions.csv:3:ga_property"],
      passing: { $0.add("solutions.csv", ["solution_id": "P002"]) }),
  ]
}
