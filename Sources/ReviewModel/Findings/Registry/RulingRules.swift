/// The rules on the reviewers’ rulings.
enum RulingRules {
  static let rulingDoesNotFit = FindingRule(
    code: .RU001, severity: .error, effect: .rowSkipped, owner: .reviewer, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "認定對象不符", en: "Ruling does not fit its subject"),
    message: Bilingual(
      zh: "認定對象「{value}」不符（{detail}），此認定未採用；「不予認列」須指明店家，「未確實提供」與「認列金額」須針對契約。",
      en: """
        The ruling’s subject “{value}” does not fit ({detail}), so the ruling is not applied; \
        disallow needs a store, non-provision and recognise a contract.
        """),
    remedy: Bilingual(
      zh: "請更正商圈、廠商、店家編號或認定種類。",
      en: "Correct the district, vendor, store or kind of ruling."),
    meaning: Bilingual(
      zh: "認定的契約或店家不存在，或認定種類與對象不合時提出。該認定略過，不影響任何店家與金額。",
      en: """
        Raised when the ruling’s contract or store is unknown, or its kind and subject do not fit. \
        The ruling is skipped and changes nothing.
        """)
  )

  static let ruledAfterAsOf = FindingRule(
    code: .RU002, severity: .info, effect: .rowSkipped, owner: .reviewer, clause: nil,
    since: "1.0",
    title: Bilingual(zh: "認定日期晚於截止日", en: "Ruled after the as-of date"),
    message: Bilingual(
      zh: "認定日期「{value}」晚於統計截止日 {expected}，本期未採用；採用的認定應在截止日以前。",
      en: """
        The ruling of “{value}” is after the as-of date {expected} and is not applied in this \
        phase; rulings apply up to that day.
        """),
    remedy: Bilingual(
      zh: "無須處理；如應於本期採用，請更正認定日期或統計截止日。",
      en: "Nothing is to be done; if it should apply now, correct its date or the as-of date."),
    meaning: Bilingual(
      zh: "認定日期晚於統計截止日時提出。該認定本期略過。",
      en: """
        Raised when a ruling’s date is after the last day that counts. It is passed over in this \
        phase.
        """)
  )

  static let serviceNotProvided = FindingRule(
    code: .RU003, severity: .error, effect: .contractBlocked, owner: .vendor, clause: .C16,
    since: "1.0",
    title: Bilingual(zh: "認定未確實提供服務", en: "Ruled as not provided"),
    message: Bilingual(
      zh: "廠商經認定未確實提供服務（理由：「{detail}」），契約列為不通過，雲端服務費認列為 0；廠商應能以驗證方式證明服務。",
      en: """
        The vendor is ruled not to have provided the service (reason: “{detail}”), so the contract \
        does not pass and the recognised cloud fee is 0; a vendor must be able to prove the \
        service by the verification method.
        """),
    remedy: Bilingual(
      zh: "請廠商提出驗證資料，由審查人員重新認定。",
      en: "Hand in the proof for the reviewers to rule again."),
    meaning: Bilingual(
      zh: "審查人員對契約作成「未確實提供」的認定時提出。雲端服務費認列為 0，契約列為不通過，期末應付為 0。",
      en: """
        Raised by a ruling non-provision for the contract. The recognised cloud fee is 0, the \
        contract does not pass, and at final nothing is payable.
        """)
  )
}
