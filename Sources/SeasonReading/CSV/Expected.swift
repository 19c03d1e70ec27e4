import ReviewModel

/// What each kind of cell should hold, in words.
enum Expected {
  static let notEmpty = Bilingual(zh: "有內容的儲存格", en: "a cell that is not empty")
  static let id = Bilingual(
    zh: "1 至 64 個英文字母、數字、「_」或「-」", en: "1 to 64 ASCII letters, digits, “_” or “-”")
  static let undamagedID = Bilingual(
    zh: "原來的代碼（文字格式，未被試算表轉換）",
    en: "the code as it was (as text, not converted by the spreadsheet)")
  static let taxID = Bilingual(zh: "8 位數字的統一編號", en: "a tax id of 8 digits")
  static let undamagedTaxID = Bilingual(
    zh: "8 位數字的統一編號（文字格式）", en: "a tax id of 8 digits (as text)")
  static let percent = Bilingual(
    zh: "0 至 100 的百分比，小數至多兩位", en: "a percentage from 0 to 100, at most two decimals")
  static let date = Bilingual(
    zh: "存在的日期，例如 110/06/10 或 2021-06-10",
    en: "a day that exists, such as 2021-06-10 or 110/06/10")
  static let eventTime = Bilingual(
    zh: "日期與時間，例如 2021-06-01 10:15:30", en: "a day and time, such as 2021-06-01T10:15:30+08:00")
  static let flag = Bilingual(zh: "「是」或「否」（Y／N）", en: "Y or N")
  static let storePattern = Bilingual(
    zh: "含 {store_id} 的網頁路徑，例如 /s/{store_id}", en: "a path with {store_id}, such as /s/{store_id}")
  static let ruling = Bilingual(
    zh: "「不予認列」、「未確實提供」或「認列金額」", en: "disallow, non-provision or recognise")
  static let usesSum = Bilingual(
    zh: "加總後不超過可記錄上限的次數", en: "a count whose sum over the day can be held")

  static func padded(_ id: TaxID) -> Bilingual {
    Bilingual(zh: "\(id.digits)（已補回開頭的 0）", en: "\(id.digits) (the leading zero was put back)")
  }

  static func integer(atLeast least: Int) -> Bilingual {
    Bilingual(
      zh: "\(least) 以上的整數，例如 1,234", en: "a whole number of at least \(least), such as 1,234")
  }

  static func money(unit: Int) -> Bilingual {
    unit == 1
      ? Bilingual(zh: "新臺幣整數金額，例如 30,000", en: "a whole amount of NT$, such as 30,000")
      : Bilingual(
        zh: "以 \(grouped(Int128(unit))) 元為單位、換算後為整數元的金額",
        en: "an amount in units of NT$\(grouped(Int128(unit))) that makes whole dollars")
  }
}
