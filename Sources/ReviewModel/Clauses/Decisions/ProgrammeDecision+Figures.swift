extension ProgrammeDecision {
  /// The decisions on how figures are computed.
  static let figures: [ProgrammeDecision] = [
    ProgrammeDecision(
      "latest-recognise-ruling", .C7,
      zh: "同一契約有多筆認列金額時，以認定日期最近者為準；日期相同者，以後列者為準。",
      en: """
        Of several recognise rulings for a contract the latest by date counts; of equal dates the \
        later row.
        """),
    ProgrammeDecision(
      "usage-pass-rate", .C12,
      zh: "使用達標率的分子與分母均以已導入店家計。",
      en: "The usage pass rate has adopted stores in both numerator and denominator."),
    ProgrammeDecision(
      "unpaid-above-cap", .C5,
      zh: "雲端方案經費高於上限時，輔導部分仍為輔導經費減雲端方案經費；上限與原金額的差額不付給任何一方。",
      en: """
        Where the cloud fee is above its cap, the counselling part stays counselling fee minus \
        cloud fee; what lies between cap and fee is paid to nobody.
        """),
    ProgrammeDecision(
      "no-progress-is-zero", .C10,
      zh: "契約沒有進度列時，預定、實際進度與差異均為 0.00，並列 AP009。",
      en: "Without progress rows planned, actual and variance are 0.00, and AP009 stands."),
    ProgrammeDecision(
      "progress-as-shown", .C11,
      zh: "進度以四捨五入至 0.01 後的顯示值與 100 及預定進度比較（PR003、PR004）。",
      en: """
        Progress is compared with 100 and with the plan (PR003, PR004) as shown, rounded to 0.01.
        """),
    ProgrammeDecision(
      "planned-rounded-per-item", .C10,
      zh: "預定進度先按工作項目四捨五入，加總後再四捨五入；這是「最後一步才進位」的唯一例外。",
      en: """
        Planned progress is rounded per item, then the sum is: the one exception to rounding only \
        at the last step.
        """),
    ProgrammeDecision(
      "end-before-go-live", .C3,
      zh: "停用日期早於導入日期（RO008）而導入日期在截止日以前者，仍列各項數字：0 日、0 次、無平均、未評定。",
      en: """
        A store of RO008 that went live on or before the as-of date keeps its figures: 0 days, 0 \
        uses, no averages, unassessed.
        """),
    ProgrammeDecision(
      "tax-id-divisor", nil,
      zh: "統一編號的檢查以能被 5 整除為準（AP002、RO005）；00000000 一律不是統一編號。",
      en: """
        For AP002 and RO005 a tax id’s sum need only be divisible by 5; 00000000 is no tax id \
        whatever its sum.
        """),
    ProgrammeDecision(
      "zero-uses-outside", .C12,
      zh: "服務期間以外、次數為 0 的列不列問題，以 0 次計入帳目。",
      en: """
        A row with 0 uses outside the service period is not pointed out; the ledger counts it as 0.
        """),
  ]
}
