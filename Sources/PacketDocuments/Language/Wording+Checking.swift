extension Wording {
  /// Findings.
  static let checking: [Word] = [
    Word("findings", "檢核結果", "Findings"),
    Word("totalsHeading", "合計", "Totals"),
    Word("listHeading", "明細", "In detail"),
    Word("csvPointer", "完整明細（不限筆數）：", "All of them, without a cap:"),
    Word(
      "cappedNote", "依嚴重程度排序後，每一代碼至多顯示 100 筆。",
      "Sorted by severity; at most 100 rows of a code are shown."),
    Word("noFindings", "沒有檢核結果。", "There is no finding."),
    Word("legendCaption", "出現之代碼", "Codes that occur"),
    Word("severity", "嚴重程度", "Severity"),
    Word("code", "代碼", "Code"),
    Word("codeAndSeverity", "代碼與嚴重程度", "Code and severity"),
    Word("shownHere", "本頁", "shown"),
    Word("count", "筆數", "Count"),
    Word("titleOfCode", "說明", "Meaning"),
    Word("place", "位置", "Place"),
    Word("storeOrContract", "店家或契約", "Store or contract"),
    Word("message", "內容", "Message"),
    Word("effect", "影響", "Effect"),
    Word("owner", "改正者", "Owner"),
  ]
}
