extension Wording {
  /// The frame of every page, and words that several documents share.
  static let common: [Word] = [
    Word("skipToContent", "跳至內容", "Skip to the content"),
    Word("partsOfPacket", "本案文件", "Documents of this packet"),
    Word("draft", "草稿", "Draft"),
    Word("yearPrefix", "", "Year "),
    Word("yearSuffix", "年度", ""),
    Word("district", "商圈", "District"),
    Word("districtID", "商圈代碼", "District id"),
    Word("districtOrg", "商圈組織", "District organisation"),
    Word("vendor", "廠商", "Vendor"),
    Word("contract", "契約", "Contract"),
    Word("phase", "期別", "Phase"),
    Word("asOfDay", "基準日", "As of"),
    Word("lastDataDay", "資料最後一日", "Last day with data"),
    Word("ruleSet", "規則版本", "Rule set"),
    Word("programVersion", "程式版本", "Program version"),
    Word("programmeYear", "計畫年度", "Programme year"),
    Word("templateDigest", "範本 SHA-256", "SHA-256 of the templates"),
    Word("colon", "：", ": "),
    Word("date", "日期", "Date"),
    Word("day", "日期", "Day"),
    Word("days", "天數", "Days"),
    Word("total", "合計", "Total"),
    Word("verdict", "判定", "Verdict"),
    Word("status", "狀態", "Status"),
    Word("why", "原因", "Why"),
    Word("clause", "條次", "Clause"),
    Word("source", "資料來源", "Source"),
    Word("reason", "理由", "Reason"),
    Word("kind", "種類", "Kind"),
    Word("otherFiles", "其他檔案：", "Other files:"),
    Word("shownOf", "顯示／全部：", "Shown of all:"),
    Word(
      "trialNote", "期中僅驗證流量，不撥付經費；認列金額均為試算。",
      "At mid-term traffic is verified and nothing is paid; recognised amounts are a trial calculation."
    ),
  ]

  /// The signature block and the table of input files.
  static let forms: [Word] = [
    Word("signatures", "簽章", "Signatures"),
    Word("signaturesCaption", "簽章欄", "Signature block"),
    Word("party", "單位", "Party"),
    Word("name", "名稱", "Name"),
    Word("signatureAndSeal", "簽名或蓋章", "Signature and seal"),
    Word("review", "審查", "Review"),
    Word("madeFrom", "資料來源檔案", "Made from"),
    Word("inputFiles", "輸入檔案與列數", "Input files and their rows"),
    Word("file", "檔案", "File"),
    Word("encoding", "編碼", "Encoding"),
    Word("rowsRead", "讀取列數", "Rows read"),
    Word("rowsCounted", "計入", "Counted"),
    Word("rowsSkipped", "略過", "Skipped"),
    Word("rowsNotCounted", "未計入", "Not counted"),
  ]
}
