/// The rules on how files, rows and cells are read.
enum InputRules {
  static let unreadableFile = FindingRule(
    code: .IN001, severity: .fatal, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "必備檔案缺少或無法讀取", en: "Required file missing or unreadable"),
    message: Bilingual(
      zh: "{file}：{detail}。必備的檔案與資料夾須存在、可讀取，且為位於年度資料夾內的一般檔案。",
      en: """
        {file}: {detail}. Every required file or folder must exist, be readable and be a regular \
        file inside the season folder.
        """),
    remedy: Bilingual(
      zh: "請將正確的檔案放入年度資料夾後重新執行。",
      en: "Put the right file into the season folder and run again."),
    meaning: Bilingual(
      zh: "必備檔案或資料夾缺少、無法讀取、不是一般檔案，或連結指向年度資料夾之外時提出。屬嚴重錯誤，本次不產出任何文件。",
      en: """
        Raised when a required file or folder is missing, unreadable or not a regular file, or \
        when any link leads outside the season folder. It is fatal: nothing is built.
        """)
  )

  static let undecodableBytes = FindingRule(
    code: .IN002, severity: .fatal, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "無法辨識的文字編碼", en: "Unknown text encoding"),
    message: Bilingual(
      zh: "{detail}，無法讀成文字；應為 UTF-8、UTF-16（含 BOM）或 Big5（CP950）編碼的文字檔。",
      en: """
        {detail}: not readable as text; expected a text file in UTF-8, UTF-16 (with BOM) or Big5 \
        (CP950).
        """),
    remedy: Bilingual(
      zh: "請以 Excel 開啟原始檔，另存為「CSV UTF-8（逗號分隔）」後重新提供。",
      en: """
        Open the original in Excel, save it as “CSV UTF-8 (comma delimited)” and hand it in again.
        """),
    meaning: Bilingual(
      zh: "檔案含有任何已知編碼都無法解讀的位元組或 NUL 位元組時提出，行號為第一個這樣的位元組所在。屬嚴重錯誤，本次不產出任何文件；使用資料檔改列 US011。",
      en: """
        Raised for bytes that no known encoding explains and for a NUL byte; the line is that of \
        the first such byte. It is fatal: nothing is built. In a usage file US011 stands for it.
        """)
  )

  static let missingColumns = FindingRule(
    code: .IN003, severity: .fatal, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "找不到完整的標題列", en: "No complete header row"),
    message: Bilingual(
      zh: "前 30 列中沒有含全部必要欄位的標題列，缺少：{value}（{detail}）；必要欄位應同在一列。",
      en: """
        None of the first 30 rows is a header with all required columns; missing: {value} \
        ({detail}). One row must name all of them.
        """),
    remedy: Bilingual(
      zh: "請補上缺少的欄位，欄名依「review-packet schema」所列。",
      en: "Add the missing columns, named as `review-packet schema` lists them."),
    meaning: Bilingual(
      zh: "前 30 列都沒有列齊必要欄位時提出，並指出缺少的欄位與最接近的標題列。屬嚴重錯誤，本次不產出任何文件；使用資料檔改列 US011。",
      en: """
        Raised when none of the first 30 rows names every required column; it lists the missing \
        ones and the nearest match. It is fatal: nothing is built. In a usage file US011 stands \
        for it.
        """)
  )

  static let malformedRecord = FindingRule(
    code: .IN004, severity: .error, effect: .rowSkipped, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "資料列格式不正確", en: "Malformed record"),
    message: Bilingual(
      zh: "此列格式不正確（{detail}，內容「{value}」），未計入；引號應成對，儲存格不得多於標題欄數。",
      en: """
        This record is malformed ({detail}, at “{value}”) and is not counted; quotes must be \
        closed and a row may not have more cells than the header.
        """),
    remedy: Bilingual(
      zh: "請補上引號或移除多出的儲存格，內容含逗號者請以雙引號括住。",
      en: """
        Close the quote or remove the surplus cell; put text that contains a comma in double quotes.
        """),
    meaning: Bilingual(
      zh: "引號未關閉（其後至檔尾併為一筆），或非空白儲存格超出最後一個標題欄時提出。該列略過，不計入任何數字。",
      en: """
        Raised when a quote is never closed (everything to the end of the file is then one record) \
        or a non-empty cell stands beyond the last header. The row is skipped and counts nowhere.
        """)
  )

  static let invalidRequiredCell = FindingRule(
    code: .IN005, severity: .error, effect: .rowSkipped, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "必填欄位空白或不正確", en: "Required cell empty or invalid"),
    message: Bilingual(
      zh: "「{field}」為「{value}」，空白或格式不正確，此列未計入；應為{expected}。",
      en: """
        {field} is “{value}”, which is empty or invalid, and this row is not counted; expected \
        {expected}.
        """),
    remedy: Bilingual(zh: "請填入正確內容。", en: "Enter the correct value."),
    meaning: Bilingual(
      zh: "必填儲存格空白或無法解讀時提出，每個儲存格一則。該列略過，不計入任何數字。",
      en: """
        Raised once for each required cell that is empty or cannot be read. The row is skipped and \
        counts nowhere.
        """)
  )

  static let invalidOptionalCell = FindingRule(
    code: .IN006, severity: .warning, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "選填欄位內容不正確", en: "Optional cell invalid"),
    message: Bilingual(
      zh: "「{field}」的「{value}」不符格式；應為{expected}。",
      en: "{field} is “{value}”, which does not fit; expected {expected}."),
    remedy: Bilingual(
      zh: "請更正此儲存格；選填欄位無資料時可留白。",
      en: "Correct the cell; one that is optional may stay blank."),
    meaning: Bilingual(
      zh: "選填儲存格無法解讀時提出，該格視為空白，其餘照常計入；僅 7 碼的統一編號會補回開頭的 0 後採用。",
      en: """
        Raised when an optional cell cannot be read: it is taken as empty and the rest of the row \
        counts. A tax id of 7 digits is read with its lost leading zero.
        """)
  )

  static let readDifferently = FindingRule(
    code: .IN007, severity: .info, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "未採用的內容或不同的編碼", en: "Content not used, or another encoding"),
    message: Bilingual(
      zh: "請留意：{detail}。僅已知的欄位與可辨識的資料表會計入，檔案編碼以 UTF-8 為宜。",
      en: """
        Please note: {detail}. Only known columns and recognised tables are counted, and UTF-8 is \
        the preferred encoding.
        """),
    remedy: Bilingual(
      zh: "如符合預期，無須處理；如有誤植，請更正欄名、檔案或編碼。",
      en: """
        If this is as intended, nothing is to be done; otherwise correct the column name, the file \
        or its encoding.
        """),
    meaning: Bilingual(
      zh: "出現不認得的欄位、非 UTF-8 編碼的檔案、非表格的檔案，或匯出檔中未計入的資料表時提出。僅供知悉，不影響其他資料。",
      en: """
        Raised for an unknown column, a file read in another encoding than UTF-8, a file that is \
        no table, and an export's table that is not counted. For information; other data are not \
        affected.
        """)
  )

  static let totalOrNoteRow = FindingRule(
    code: .IN008, severity: .info, effect: .rowSkipped, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "合計列或備註列", en: "Total row or note row"),
    message: Bilingual(
      zh: "此列（{detail}，「{value}」）不是逐筆資料，未計入；計入的僅為逐筆資料列。",
      en: """
        This row ({detail}, “{value}”) is no data row and is not counted; only single records count.
        """),
    remedy: Bilingual(
      zh: "無須處理；如確為資料列，請修正第一個儲存格或補齊其餘欄位。",
      en: """
        Nothing is to be done; if it is a data row after all, correct its first cell or fill in \
        the others.
        """),
    meaning: Bilingual(
      zh: "第一個非空白儲存格以合計、總計、小計、總和、Total 或 Grand total 開頭，或多欄表格中僅一格有內容時提出。該列略過。",
      en: """
        Raised when the first non-empty cell begins with 合計, 總計, 小計, 總和, Total or Grand total, or \
        when a table of several columns has a row with a single non-empty cell. The row is skipped.
        """)
  )

  static let duplicateColumn = FindingRule(
    code: .IN009, severity: .fatal, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "同一欄位出現兩次", en: "Two columns for the same key"),
    message: Bilingual(
      zh: "標題「{field}」與 {other} 為同一欄位；每一欄位只能出現一次。",
      en: "The header {field} is the same column as {other}; each column may stand only once."),
    remedy: Bilingual(zh: "請刪除或更名其中一欄。", en: "Delete or rename one of the two columns."),
    meaning: Bilingual(
      zh: "標題列有兩欄指同一項資料、無法判斷以何者為準時提出。屬嚴重錯誤，本次不產出任何文件；使用資料檔改列 US011。",
      en: """
        Raised when two header cells mean the same key, so that neither can be preferred. It is \
        fatal: nothing is built. In a usage file US011 stands for it.
        """)
  )

  static let wrongProgrammeFile = FindingRule(
    code: .IN010, severity: .fatal, effect: .none, owner: .office, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "計畫設定檔有誤", en: "Programme file wrong"),
    message: Bilingual(
      zh: "設定「{field}」為「{value}」；應為{expected}。",
      en: "The setting {field} is “{value}”; expected {expected}."),
    remedy: Bilingual(
      zh: "請更正 programme.yaml；不須變更的設定可整項刪除，即採預設值。",
      en: """
        Correct programme.yaml; a setting that need not differ can be left out and takes its \
        default.
        """),
    meaning: Bilingual(
      zh: "programme.yaml 有不認得或重複的鍵、空白的群組，或值的種類、範圍不符時提出，每個鍵一則。屬嚴重錯誤，本次不產出任何文件。",
      en: """
        Raised for each key of programme.yaml that is unknown, repeated, an empty group, or has a \
        value of the wrong kind or range. It is fatal: nothing is built.
        """)
  )

  static let damagedText = FindingRule(
    code: .IN011, severity: .warning, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "文字疑因編碼轉換受損", en: "Text damaged by an encoding"),
    message: Bilingual(
      zh: "「{field}」的「{value}」疑因編碼轉換受損（{detail}）；應為原本完整的文字。",
      en: """
        {field} is “{value}”, which an encoding seems to have damaged ({detail}); expected the \
        original text.
        """),
    remedy: Bilingual(
      zh: "請對照原始資料補回正確文字，並以 UTF-8 存檔。",
      en: "Restore the text from the original and save the file as UTF-8."),
    meaning: Bilingual(
      zh: """
        文字含 U+FFFD、使用者造字區字元、&#20227; 之類的代碼、漢字之間的問號，或 UTF-8 曾被當作他種編碼讀取後另存的亂碼時提出。\
        該列照常計入，文字照原樣呈現。
        """,
      en: """
        Raised when a text contains U+FFFD, a private-use character, a code such as &#20227; or a \
        question mark between Han characters, or is UTF-8 that was read as another encoding and \
        saved again. The row counts and the text is shown as it stands.
        """)
  )

  static let unitOfColumn = FindingRule(
    code: .IN012, severity: .info, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "金額依標題單位換算", en: "Money read in the header’s unit"),
    message: Bilingual(
      zh: "「{field}」依標題所載單位換算為新臺幣元（{detail}）；儲存格應以該單位填寫。",
      en: """
        {field} is read in the unit that its header names ({detail}); its cells must be given in \
        that unit.
        """),
    remedy: Bilingual(
      zh: "請確認各儲存格均以此單位填寫；如已為元，請刪去標題中的單位。",
      en: """
        Make sure that every cell is in that unit; if they are in dollars, take the unit out of \
        the header.
        """),
    meaning: Bilingual(
      zh: "金額欄的標題帶有仟元、千元、萬元、百萬元或億元等單位時，每欄提出一則。金額乘以該單位後計入。",
      en: """
        Raised once for each money column whose header names a unit such as 仟元 or 萬元. The amounts \
        are multiplied by that unit.
        """)
  )
}
