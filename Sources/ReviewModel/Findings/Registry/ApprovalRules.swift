/// The rules on the approved contracts and their declaration, dates and required documents.
enum ApprovalRules {
  static let repeatedContract = FindingRule(
    code: .AP001, severity: .error, effect: .rowSkipped, owner: .office, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "契約重複列出", en: "Contract listed twice"),
    message: Bilingual(
      zh: "契約 {contract} 已見於 {other}，此列未計入；同一商圈與廠商應只有一列。",
      en: """
        The contract {contract} stands already at {other}, so this row is not counted; a district \
        and vendor may have one row only.
        """),
    remedy: Bilingual(zh: "請確認應以何列為準，並刪除另一列。", en: "Decide which row holds, and delete the other."),
    meaning: Bilingual(
      zh: "核定清單中同一商圈與廠商出現第二列時提出。以第一列為準，其後各列略過。",
      en: """
        Raised for a second approvals row of the same district and vendor. The first row counts, \
        the later one is skipped.
        """)
  )

  static let vendorTaxIDChecksum = FindingRule(
    code: .AP002, severity: .warning, effect: .none, owner: .office, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "廠商統編檢查碼不符", en: "Vendor’s tax id fails its checksum"),
    message: Bilingual(
      zh: "廠商統一編號「{value}」與檢查碼不符；應為財政部配賦的 8 碼號碼。",
      en: "The vendor’s tax id “{value}” fails its checksum; expected the 8 digits as registered."),
    remedy: Bilingual(
      zh: "請與商工登記資料核對；號碼無誤者，無須處理。",
      en: "Compare it with the business register; if it is right, nothing is to be done."),
    meaning: Bilingual(
      zh: "廠商統一編號的加權總和不能被 5 整除時提出。少數實際登記的號碼也不符，故僅提醒，不影響審查與金額。",
      en: """
        Raised when the weighted sum of the vendor’s tax id is not divisible by 5. Some registered \
        numbers fail too, so it only points this out and blocks nothing.
        """)
  )

  static let cloudFeeAboveCap = FindingRule(
    code: .AP003, severity: .error, effect: .amountCapped, owner: .office, clause: .C5,
    since: "1.0",
    title: Bilingual(zh: "雲端方案經費超過上限", en: "Cloud fee above its cap"),
    message: Bilingual(
      zh: "雲端方案經費「{value}」高於上限 NT${expected}，超出 NT${difference}；上限為輔導經費乘以雲端方案占比（元以下捨去），超出部分不予認列。",
      en: """
        The cloud fee “{value}” is above its cap of NT${expected} by NT${difference}; the cap is \
        the counselling fee times the cloud share, rounded down to the dollar, and what lies above \
        it is not recognised.
        """),
    remedy: Bilingual(
      zh: "請核對契約金額；如為誤植，請更正核定清單。",
      en: "Check the amount against the contract; if it was mistyped, correct the approvals."),
    meaning: Bilingual(
      zh: "雲端方案經費高於輔導經費的設定占比（money.cloud_fee_share_percent）時提出。認列金額以上限計算，超出部分不付給任何一方。",
      en: """
        Raised when the cloud fee exceeds its share of the counselling fee \
        (money.cloud_fee_share_percent). The cap is recognised instead; what lies above it is paid \
        to nobody.
        """)
  )

  static let declarationMissing = FindingRule(
    code: .AP004, severity: .error, effect: .contractBlocked, owner: .district, clause: .C8,
    since: "1.0",
    title: Bilingual(zh: "聲明書日期未填", en: "Declaration date missing"),
    message: Bilingual(
      zh: "「{field}」未填，契約列為不通過，期末應付為 0；聲明書的簽立日與核可日均須填載。",
      en: """
        {field} is empty, so the contract does not pass and nothing is payable at final; the \
        declaration’s signing and approval dates must both be given.
        """),
    remedy: Bilingual(
      zh: "請商圈組織與廠商完成聲明書簽立及核可，並由計畫辦公室填入日期。",
      en: """
        Have the declaration signed by district and vendor and approved, and the dates entered by \
        the programme office.
        """),
    meaning: Bilingual(
      zh: "聲明書簽立日或核可日空白時提出，每份契約一則。契約列為不通過，期末應付為 0。",
      en: """
        Raised once per contract when the declaration’s signing or approval date is missing. The \
        contract does not pass, and at final nothing is payable.
        """)
  )

  static let declarationLate = FindingRule(
    code: .AP005, severity: .warning, effect: .none, owner: .district, clause: .C8,
    since: "1.0",
    title: Bilingual(zh: "聲明書逾期簽立", en: "Declaration signed late"),
    message: Bilingual(
      zh: "聲明書於「{value}」簽立，逾期限 {expected} 共 {difference} 日。",
      en: """
        The declaration was signed on “{value}”, {difference} {difference:day|days} after the deadline {expected}.
        """),
    remedy: Bilingual(
      zh: "請附上逾期說明供審查；日期誤植者，請更正核定清單。",
      en: "Explain the delay to the reviewers; if the date was mistyped, correct the approvals."),
    meaning: Bilingual(
      zh: "聲明書簽立日晚於期限（declaration_deadline）時提出。僅提請審查人員注意，不影響金額。",
      en: """
        Raised when the declaration was signed after declaration_deadline. A reviewer should look; \
        no amount changes.
        """)
  )

  static let datesOutOfOrder = FindingRule(
    code: .AP006, severity: .error, effect: .contractBlocked, owner: .office, clause: .C9,
    since: "1.0",
    title: Bilingual(zh: "簽約程序日期先後不符", en: "Contract dates out of order"),
    message: Bilingual(
      zh: "「{field}」為「{value}」，早於前一程序，契約列為不通過，期末應付為 0；應為{expected}。",
      en: """
        {field} is “{value}”, before an earlier step, so the contract does not pass and nothing is \
        payable at final; expected {expected}.
        """),
    remedy: Bilingual(
      zh: "請依聲明書簽立、核可、資服契約、商圈契約的順序核對並更正日期。",
      en: """
        Check and correct the dates in the order declaration signed, approved, vendor contract, \
        district contract.
        """),
    meaning: Bilingual(
      zh: "已填日期不符「簽立 ≤ 核可 ≤ 資服契約 ≤ 商圈契約」時提出，指向第一個較早的日期。契約列為不通過，期末應付為 0。",
      en: """
        Raised when the dates given are not in the order signed ≤ approved ≤ vendor contract ≤ \
        district contract; it points at the first that is too early. The contract does not pass, \
        and at final nothing is payable.
        """)
  )

  static let noRoster = FindingRule(
    code: .AP007, severity: .error, effect: .contractBlocked, owner: .vendor, clause: .C10,
    since: "1.0",
    title: Bilingual(zh: "缺少店家報表清冊", en: "No store roster"),
    message: Bilingual(
      zh: "契約 {contract} 沒有任何計入的店家，列為不通過，期末應付為 0；期中、期末均須提出店家報表清冊。",
      en: """
        The contract {contract} has no roster row that counts, so it does not pass and nothing is \
        payable at final; a store roster is due at mid-term and final.
        """),
    remedy: Bilingual(
      zh: "請廠商補交店家報表清冊，並核對商圈代碼與廠商統編。",
      en: "Hand in the store roster, and check its district and vendor ids."),
    meaning: Bilingual(
      zh: "清冊中沒有該契約的任何有效列時提出，並取代 AP008。契約列為不通過，期末應付為 0。",
      en: """
        Raised when no kept roster row belongs to the contract; it stands for AP008 too. The \
        contract does not pass, and at final nothing is payable.
        """)
  )

  static let noUsage = FindingRule(
    code: .AP008, severity: .error, effect: .contractBlocked, owner: .vendor, clause: .C10,
    since: "1.0",
    title: Bilingual(zh: "缺少店家使用資料", en: "No usage data"),
    message: Bilingual(
      zh: "契約 {contract} 的店家沒有任何使用資料，列為不通過，期末應付為 0；期中、期末均須提出店家使用雲服務流量資料。",
      en: """
        No store of the contract {contract} has a usage row, so it does not pass and nothing is \
        payable at final; usage data are due at mid-term and final.
        """),
    remedy: Bilingual(
      zh: "請廠商補交使用資料，並核對店家編號與匯出的資源。",
      en: "Hand in the usage data, and check the store ids and the exported property."),
    meaning: Bilingual(
      zh: "沒有任何有效使用資料列指向該契約的店家時提出，並取代其店家的 US008、US009。契約列為不通過，期末應付為 0。",
      en: """
        Raised when no kept usage row names a store of the contract; it stands for US008 and US009 \
        of its stores. The contract does not pass, and at final nothing is payable.
        """)
  )

  static let noProgress = FindingRule(
    code: .AP009, severity: .error, effect: .contractBlocked, owner: .vendor, clause: .C10,
    since: "1.0",
    title: Bilingual(zh: "缺少服務實際進度表", en: "No progress table"),
    message: Bilingual(
      zh: "契約 {contract} 沒有任何計入的工作項目，列為不通過，期末應付為 0；期中、期末均須提出服務實際進度表。",
      en: """
        The contract {contract} has no progress row that counts, so it does not pass and nothing \
        is payable at final; the service schedule is due at mid-term and final.
        """),
    remedy: Bilingual(
      zh: "請廠商補交服務實際進度表，並核對商圈代碼與廠商統編。",
      en: "Hand in the service schedule, and check its district and vendor ids."),
    meaning: Bilingual(
      zh: "進度表中沒有該契約的任何有效列時提出，進度以 0.00 計，並取代 PR003、PR004。契約列為不通過，期末應付為 0。",
      en: """
        Raised when no kept progress row belongs to the contract; its progress is 0.00, and PR003 \
        and PR004 do not follow. The contract does not pass, and at final nothing is payable.
        """)
  )
}
