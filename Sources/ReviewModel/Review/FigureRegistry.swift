/// What the catalogue says of a figure: its unit, clause, title and formula.
package struct FigureRule: Sendable {
  package let code: FigureCode
  package let scope: FigureScope
  package let name: String
  package let unit: FigureUnit
  package let clause: Clause?
  package let title: Bilingual
  package let formula: Bilingual
}

/// The catalogue of figures; documents, CSV, XML and documentation take their wording from it.
package enum FigureRegistry {
  /// In the order of publication.
  package static let all: [FigureRule] = FigureCode.allCases.map { $0.entry }
}

extension FigureCode {
  fileprivate var entry: FigureRule {
    switch self {
    case .seasonContracts:
      made(
        .season, "contracts", .contract, .C17, "契約數", "Contracts",
        "核定清單中採計的契約數",
        "contracts kept from the approvals")
    case .seasonDistricts:
      made(
        .season, "districts", .district, .C17, "商圈數", "Districts",
        "契約所屬的商圈數",
        "districts that the contracts belong to")
    case .seasonApprovedStores:
      made(
        .season, "approved-stores", .store, .C17, "核定家數合計", "Approved stores",
        "Σ 各契約核定家數",
        "Σ approved-stores of the contracts")
    case .seasonRosteredStores:
      made(
        .season, "rostered-stores", .store, .C17, "造冊家數合計", "Rostered stores",
        "Σ 各契約造冊家數",
        "Σ rostered-stores of the contracts")
    case .seasonAdoptedStores:
      made(
        .season, "adopted-stores", .store, .C17, "導入家數合計", "Adopted stores",
        "Σ 各契約導入家數",
        "Σ adopted-stores of the contracts")
    case .seasonCompletedStores:
      made(
        .season, "completed-stores", .store, .C17, "完成家數合計", "Completed stores",
        "Σ 各契約完成家數",
        "Σ completed-stores of the contracts")
    case .seasonShortfallStores:
      made(
        .season, "shortfall-stores", .store, .C17, "短少家數合計", "Stores short",
        "Σ 各契約短少家數",
        "Σ shortfall-stores of the contracts")
    case .seasonTotalDeduction:
      made(
        .season, "total-deduction", .money, .C17, "扣減金額合計", "Total deduction",
        "Σ 各契約扣減總額",
        "Σ total-deduction of the contracts")
    case .seasonRecognisedTotal:
      made(
        .season, "recognised-total", .money, .C17, "認列金額合計", "Recognised in total",
        "Σ（認列雲端經費 ＋ 認列輔導經費）",
        "Σ (recognised-cloud-fee + recognised-counselling-fee)")
    case .seasonPayableTotal:
      made(
        .season, "payable-total", .money, .C17, "應付金額合計", "Payable in total",
        "Σ 各契約應付總額",
        "Σ payable-total of the contracts")
    case .seasonWithheldTotal:
      made(
        .season, "withheld-total", .money, .C17, "暫不支付合計", "Withheld in total",
        "Σ 各契約暫不支付總額",
        "Σ withheld-total of the contracts")
    case .seasonDistrictRewards:
      made(
        .season, "district-rewards", .money, .C17, "商圈獎勵合計", "District rewards",
        "Σ 各商圈獎勵",
        "Σ district-reward of the districts")
    case .districtContracts:
      made(
        .district, "contracts", .contract, .C17, "契約數", "Contracts",
        "商圈內採計的契約數",
        "contracts of the district")
    case .districtApprovedStores:
      made(
        .district, "approved-stores", .store, .C15, "核定家數", "Approved stores",
        "Σ 各契約核定家數",
        "Σ approved-stores of its contracts")
    case .districtCompletedStores:
      made(
        .district, "completed-stores", .store, .C15, "完成家數", "Completed stores",
        "Σ 各契約完成家數",
        "Σ completed-stores of its contracts")
    case .districtShortfallStores:
      made(
        .district, "shortfall-stores", .store, .C15, "短少家數", "Stores short",
        "Σ 各契約短少家數",
        "Σ shortfall-stores of its contracts")
    case .districtDistrictDeduction:
      made(
        .district, "district-deduction", .money, .C15, "商圈扣減額", "District deduction",
        "Σ 各契約商圈扣減額",
        "Σ district-deduction of its contracts")
    case .districtDistrictReward:
      made(
        .district, "district-reward", .money, .C15, "商圈獎勵", "District reward",
        "期末且各契約皆無短少並通過者為商圈獎勵設定額，否則為 0",
        "the district reward that is set, at final when every contract has no shortfall and passes, else 0"
      )
    case .contractVerdict:
      made(
        .contract, "verdict", .code, .C10, "審查結果", "Verdict",
        "有「契約不予通過」之檢核結果者為 fail，否則為 pass",
        "fail when a finding blocks the contract, else pass")
    case .contractApprovedStores:
      made(
        .contract, "approved-stores", .store, .C6, "核定家數", "Approved stores",
        "N ＝ 核定清單之核定家數",
        "N = approved stores of the approval")
    case .contractRosteredStores:
      made(
        .contract, "rostered-stores", .store, .C10, "造冊家數", "Rostered stores",
        "店家報表清冊中採計的列數",
        "roster rows kept for the contract")
    case .contractEligibleStores:
      made(
        .contract, "eligible-stores", .store, .C1, "合格家數", "Eligible stores",
        "造冊家數 − 不予認列或不符資格者",
        "rostered, without disallowed and ineligible ones")
    case .contractAdoptedStores:
      made(
        .contract, "adopted-stores", .store, .C3, "導入家數", "Adopted stores",
        "合格家數 − 尚未導入者",
        "eligible, without those not adopted")
    case .contractCompletedStores:
      made(
        .contract, "completed-stores", .store, .C7, "完成家數", "Completed stores",
        "n ＝ 狀態為「完成」的店家數",
        "n = stores with status completed")
    case .contractShortfallStores:
      made(
        .contract, "shortfall-stores", .store, .C15, "短少家數", "Stores short",
        "d ＝ max(0, N − n)",
        "d = max(0, N − n)")
    case .contractAdoptionProgress:
      made(
        .contract, "adoption-progress", .percent, .C10, "導入進度", "Adoption progress",
        "min(導入家數, N) ÷ N",
        "min(adopted, N) ÷ N")
    case .contractCompletionProgress:
      made(
        .contract, "completion-progress", .percent, .C10, "完成進度", "Completion progress",
        "min(n, N) ÷ N",
        "min(n, N) ÷ N")
    case .contractUsagePassRate:
      made(
        .contract, "usage-pass-rate", .percent, .C12, "使用達標率", "Usage pass rate",
        "導入店家中 達標 ÷（達標 ＋ 未達標）",
        "adopted stores: met ÷ (met + short)")
    case .contractWorkProgressPlanned:
      made(
        .contract, "work-progress-planned", .percent, .C10, "預定工作進度", "Planned work progress",
        "Σ 權重 × 預定進度 ÷ 100",
        "Σ weight × planned progress ÷ 100")
    case .contractWorkProgressActual:
      made(
        .contract, "work-progress-actual", .percent, .C10, "實際工作進度", "Actual work progress",
        "Σ 權重 × 實際進度 ÷ 100",
        "Σ weight × actual progress ÷ 100")
    case .contractWorkProgressVariance:
      made(
        .contract, "work-progress-variance", .points, .C10, "進度差異", "Progress variance",
        "實際工作進度 − 預定工作進度",
        "actual − planned")
    case .contractUsageTotal:
      made(
        .contract, "usage-total", .use, .C10, "使用次數合計", "Uses in total",
        "Σ 合格店家採計的使用次數",
        "Σ counted uses of the eligible stores")
    case .contractCounsellingFee:
      made(
        .contract, "counselling-fee", .money, .C7, "核定輔導經費", "Counselling fee",
        "C ＝ 核定清單之輔導經費",
        "C = counselling fee of the approval")
    case .contractCloudFee:
      made(
        .contract, "cloud-fee", .money, .C5, "雲端方案經費", "Cloud fee",
        "S ＝ 核定清單之雲端方案經費",
        "S = cloud fee of the approval")
    case .contractCloudFeeCap:
      made(
        .contract, "cloud-fee-cap", .money, .C5, "雲端方案經費上限", "Cloud fee cap",
        "⌊C × 雲端方案經費比率上限 ÷ 100⌋",
        "⌊C × cloud fee share ÷ 100⌋")
    case .contractVendorDeduction:
      made(
        .contract, "vendor-deduction", .money, .C6, "廠商扣減額", "Vendor deduction",
        "d × 每家扣減廠商",
        "d × vendor deduction per store")
    case .contractDistrictDeduction:
      made(
        .contract, "district-deduction", .money, .C15, "商圈扣減額", "District deduction",
        "d × 每家扣減商圈",
        "d × district deduction per store")
    case .contractTotalDeduction:
      made(
        .contract, "total-deduction", .money, .C15, "扣減總額", "Total deduction",
        "廠商扣減額 ＋ 商圈扣減額",
        "vendor deduction + district deduction")
    case .contractRecognisedCloudFee:
      made(
        .contract, "recognised-cloud-fee", .money, .C7, "認列雲端經費", "Recognised cloud fee",
        "max(0, min(S, 經費上限) − 廠商扣減額)；有認列金額之認定者以其為限，未確實提供者為 0",
        "max(0, min(S, cloud fee cap) − vendor deduction); at most a ruling’s amount; 0 where the service was not provided"
      )
    case .contractRecognisedCounsellingFee:
      made(
        .contract, "recognised-counselling-fee", .money, .C7, "認列輔導經費",
        "Recognised counselling fee",
        "max(0, (C − min(S, C)) − 商圈扣減額)",
        "max(0, (C − min(S, C)) − district deduction)")
    case .contractPayableCloudFee:
      made(
        .contract, "payable-cloud-fee", .money, .C11, "應付雲端經費", "Payable cloud fee",
        "期末且審查通過者為認列雲端經費，否則為 0",
        "the recognised cloud fee at final when the verdict is pass, else 0")
    case .contractPayableCounsellingFee:
      made(
        .contract, "payable-counselling-fee", .money, .C11, "應付輔導經費", "Payable counselling fee",
        "期末且審查通過者為認列輔導經費，否則為 0",
        "the recognised counselling fee at final when the verdict is pass, else 0")
    case .contractPayableTotal:
      made(
        .contract, "payable-total", .money, .C11, "應付總額", "Payable in total",
        "應付雲端經費 ＋ 應付輔導經費",
        "payable cloud fee + payable counselling fee")
    case .contractWithheldTotal:
      made(
        .contract, "withheld-total", .money, .C11, "暫不支付總額", "Withheld in total",
        "期末：認列雲端經費 ＋ 認列輔導經費 − 應付總額；期中為 0",
        "at final recognised cloud fee + recognised counselling fee − payable in total; 0 at mid-term"
      )
    case .storeStatus:
      made(
        .store, "status", .code, nil, "店家狀態", "Status",
        "依序判定，先符合者為準",
        "the first that applies")
    case .storeGoLive:
      made(
        .store, "go-live", .date, .C3, "導入日期", "Go-live date",
        "G ＝ 清冊之導入日期",
        "G = go-live date of the roster")
    case .storeServiceDays:
      made(
        .store, "service-days", .day, .C3, "服務天數", "Service days",
        "[G, E] 之天數；E 為基準日與停用日之較早者",
        "days of [G, E]; E is the earlier of as-of and the end date")
    case .storeFullServiceMonths:
      made(
        .store, "full-service-months", .month, .C3, "滿月數", "Full service months",
        "使 G 加 k 個月 − 1 日 ≤ E 之最大 k",
        "the largest k with add_months(G, k) − 1 day ≤ E")
    case .storeUsageTotal:
      made(
        .store, "usage-total", .use, .C10, "使用次數", "Uses",
        "服務期間內採計的使用次數",
        "counted uses in the service period")
    case .storeWeeklyAverage:
      made(
        .store, "weekly-average", .usePerWeek, .C12, "每週平均", "Weekly average",
        "uses_k × 7 ÷ days_k",
        "uses_k × 7 ÷ days_k")
    case .storeMonthVerdict:
      made(
        .store, "month-verdict", .code, .C12, "月判定", "Month's verdict",
        "monthly-average：uses_k × 7 ≥ 門檻 × days_k；every-week：每一整週皆達門檻",
        "monthly-average: uses_k × 7 ≥ threshold × days_k; every-week: each whole week reaches it")
    case .storeUsageVerdict:
      made(
        .store, "usage-verdict", .code, .C12, "使用判定", "Usage verdict",
        "有未達標月者為 short；無受評月者為 unassessed；否則為 met",
        "short when a month is not met; unassessed when none is assessed; else met")
    case .storeLongestIdle:
      made(
        .store, "longest-idle", .day, .C3, "最長未使用天數", "Longest idle run",
        "服務期間內連續無採計使用的最多天數",
        "most consecutive days of the service period without a counted use")
    case .storeGrowing:
      made(
        .store, "growing", .code, .C13, "持續成長", "Growing",
        "第 4、5 月皆受評，第 4 月起受評月皆達標，第 5 月起每週平均逐月嚴格上升",
        "months 4 and 5 assessed, every assessed month from 4 on met, from 5 on strictly above the month before"
      )
    }
  }

  private func made(
    _ scope: FigureScope, _ name: String, _ unit: FigureUnit, _ clause: Clause?, _ zh: String,
    _ en: String, _ formulaZh: String, _ formulaEn: String
  ) -> FigureRule {
    FigureRule(
      code: self, scope: scope, name: name, unit: unit, clause: clause,
      title: Bilingual(zh: zh, en: en), formula: Bilingual(zh: formulaZh, en: formulaEn))
  }
}
