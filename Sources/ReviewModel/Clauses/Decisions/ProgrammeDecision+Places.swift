extension ProgrammeDecision {
  /// The decisions on where a finding points.
  static let places: [ProgrammeDecision] = [
    ProgrammeDecision(
      "physical-line", nil,
      zh: "行號為檔案的實際行：LF、CRLF、CR 各為一行結尾，引號內亦同；一筆資料的行號為其首行。",
      en: """
        A line is the file’s physical line: LF, CRLF or CR each end one, also inside quotes; a \
        record’s line is its first.
        """),
    ProgrammeDecision(
      "cell-number", nil,
      zh: "欄號為儲存格在該筆資料中的序號。",
      en: "A column is the number of the cell in its record."),
    ProgrammeDecision(
      "subject-of-row", nil,
      zh: "列的問題以該列儲存格所載的契約與店家為對象；使用列的契約依清冊。",
      en: """
        A row’s finding names the contract and store that its own cells name; a usage row’s \
        contract is the roster’s.
        """),
    ProgrammeDecision(
      "no-place", nil,
      zh: "推導的問題沒有位置；整檔的問題沒有行號。",
      en: "Derived findings have no place; findings about a whole file have no line."),
    ProgrammeDecision(
      "place-IN004", nil,
      zh: "IN004 指向該筆首行，欄為第一個多餘的儲存格或引號未關閉的儲存格。",
      en: """
        IN004 points at the record’s first line and its first surplus cell, or the cell whose \
        quote never closes.
        """),
    ProgrammeDecision(
      "place-cells", nil,
      zh: "IN005、IN006、IN011、RO012 指向該儲存格，每格一則。",
      en: "IN005, IN006, IN011 and RO012 point at the cell, one finding each."),
    ProgrammeDecision(
      "place-IN007", nil,
      zh: "IN007 指向不認得的標題儲存格；檔案沒有行號；未計入的 GA 資料表指向其標題列。",
      en: """
        IN007 points at the unknown header cell, at a file without a line, or at the header line \
        of the GA table that is not counted.
        """),
    ProgrammeDecision(
      "place-IN008", nil,
      zh: "IN008 指向該列第一個非空白儲存格。",
      en: "IN008 points at the row’s first non-empty cell."),
    ProgrammeDecision(
      "place-headers", nil,
      zh: "IN009 指向第二個重複的標題儲存格，IN012 指向該欄的標題儲存格。",
      en: "IN009 points at the second of the two header cells, IN012 at the column’s header cell."),
    ProgrammeDecision(
      "place-IN010", nil,
      zh: "IN010 指向該鍵所在行，每鍵一則。",
      en: "IN010 points at the key’s line, one finding for each key."),
    ProgrammeDecision(
      "place-contract-rows", nil,
      zh: "AP001、RO002、PR006 指向該列的商圈代碼。",
      en: "AP001, RO002 and PR006 point at the row’s district_id."),
    ProgrammeDecision(
      "place-approvals", nil,
      zh: "AP002 指向廠商統編，AP003 指向雲端方案經費，AP005 指向聲明書簽立日。",
      en: "AP002 points at vendor_id, AP003 at cloud_fee, AP005 at declared_on."),
    ProgrammeDecision(
      "place-approval-dates", nil,
      zh: "AP004 指向第一個缺少的日期，AP006 指向第一個早於前面日期的日期，每列一則。",
      en: """
        AP004 points at the first of the two dates missing, AP006 at the first date earlier than \
        one before it, once per row.
        """),
    ProgrammeDecision(
      "place-solutions", nil,
      zh: "SO001 至 SO005 於方案列各一則，不論有無店家採用，依序指向方案代碼、攻頂資格、實體消費、驗證方式、GA資源編號。",
      en: """
        SO001 to SO005 stand at the solution’s row, used or not: solution_id, summit_qualified, \
        physical_consumption, verification_method, ga_property.
        """),
    ProgrammeDecision(
      "place-RO001", nil,
      zh: "RO001 指向該列的店家編號。",
      en: "RO001 points at the row’s store_id."),
    ProgrammeDecision(
      "place-stores", nil,
      zh: "保留的店家列：RO003 指向方案代碼，RO004 費用，RO005 統一編號，RO007 導入日期，RO008 停用日期，RO011 持續營運規劃。",
      en: """
        At a kept store’s row RO003 points at solution_id, RO004 at fee, RO005 at tax_id, RO007 at \
        golive_on, RO008 at ended_on, RO011 at continuity_plan.
        """),
    ProgrammeDecision(
      "place-RO006", nil,
      zh: "RO006 於相同統一編號的第二列起逐列提出，指向統一編號。",
      en: "RO006 stands at each row but the first with the tax id and points at tax_id."),
    ProgrammeDecision(
      "place-PR001", nil,
      zh: "PR001 指向契約第一個保留的進度列的權重。",
      en: "PR001 points at the weight of the contract’s first kept progress row."),
    ProgrammeDecision(
      "place-PR002", nil,
      zh: "PR002 於截止日前、低於依日期前次回報的列提出，指向實際進度。",
      en: """
        PR002 stands at the report lower than the one before it by date, up to the as-of date, and \
        points at actual_progress.
        """),
    ProgrammeDecision(
      "place-progress-rows", nil,
      zh: "PR005 指向預定完成日，PR007 指向第一個不同的計畫儲存格，每列一則。",
      en: "PR005 points at planned_end, PR007 at the first plan cell that differs, once per row."),
    ProgrammeDecision(
      "place-RU001", nil,
      zh: "RU001 於契約不存在時指向商圈代碼，否則指向店家編號。",
      en: "RU001 points at district_id where the contract is unknown, else at store_id."),
    ProgrammeDecision(
      "place-rulings", nil,
      zh: "RU002 指向認定日期，RU003 指向認定。",
      en: "RU002 points at ruled_on, RU003 at ruling."),
    ProgrammeDecision(
      "place-US001", nil,
      zh: "US001 每檔每店一則，指向第一列的店家儲存格。",
      en: "US001 stands once per file and store, at the store’s cell of the first such row."),
    ProgrammeDecision(
      "place-store-dates", nil,
      zh: "US002、US003、US005 每檔每店一則，指向第一列的日期儲存格。",
      en: """
        US002, US003 and US005 stand once per file and store, at the date’s cell of the first such \
        row.
        """),
    ProgrammeDecision(
      "place-file-rows", nil,
      zh: "US004、US010 每檔一則，指向第一列的日期儲存格，或網頁、店家儲存格。",
      en: """
        US004 and US010 stand once per file, at the first such row: the date’s cell, or the page’s \
        or store’s cell.
        """),
    ProgrammeDecision(
      "place-US006", nil,
      zh: "US006 每檔一則，指向載明資源的註解行；未載明者沒有行號。",
      en: """
        US006 stands once per file, at the comment line that names the property; without one it \
        has no line.
        """),
    ProgrammeDecision(
      "place-US007", nil,
      zh: "US007 指向總計列的計數欄。",
      en: "US007 points at the counted column of the total row."),
    ProgrammeDecision(
      "place-store-months", nil,
      zh: "US008 每個已導入店家一則，US009 每店每月一則，均為推導的問題，沒有位置。",
      en: """
        US008 stands once per adopted store, US009 once per adopted store and month; both are \
        derived and have no place.
        """),
    ProgrammeDecision(
      "place-whole-file", nil,
      zh: "US011、US013 每檔一則，沒有行號。",
      en: "US011 and US013 stand once per file and have no line."),
    ProgrammeDecision(
      "place-US012", nil,
      zh: "US012 每表一則，指向該表的標題列。",
      en: "US012 stands once per table, at the table’s header line."),
  ]
}
