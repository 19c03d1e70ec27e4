internal import ReviewModel

/// Amounts in the numerals of contracts and receipts (大寫), which can't be altered by a stroke.
enum FinancialNumerals {
  private static let digits: [Character] = ["零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"]
  private static let places = ["", "拾", "佰", "仟"]
  /// The names of the groups of four digits, up to 10³⁶: more than a `TWD` of any input reaches.
  private static let groups = ["", "萬", "億", "兆", "京", "垓", "秭", "穰", "溝", "澗"]

  /// `新臺幣壹佰貳拾參萬肆仟伍佰陸拾柒元整`; a negative amount is led by 負.
  static func text(of amount: TWD) -> String {
    let sign = amount.dollars < 0 ? "負" : ""
    return "新臺幣" + sign + numerals(of: amount.dollars.magnitude) + "元整"
  }

  /// The number alone: `壹佰零壹`.
  static func numerals(of number: UInt128) -> String {
    guard number > 0 else { return "零" }
    var parts: [Int] = []
    var rest = number
    while rest > 0 {
      parts.append(Int(rest % 10_000))
      rest /= 10_000
    }
    var out = ""
    var owesZero = false
    for (index, part) in parts.enumerated().reversed() {
      guard part > 0 else {
        owesZero = !out.isEmpty
        continue
      }
      if !out.isEmpty, owesZero || part < 1_000 { out.append("零") }
      out += numerals(ofGroup: part) + groups[index]
      // A group that ends with 0 is told from the next one by 零: 壹拾萬零壹仟.
      owesZero = part.isMultiple(of: 10)
    }
    return out
  }

  private static func numerals(ofGroup part: Int) -> String {
    var out = ""
    var owesZero = false
    for (place, power) in [1_000, 100, 10, 1].enumerated() {
      let digit = part / power % 10
      guard digit > 0 else {
        owesZero = !out.isEmpty
        continue
      }
      if owesZero { out.append("零") }
      owesZero = false
      out.append(digits[digit])
      out += places[3 - place]
    }
    return out
  }
}
