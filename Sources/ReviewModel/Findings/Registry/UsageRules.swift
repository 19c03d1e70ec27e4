/// The rules on stores’ uses: which of them count, and whether they suffice.
enum UsageRules {
  static let unknownStore = FindingRule(
    code: .US001, severity: .error, effect: .rowsNotCounted, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "店家編號不在清冊", en: "Store not in the roster"),
    message: Bilingual(
      zh: "店家編號「{value}」不在店家報表清冊，共 {rows} 列未計入；使用資料應屬清冊所列的店家。",
      en: """
        The store id “{value}” is not in the roster, so {rows} {rows:row is|rows are} not counted; usage must \
        belong to a store of the roster.
        """),
    remedy: Bilingual(
      zh: "請更正店家編號，或於清冊補列該店家。",
      en: "Correct the store id, or add the store to the roster."),
    meaning: Bilingual(
      zh: "使用資料的店家編號不在全年度清冊時提出，每個檔案與店家一則，指向第一列。這些列不計入。",
      en: """
        Raised once per file and store, at the first such row, when the whole season’s roster does \
        not know the store id. The rows are not counted.
        """)
  )

  static let usesBeforeGoLive = FindingRule(
    code: .US002, severity: .warning, effect: .rowsNotCounted, owner: .vendor, clause: .C12,
    since: "1.0",
    title: Bilingual(zh: "導入前的使用紀錄", en: "Uses before go-live"),
    message: Bilingual(
      zh: "店家 {store} 有 {rows} 列使用紀錄早於導入日期或無導入日期可依據（清冊所載：{expected}），未計入；自導入日期起的使用方能計入。",
      en: """
        Store {store} has {rows} {rows:row|rows} of uses before its go-live date or without one \
        (roster: {expected}), not counted; uses count from the go-live date on.
        """),
    remedy: Bilingual(
      zh: "請核對並更正清冊的導入日期，或使用資料的日期。",
      en: "Check and correct the go-live date in the roster or the dates of the usage data."),
    meaning: Bilingual(
      zh: "使用日期早於店家的導入日期，或清冊未填導入日期時提出，每個檔案與店家一則。這些列不計入。",
      en: """
        Raised once per file and store for uses before the go-live date or of a store without one. \
        The rows are not counted.
        """)
  )

  static let usesAfterEnd = FindingRule(
    code: .US003, severity: .warning, effect: .rowsNotCounted, owner: .vendor, clause: .C3,
    since: "1.0",
    title: Bilingual(zh: "停用後的使用紀錄", en: "Uses after the end date"),
    message: Bilingual(
      zh: "店家 {store} 有 {rows} 列使用紀錄晚於停用日期 {expected}，未計入；停用日期以前的使用方能計入。",
      en: """
        Store {store} has {rows} {rows:row|rows} of uses after its end date {expected}, not \
        counted; uses count up to the end date.
        """),
    remedy: Bilingual(
      zh: "請核對並更正清冊的停用日期，或使用資料的日期。",
      en: "Check and correct the end date in the roster or the dates of the usage data."),
    meaning: Bilingual(
      zh: "使用日期晚於店家的停用日期時提出，每個檔案與店家一則。這些列不計入。",
      en: """
        Raised once per file and store for uses after the store’s end date. The rows are not \
        counted.
        """)
  )

  static let usesAfterAsOf = FindingRule(
    code: .US004, severity: .info, effect: .rowsNotCounted, owner: .vendor, clause: .C18,
    since: "1.0",
    title: Bilingual(zh: "截止日後的使用紀錄", en: "Uses after the as-of date"),
    message: Bilingual(
      zh: "有 {rows} 列使用紀錄晚於統計截止日 {expected}，本期未計入；計入的使用至截止日為止。",
      en: """
        {rows} {rows:row of uses is|rows of uses are} after the as-of date {expected} and not counted \
        in this phase; \
        uses count up to that day.
        """),
    remedy: Bilingual(
      zh: "無須處理；截止日有誤者，請計畫辦公室更正設定。",
      en: "Nothing is to be done; if the as-of date is wrong, have the office correct the setting."),
    meaning: Bilingual(
      zh: "使用日期晚於統計截止日時提出，每個檔案一則。這些列本期不計入。",
      en: """
        Raised once per file for uses after the last day that counts. The rows are not counted in \
        this phase.
        """)
  )

  static let repeatedDay = FindingRule(
    code: .US005, severity: .error, effect: .rowsNotCounted, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "同店同日重複提供", en: "Store’s day given twice"),
    message: Bilingual(
      zh: "店家 {store} 有 {rows} 列的日期已見於 {other}，未計入；同一店家同一日只採先讀取的檔案。",
      en: """
        Store {store} has {rows} {rows:row|rows} for days that {other} has already, not counted; \
        of two files with the same store and day the first one counts.
        """),
    remedy: Bilingual(
      zh: "請刪除重複的檔案或資料列，僅留正確的一份。",
      en: "Delete the repeated file or rows and leave the right one."),
    meaning: Bilingual(
      zh: "同一店家同一日在後讀的檔案再次出現時提出，每個檔案與店家一則。以檔案路徑順序在先者為準，後者不計入。",
      en: """
        Raised once per file and store when a later file has a store’s day again. The first file \
        in the order of paths counts, the later rows do not.
        """)
  )

  static let longIdleRun = FindingRule(
    code: .US008, severity: .warning, effect: .none, owner: .vendor, clause: .C3,
    since: "1.0",
    title: Bilingual(zh: "連續未使用日數過長", en: "Long time without use"),
    message: Bilingual(
      zh: "店家 {store} 連續 {value} 日無使用紀錄（{detail}），超過 {expected} 日；服務應持續使用。",
      en: """
        Store {store} had no use on {value} {value:day|days} in a row ({detail}), more than {expected}; a \
        service must be used continuously.
        """),
    remedy: Bilingual(
      zh: "請補交該期間的使用資料，或說明未使用的原因。",
      en: "Hand in the usage of that time, or explain why there was none."),
    meaning: Bilingual(
      zh: "已導入店家的最長連續未使用日數超過設定（usage.max_idle_days）時提出，每店一則。由審查人員判斷，不影響金額。",
      en: """
        Raised once for each adopted store whose longest run of days without use is over \
        usage.max_idle_days. A reviewer judges; no amount changes.
        """)
  )

  static let monthNotMet = FindingRule(
    code: .US009, severity: .warning, effect: .none, owner: .vendor, clause: .C12,
    since: "1.0",
    title: Bilingual(zh: "服務月使用次數未達標", en: "Service month not met"),
    message: Bilingual(
      zh: """
        店家 {store} 的服務月 {field}（{detail}）平均每週使用 {value} 次，門檻為每週至少 {expected} 次，尚缺 {difference} 次。
        """,
      en: """
        Service month {field} ({detail}) of store {store} has {value} uses a week on average, the \
        threshold is {expected} a week, and {difference} {difference:use is|uses are} missing.
        """),
    remedy: Bilingual(
      zh: "請核對該期間的使用資料是否齊全，並補交漏列的部分。",
      en: "Check that the usage of that time is complete, and hand in what is missing."),
    meaning: Bilingual(
      zh: "受評的服務月未達該月每週門檻時提出，每店每月一則；every-week 模式下，任一計入的週未達門檻即屬之。有任一月未達，該店家不計入完成家數。",
      en: """
        Raised for each assessed service month of an adopted store that misses its weekly \
        threshold; in the mode every-week a single week below it is enough. A store with such a \
        month is not completed.
        """)
  )
}
