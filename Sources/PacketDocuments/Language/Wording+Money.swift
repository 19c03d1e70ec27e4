extension Wording {
  /// The settlement.
  static let money: [Word] = [
    Word("trial", "試算", "Trial calculation"),
    Word("trialMark", "試算", "Trial"),
    Word("basisHeading", "核算基礎", "Basis"),
    Word("amountsHeading", "金額與算式", "Amounts and formulas"),
    Word("amountsCaption", "各項金額、算式與條次", "Every amount with formula and clause"),
    Word("amountName", "項目", "Amount"),
    Word("amount", "金額", "TWD"),
    Word("formula", "算式", "Formula"),
    Word("operands", "代入數值與來源", "Numbers and where they come from"),
    Word("numeralsHeading", "大寫金額", "In financial numerals"),
    Word("numeralsCaption", "主要金額之大寫", "Main amounts in financial numerals"),
    Word("numerals", "大寫", "Financial numerals"),
    Word("deductionsHeading", "扣減明細", "Deductions"),
    Word(
      "deductionsNote", "扣減依短少家數 d ＝ max(0, 核定家數 − 完成家數) 計算，每短少 1 家：",
      "Deductions follow the shortfall d = max(0, approved − completed). For each store short:"),
    Word(
      "deductionsCaption", "未完成之店家、原因與扣減額", "Stores not completed, why, and the deduction of each"),
    Word("vendorShare", "扣廠商", "Vendor"),
    Word("districtShare", "扣商圈", "District"),
    Word(
      "beyondApproved", "超出短少家數，不另扣減", "beyond the shortfall: nothing is deducted"),
    Word("stepsHeading", "自核定經費至應付總額", "From the approved fee to what is payable"),
    Word("stepsCaption", "逐步增減", "Step by step"),
    Word("left", "餘額", "Left"),
    Word("clausesHeading", "適用條次與決定", "Clauses and decisions"),
    Word(
      "clausesCaption", "金額所依條次及補充決定",
      "Clauses that the amounts rest on, and decisions that fill their gaps"),
    Word("clauseText", "條文", "Text"),
    Word("decisions", "補充決定", "Decisions"),
    Word("allCompleted", "清冊店家均已完成。", "Every store of the roster is completed."),
    Word("unrostered", "未列入清冊的核定家數", "Approved stores that the roster does not have"),
    Word("rulingsHeading", "審查認定", "Rulings"),
    Word("rulingsCaption", "計入本契約之認定", "Rulings that count for this contract"),
    Word("ruling", "認定", "Ruling"),
    Word("noRulings", "沒有認定紀錄。", "There is no ruling."),
  ]
}
