package import ReviewModel

/// A figure's formula with its numbers put in, as a reviewer would write it.
package struct FormulaInNumbers {
  private let figure: Figure
  private let amounts: AmountFormula?
  private let assessment: Assessment
  private let format: FigureText

  /// - Parameters:
  ///   - figure: Any figure.
  ///   - contract: The review of the contract that it is of; nil for the season's and districts'.
  ///   - programme: The season's settings.
  ///   - phase: That of the review.
  ///   - language: That of the words.
  package init(
    _ figure: Figure, contract: ContractReview?, _ programme: Programme, _ phase: Phase,
    in language: Language
  ) {
    self.figure = figure
    assessment = programme.assessment
    format = FigureText(language: language)
    amounts = contract.map { [format] in AmountFormula($0, programme, phase, format) }
  }

  /// `max(0, 20 − 18) = 2`; empty where the formula has no more than words, or sums up what is listed.
  package var text: String {
    // Without a value there is nothing that the numbers would give.
    guard figure.value != .none else { return "" }
    let numbers = figure.derivation.operands.map { OperandText($0, format).value }
    switch (figure.code, numbers.count) {
    case (.contractEligibleStores, 3), (.contractAdoptedStores, 2),
      (.contractWorkProgressVariance, 2):
      return equation(numbers.joined(separator: " − "))
    case (.contractShortfallStores, 2): return equation("max(0, \(numbers[0]) − \(numbers[1]))")
    case (.contractAdoptionProgress, 2), (.contractCompletionProgress, 2):
      return equation("min(\(numbers[0]), \(numbers[1])) ÷ \(numbers[1])")
    case (.contractUsagePassRate, 2):
      return equation("\(numbers[0]) ÷ (\(numbers[0]) + \(numbers[1]))")
    case (.contractWorkProgressPlanned, 2...), (.contractWorkProgressActual, 2...):
      return equation(weighted(numbers))
    case (.storeWeeklyAverage, 2): return equation("\(numbers[0]) × 7 ÷ \(numbers[1])")
    // Each week is told by itself where each counts.
    case (.storeMonthVerdict, 4) where assessment == .monthlyAverage: return comparison
    // They are their one number.
    case (.contractCounsellingFee, _), (.contractCloudFee, _): return ""
    default: return amounts?.inNumbers(figure.code) ?? ""
    }
  }

  private func equation(_ left: String) -> String { left + " = " + format.text(of: figure) }

  /// Weights and progresses follow each other.
  private func weighted(_ numbers: [String]) -> String {
    let products = stride(from: 0, to: numbers.count - 1, by: 2)
      .map { "\(numbers[$0]) × \(numbers[$0 + 1])" }
    return "(" + products.joined(separator: " + ") + ") ÷ 100"
  }

  /// `57 × 7 = 399 ≥ 5 × 30 = 150`, by which a month's average is judged without a division (C12).
  private var comparison: String {
    let numbers = figure.derivation.operands.compactMap { Int128($0.value) }
    guard numbers.count == 4 else { return "" }
    let (uses, days, threshold, fewest) = (numbers[0], numbers[1], numbers[2], numbers[3])
    if days < fewest { return "\(format.number(days)) < \(format.number(fewest))\(verdict)" }
    let (reached, isLarge) = uses.multipliedReportingOverflow(by: 7)
    let (wanted, isLargeToo) = threshold.multipliedReportingOverflow(by: days)
    guard !isLarge, !isLargeToo else { return "" }
    return "\(format.number(uses)) × 7 = \(format.number(reached)) "
      + (reached >= wanted ? "≥" : "<")
      + " \(format.number(threshold)) × \(format.number(days)) = \(format.number(wanted))\(verdict)"
  }

  private var verdict: String {
    format.either(zh: "：", en: ": ") + format.text(of: figure)
  }
}

extension Figure {
  /// The value in words for a reader: `NT$1,234,567`, `83.33%`, `110年8月31日`, 「完成」.
  package func text(in language: Language) -> String {
    FigureText(language: language).text(of: self)
  }
}
