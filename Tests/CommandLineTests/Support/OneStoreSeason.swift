import TestSupport

/// A season of one contract with one store, which tests change where they look.
enum OneStoreSeason {
  static let approvals = """
    商圈代碼,商圈名稱,廠商統編,資服廠商,核定家數,核定輔導經費,雲端方案經費,聲明書簽立日,聲明書核可日,資服契約日,商圈契約日
    D001,範例商圈,12345675,範例資訊,1,500000,200000,2021-05-01,2021-05-02,2021-05-03,2021-05-04

    """
  static let solutions = """
    方案代碼,廠商統編,方案名稱,實體消費,攻頂資格,攻頂方案費用,GA資源編號,GA資源名稱,驗證方式
    P1,12345675,範例點餐,Y,Y,30000,G-EXAMPLE001,範例點餐 - GA4,GA 報表比對

    """
  static let progress = """
    商圈代碼,廠商統編,項次,工作項目,權重,預定開始日,預定完成日,回報日期,實際進度
    D001,12345675,1,系統導入,100,2021-05-01,2021-10-31,2021-06-20,100

    """
  static let roster = """
    店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,統一編號,聯絡人,導入日期,方案費用,持續營運規劃
    S001,D001,12345675,P1,範例商店,12345675,王範例,2021-06-03,30000,續約一年

    """
  static let usage = "店家編號,日期,使用次數\nS001,2021-06-03,9\n"

  /// The season as a folder; usage is left to the test.
  static func folder(roster: String = roster) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("approvals.csv", approvals.utf8)
    try folder.write("solutions.csv", solutions.utf8)
    try folder.write("progress.csv", progress.utf8)
    try folder.write("rosters/r.csv", roster.utf8)
    return folder
  }
}
