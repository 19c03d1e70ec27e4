extension Wording {
  /// The settlement.
  static let money: [Word] = [
    Word("trial", "試算", "Trial calculation"),
    Word("basisHeading", "核算基礎", "Basis"),
    Word("amountsHeading", "金額與算式", "Amounts and formulas"),
    Word("amountsCaption", "各項金額、算式與條次", "Every amount with formula and clause"),
    Word("amountName", "項目", "Amount"),
    Word("amount", "金額", "TWD"),
    Word("formula", "算式", "Formula"),
    Word("operands", "代入", "With the numbers"),
    Word("numeralsHeading", "大寫金額", "In financial numerals"),
    Word("numeralsCaption", "主要金額之大寫", "Main amounts in financial numerals"),
    Word("numerals", "大寫", "Financial numerals"),
    Word("deductionsHeading", "扣減明細", "Deductions"),
    Word(
      "deductionsNote", "扣減依短少家數 d ＝ max(0, 核定家數 − 完成家數) 計算，每短少 1 家：",
      "Deductions follow the shortfall d = max(0, approved − completed). For each store short:"),
    Word("uncompletedCaption", "未完成之店家與原因", "Stores that are not completed, and why"),
    Word("allCompleted", "清冊店家均已完成。", "Every store of the roster is completed."),
    Word("unrostered", "未列入清冊的核定家數：", "Approved stores that the roster does not have:"),
    Word("rulingsHeading", "審查認定", "Rulings"),
    Word("rulingsCaption", "計入本契約之認定", "Rulings that count for this contract"),
    Word("ruling", "認定", "Ruling"),
    Word("noRulings", "沒有認定紀錄。", "There is no ruling."),
  ]
}
