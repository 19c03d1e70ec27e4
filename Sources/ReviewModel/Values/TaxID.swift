/// A unified business number (統一編號): 8 digits, not all of them 0.
package struct TaxID: Sendable, Hashable, Comparable {
  package let digits: String

  /// The number, or nil where the text is not 8 ASCII digits or is `00000000`.
  package init?(digits: String) {
    guard digits.utf8.count == 8, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      digits.utf8.contains(where: { $0 != 0x30 })
    else { return nil }
    self.digits = digits
  }

  /// Whether the checksum holds: weights 1 2 1 2 1 2 4 1, the digits of the products added, and
  /// the sum (or, where the 7th digit is 7, the sum and 1) divisible by 5.
  ///
  /// Some numbers that are really registered fail, so nothing is refused because of it.
  package var hasValidChecksum: Bool {
    let numbers = digits.utf8.map { Int($0) - 0x30 }
    let sum = zip(numbers, [1, 2, 1, 2, 1, 2, 4, 1]).reduce(0) { sum, pair in
      let product = pair.0 * pair.1
      return sum + product / 10 + product % 10
    }
    return sum.isMultiple(of: 5) || (numbers[6] == 7 && (sum + 1).isMultiple(of: 5))
  }

  package static func < (left: Self, right: Self) -> Bool {
    bytesPrecede(left.digits, right.digits)
  }
}
