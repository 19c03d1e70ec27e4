/// The rules on Google Analytics exports: whose they are and what can be read from them.
enum ExportRules {
  static let foreignProperty = FindingRule(
    code: .US006, severity: .error, effect: .rowsNotCounted, owner: .vendor, clause: .C14,
    since: "1.0",
    title: Bilingual(zh: "匯出檔資源與方案不符", en: "Export of another property"),
    message: Bilingual(
      zh: "匯出檔的資源為「{value}」，相關使用列未計入；應為{expected}。",
      en: """
        The export’s property is “{value}”, so the rows concerned are not counted; expected \
        {expected}.
        """),
    remedy: Bilingual(
      zh: "請自方案登錄的 GA 資源重新匯出；登錄有誤者，請更正雲端方案清單或清冊。",
      en: """
        Export from the property that the solution names; if that entry is wrong, correct the \
        solutions or the roster.
        """),
    meaning: Bilingual(
      zh: "匯出檔未載明資源、資源不屬任何方案與店家，或不是該店家方案的資源時提出，每個檔案一則。相關列不計入，也不占用其他檔案的日期。",
      en: """
        Raised once per file when its property is not given, is no solution’s and no store’s, or \
        is not that of the store’s solution. The rows concerned are not counted and take no day \
        from another file.
        """)
  )

  static let exportTotalDiffers = FindingRule(
    code: .US007, severity: .error, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "匯出檔總計不符", en: "Export’s total differs"),
    message: Bilingual(
      zh: "匯出檔的總計為 {value} 次，各列加總為 {expected} 次，相差 {difference} 次；兩者應相等。",
      en: """
        The export’s total is {value} {value:use|uses}, its rows add up to {expected}, a difference of \
        {difference}; both should be equal.
        """),
    remedy: Bilingual(
      zh: "請重新匯出完整的檔案（顯示列數調到最大，勿增刪內容）。",
      en: "Export the whole table again (show the most rows, and leave the file as it is)."),
    meaning: Bilingual(
      zh: "匯出檔的總計列與各列加總不同時提出，通常因匯出列數不足或內容經修改。各列照常計入，總計列不計。",
      en: """
        Raised when an export’s total row is not the sum of its rows, mostly because rows were \
        left out or edited. The rows count, the total does not.
        """)
  )

  static let rowsWithoutStore = FindingRule(
    code: .US010, severity: .info, effect: .rowsNotCounted, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "對應不到店家的列", en: "Rows that lead to no store"),
    message: Bilingual(
      zh: "有 {rows} 列對應不到店家（例如「{value}」），未計入；網頁路徑或店家欄應能對應清冊的店家。",
      en: """
        {rows} {rows:row leads|rows lead} to no store (such as “{value}”), not counted; the page path or \
        store cell should lead to a store.
        """),
    remedy: Bilingual(
      zh: "與店家無關的網頁無須處理；其餘請核對方案的「GA店家路徑」。",
      en: """
        Pages that belong to no store need nothing; for others check the solution’s \
        ga_store_pattern.
        """),
    meaning: Bilingual(
      zh: "匯出檔的路徑不符「GA店家路徑」，或店家儲存格空白、為「(not set)」時提出，每個檔案一則。這些列不計入。",
      en: """
        Raised once per file for paths that fit no ga_store_pattern and for store cells that are \
        empty or “(not set)”. The rows are not counted.
        """)
  )

  static let noDailyFigures = FindingRule(
    code: .US011, severity: .error, effect: .rowsNotCounted, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "檔案無每店每日次數", en: "No daily figures per store"),
    message: Bilingual(
      zh: "此檔無法取得每店每日的使用次數（{detail}），整檔未計入；使用資料應按店家、按日列出次數。",
      en: """
        This file gives no daily figures per store ({detail}), so none of it is counted; usage \
        must be given per store and day.
        """),
    remedy: Bilingual(
      zh: """
        請擇一重新提供：（1）GA4：「探索」→「空白」→ 維度加入「日期」與「網頁路徑和畫面類別」並拖曳至「列」→ 指標加入「事件計數」並拖曳至「值」→ 匯出 CSV；（2）\
        通用版 Analytics（Universal）：「行為」→「網站內容」→「所有網頁」→ 次要維度選「日期」→ 匯出 CSV；（3）自行整理的 CSV，欄位為「店家編號」「日期」\
        「使用次數」，每店每日一列。匯出前請將顯示列數調到最大。
        """,
      en: """
        Hand in one of these instead: (1) GA4: Explore → Blank → add the dimensions “Date” and \
        “Page path and screen class” and drag them to Rows → add the metric “Event count” and drag \
        it to Values → export as CSV; (2) Universal Analytics: Behavior → Site Content → All Pages \
        → secondary dimension “Date” → export as CSV; (3) a plain CSV with the columns store_id, \
        date, uses, one row per store and day. Show the most rows before exporting.
        """),
    meaning: Bilingual(
      zh: """
        使用資料檔沒有可計入的每店每日資料表時提出，每個檔案一則；編碼、標題列或重複欄位的錯誤（IN002、IN003、IN009）在使用資料檔亦列於此。整檔不計入，其他檔案照常讀取。
        """,
      en: """
        Raised once for a usage file without a table of daily figures per store; it also stands \
        for IN002, IN003 and IN009 there. None of the file is counted, the other files are still \
        read.
        """)
  )

  static let ambiguousDates = FindingRule(
    code: .US012, severity: .error, effect: .rowsNotCounted, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "日期的月日順序不明", en: "Order of day and month unclear"),
    message: Bilingual(
      zh: "日期「{value}」無法確定月、日（{detail}），此表未計入；應為{expected}。",
      en: """
        The date “{value}” cannot be settled ({detail}), so this table is not counted; expected \
        {expected}.
        """),
    remedy: Bilingual(
      zh: "請以涵蓋整月的期間重新匯出，或將日期改為 2021-06-01 的形式。",
      en: "Export again with a range of whole months, or write the dates like 2021-06-01."),
    meaning: Bilingual(
      zh: "匯出檔資料表的日期以「月／日」與「日／月」解讀皆合於期間而結果不同，或皆不合時提出，每表一則。該表不計入。",
      en: """
        Raised once for an export’s table whose dates fit its range both month first and day first \
        with different results, or neither way. The table is not counted.
        """)
  )

  static let viewOfTwoStores = FindingRule(
    code: .US013, severity: .error, effect: .rowsNotCounted, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "兩家店登記同一 GA 資源", en: "View claimed by two stores"),
    message: Bilingual(
      zh: "匯出檔的資源「{value}」由一家以上的店家登記（{detail}），此檔未計入；店家自有的資源只能屬於一家店。",
      en: """
        The export’s view “{value}” is claimed by more than one store ({detail}), so this \
        file is not counted; a view of a store’s own belongs to one store.
        """),
    remedy: Bilingual(
      zh: "請於清冊更正「GA資源名稱」，僅留實際擁有該資源的店家。",
      en: "Correct ga_view in the roster so that only the store that owns the view names it."),
    meaning: Bilingual(
      zh: "匯出檔的資源為兩家以上店家登記為自有資源、無法判定歸屬時提出，每個檔案一則。整檔不計入；與方案資源同名者不在此限。",
      en: """
        Raised once per file when two stores claim the export’s view as their own. None of the \
        file is counted; a view that is also the solution’s is nobody’s own.
        """)
  )
}
