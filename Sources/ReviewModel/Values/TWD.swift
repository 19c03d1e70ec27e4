/// An amount of whole New Taiwan dollars.
///
/// Unit: TWD. Held in 128 bits, so that the sum or product of any amounts that the input may
/// hold (10¹² each, 10¹² stores, every contract of a country) stays exact. Never negative in a
/// figure; differences may be.
package struct TWD: Sendable, Hashable, Comparable {
  package let dollars: Int128

  package init(_ dollars: Int128) {
    self.dollars = dollars
  }

  package static let zero = TWD(0)

  package static func < (left: TWD, right: TWD) -> Bool { left.dollars < right.dollars }
  package static func + (left: TWD, right: TWD) -> TWD { TWD(left.dollars + right.dollars) }
  package static func - (left: TWD, right: TWD) -> TWD { TWD(left.dollars - right.dollars) }
  package static func * (count: Int, amount: TWD) -> TWD { TWD(Int128(count) * amount.dollars) }

  /// The amount, or 0 where it is below.
  package var atLeastZero: TWD { max(self, .zero) }

  /// Plain digits, as `figures.csv` has them.
  package var plainText: String { dollars.digits }

  /// `NT$1,234,567`, as documents show it.
  package var displayText: String {
    dollars < 0 ? "−NT$" + grouped(-dollars) : "NT$" + grouped(dollars)
  }
}

extension Int128 {
  /// The number in decimal digits, `-` before a negative one.
  ///
  /// Most numbers fit into half of the bits, for which digits are made many times faster.
  package var digits: String { Int(exactly: self).map { String($0) } ?? String(self) }
}

/// The digits of a number that is not negative, in groups of three separated by commas.
package func grouped(_ number: Int128) -> String {
  let digits = Array(String(number).utf8)
  var out: [UInt8] = []
  out.reserveCapacity(digits.count + digits.count / 3)
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { out.append(UInt8(ascii: ",")) }
    out.append(digit)
  }
  return String(decoding: out, as: UTF8.self)
}
