import Foundation
import TestSupport

/// A season of two districts with a contract each, all of it well; tests change what they need.
struct SmallSeason {
  static let first = "D001/12345675"
  static let second = "D002/99900003"

  /// The files' texts by their path.
  var files: [String: String]

  /// The season in which nothing is found.
  init() {
    files = [
      "approvals.csv": """
      district_id,district_name,district_org,county,vendor_id,vendor_name,approved_stores,\
      counselling_fee,cloud_fee,declared_on,declaration_approved_on,vendor_contract_on,\
      district_contract_on
      D001,範例老街商圈,範例老街商圈發展協會,甲縣,12345675,範例資訊有限公司,1,1000000,400000,\
      2021-06-01,2021-06-03,2021-06-08,2021-06-11
      D002,樣本港口商圈,樣本港口商圈協進會,乙縣,99900003,樣本數位有限公司,1,500000,200000,\
      2021-06-01,2021-06-03,2021-06-08,2021-06-11

      """,
      "solutions.csv": """
      solution_id,vendor_id,solution_name,physical_consumption,summit_qualified,fee_cap,\
      ga_property,verification_method
      P1,12345675,範例點餐,Y,Y,30000,G-EXAMPLE0P1,GA 報表比對
      P2,99900003,樣本訂位,Y,Y,30000,G-EXAMPLE0P2,GA 報表比對

      """,
      "progress.csv": """
      district_id,vendor_id,item_no,item,weight,planned_start,planned_end,reported_on,\
      actual_progress,description
      D001,12345675,1,系統導入,100,2021-06-01,2021-08-31,2021-08-31,100,依計畫辦理
      D002,99900003,1,系統導入,100,2021-06-01,2021-08-31,2021-08-31,100,依計畫辦理

      """,
      "rosters/a.csv": """
      store_id,district_id,vendor_id,solution_id,store_name,tax_id,contact,phone,golive_on,fee,\
      continuity_plan
      S001,D001,12345675,P1,範例商店,99900025,王範例,0912-345-678,2021-06-01,30000,續約維運
      S002,D002,99900003,P2,樣本商店,99900030,李樣本,0987-654-321,2021-06-01,30000,續約維運

      """,
      "usage/all.csv": Self.usage(of: ["S001", "S002"]),
    ]
  }

  /// Four uses on every day of the season, more than any week asks for.
  static func usage(of stores: [String]) -> String {
    let months = [("06", 30), ("07", 31), ("08", 31), ("09", 30), ("10", 31)]
    let days = months.flatMap { month, last in
      (1...last).map { "2021-\(month)-\($0 < 10 ? "0" : "")\($0)" }
    }
    let rows = stores.flatMap { store in days.map { "\(store),\($0),4\n" } }
    return "store_id,date,uses\n" + rows.joined()
  }

  /// The season with a text of a file replaced by another.
  func replacing(_ old: String, with new: String, in path: String) -> SmallSeason {
    var season = self
    season.files[path] = files[path]?.replacingOccurrences(of: old, with: new)
    return season
  }

  /// The season without a file.
  func without(_ path: String) -> SmallSeason {
    var season = self
    season.files[path] = nil
    return season
  }

  /// A season whose only fault is an error: a cloud fee above its cap.
  static var withError: SmallSeason {
    SmallSeason().replacing("1000000,400000", with: "1000000,400001", in: "approvals.csv")
  }

  /// A season whose only fault is a warning: a tax id that fails its checksum.
  static var withWarning: SmallSeason {
    SmallSeason().replacing("99900025", with: "99900026", in: "rosters/a.csv")
  }

  /// A season of which nothing can be built: the progress file is missing.
  static var fatal: SmallSeason { SmallSeason().without("progress.csv") }

  /// Writes the season below a folder and gives its path.
  @discardableResult
  func write(to folder: TemporaryFolder, as name: String = "season") throws -> String {
    for (path, text) in files { try folder.write(name + "/" + path, text.utf8) }
    return folder.at(name).path
  }
}
