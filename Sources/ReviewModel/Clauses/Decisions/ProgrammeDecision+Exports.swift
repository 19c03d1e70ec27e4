extension ProgrammeDecision {
  /// The decisions on Google Analytics exports and usage files.
  static let exports: [ProgrammeDecision] = [
    ProgrammeDecision(
      "first-daily-table", .C14,
      zh: "同一匯出檔的兩個每日資料表有相同店家與日期時，以先者為準，後者列 IN007；日期或店家不同者相加。",
      en: """
        Of two daily tables of one export that give the same store’s day the first counts and \
        IN007 names the later; tables of different days or stores add up.
        """),
    ProgrammeDecision(
      "later-table-keeps-rest", .C14,
      zh: "後一個每日資料表僅失去前表已有的店家日期，其餘照計。",
      en: "The later of two daily tables loses only the store’s days that the earlier one has."),
    ProgrammeDecision(
      "store-pattern", .C14,
      zh: """
        「GA店家路徑」須與整個路徑相符，店家編號不分大小寫，其餘須完全相同；兩邊均先去除通訊協定、主機、查詢字串、片段與\
        結尾斜線。僅符合其他方案之設定、不符店家自己方案者，不屬任何店家（US010）。
        """,
      en: """
        ga_store_pattern must match the whole path, the id in any case and the rest exactly; \
        scheme, host, query, fragment and a final slash are taken off both. A page that fits \
        another solution’s pattern, and not that of the store’s own, leads to no store (US010).
        """),
    ProgrammeDecision(
      "store-pattern-placeholder", .C14,
      zh: "「GA店家路徑」未含 {store_id} 者列 IN006，視為空白。",
      en: "A ga_store_pattern without {store_id} is IN006 and taken as empty."),
    ProgrammeDecision(
      "metric-required", .C14,
      zh: "方案指定「GA指標」而資料表無此欄時，該表不計入（IN007）。",
      en: """
        Where a solution names a ga_metric that a table does not have, the table is not counted \
        (IN007).
        """),
    ProgrammeDecision(
      "any-property-text", .C14,
      zh: "任何文字均可為 GA 資源編號。",
      en: "Any text is a ga_property."),
    ProgrammeDecision(
      "store-in-file-name", .C14,
      zh: "檔名所含店家取清冊中符合檔名開頭的最長編號，不分大小寫，其後須為空格、「.」、「_」或「 (1)」。",
      en: """
        The store in a file name is the longest id of the roster that the name begins with, in any \
        case, ended by a space, “.”, “_” or “ (1)”.
        """),
    ProgrammeDecision(
      "skipped-store-file-name", .C14,
      zh: "以清冊中已略過的店家編號命名的檔案視為已知，不計入；僅以該列的資源名稱對應者列 US006。",
      en: """
        A file named by the id of a store whose roster row was skipped is known but not counted; \
        one that leads there only by that row’s own view is US006.
        """),
    ProgrammeDecision(
      "foreign-property-frees-days", .C14,
      zh: "因 US006 未計入的列，不占用後續檔案的日期。",
      en: "A row that is not counted because of US006 takes no day from a later file."),
    ProgrammeDecision(
      "foreign-property-extent", .C14,
      zh: "US006 涉及方案未登錄該資源的店家各列；該資源不屬任何方案與店家時，涉及整檔。",
      en: """
        US006 concerns the rows of stores whose solution does not have the property or view, and \
        the whole file where it is no solution’s and no store’s.
        """),
    ProgrammeDecision(
      "export-without-property", .C14,
      zh: "未載明任何資源或資料檢視的匯出檔列 US006。",
      en: "An export that names no property or view at all is US006."),
    ProgrammeDecision(
      "own-view", .C14,
      zh: "店家的資源名稱與其方案相同者，不視為店家自有資源，不適用 US013；US013 先於 US011。",
      en: """
        A store’s ga_view that is the same as its solution’s is no own view, and US013 does not \
        look at it; US013 comes before US011.
        """),
    ProgrammeDecision(
      "totals-of-exports", nil,
      zh: "US007 僅檢查匯出檔。",
      en: "US007 looks at exports only."),
    ProgrammeDecision(
      "unreadable-usage-alone", nil,
      zh: "US011 為該檔唯一的問題，其資料表不另列 IN007；US012 為該表唯一的問題。",
      en: """
        US011 stands alone for its file, without IN007 for its tables; US012 stands alone for its \
        table.
        """),
  ]
}
