/// The rules on the cloud solutions.
enum SolutionRules {
  static let repeatedSolution = FindingRule(
    code: .SO001, severity: .error, effect: .rowSkipped, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "方案代碼重複", en: "Solution listed twice"),
    message: Bilingual(
      zh: "方案代碼「{value}」已見於 {other}，此列未計入；方案代碼不得重複。",
      en: """
        The solution id “{value}” stands already at {other}, so this row is not counted; a \
        solution id may stand only once.
        """),
    remedy: Bilingual(
      zh: "請刪除重複的列；不同方案請使用不同代碼。",
      en: "Delete the repeated row; give another solution an id of its own."),
    meaning: Bilingual(
      zh: "雲端方案清單中同一方案代碼出現第二列時提出。以第一列為準，其後各列略過。",
      en: """
        Raised for a second row with the same solution id. The first row counts, the later one is \
        skipped.
        """)
  )

  static let notSummitQualified = FindingRule(
    code: .SO002, severity: .error, effect: .storeIneligible, owner: .vendor, clause: .C1,
    since: "1.0",
    title: Bilingual(zh: "方案未具攻頂資格", en: "Solution not Summit-qualified"),
    message: Bilingual(
      zh: "「攻頂資格」為「{value}」，採用此方案的 {rows} 家店家不列入合格家數；方案應符合攻頂計畫資格。",
      en: """
        The Summit qualification is “{value}”, so the {rows} {rows:store that uses it is|stores that use it are} not \
        eligible; a solution must meet the Summit programme’s qualifications.
        """),
    remedy: Bilingual(
      zh: "請附上攻頂資格證明並更正，或改用符合資格的方案。",
      en: "Prove the qualification and correct the row, or use a qualified solution."),
    meaning: Bilingual(
      zh: "方案未符合攻頂計畫資格時，於方案列提出一則。採用該方案的所有店家均不列入合格與完成家數。",
      en: """
        Raised once at the solution’s row when it does not meet the Summit programme’s \
        qualifications. No store that uses it is eligible or completed.
        """)
  )

  static let noPhysicalConsumption = FindingRule(
    code: .SO003, severity: .warning, effect: .none, owner: .reviewer, clause: .C2,
    since: "1.0",
    title: Bilingual(zh: "方案未參與實體消費", en: "No part in physical consumption"),
    message: Bilingual(
      zh: "「實體消費」為「{value}」，涉及 {rows} 家店家；核心服務應以參與實體消費行為的雲端方案為主。",
      en: """
        Physical consumption is “{value}”, which concerns {rows} {rows:store|stores}; the core service should \
        mainly take part in physical consumption.
        """),
    remedy: Bilingual(
      zh: "請審查人員確認核心服務是否仍以實體消費為主；填寫有誤者，請廠商更正。",
      en: """
        Judge whether the core service is still mainly about physical consumption; if the flag is \
        wrong, have the vendor correct it.
        """),
    meaning: Bilingual(
      zh: "方案標示未參與實體消費行為時，於方案列提出一則。由審查人員判斷，不影響店家資格與金額。",
      en: """
        Raised once at the solution’s row when it takes no part in physical consumption. A \
        reviewer judges; neither eligibility nor amounts change.
        """)
  )

  static let noVerification = FindingRule(
    code: .SO004, severity: .error, effect: .storeIneligible, owner: .vendor, clause: .C1,
    since: "1.0",
    title: Bilingual(zh: "方案缺少驗證方式", en: "No verification method"),
    message: Bilingual(
      zh: "「驗證方式」為「{value}」，採用此方案的 {rows} 家店家不列入合格家數；方案應有可證明店家使用或流量的驗證方式。",
      en: """
        The verification method is “{value}”, so the {rows} {rows:store that uses it is|stores that use it are} not \
        eligible; a solution needs a method that proves stores’ use or traffic.
        """),
    remedy: Bilingual(
      zh: "請填入驗證方式，說明如何證明店家的使用情形。",
      en: "Enter the verification method: how stores’ use is proved."),
    meaning: Bilingual(
      zh: "方案未填驗證方式時，於方案列提出一則。採用該方案的所有店家均不列入合格與完成家數。",
      en: """
        Raised once at the solution’s row when it has no verification method. No store that uses \
        it is eligible or completed.
        """)
  )

  static let noAnalyticsProperty = FindingRule(
    code: .SO005, severity: .error, effect: .storeIneligible, owner: .vendor, clause: .C14,
    since: "1.0",
    title: Bilingual(zh: "方案缺少 GA 資源", en: "No Google Analytics property"),
    message: Bilingual(
      zh: "「GA資源編號」為「{value}」，採用此方案的 {rows} 家店家不列入合格家數；服務應嵌入 Google Analytics 供隨時查核。",
      en: """
        The Google Analytics property is “{value}”, so the {rows} {rows:store that uses it \
        is|stores that use it are} not eligible; Google Analytics must be embedded and open to checks at any time.
        """),
    remedy: Bilingual(
      zh: "請填入 GA 資源編號（如 UA-1234567-1 或 G-AB12CD34EF），並開放查核權限。",
      en: """
        Enter the property (such as UA-1234567-1 or G-AB12CD34EF), and give access to those who \
        check it.
        """),
    meaning: Bilingual(
      zh: "方案未填 GA 資源編號時，於方案列提出一則。採用該方案的所有店家均不列入合格與完成家數。",
      en: """
        Raised once at the solution’s row when it has no Google Analytics property. No store that \
        uses it is eligible or completed.
        """)
  )
}
