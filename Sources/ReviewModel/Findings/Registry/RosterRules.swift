/// The rules on the store rosters.
enum RosterRules {
  static let damagedIdentifier = FindingRule(
    code: .RO012, severity: .error, effect: .rowSkipped, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "代碼遭試算表改寫", en: "Id damaged by a spreadsheet"),
    message: Bilingual(
      zh: "「{field}」為「{value}」，疑遭試算表改寫，此列未計入；應為{expected}。",
      en: """
        {field} is “{value}”, which a spreadsheet seems to have rewritten, and this row is not \
        counted; expected {expected}.
        """),
    remedy: Bilingual(
      zh: "請將該欄設為「文字」格式後，重新填入原代碼。",
      en: "Format the column as text and enter the original id again."),
    meaning: Bilingual(
      zh: "清冊的必填代碼或統一編號成為科學記號（1.11E+08）或日期時提出，取代 IN005。該列略過；僅遺失開頭 0 的統一編號仍予採用，列 IN006。",
      en: """
        Raised instead of IN005 when a roster’s required id or tax id has become a number such as \
        1.11E+08 or a date. The row is skipped; a tax id that only lost its leading zero is read \
        and named by IN006.
        """)
  )

  static let repeatedStore = FindingRule(
    code: .RO001, severity: .error, effect: .rowSkipped, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "店家編號重複", en: "Store id listed twice"),
    message: Bilingual(
      zh: "店家編號「{value}」已見於 {other}，此列未計入；店家編號於全年度不得重複。",
      en: """
        The store id “{value}” stands already at {other}, so this row is not counted; a store id \
        may stand only once in the season.
        """),
    remedy: Bilingual(
      zh: "請刪除重複的列；不同店家請使用不同編號。",
      en: "Delete the repeated row; give another store an id of its own."),
    meaning: Bilingual(
      zh: "同一店家編號在全年度清冊中出現第二列時提出。以第一列為準，其後各列略過。",
      en: """
        Raised for a second roster row of the season with the same store id. The first row counts, \
        the later one is skipped.
        """)
  )

  static let rosterWithoutApproval = FindingRule(
    code: .RO002, severity: .error, effect: .rowSkipped, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "清冊店家無對應契約", en: "Roster row without an approval"),
    message: Bilingual(
      zh: "商圈與廠商「{value}」不在核定清單，此列未計入；應為{expected}。",
      en: """
        The district and vendor “{value}” are not in the approvals, so this row is not counted; \
        expected {expected}.
        """),
    remedy: Bilingual(
      zh: "請核對商圈代碼與廠商統編；確有核定者，請計畫辦公室補列核定清單。",
      en: """
        Check the district and vendor ids; if they were approved, have the office add them to the \
        approvals.
        """),
    meaning: Bilingual(
      zh: "清冊列的商圈與廠商在核定清單中沒有有效列時提出。該列略過，不計入任何數字。",
      en: """
        Raised when the row’s district and vendor have no kept row in the approvals. The row is \
        skipped and counts nowhere.
        """)
  )

  static let unknownSolution = FindingRule(
    code: .RO003, severity: .error, effect: .storeIneligible, owner: .vendor, clause: .C1,
    since: "1.0",
    title: Bilingual(zh: "方案不存在或屬他廠商", en: "Solution unknown or another vendor’s"),
    message: Bilingual(
      zh: "方案代碼「{value}」無法採用（{detail}），店家 {store} 不列入合格家數；應為該廠商在雲端方案清單中的方案。",
      en: """
        The solution id “{value}” cannot be used ({detail}), so store {store} is not eligible; \
        expected a solution that the list gives for this vendor.
        """),
    remedy: Bilingual(
      zh: "請更正方案代碼，或於雲端方案清單補列或更正該方案。",
      en: "Correct the solution id, or add the solution to the list or mend its row there."),
    meaning: Bilingual(
      zh: "店家的方案不在雲端方案清單，或屬於其他廠商時提出。該店家不列入合格與完成家數。",
      en: """
        Raised when the store’s solution is not in the list or belongs to another vendor. The \
        store is neither eligible nor completed.
        """)
  )

  static let feeAboveSummit = FindingRule(
    code: .RO004, severity: .error, effect: .storeIneligible, owner: .vendor, clause: .C4,
    since: "1.0",
    title: Bilingual(zh: "方案費用高於攻頂費用", en: "Fee above the Summit fee"),
    message: Bilingual(
      zh: """
        方案費用「{value}」高於攻頂方案費用 NT${expected}，超出 NT${difference}，店家 {store} 不列入合格家數；費用不得高於該方案在攻頂計畫的費用。
        """,
      en: """
        The fee “{value}” is above the solution’s Summit fee of NT${expected} by NT${difference}, \
        so store {store} is not eligible; a fee may not exceed the Summit programme’s.
        """),
    remedy: Bilingual(
      zh: "請調整費用，或更正誤植的金額。",
      en: "Lower the fee, or correct the amount if it was mistyped."),
    meaning: Bilingual(
      zh: "店家的方案費用高於該方案的攻頂方案費用時提出。該店家不列入合格與完成家數。",
      en: """
        Raised when the store’s fee is above its solution’s Summit fee. The store is neither \
        eligible nor completed.
        """)
  )

  static let storeTaxIDChecksum = FindingRule(
    code: .RO005, severity: .warning, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "店家統編檢查碼不符", en: "Store’s tax id fails its checksum"),
    message: Bilingual(
      zh: "店家統一編號「{value}」與檢查碼不符；應為財政部配賦的 8 碼號碼。",
      en: "The store’s tax id “{value}” fails its checksum; expected the 8 digits as registered."),
    remedy: Bilingual(
      zh: "請與商工登記資料核對；號碼無誤者，無須處理。",
      en: "Compare it with the business register; if it is right, nothing is to be done."),
    meaning: Bilingual(
      zh: "店家統一編號的加權總和不能被 5 整除時提出。少數實際登記的號碼也不符，故僅提醒，不影響審查與金額。",
      en: """
        Raised when the weighted sum of the store’s tax id is not divisible by 5. Some registered \
        numbers fail too, so it only points this out and blocks nothing.
        """)
  )

  static let sharedTaxID = FindingRule(
    code: .RO006, severity: .warning, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "不同店家統編相同", en: "Tax id shared by stores"),
    message: Bilingual(
      zh: "統一編號「{value}」與 {other} 的店家相同；分店可共用，同一店家不得重複計算。",
      en: """
        The tax id “{value}” is also that of the store at {other}; branches may share one, but a \
        store may not be counted twice.
        """),
    remedy: Bilingual(
      zh: "請確認為不同分店；如為同一店家，請刪除重複的列。",
      en: "Make sure that these are branches; if it is one store, delete the repeated row."),
    meaning: Bilingual(
      zh: "全年度清冊中另有店家使用相同統一編號時，自第二列起逐列提出。兩家均照常計入，請人工確認。",
      en: """
        Raised at each roster row but the first with the same tax id in the season. Both stores \
        count; a person should look.
        """)
  )

  static let goLiveAfterAsOf = FindingRule(
    code: .RO007, severity: .info, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "導入日期晚於截止日", en: "Go-live after the as-of date"),
    message: Bilingual(
      zh: "導入日期「{value}」晚於統計截止日 {expected}，店家 {store} 本期視為尚未導入；計入的店家應於截止日前導入。",
      en: """
        The go-live date “{value}” is after the as-of date {expected}, so store {store} is not \
        adopted yet; a store counts once it is live on or before that day.
        """),
    remedy: Bilingual(
      zh: "日期無誤者，無須處理；如為誤植，請更正導入日期。",
      en: "If the date is right, nothing is to be done; otherwise correct it."),
    meaning: Bilingual(
      zh: "導入日期在統計截止日之後時提出。該店家本期狀態為尚未導入，不計入導入與完成家數。",
      en: """
        Raised when the go-live date is after the last day that counts. The store is not adopted \
        in this phase, so it counts neither as adopted nor as completed.
        """)
  )

  static let endBeforeGoLive = FindingRule(
    code: .RO008, severity: .error, effect: .storeIneligible, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "停用日期早於導入日期", en: "End date before go-live"),
    message: Bilingual(
      zh: "停用日期「{value}」早於導入日期 {expected} 共 {difference} 日，店家 {store} 不列入合格家數；停用日期不得早於導入日期。",
      en: """
        The end date “{value}” is {difference} {difference:day|days} before the go-live date {expected}, so store \
        {store} is not eligible; a store cannot end before it went live.
        """),
    remedy: Bilingual(zh: "請更正導入日期或停用日期。", en: "Correct the go-live date or the end date."),
    meaning: Bilingual(
      zh: "停用日期早於導入日期時提出。該店家不列入合格與完成家數，服務日數與使用次數以 0 計。",
      en: """
        Raised when the end date is before the go-live date. The store is neither eligible nor \
        completed; its days and uses are 0.
        """)
  )

  static let surplusStores = FindingRule(
    code: .RO009, severity: .info, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "合格家數超過核定家數", en: "More stores than approved"),
    message: Bilingual(
      zh: "合格店家 {value} 家，核定 {expected} 家，超出 {difference} 家；經費以核定家數為準，超出部分不另給付。",
      en: """
        {value} eligible stores, {expected} approved: {difference} more than approved; money \
        follows the approved count, and the surplus earns nothing.
        """),
    remedy: Bilingual(
      zh: "無須處理；超出的店家可於部分店家未完成時遞補。",
      en: "Nothing is to be done; surplus stores can stand in for stores that are not completed."),
    meaning: Bilingual(
      zh: "契約的合格家數多於核定家數時提出。進度至多以 100% 計，金額不因超出家數而增加。",
      en: """
        Raised when a contract has more eligible stores than approved. Progress is at most 100%, \
        and no amount grows.
        """)
  )

  static let tooFewStores = FindingRule(
    code: .RO010, severity: .warning, effect: .none, owner: .vendor, clause: .C6,
    since: "1.0",
    title: Bilingual(zh: "合格家數少於核定家數", en: "Fewer stores than approved"),
    message: Bilingual(
      zh: "合格店家 {value} 家，少於核定 {expected} 家，短少 {difference} 家；扣減為短少家數乘以每家扣減金額，至少扣減：{detail}。",
      en: """
        {value} eligible stores, {expected} approved: {difference} short; the deduction is the \
        stores short times the amount per store, here at least: {detail}.
        """),
    remedy: Bilingual(
      zh: "請補足店家，或更正不合格店家的資料。",
      en: "Add stores, or mend the data of those that are not eligible."),
    meaning: Bilingual(
      zh: "契約的合格家數少於核定家數時提出。實際扣減依完成家數計算：每短少一家，廠商與商圈組織各按設定金額（money.*_deduction_per_store）扣減。",
      en: """
        Raised when a contract has fewer eligible stores than approved. The deduction itself \
        follows the completed stores: for each one short, vendor and district each lose the amount \
        set in money.*_deduction_per_store.
        """)
  )

  static let noContinuityPlan = FindingRule(
    code: .RO011, severity: .warning, effect: .none, owner: .vendor, clause: .C3,
    since: "1.0",
    title: Bilingual(zh: "未提持續營運規劃", en: "No continuity plan"),
    message: Bilingual(
      zh: "「持續營運規劃」為「{value}」，視同未提出，店家 {store} 不計入完成家數；期末應有計畫結束後的持續營運規劃。",
      en: """
        The continuity plan is “{value}”, which counts as none, so store {store} is not completed; \
        at final a plan for operation after the programme must exist.
        """),
    remedy: Bilingual(zh: "請填入該店家的持續營運規劃。", en: "Enter the store’s plan for continued operation."),
    meaning: Bilingual(
      zh: "期末時店家的持續營運規劃空白或填「否」「無」時提出。該店家不計入完成家數。",
      en: """
        Raised at final when the store’s continuity plan is empty or a no. The store is not \
        completed.
        """)
  )
}
