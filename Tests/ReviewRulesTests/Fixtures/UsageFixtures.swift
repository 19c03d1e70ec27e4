import ReviewModel
import TestSupport

extension Fixture {
  /// Rows that count nowhere.
  static let usage: [Fixture] = [
    Fixture(
      .US001, "once per file and store",
      failing: {
        $0.addLine("usage/S001.csv", "S009,2021-06-01,1")
        $0.addLine("usage/S001.csv", "S008,2021-06-01,1")
        $0.addLine("usage/S001.csv", "s009,2021-06-02,1")
        $0.useDaily("S009", through: day("2021-06-03"))
      },
      gives: [
        "US001 usage/S001.csv:155:store_id S009", "US001 usage/S001.csv:156:store_id S008",
        "US001 usage/S009.csv:2:store_id S009",
      ],
      passing: { $0.addLine("usage/S001.csv", "ｓ001,2021-06-01,1") }),
    Fixture(
      .US002, "the day before go-live",
      failing: { $0.addLine("usage/S001.csv", "S001,2021-05-31,1") },
      gives: ["US002 usage/S001.csv:155:date \(contract) S001"],
      passing: { $0.addLine("usage/S001.csv", "S001,2021-05-31,0") }),
    Fixture(
      .US002, "without a go-live date",
      failing: { $0.set("rosters/r.csv", "golive_on", to: "") },
      gives: ["US002 usage/S001.csv:2:date \(contract) S001"],
      passing: {
        $0.set("rosters/r.csv", "golive_on", to: "")
        $0.useDaily("S001", 0)
      }),
    Fixture(
      .US003, "the day after the end",
      failing: { $0.set("rosters/r.csv", "ended_on", to: "2021-10-29") },
      gives: ["US003 usage/S001.csv:153:date \(contract) S001"],
      passing: { $0.set("rosters/r.csv", "ended_on", to: "2021-10-31") }),
    Fixture(
      .US004, "the day after as-of, once per file",
      failing: {
        $0.addStore("S002")
        $0.addLine("usage/S001.csv", "S002,2021-11-01,1")
        $0.addLine("usage/S001.csv", "S001,2021-11-01,1")
      },
      gives: ["US004 usage/S001.csv:155:date"],
      passing: { $0.addLine("usage/S001.csv", "S001,2021-11-01,0") }),
    Fixture(
      .US004, "before US002",
      failing: {
        $0.set("rosters/r.csv", "golive_on", to: "")
        $0.useDaily("S001", from: day("2021-11-01"), through: day("2021-11-02"))
      },
      gives: ["US004 usage/S001.csv:2:date"],
      passing: {
        $0.set("rosters/r.csv", "golive_on", to: "")
        $0.useDaily("S001", through: day("2021-10-31"))
      }),
    Fixture(
      .US005, "an earlier file has the day",
      failing: {
        $0.useDaily("S002", through: day("2021-06-02"))
        $0.setEverywhere("store_id", to: "S001")
      },
      gives: ["US005 usage/S002.csv:2:date \(contract) S001"],
      passing: { $0.addLine("usage/S001.csv", "S001,2021-06-01,1") }),
    Fixture(
      .US005, "before US004, counted or not",
      failing: {
        $0.addLine("usage/S001.csv", "S001,2021-11-01,1")
        $0.tables["usage/t.csv"] = SeasonBuilder.Table("store_id,date,uses", ["S001,2021-11-01,1"])
      },
      gives: ["US004 usage/S001.csv:155:date", "US005 usage/t.csv:2:date \(contract) S001"],
      passing: {
        $0.addLine("usage/S001.csv", "S009,2021-11-01,1")
        $0.tables["usage/t.csv"] = SeasonBuilder.Table("store_id,date,uses", ["S001,2021-11-01,1"])
      }),
    Fixture(
      .US011, "no column of uses",
      failing: { $0.replace("usage/note.txt", with: "店家,說明\nS001,無\n") },
      gives: ["US011 usage/note.txt"],
      passing: { $0.replace("usage/note.txt", with: "店家編號,日期,次數\n") }),
    Fixture(
      .US011, "bytes of no encoding, in place of IN002",
      failing: { $0.replace("usage/note.csv", with: [0x61, 0xFF, 0x0A]) },
      gives: ["US011 usage/note.csv"],
      passing: { $0.replace("usage/.note.csv", with: [0x61, 0xFF, 0x0A]) }),
    Fixture(
      .US011, "two columns for one key, in place of IN009",
      failing: { $0.replace("usage/two.csv", with: "店家編號,日期,次數,使用次數\n") },
      gives: ["US011 usage/two.csv"],
      passing: { $0.replace("usage/two.csv", with: "店家編號,日期,次數\n") }),
  ]

  /// What a store's counted use gives to say.
  static let usagePerStore: [Fixture] = [
    Fixture(
      .US008, "fifteen days without a use",
      failing: { season in
        for row in 0..<15 { season.set("usage/S001.csv", "uses", row: row, to: "0") }
      },
      gives: ["US008 \(contract) S001"],
      passing: { season in
        for row in 0..<14 { season.set("usage/S001.csv", "uses", row: row, to: "0") }
      }),
    Fixture(
      .US009, "one use short in the first month",
      // 30 days want 5 × 30 ÷ 7 = 21.4 uses.
      failing: { season in
        for row in 0..<30 {
          season.set("usage/S001.csv", "uses", row: row, to: row % 10 < 7 ? "1" : "0")
        }
      },
      gives: ["US009 \(contract) S001"],
      passing: { season in
        for row in 0..<30 {
          season.set("usage/S001.csv", "uses", row: row, to: row % 10 < 7 ? "1" : "0")
        }
        season.set("usage/S001.csv", "uses", row: 29, to: "1")
      }),
    Fixture(
      .US009, "one for each month, and once for the idle run",
      failing: { $0.useDaily("S001", 1, through: day("2021-08-31")) },
      gives: [
        "US008 \(contract) S001", "US009 \(contract) S001", "US009 \(contract) S001",
        "US009 \(contract) S001", "US009 \(contract) S001",
      ],
      passing: { _ in }),
  ]
}
