/// An exact quotient of two whole numbers, rounded only where it is shown.
package struct Ratio: Sendable, Hashable {
  package let numerator: Int128
  /// Greater than 0.
  package let denominator: Int128

  /// - Parameters:
  ///   - numerator: Any number.
  ///   - denominator: A number greater than 0.
  package init(_ numerator: Int128, over denominator: Int128) {
    precondition(denominator > 0, "a ratio's denominator is greater than 0")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The quotient in hundredths, a half rounded up.
  package var hundredths: Hundredths {
    Hundredths(roundedHalfUp(numerator * 100, over: denominator))
  }

  /// Compares by cross-multiplication, so that nothing is rounded.
  package func isGreater(than other: Ratio) -> Bool {
    numerator * other.denominator > other.numerator * denominator
  }
}

/// The whole number nearest to a quotient; a half goes up (towards positive infinity).
package func roundedHalfUp(_ numerator: Int128, over denominator: Int128) -> Int128 {
  let (quotient, remainder) = (2 * numerator + denominator).quotientAndRemainder(
    dividingBy: 2 * denominator)
  return remainder < 0 ? quotient - 1 : quotient
}

/// A number with exactly two decimals: a percentage, percent points, an average.
///
/// Unit: hundredths of the unit shown. `4550` is 45.50.
package struct Hundredths: Sendable, Hashable, Comparable {
  package let count: Int128

  package init(_ count: Int128) {
    self.count = count
  }

  package static let zero = Hundredths(0)
  /// 100.00.
  package static let oneHundred = Hundredths(100_00)

  package static func < (left: Self, right: Self) -> Bool { left.count < right.count }
  package static func + (left: Self, right: Self) -> Self { Self(left.count + right.count) }
  package static func - (left: Self, right: Self) -> Self { Self(left.count - right.count) }

  /// Always two decimals, as figures are written: `45.50`, `-3.20`.
  package var text: String {
    let magnitude = count < 0 ? -count : count
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: 100)
    return (count < 0 ? "-" : "") + whole.digits + (rest < 10 ? ".0" : ".") + rest.digits
  }
}
