/// The rules on the program’s own run.
enum ProgramRules {
  static let notChecked = FindingRule(
    code: .XX000, severity: .info, effect: .none, owner: .vendor, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "未檢核項目", en: "Not checked"),
    message: Bilingual(
      zh: "未檢核：{detail}。該項檢核須待所述問題排除後方能進行。",
      en: "Not checked: {detail}. This check needs the finding named to be mended first."),
    remedy: Bilingual(zh: "請先處理所述問題，再重新執行。", en: "Mend that finding first, then run again."),
    meaning: Bilingual(
      zh: "因另一項問題而無法檢核時提出一則，說明未檢核的內容與原因，以免同一問題重複列示。",
      en: """
        Raised once where one fault makes other checks impossible; it says what was not checked \
        because of which finding, in place of follow-on findings.
        """)
  )

  static let internalFailure = FindingRule(
    code: .XX999, severity: .fatal, effect: .contractBlocked, owner: .office, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "程式內部錯誤", en: "Failure inside the program"),
    message: Bilingual(
      zh: "檢核此契約時程式發生內部錯誤（{detail}），契約列為不通過；每份契約均應完成檢核。",
      en: """
        The program failed while it checked this contract ({detail}), so the contract does not \
        pass; every contract should be checked to the end.
        """),
    remedy: Bilingual(
      zh: "請保留年度資料夾並通知程式維護人員；其他契約不受影響。",
      en: """
        Keep the season folder and tell the program’s maintainers; other contracts are not affected.
        """),
    meaning: Bilingual(
      zh: "程式檢核契約時內部失敗即提出。對該契約屬嚴重錯誤，契約一律不通過，期末應付為 0。",
      en: """
        Raised when the program itself fails while it checks a contract. It is fatal for that \
        contract, which never passes and is paid nothing at final.
        """)
  )
}
