import ReviewModel
import Testing

@testable import PacketDocuments

@Suite struct FormulaInNumbersTests {
  private func text(
    _ code: FigureCode, _ value: FigureValue, _ operands: [(String, String)],
    _ language: Language = .en
  ) -> String {
    let figure = Figure(
      code, of: "D001/12345675", value,
      from: Derivation(operands.map { .init($0.0, $0.1, .intermediate) }))
    return FormulaInNumbers(figure, contract: nil, Programme(), .final, in: language).text
  }

  @Test func `puts the numbers of stores and progress in`() {
    let counts = [("rostered", "20"), ("disallowed", "1"), ("ineligible", "2")]
    #expect(text(.contractEligibleStores, .count(17), counts) == "20 − 1 − 2 = 17")
    #expect(
      text(.contractAdoptedStores, .count(16), [("eligible", "17"), ("not-adopted", "1")])
        == "17 − 1 = 16")
    #expect(
      text(.contractShortfallStores, .count(2), [("N", "20"), ("n", "18")]) == "max(0, 20 − 18) = 2"
    )
    #expect(
      text(.contractCompletionProgress, .hundredths(Hundredths(9_000)), [("n", "18"), ("N", "20")])
        == "min(18, 20) ÷ 20 = 90.00%")
    #expect(
      text(.contractUsagePassRate, .hundredths(Hundredths(7_500)), [("met", "3"), ("short", "1")])
        == "3 ÷ (3 + 1) = 75.00%")
    #expect(
      text(
        .contractWorkProgressVariance, .hundredths(Hundredths(-400)),
        [("actual", "96.00"), ("planned", "100.00")]) == "96.00 − 100.00 = −4.00")
    let work = [
      ("weight(1)", "40.00"), ("progress(1)", "100.00"), ("weight(2)", "60.00"),
      ("progress(2)", "50.00"),
    ]
    #expect(
      text(.contractWorkProgressActual, .hundredths(Hundredths(7_000)), work)
        == "(40.00 × 100.00 + 60.00 × 50.00) ÷ 100 = 70.00%")
  }

  @Test func `judges a month as the rule does, without a division`() {
    func month(_ uses: String, _ days: String, _ verdict: UsageVerdict) -> String {
      text(
        .storeMonthVerdict, .code(verdict.rawValue),
        [("uses_k", uses), ("days_k", days), ("threshold", "10"), ("min_assessed_days", "7")])
    }
    #expect(month("28", "31", .short) == "28 × 7 = 196 < 10 × 31 = 310: Short")
    #expect(month("45", "31", .met) == "45 × 7 = 315 ≥ 10 × 31 = 310: Met")
    #expect(month("9", "6", .unassessed) == "6 < 7: Not assessed")
    let chinese = [
      ("uses_k", "9"), ("days_k", "6"), ("threshold", "5"), ("min_assessed_days", "7"),
    ]
    #expect(
      text(.storeMonthVerdict, .code(UsageVerdict.unassessed.rawValue), chinese, .zhHant)
        == "6 < 7：未評定")
    // More than any number holds: nothing is said rather than something wrong.
    #expect(month(String(Int128.max), "31", .met).isEmpty)
  }

  @Test func `does not judge a month by its average where each week counts`() {
    var programme = Programme()
    programme.assessment = .everyWeek
    let figure = Figure(
      .storeMonthVerdict, of: "D001/12345675/S01", month: 1, .code(UsageVerdict.short.rawValue),
      from: Derivation(
        [("uses_k", "52"), ("days_k", "12"), ("threshold", "3"), ("week 1", "2")]
          .map { .init($0.0, $0.1, .intermediate) }))
    #expect(FormulaInNumbers(figure, contract: nil, programme, .final, in: .en).text.isEmpty)
  }

  @Test func `says nothing where there is no value, or no numbers`() {
    #expect(text(.contractUsagePassRate, .none, [("met", "0"), ("short", "0")]).isEmpty)
    #expect(text(.contractCompletedStores, .count(3), [("completed", "3")]).isEmpty)
    #expect(text(.contractWorkProgressActual, .hundredths(.zero), []).isEmpty)
  }
}
