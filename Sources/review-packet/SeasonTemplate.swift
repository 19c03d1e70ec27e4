import ReviewModel
import SeasonReading

/// The files of a new season folder: one example contract with one example store.
enum SeasonTemplate {
  struct File {
    let path: String
    let bytes: [UInt8]
  }

  static var files: [File] {
    [
      File(path: "programme.yaml", bytes: Array(programme(Programme()).utf8)),
      table(Schemas.approvals, "approvals.csv"), table(Schemas.solutions, "solutions.csv"),
      table(Schemas.progress, "progress.csv"), table(Schemas.rulings, "rulings.csv", rows: []),
      table(Schemas.rosters, "rosters/範例廠商.csv"),
      table(Schemas.plainUsage, "usage/範例廠商-06月.csv"),
      File(path: "說明.txt", bytes: Array(notes.utf8)),
    ]
  }

  /// The settings as a file, each with its meaning.
  static func programme(_ programme: Programme) -> String {
    let thresholds = programme.weeklyThresholds.map { String($0) }.joined(separator: ", ")
    return """
      # 年度設定：刪去的鍵採用預設值；不認得的鍵或不合的值會指出行號。
      year: \(programme.year)
      title: \(YAMLText.scalar(programme.title))
      declaration_deadline: \(programme.declarationDeadline.isoText)        # 聲明書簽立期限（C8）
      phases:
        midterm: { as_of: \(programme.midtermAsOf.isoText) }        # 期中統計截止日（C10、C18）
        final:   { as_of: \(programme.finalAsOf.isoText) }        # 期末統計截止日（C11、C18）
      usage:
        weekly_thresholds: [\(thresholds)]       # 各服務月每週平均門檻，最後一個沿用（C12）
        assessment: \(programme.assessment.rawValue)           # 或 every-week
        min_assessed_days: \(programme.minAssessedDays)                # 觀察日數不足者該月不受評
        max_idle_days: \(programme.maxIdleDays)                   # 連續未使用超過此日數者提醒（C3）
      duration:
        more_than_months: \(programme.moreThanMonths)                 # 持續使用須超過的月數（C3）
      money:
        cloud_fee_share_percent: \(programme.cloudFeeSharePercent.text)      # 雲端方案經費占輔導經費的上限（C5）
        vendor_deduction_per_store: \(programme.vendorDeductionPerStore.plainText)   # 每短少一家扣廠商（C6、C15）
        district_deduction_per_store: \(programme.districtDeductionPerStore.plainText) # 每短少一家扣商圈組織（C15）
        district_reward: \(programme.districtReward.plainText)              # 商圈獎勵（C15）
      progress:
        behind_plan_points: \(programme.behindPlanPoints.text)           # 落後預定進度超過此百分點者提醒

      """
  }

  private static let notes = """
    這個資料夾是一個年度（season）的全部輸入。請將範例列換成實際資料。

    approvals.csv   核定清單：一列一契約（商圈 × 廠商）
    solutions.csv   雲端方案清單
    progress.csv    服務實際進度：一列一次回報，同一項次的計畫每列重複
    rulings.csv     審查認定；沒有認定時可刪除此檔
    rosters/        店家報表清冊，可分多個檔案與子資料夾
    usage/          店家使用雲服務流量，可分多個檔案與子資料夾
    programme.yaml  年度設定；可刪除，即採用預設值

    欄位說明：review-packet schema
    檢核代碼：review-packet rules
    檢核資料：review-packet check <此資料夾>
    產出審查資料：review-packet build <此資料夾> --phase midterm --out <輸出資料夾>

    """

  private static let example: [Column: String] = [
    .districtID: "D001", .districtName: "範例商圈", .districtOrg: "範例商圈發展協會", .county: "範例縣",
    .vendorID: "12345675", .vendorName: "範例資訊有限公司", .approvedStores: "1",
    .counsellingFee: "500000", .cloudFee: "200000", .declaredOn: "2021-06-01",
    .declarationApprovedOn: "2021-06-04", .vendorContractOn: "2021-06-08",
    .districtContractOn: "2021-06-11", .solutionID: "P1", .solutionName: "範例點餐服務",
    .category: "線上點餐", .physicalConsumption: "是", .summitQualified: "是", .feeCap: "30000",
    .gaProperty: "G-EXAMPLE001", .gaView: "範例點餐 - GA4", .gaStorePattern: "/s/{store_id}",
    .verificationMethod: "以 GA 報表比對每家店的使用次數", .storeID: "S001", .storeName: "範例商店",
    .address: "範例縣範例路 1 號", .contact: "王範例", .phone: "0900-000-000",
    .goliveOn: "2021-06-15", .fee: "30000", .continuityPlan: "由廠商續約維運一年", .itemNo: "1",
    .item: "系統導入", .weight: "100", .plannedStart: "2021-06-01", .plannedEnd: "2021-10-31",
    .reportedOn: "2021-08-31", .actualProgress: "60", .description: "依計畫辦理",
    .date: "2021-06-15", .uses: "3",
  ]

  /// A table with its Chinese headers: with a byte order mark and CRLF, as spreadsheets want it.
  private static func table(
    _ schema: TableSchema, _ path: String, rows: [[Column: String]] = [example]
  ) -> File {
    var lines = [schema.columns.map { $0.names.first ?? $0.column.rawValue }]
    for row in rows { lines.append(schema.columns.map { row[$0.column] ?? "" }) }
    let text = lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
    return File(path: path, bytes: Array(("\u{FEFF}" + text).utf8))
  }
}
