import ReviewModel
import TestSupport

/// A small season made up from a seed: some contracts, stores, days of use, work and rulings.
///
/// No row stands twice and no two files have the same store's day, so that the order of rows and
/// files is nothing that a figure may depend on.
struct RandomSeason {
  var builder = SeasonBuilder.good()
  private var random: SeededGenerator
  private(set) var stores: [String] = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    for path in ["approvals.csv", "progress.csv", "rosters/r.csv"] { builder.removeRows(path) }
    builder.remove("usage/S001.csv")
    builder.tables["rosters/s.csv"] = builder.tables["rosters/r.csv"]
    builder.addLine(
      "solutions.csv", "P002,12345676,範例會員,會員,Y,Y,30000,G-EXAMPLE,範例 - GA4,,,GA 報表")
    writeProgramme()
    var rulings: [String] = []
    for number in 1...Int.random(in: 1...4, using: &random) {
      addContract(number, &rulings)
    }
    builder.tables["rulings.csv"] = SeasonBuilder.Table(
      "district_id,vendor_id,store_id,ruling,amount,reason,ruled_on", rulings)
  }

  private mutating func writeProgramme() {
    let assessment = pick(["monthly-average", "every-week"])
    let days = Int.random(in: 0...12, using: &random)
    builder.replace(
      "programme.yaml",
      with: """
        usage:
          assessment: \(assessment)
          min_assessed_days: \(days)
          weekly_thresholds: [2, 4, 6]
        duration: { more_than_months: \(Int.random(in: 1...4, using: &random)) }

        """)
  }

  private mutating func addContract(_ number: Int, _ rulings: inout [String]) {
    let district = "D00\((number + 1) / 2)"
    let vendor = number.isMultiple(of: 2) ? "12345676" : "12345675"
    let count = Int.random(in: 0...4, using: &random)
    let approved = max(1, count + Int.random(in: -1...1, using: &random))
    let fee = Int.random(in: 1...1_000_000, using: &random)
    let cloud = fee * Int.random(in: 0...110, using: &random) / 100
    builder.addLine(
      "approvals.csv",
      "\(district),範例商圈,,,\(vendor),範例資訊,\(approved),\(fee),\(cloud),"
        + "2021-06-01,2021-06-05,2021-06-15,2021-06-20")
    let weight = Int.random(in: 1...99, using: &random)
    for (item, weight) in [("1", weight), ("2", 100 - weight)] {
      let plan = "\(district),\(vendor),\(item),工作,\(weight),2021-06-01,2021-10-31"
      for (date, least) in [("2021-07-31", 30), ("2021-08-31", 60), ("2021-10-15", 100)] {
        let progress = pick([least, 100])
        builder.addLine("progress.csv", "\(plan),\(date),\(progress),,,")
      }
    }
    for _ in 0..<count { addStore(district, vendor, &rulings) }
    if Int.random(in: 0..<4, using: &random) == 0 {
      let amount = Int.random(in: 0...400_000, using: &random)
      rulings.append("\(district),\(vendor),,recognise,\(amount),理由,2021-08-15")
    }
  }

  private mutating func addStore(
    _ district: String, _ vendor: String, _ rulings: inout [String]
  ) {
    let store = "S\(stores.count + 101)"
    stores.append(store)
    // Often so late that nothing is assessed: 31 October is 189 days on.
    let days = pick([0...200, 0...200, 0...200, 178...189])
    let goLive = day("2021-04-25").adding(days: Int.random(in: days, using: &random))
    let length = Int.random(in: 20...400, using: &random)
    let ended = length < 200 ? goLive.adding(days: length).isoText : ""
    let goLiveCell = Int.random(in: 0..<10, using: &random) == 0 ? "" : goLive.isoText
    let solution = vendor == "12345675" ? "P001" : "P002"
    let fee = pick([30_000, 30_000, 30_000, 50_001])
    let plan = pick(["續約", "續約", "無"])
    builder.addLine(
      pick(["rosters/r.csv", "rosters/s.csv"]),
      "\(store),\(district),\(vendor),\(solution),範例小吃,,,,,\(goLiveCell),\(ended),\(fee),,\(plan)")
    let most = Int.random(in: 0...3, using: &random)
    let first = goLive.adding(days: -2)
    var rows: [String] = []
    for offset in 0..<max(0, first.days(through: day("2021-11-02"))) {
      let uses = Int.random(in: 0...most, using: &random)
      let date = first.adding(days: offset).isoText
      if uses > 0 || offset % 3 == 0 { rows.append("\(store),\(date),\(uses)") }
      if most > 0, offset % 11 == 5 { rows.append("\(store),\(date),1") }
    }
    builder.tables["usage/\(store).csv"] = SeasonBuilder.Table("store_id,date,uses", rows)
    if Int.random(in: 0..<8, using: &random) == 0 {
      rulings.append("\(district),\(vendor),\(store),disallow,,理由,2021-08-15")
    }
  }

  /// The same rows in another order, and the files under other names.
  mutating func shuffled() -> SeasonBuilder {
    var other = builder
    for (path, table) in builder.tables.sorted(by: { $0.key < $1.key }) {
      var table = table
      table.rows.shuffle(using: &random)
      if path.hasPrefix("usage/") {
        other.remove(path)
        other.tables["usage/\(Int.random(in: 0..<100, using: &random))-\(path.dropFirst(6))"] =
          table
      } else {
        other.tables[path] = table
      }
    }
    let first = other.tables["rosters/r.csv"]
    other.tables["rosters/r.csv"] = other.tables["rosters/s.csv"]
    other.tables["rosters/s.csv"] = first
    return other
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    guard let element = elements.randomElement(using: &random) else {
      preconditionFailure("nothing to pick from")
    }
    return element
  }
}
