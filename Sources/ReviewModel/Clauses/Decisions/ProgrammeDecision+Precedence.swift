extension ProgrammeDecision {
  /// The decisions on which finding stands where several could.
  static let precedence: [ProgrammeDecision] = [
    ProgrammeDecision(
      "one-finding-per-usage-row", nil,
      zh: "每一使用列僅列一項問題，依 US001、US006、US005、US004、US002、US003 的順序取第一項。",
      en: "A usage row gets one finding, the first of US001, US006, US005, US004, US002, US003."),
    ProgrammeDecision(
      "one-finding-per-row", nil,
      zh: "一列有數項問題時僅列一項：RO001 先於 RO002，PR006 先於 PR005，RU002 先於 RU001。",
      en: """
        Of several faults of a row one is named: RO001 before RO002, PR006 before PR005, RU002 \
        before RU001.
        """),
    ProgrammeDecision(
      "item-plan", .C10,
      zh: "工作項目的名稱、權重與日期為其計畫；「第一列」依讀取順序（PR007）。",
      en: """
        An item’s name, weight and dates are its plan; its first row is the first in reading order \
        (PR007).
        """),
    ProgrammeDecision(
      "skipped-approval", nil,
      zh: "核定清單列被略過的契約視為未核定：RO002、PR006、RU001，終端機上合併顯示。",
      en: """
        A contract whose approvals row was skipped has no approval: RO002, PR006, RU001, grouped \
        on the terminal.
        """),
    ProgrammeDecision(
      "skipped-row-no-duplicate", nil,
      zh: "已略過的列不使後列成為重複。",
      en: "A row that was skipped makes no duplicate of a later one."),
    ProgrammeDecision(
      "skipped-store-usage", nil,
      zh: "清冊列被略過的店家，其使用資料視為已知，不列 US001、不計入，並由該列的 XX000 說明。",
      en: """
        Usage of a store whose roster row was skipped is known: no US001, not counted, and named \
        by that row’s XX000.
        """),
    ProgrammeDecision(
      "kept-rows", .C10,
      zh: "AP007 至 AP009 僅看保留的列。",
      en: "AP007 to AP009 look at rows that are kept."),
    ProgrammeDecision(
      "no-usage-rows", .C10,
      zh: "AP008 看指向契約店家的列，不論是否計入，但不含因 US006、US011、US012、US013 退回者。",
      en: """
        AP008 looks at rows that name a store of the contract, counted or not, but not at those \
        that US006, US011, US012 or US013 turned away.
        """),
    ProgrammeDecision(
      "missing-documents", .C10,
      zh: "AP007 取代 AP008（不取代 RO010）；AP008 取代其店家的 US008、US009；AP009 取代 PR003、PR004。",
      en: """
        AP007 stands for AP008 (not for RO010), AP008 for the US008 and US009 of its stores, AP009 \
        for PR003 and PR004.
        """),
  ]
}
