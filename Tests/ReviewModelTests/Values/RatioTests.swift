import TestSupport
import Testing

@testable import ReviewModel

@Suite struct RatioTests {
  @Test(
    arguments: [
      (1, 2, 1), (-1, 2, 0), (3, 2, 2), (-3, 2, -1), (5, 2, 3), (-5, 2, -2), (1, 3, 0), (2, 3, 1),
      (-1, 3, 0), (-2, 3, -1), (0, 7, 0), (7, 7, 1), (-7, 7, -1),
    ] as [(Int128, Int128, Int128)])
  func `rounds a half up, towards positive infinity`(
    numerator: Int128, denominator: Int128, rounded: Int128
  ) {
    #expect(roundedHalfUp(numerator, over: denominator) == rounded)
  }

  @Test func `rounds to the nearest whole number for every small quotient`() {
    for denominator in Int128(1)...40 {
      for numerator in Int128(-200)...200 {
        let rounded = roundedHalfUp(numerator, over: denominator)
        // q is nearest, halves up, exactly where q - 1/2 ≤ n/d < q + 1/2.
        #expect((2 * rounded - 1) * denominator <= 2 * numerator)
        #expect(2 * numerator < (2 * rounded + 1) * denominator)
      }
    }
  }

  @Test(
    arguments: [
      (1, 3, "0.33"), (2, 3, "0.67"), (1, 200, "0.01"), (-1, 200, "0.00"), (-3, 200, "-0.01"),
      (995, 200, "4.98"), (35, 7, "5.00"), (100, 1, "100.00"), (-320, 100, "-3.20"),
      (9_999_999, 100_000, "100.00"), (99_994_999, 1_000_000, "99.99"),
    ] as [(Int128, Int128, String)])
  func `shows a quotient with two decimals`(
    numerator: Int128, denominator: Int128, text: String
  ) {
    #expect(Ratio(numerator, over: denominator).hundredths.text == text)
  }

  @Test func `compares without rounding`() {
    let large = Int128(1_000_000_000_000_000)
    #expect(Ratio(large + 1, over: large).isGreater(than: Ratio(1, over: 1)))
    #expect(!Ratio(1, over: 3).isGreater(than: Ratio(2, over: 6)))
    #expect(Ratio(-1, over: 3).isGreater(than: Ratio(-1, over: 2)))
  }
}

@Suite struct HundredthsTests {
  @Test(
    arguments: [
      (0, "0.00"), (1, "0.01"), (10, "0.10"), (99, "0.99"), (100, "1.00"), (4_550, "45.50"),
      (10_000, "100.00"), (-1, "-0.01"), (-10, "-0.10"), (-320, "-3.20"), (-10_000, "-100.00"),
    ] as [(Int128, String)])
  func `always has two decimals`(count: Int128, text: String) {
    #expect(Hundredths(count).text == text)
  }

  @Test func `adds, subtracts and compares`() {
    #expect(Hundredths(4_550) + Hundredths(5_450) == .oneHundred)
    #expect(Hundredths(100) - Hundredths(250) == Hundredths(-150))
    #expect(Hundredths(-150) < .zero && .zero < Hundredths.oneHundred)
  }
}
