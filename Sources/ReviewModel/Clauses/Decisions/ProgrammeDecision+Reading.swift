extension ProgrammeDecision {
  /// The decisions on how files and cells are read.
  static let reading: [ProgrammeDecision] = [
    ProgrammeDecision(
      "fatal-stops-season", nil,
      zh: "嚴重錯誤使整個年度停止：仍讀完所有檔案，一次列出全部嚴重錯誤，不產出任何文件。",
      en: """
        A fatal finding stops the season: every file is still read, all fatal findings are \
        reported together, and nothing is built.
        """),
    ProgrammeDecision(
      "usage-never-fatal", nil,
      zh: "使用資料檔的內容不致使年度停止，IN002、IN003、IN009 改列 US011；指向資料夾外的連結一律為 IN001。",
      en: """
        A usage file’s content is never fatal: IN002, IN003 and IN009 in it are US011. A link that \
        leads outside is IN001 anywhere.
        """),
    ProgrammeDecision(
      "private-use-characters", nil,
      zh: "CP950 的造字區比照 Windows 讀為私人使用區字元，並列 IN011。",
      en: """
        CP950’s user-defined area reads as private-use characters, as Windows does, and IN011 \
        points it out.
        """),
    ProgrammeDecision(
      "undecodable-line", nil,
      zh: "IN002 的行號為第一個既不合 UTF-8 也不合 CP950 的位元組所在行。",
      en: "IN002’s line is that of the first byte that fits neither UTF-8 nor CP950."),
    ProgrammeDecision(
      "unit-in-header", nil,
      zh: "「（單位：仟元）」亦為單位；儲存格自帶的「元」不改變欄位單位。",
      en: "（單位：仟元） is a unit too; a cell’s own 元 does not undo the column’s unit."),
    ProgrammeDecision(
      "damaged-id", nil,
      zh: "清冊的必填代碼與統一編號為 1.11E+08 或日期（2021/6/1、2021-06-01、1-Mar、3月1日）時列 RO012，不列 IN005。",
      en: """
        RO012 replaces IN005 for a roster’s required ids and tax ids: 1.11E+08 or a date \
        (2021/6/1, 2021-06-01, 1-Mar, 3月1日).
        """),
    ProgrammeDecision(
      "file-endings", nil,
      zh: ".tsv、.txt 及大寫副檔名均予讀取；rosters/ 與 usage/ 內的其他檔案略過，各列 IN007。",
      en: """
        .tsv, .txt and capital endings are read; other files in rosters/ and usage/ are passed \
        over with IN007 each.
        """),
    ProgrammeDecision(
      "programme-values", nil,
      zh: "programme.yaml 的百分比與百分點得有兩位小數，日期可加引號。",
      en: """
        In programme.yaml percent and points may have two decimals, and dates may be quoted or not.
        """),
    ProgrammeDecision(
      "programme-errors", nil,
      zh: "programme.yaml 的空群組、重複的鍵、小於 1 的年度或月數、大於 100 的百分比及負數均為 IN010。",
      en: """
        An empty group, a key twice, a year or month count below 1, a percent above 100 and a \
        negative number in programme.yaml are IN010.
        """),
    ProgrammeDecision(
      "unclosed-quote", nil,
      zh: "未關閉的引號使其後至檔尾併為一筆；關閉引號後的文字接續其後；空白之後的引號為一般字元。",
      en: """
        An unclosed quote takes everything to the end of the file into one record; text after a \
        closing quote is appended; a quote after a blank is an ordinary character.
        """),
    ProgrammeDecision(
      "surplus-cell", nil,
      zh: "最後一個有名稱的標題欄以後的儲存格為多餘。",
      en: "A cell beyond the last named header cell is surplus."),
  ]
}
