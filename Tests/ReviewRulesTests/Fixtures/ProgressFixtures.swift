import ReviewModel
import TestSupport

extension Fixture {
  static let progress: [Fixture] = [
    Fixture(
      .PR001, "110 in all",
      failing: { $0.set("progress.csv", "weight", to: "50") },
      gives: ["PR001 progress.csv:2:weight \(contract)"],
      passing: { $0.set("progress.csv", "weight", to: "40.00%") }),
    Fixture(
      .PR001, "at the first row that is kept",
      failing: {
        $0.set("progress.csv", "planned_end", to: "2021-05-01")
        $0.set("progress.csv", "weight", row: 1, to: "100.00")
        $0.set("progress.csv", "weight", row: 2, to: "100")
        $0.addLine("progress.csv", "D001,12345675,3,結案,0.01,2021-06-01,2021-10-31,,,,,")
      },
      gives: [
        "PR005 progress.csv:2:planned_end \(contract)", "PR001 progress.csv:3:weight \(contract)",
      ],
      passing: {
        $0.set("progress.csv", "weight", to: "39.99")
        $0.addLine("progress.csv", "D001,12345675,3,結案,0.01,2021-06-01,2021-10-31,,,,,")
      }),
    Fixture(
      .PR002, "lower than the report before it",
      failing: {
        $0.add(
          "progress.csv", like: 1,
          [
            "reported_on": "2021-09-30",
            "actual_progress": "59.99",
          ])
      },
      gives: ["PR002 progress.csv:5:actual_progress \(contract)"],
      passing: { $0.add("progress.csv", like: 1, ["reported_on": "2021-09-30"]) }),
    Fixture(
      .PR002, "a report that the rows have first", .midterm,
      failing: {
        $0.add(
          "progress.csv", like: 1,
          [
            "reported_on": "2021-08-30",
            "actual_progress": "61",
          ])
      },
      gives: ["PR002 progress.csv:3:actual_progress \(contract)"],
      passing: {
        $0.add(
          "progress.csv", like: 1,
          [
            "reported_on": "2021-09-01",
            "actual_progress": "59",
          ])
      }),
    Fixture(
      .PR003, "99.99 % at final",
      failing: { $0.set("progress.csv", "actual_progress", row: 2, to: "99.99") },
      gives: ["PR003 \(contract)"],
      passing: { season in
        // 99.5 + 0.5 × 99.99 ÷ 100 = 99.99995, which is shown as 100.00.
        season.set("progress.csv", "weight", to: "99.50")
        for row in 1...2 { season.set("progress.csv", "weight", row: row, to: "0.50") }
        season.set("progress.csv", "actual_progress", row: 2, to: "99.99")
      }),
    Fixture(
      .PR004, "10.01 points behind", .midterm,
      // Planned: 40 + 60 × 50.41 ÷ 100 = 70.25. Actual: 40 + 60 × 33.73 ÷ 100 = 60.24.
      failing: { $0.set("progress.csv", "actual_progress", row: 1, to: "33.73") },
      gives: ["PR004 \(contract)"],
      passing: { $0.set("progress.csv", "actual_progress", row: 1, to: "33.75") }),
    Fixture(
      .PR005, "the end a day before the start",
      failing: {
        $0.addLine("progress.csv", "D001,12345675,3,結案,0,2021-06-02,2021-06-01,,,,,")
      },
      gives: ["PR005 progress.csv:5:planned_end \(contract)"],
      passing: {
        $0.addLine("progress.csv", "D001,12345675,3,結案,0,2021-06-02,2021-06-02,,,,,")
      }),
    Fixture(
      .PR006, "no such contract, before PR005",
      failing: {
        $0.addLine("progress.csv", "D002,12345675,3,結案,0,2021-06-02,2021-06-01,,,,,")
      },
      gives: ["PR006 progress.csv:5:district_id D002/12345675"],
      passing: {
        $0.addLine("progress.csv", "d001,12345675,3,結案,0,2021-06-02,2021-06-01,,,,,")
      }),
    Fixture(
      .PR007, "another weight than the first row's",
      failing: {
        $0.set("progress.csv", "weight", row: 2, to: "60.01")
        $0.set("progress.csv", "planned_end", row: 2, to: "2021-11-01")
      },
      gives: ["PR007 progress.csv:4:weight \(contract)"],
      passing: { $0.set("progress.csv", "weight", row: 2, to: "60.0%") }),
    Fixture(
      .PR007, "another name; the key is read after NFKC",
      failing: {
        $0.set("progress.csv", "item_no", row: 2, to: " ２")
        $0.set("progress.csv", "item", row: 2, to: "導入 ")
        $0.set("progress.csv", "item", row: 1, to: "到入")
      },
      gives: ["PR007 progress.csv:4:item \(contract)"],
      passing: {
        $0.set("progress.csv", "item_no", row: 2, to: " ２")
        $0.set("progress.csv", "planned_end", row: 2, to: "110.10.31")
      }),
  ]

  static let rulings: [Fixture] = [
    Fixture(
      .RU001, "an unknown store",
      failing: { $0.rule("D001,12345675,S002,disallow,,理由,2021-10-31") },
      gives: ["RU001 rulings.csv:2:store_id \(contract) S002"],
      passing: { $0.rule("D001,12345675,ｓ001,disallow,,理由,2021-10-31") }),
    Fixture(
      .RU001, "an unknown contract",
      failing: { $0.rule("D002,12345675,S001,disallow,,理由,2021-10-31") },
      gives: ["RU001 rulings.csv:2:district_id D002/12345675 S001"],
      passing: { $0.rule("d001,12345675,,未確實提供,,理由,2021-10-31") }),
    Fixture(
      .RU001, "another contract's store",
      failing: {
        $0.addContract("D002", store: "S002")
        $0.rule("D001,12345675,S002,不予認列,,理由,2021-10-31")
      },
      gives: ["RU001 rulings.csv:2:store_id \(contract) S002"],
      passing: {
        $0.addContract("D002", store: "S002")
        $0.rule("D002,12345675,S002,不予認列,,理由,2021-10-31")
      }),
    Fixture(
      .RU001, "ruling and subject do not fit",
      failing: {
        $0.rule(
          "D001,12345675,,disallow,,理由,2021-10-31",
          "D001,12345675,S001,non-provision,,理由,2021-10-31",
          "D001,12345675,S001,recognise,1,理由,2021-10-31")
      },
      gives: [
        "RU001 rulings.csv:2:store_id \(contract)", "RU001 rulings.csv:3:store_id \(contract) S001",
        "RU001 rulings.csv:4:store_id \(contract) S001",
      ],
      passing: {
        $0.rule(
          "D001,12345675,S001,disallow,,理由,2021-10-31",
          "D001,12345675,,non-provision,,理由,2021-10-31",
          "D001,12345675,,recognise,1,理由,2021-10-31")
      }),
    Fixture(
      .RU002, "the day after as-of, before RU001",
      failing: { $0.rule("D002,12345675,S002,disallow,,理由,2021-11-01") },
      gives: ["RU002 rulings.csv:2:ruled_on D002/12345675 S002"],
      passing: { $0.rule("D001,12345675,S001,disallow,,理由,2021-10-31") }),
    Fixture(
      .RU003, "the service was not provided",
      failing: { $0.rule("D001,12345675,,non-provision,,理由,2021-10-31") },
      gives: ["RU003 rulings.csv:2:ruling \(contract)"],
      passing: { $0.rule("D001,12345675,,non-provision,,理由,2021-11-01") }),
  ]
}
