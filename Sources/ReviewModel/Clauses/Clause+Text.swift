extension Clause {
  /// The clause in short, in words of the program's own.
  package var text: Bilingual {
    switch self {
    case .C1:
      Bilingual(
        zh: "雲端方案應符合「攻頂計畫」的資格，並能以驗證方案證明店家的使用或流量。",
        en: """
          A cloud solution meets the Summit programme’s qualifications and can prove stores’ use \
          or traffic by a verification method.
          """)
    case .C2:
      Bilingual(
        zh: "核心服務以參與實體消費行為的雲端方案為主。",
        en: "The core service is mainly a cloud solution that takes part in physical consumption.")
    case .C3:
      Bilingual(
        zh: "店家應持續使用方案超過 4 個月，並備有計畫結束後的持續性營運規劃。",
        en: """
          A store uses the solution continuously for more than 4 months, and a plan exists for \
          operation after the programme ends.
          """)
    case .C4:
      Bilingual(
        zh: "費用由廠商與商圈組織及店家議定，不得高於該方案在攻頂計畫的費用。",
        en: """
          The fee is agreed with the district’s organisation and its stores and is not above the \
          solution’s fee in the Summit programme.
          """)
    case .C5:
      Bilingual(
        zh: "雲端方案經費占進階型經費的 40%，確切金額由商圈與廠商於契約議定。本程式以 40% 為上限，契約得議定較低金額。",
        en: """
          The cloud solution’s money is 40% of the advanced-tier amount, fixed in the contract \
          between district and vendor. The program takes the 40% as a ceiling: a contract may \
          agree on less.
          """)
    case .C6:
      Bilingual(
        zh: "完成家數少於核定家數時，每短少 1 家，廠商費用減列新臺幣 1 萬元。",
        en: "For each store completed fewer than approved, the vendor’s fee is cut by NT$10,000.")
    case .C7:
      Bilingual(
        zh: "輔導經費與雲端服務費依最終達成的成果認列金額支付。",
        en: """
          Counselling money and the cloud service’s fee are paid by the amount recognised for what \
          was finally achieved.
          """)
    case .C8:
      Bilingual(
        zh: "6 月 10 日前應完成方案規格與驗證方式，並由商圈與廠商共同簽立聲明書。",
        en: """
          By 10 June the solution’s specification and verification method are complete, and \
          district and vendor sign a joint declaration.
          """)
    case .C9:
      Bilingual(
        zh: "聲明書核可後，廠商先與計畫辦公室簽訂服務契約，計畫辦公室再與商圈組織簽約。",
        en: """
          Once the declaration is approved, the vendor signs with the programme office first; then \
          the office signs with the district’s organisation.
          """)
    case .C10:
      Bilingual(
        zh: "期中應提出期中工作進度報告、服務實際進度表、店家報表清冊及店家使用雲服務流量資料。審查通過後驗證第一期流量，不撥付經費。",
        en: """
          Mid-term asks for four documents: work progress report, actual service schedule, store \
          roster and stores’ usage data. If they pass, the first period’s traffic is verified; \
          nothing is paid.
          """)
    case .C11:
      Bilingual(
        zh: "期末應提出同樣四項文件，累計進度須達 100%。審查通過後驗證流量，並撥付全部經費。",
        en: """
          Final asks for the same four documents, with cumulative progress at 100%. If they pass, \
          the traffic is verified and the whole amount is paid.
          """)
    case .C12:
      Bilingual(
        zh: "店家每週平均使用次數：第 1 個月至少 5 次，第 2 個月至少 10 次，第 3 個月至少 15 次，第 4 個月起至少 20 次。",
        en: """
          A store’s average use per week is at least 5 in month 1, 10 in month 2, 15 in month 3, \
          and 20 from month 4 on.
          """)
    case .C13:
      Bilingual(
        zh: "第 4 個月後使用仍持續成長者，顯示服務符合商圈店家需求，列為廠商日後的有利事項。",
        en: """
          Use that still grows after month 4 shows a service that fits the district’s stores, and \
          counts in the vendor’s favour later on.
          """)
    case .C14:
      Bilingual(
        zh: "服務應嵌入 Google Analytics，並將查核方式提供商圈、主管機關及計畫辦公室，得隨時查核。",
        en: """
          Google Analytics is embedded in the service; the district, the ministry’s administration \
          and the programme office are given the means to check it at any time.
          """)
    case .C15:
      Bilingual(
        zh: "每短少核定家數 1 家，驗收減列新臺幣 2 萬元：商圈組織 1 萬元、廠商雲端服務費 1 萬元。達成核定家數者，各商圈組織獲 1 萬元獎勵。",
        en: """
          Each store short of the approved count cuts acceptance by NT$20,000: NT$10,000 of the \
          district’s organisation and NT$10,000 of the vendor’s cloud money. Where the count is \
          reached, each district’s organisation gets a reward worth NT$10,000.
          """)
    case .C16:
      Bilingual(
        zh: "廠商經查證未提供店家服務，或無法以驗證方式證明者，不予支付雲端服務費。",
        en: """
          A vendor that is proven not to have provided a store’s service, or cannot prove it by \
          the verification method, is not paid the cloud service’s money.
          """)
    case .C17:
      Bilingual(
        zh: "應編製各商圈與廠商的「商圈雲服務導入一覽表」。",
        en: "An overview table shows the cloud services by district and vendor.")
    case .C18:
      Bilingual(
        zh: "具體期程依實際執行情況而定；日期均為設定值。",
        en: "The timetable follows how the work really goes: its dates are settings.")
    }
  }
}
