import ReviewModel
import TestSupport

extension Fixture {
  /// Codes of files and cells that do not stop a season.
  static let inputs: [Fixture] = [
    Fixture(
      .IN004, "more cells than the header has",
      failing: { $0.addLine("usage/S001.csv", "S001,2021-06-01,1,x") },
      gives: ["IN004 usage/S001.csv:155:4 \(contract) S001"],
      passing: { $0.addLine("usage/S001.csv", "S001,2021-06-01,1,") }),
    Fixture(
      .IN004, "a quote that never closes",
      failing: { $0.replace("rulings.csv", with: rulingsHeader + "D001,12345675,,\"x\n1,2,3\n") },
      gives: ["IN004 rulings.csv:2:4 \(contract)"],
      passing: { $0.replace("rulings.csv", with: rulingsHeader) }),
    Fixture(
      .IN005, "a required number that is none",
      failing: { $0.set("usage/S001.csv", "uses", to: "3.5") },
      gives: ["IN005 usage/S001.csv:2:uses \(contract) S001"],
      passing: { $0.set("usage/S001.csv", "uses", to: "３.00") }),
    Fixture(
      .IN005, "two cells of one row",
      failing: {
        $0.set("usage/S001.csv", "uses", to: "-3")
        $0.set("usage/S001.csv", "date", to: "6/1/21")
      },
      gives: [
        "IN005 usage/S001.csv:2:date \(contract) S001",
        "IN005 usage/S001.csv:2:uses \(contract) S001",
      ],
      passing: { $0.set("usage/S001.csv", "date", to: "110/06/01") }),
    Fixture(
      .IN005, "an amount that a ruling needs",
      failing: { $0.rule("D001,12345675,,recognise,待補,理由,2021-10-01") },
      gives: ["IN005 rulings.csv:2:amount \(contract)"],
      passing: { $0.rule("D001,12345675,,recognise,0,理由,2021-10-01") }),
    Fixture(
      .IN006, "an optional date that can be read both ways",
      failing: { $0.set("rosters/r.csv", "ended_on", to: "6/1/21") },
      gives: ["IN006 rosters/r.csv:2:ended_on \(contract) S001"],
      passing: { $0.set("rosters/r.csv", "ended_on", to: "民國110年12月31日") }),
    Fixture(
      .IN006, "a tax id that lost its zero",
      failing: { $0.set("rosters/r.csv", "tax_id", to: "1000003") },
      gives: ["IN006 rosters/r.csv:2:tax_id \(contract) S001"],
      passing: { $0.set("rosters/r.csv", "tax_id", to: "0100-0003") }),
    Fixture(
      .IN007, "a column that is not known",
      failing: { $0.rename("solutions.csv", "ga_metric", to: "備註") },
      gives: ["IN007 solutions.csv:1:備註"],
      passing: { $0.rename("solutions.csv", "ga_metric", to: " ＧＡ 指標") }),
    Fixture(
      .IN007, "a file of another kind",
      failing: { $0.replace("rosters/readme.pdf", with: "%PDF") },
      gives: ["IN007 rosters/readme.pdf"],
      passing: { $0.replace("rosters/.readme.pdf", with: "%PDF") }),
    Fixture(
      .IN008, "a total row",
      failing: { $0.addLine("usage/S001.csv", ",合　計,459") },
      gives: ["IN008 usage/S001.csv:155:date"],
      passing: { $0.addLine("usage/S001.csv", ",,") }),
    Fixture(
      .IN008, "a note",
      failing: { $0.addLine("rosters/r.csv", ",,,,以下空白") },
      gives: ["IN008 rosters/r.csv:3:store_name"],
      passing: { $0.addLine("rosters/r.csv", ",,,,　") }),
    Fixture(
      .IN011, "a question mark between Han characters",
      failing: { $0.set("rosters/r.csv", "store_name", to: "範?小吃") },
      gives: ["IN011 rosters/r.csv:2:store_name \(contract) S001"],
      passing: { $0.set("rosters/r.csv", "store_name", to: "範例小吃?") }),
    Fixture(
      .IN012, "a unit in a money column's header",
      failing: {
        $0.rename("rosters/r.csv", "fee", to: "費用（仟元）")
        $0.set("rosters/r.csv", "費用（仟元）", to: "30")
      },
      gives: ["IN012 rosters/r.csv:1:費用（仟元）"],
      passing: { $0.rename("rosters/r.csv", "fee", to: "費用（元）") }),
  ]

  /// Codes that stop the season.
  static let fatalInputs: [Fixture] = [
    Fixture(
      .IN001, "a required file is missing",
      failing: { $0.remove("progress.csv") }, gives: ["IN001 progress.csv"],
      passing: { $0.removeRows("progress.csv") }),
    Fixture(
      .IN002, "a NUL byte",
      failing: { $0.addLine("progress.csv", "\0") }, gives: ["IN002 progress.csv:5"],
      passing: { $0.addLine("progress.csv", " ") }),
    Fixture(
      .IN003, "a required column is missing",
      failing: { $0.rename("progress.csv", "weight", to: "比重") }, gives: ["IN003 progress.csv"],
      passing: { $0.rename("progress.csv", "weight", to: "權重(%)") }),
    Fixture(
      .IN009, "two columns for one key",
      failing: { $0.rename("solutions.csv", "category", to: "方案 名稱") },
      gives: ["IN009 solutions.csv:1:方案 名稱"],
      passing: { $0.rename("solutions.csv", "category", to: "服務類別") }),
    Fixture(
      .IN010, "an unknown setting",
      failing: { $0.replace("programme.yaml", with: "year: 110\nusage:\n  thresholds: [5]\n") },
      gives: ["IN010 programme.yaml:3"],
      passing: { $0.replace("programme.yaml", with: "year: 110\nusage:\n  max_idle_days: 14\n") }),
  ]

  private static let rulingsHeader =
    "district_id,vendor_id,store_id,ruling,amount,reason,ruled_on\n"
}
