import ReviewModel
import TestSupport

extension SeasonBuilder {
  /// The smallest season that earns everything: one contract, one store in use from June to
  /// October, all work reported.
  ///
  /// The use ends on the phase's day, so that nothing lies after as-of.
  static func good(_ phase: Phase = .final) -> SeasonBuilder {
    var season = SeasonBuilder()
    season.tables["approvals.csv"] = Table(
      "district_id,district_name,district_org,county,vendor_id,vendor_name,approved_stores,"
        + "counselling_fee,cloud_fee,declared_on,declaration_approved_on,vendor_contract_on,"
        + "district_contract_on",
      [
        "D001,範例商圈,範例商圈協會,範例縣,12345675,範例資訊,1,1000000,400000,"
          + "2021-06-01,2021-06-05,2021-06-15,2021-06-20"
      ])
    season.tables["solutions.csv"] = Table(
      "solution_id,vendor_id,solution_name,category,physical_consumption,summit_qualified,fee_cap,"
        + "ga_property,ga_view,ga_metric,ga_store_pattern,verification_method",
      ["P001,12345675,範例點餐,點餐,Y,Y,50000,G-AB12CD34EF,範例 - GA4,,/s/{store_id},GA 報表"])
    season.tables["progress.csv"] = Table(
      "district_id,vendor_id,item_no,item,weight,planned_start,planned_end,reported_on,"
        + "actual_progress,description,difficulties,actions",
      [
        "D001,12345675,1,規劃,40,2021-06-01,2021-07-31,2021-07-31,100,,,",
        "D001,12345675,2,導入,60,2021-07-01,2021-10-31,2021-08-31,60,,,",
        "D001,12345675,2,導入,60,2021-07-01,2021-10-31,2021-10-31,100,,,",
      ])
    season.tables["rosters/r.csv"] = Table(
      "store_id,district_id,vendor_id,solution_id,store_name,tax_id,address,contact,phone,"
        + "golive_on,ended_on,fee,ga_view,continuity_plan",
      ["S001,D001,12345675,P001,範例小吃,,範例路1號,,,2021-06-01,,30000,,續約一年"])
    season.useDaily("S001", through: Programme().asOf(phase))
    return season
  }

  /// Gives a store the same uses on every day, in a file of its own: `usage/S001.csv`.
  ///
  /// Row 0 is the first day, 1 June.
  mutating func useDaily(
    _ store: String, _ uses: Int = 3, from first: CalendarDate = day("2021-06-01"),
    through last: CalendarDate = day("2021-10-31")
  ) {
    let days = first.days(through: last)
    tables["usage/\(store).csv"] = Table(
      "store_id,date,uses",
      (0..<max(0, days)).map { "\(store),\(first.adding(days: $0).isoText),\(uses)" })
  }

  /// Adds a store to the first contract that earns as much as the first one, and approves it.
  mutating func addStore(_ store: String, _ cells: [String: String] = [:]) {
    add("rosters/r.csv", ["store_id": store].merging(cells) { _, new in new })
    set("approvals.csv", "approved_stores", to: String(rowCount("rosters/r.csv")))
    useDaily(store)
  }

  /// Adds a contract of the same vendor with a store, in use, and its work, all done.
  mutating func addContract(_ district: String, store: String) {
    add("approvals.csv", ["district_id": district])
    add("rosters/r.csv", ["store_id": store, "district_id": district])
    for row in 0..<3 { add("progress.csv", like: row, ["district_id": district]) }
    useDaily(store)
  }

  /// Adds the rulings that are given as lines of district, vendor, store, ruling, amount, reason,
  /// date.
  mutating func rule(_ lines: String...) {
    tables["rulings.csv"] = Table(
      "district_id,vendor_id,store_id,ruling,amount,reason,ruled_on", lines)
  }
}

/// The day that a test writes as `2021-06-01`.
func day(_ iso: String) -> CalendarDate {
  guard let date = CalendarDate(iso: iso) else { preconditionFailure("no day \(iso)") }
  return date
}
