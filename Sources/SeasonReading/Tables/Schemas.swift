import ReviewModel

/// The tables of a season folder.
package enum Schemas {
  package static let all = [approvals, solutions, rosters, progress, rulings, plainUsage, events]

  private static let district = ColumnSpec(
    .districtID, ["商圈代碼"], .id, isRequired: true, "商圈的代碼", "the district's code")
  private static let vendor = ColumnSpec(
    .vendorID, ["廠商統編", "資服廠商統編"], .taxID, isRequired: true, "資服廠商的統一編號",
    "the vendor's tax id")

  package static let approvals = TableSchema(
    .approvals, path: "approvals.csv",
    title: Bilingual(zh: "核定清單：一列一契約", en: "approvals: one row per contract"),
    [
      district,
      ColumnSpec(
        .districtName, ["商圈名稱"], .text, isRequired: true, "商圈名稱", "the district's name"),
      ColumnSpec(.districtOrg, ["商圈組織"], .text, "商圈組織全銜", "the district's organisation"),
      ColumnSpec(.county, ["縣市"], .text, "所在縣市", "the county or city"),
      vendor,
      ColumnSpec(
        .vendorName, ["資服廠商", "廠商名稱"], .text, isRequired: true, "廠商名稱",
        "the vendor's name"),
      ColumnSpec(
        .approvedStores, ["核定家數"], .integer, isRequired: true, "核定家數，至少 1",
        "approved stores, at least 1"),
      ColumnSpec(
        .counsellingFee, ["核定輔導經費", "輔導經費"], .money, isRequired: true, "核定輔導經費（元）",
        "counselling fee, in NT$"),
      ColumnSpec(
        .cloudFee, ["雲端方案經費", "雲端服務經費"], .money, isRequired: true,
        "雲端方案經費（元），以輔導經費之 40% 為上限", "cloud fee, in NT$; at most 40% of the counselling fee"),
      ColumnSpec(
        .declaredOn, ["聲明書簽立日"], .date, "聯合聲明書簽立日", "the day the declaration was signed"),
      ColumnSpec(
        .declarationApprovedOn, ["聲明書核可日"], .date, "聯合聲明書核可日",
        "the day the declaration was approved"),
      ColumnSpec(
        .vendorContractOn, ["資服契約日"], .date, "廠商與計畫辦公室簽約日",
        "the day the vendor signed with the office"),
      ColumnSpec(
        .districtContractOn, ["商圈契約日"], .date, "商圈組織與計畫辦公室簽約日",
        "the day the district signed with the office"),
    ])

  package static let solutions = TableSchema(
    .solutions, path: "solutions.csv",
    title: Bilingual(zh: "雲端方案清單", en: "cloud solutions"),
    [
      ColumnSpec(
        .solutionID, ["方案代碼"], .id, isRequired: true, "方案代碼", "the solution's code"),
      vendor,
      ColumnSpec(
        .solutionName, ["方案名稱"], .text, isRequired: true, "方案名稱", "the solution's name"),
      ColumnSpec(.category, ["服務類別"], .text, "服務類別", "kind of service"),
      ColumnSpec(
        .physicalConsumption, ["實體消費"], .flag, isRequired: true, "是否參與實體消費行為",
        "whether it takes part in physical consumption"),
      ColumnSpec(
        .summitQualified, ["攻頂資格"], .flag, isRequired: true, "是否具攻頂計畫資格",
        "whether it is qualified by the Summit programme"),
      ColumnSpec(
        .feeCap, ["攻頂方案費用"], .money, isRequired: true, "攻頂計畫中之方案費用（元）",
        "its fee in the Summit programme, in NT$"),
      ColumnSpec(
        .gaProperty, ["GA資源編號"], .text, "GA 資源編號，例如 G-AB12CD34EF",
        "Google Analytics property, such as G-AB12CD34EF"),
      ColumnSpec(
        .gaView, ["GA資源名稱"], .text, "匯出檔上顯示的資源名稱", "the property's name as exports show it"),
      ColumnSpec(.gaMetric, ["GA指標"], .text, "要計數的欄位", "the column to count"),
      ColumnSpec(
        .gaStorePattern, ["GA店家路徑"], .text, "含 {store_id} 的網頁路徑，例如 /s/{store_id}",
        "a page path with {store_id}, such as /s/{store_id}"),
      ColumnSpec(
        .verificationMethod, ["驗證方式"], .text, "驗證方案", "the verification method"),
    ])

  package static let rosters = TableSchema(
    .roster, path: "rosters/**/*.csv",
    title: Bilingual(zh: "店家報表清冊", en: "store rosters"),
    [
      ColumnSpec(
        .storeID, ["店家編號", "店家代碼"], .id, isRequired: true, "店家編號，全年度不得重複",
        "the store's code, unique in the season"),
      district,
      vendor,
      ColumnSpec(
        .solutionID, ["方案代碼"], .id, isRequired: true, "導入之方案代碼",
        "the code of the solution it uses"),
      ColumnSpec(
        .storeName, ["店家名稱", "商店名稱"], .text, isRequired: true, "店家名稱", "the store's name"),
      ColumnSpec(.taxID, ["統一編號"], .taxID, "統一編號；攤商可空白", "tax id; stalls may have none"),
      ColumnSpec(.address, ["地址", "店家地址"], .text, "地址", "address"),
      ColumnSpec(.contact, ["聯絡人", "負責人"], .text, "聯絡人（個人資料）", "contact (personal data)"),
      ColumnSpec(.phone, ["電話", "聯絡電話"], .text, "電話（個人資料）", "phone (personal data)"),
      ColumnSpec(
        .goliveOn, ["導入日期"], .date, "導入日期；空白表示尚未導入", "go-live; empty: not adopted yet"),
      ColumnSpec(.endedOn, ["停用日期"], .date, "停用日期", "the day the use ended"),
      ColumnSpec(
        .fee, ["方案費用", "費用"], .money, isRequired: true, "方案費用（元）", "fee, in NT$"),
      ColumnSpec(
        .gaView, ["GA資源名稱"], .text, "店家自有之 GA 資源名稱", "a property or view of the store's own"),
      ColumnSpec(
        .continuityPlan, ["持續營運規劃"], .text, "持續營運規劃；空白或「無」表示沒有",
        "plan for continued operation; empty or a no: none"),
    ])

  package static let progress = TableSchema(
    .progress, path: "progress.csv",
    title: Bilingual(zh: "服務實際進度", en: "work items, plan and reports"),
    [
      district,
      vendor,
      ColumnSpec(.itemNo, ["項次"], .key, isRequired: true, "項次", "the item's number"),
      ColumnSpec(.item, ["工作項目"], .text, isRequired: true, "工作項目", "the work item"),
      ColumnSpec(
        .weight, ["權重"], .percent, isRequired: true, "權重（%），各項合計 100",
        "weight in percent; all together 100"),
      ColumnSpec(
        .plannedStart, ["預定開始日"], .date, isRequired: true, "預定開始日", "planned start"),
      ColumnSpec(.plannedEnd, ["預定完成日"], .date, isRequired: true, "預定完成日", "planned end"),
      ColumnSpec(
        .reportedOn, ["回報日期"], .date, "回報日期；空白為僅列計畫", "day of the report; empty: plan only"),
      ColumnSpec(
        .actualProgress, ["實際進度", "累計進度"], .percent, "累計實際進度（%）；有回報日期時必填",
        "cumulative progress in percent; required with a report"),
      ColumnSpec(.description, ["辦理情形"], .text, "辦理情形", "what was done"),
      ColumnSpec(.difficulties, ["遭遇問題"], .text, "遭遇問題", "difficulties"),
      ColumnSpec(.actions, ["因應對策"], .text, "因應對策", "actions taken"),
    ])

  package static let rulings = TableSchema(
    .rulings, path: "rulings.csv",
    title: Bilingual(zh: "審查認定（可省略）", en: "the reviewers' rulings (optional)"),
    [
      district,
      vendor,
      ColumnSpec(
        .storeID, ["店家編號"], .id, "店家編號；空白為整個契約", "store; empty: the contract as a whole"),
      ColumnSpec(
        .ruling, ["認定"], .choice, isRequired: true,
        "不予認列（店家）、未確實提供（契約）、認列金額（契約）",
        "disallow (a store), non-provision (a contract), recognise (a contract)"),
      ColumnSpec(
        .amount, ["金額"], .money, "認列金額（元）；「認列金額」時必填",
        "amount, in NT$; required with recognise"),
      ColumnSpec(.reason, ["理由"], .text, isRequired: true, "理由", "the reason"),
      ColumnSpec(
        .ruledOn, ["認定日期"], .date, isRequired: true, "認定日期", "the day of the ruling"),
    ])

  package static let plainUsage = TableSchema(
    .usage, path: "usage/**/*.csv",
    title: Bilingual(zh: "店家使用雲服務流量（一般格式）", en: "stores' use (plain form)"),
    [
      ColumnSpec(.storeID, ["店家編號", "店家代碼"], .id, isRequired: true, "店家編號", "the store's code"),
      ColumnSpec(.date, ["日期"], .date, isRequired: true, "日期", "the day"),
      ColumnSpec(
        .uses, ["使用次數", "次數"], .integer, isRequired: true, "當日使用次數", "uses on the day"),
    ])
  package static let events = TableSchema(
    .usage, path: "usage/**/*.csv",
    title: Bilingual(zh: "店家使用雲服務流量（逐筆事件）", en: "stores' use (one row per event)"),
    [
      ColumnSpec(.storeID, ["店家編號", "店家代碼"], .id, isRequired: true, "店家編號", "the store's code"),
      ColumnSpec(
        .eventAt, ["時間", "event_timestamp"], .time, isRequired: true,
        "使用時間，例如 2021-06-01 10:15:30（臺灣時間）", "the time, such as 2021-06-01T10:15:30+08:00"),
    ])
}
