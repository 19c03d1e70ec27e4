/// A unified business number (統一編號): 8 digits, not all of them 0.
///
/// Held as the number that the digits are: every row of a roster has two of them.
package struct TaxID: Sendable, Hashable, Comparable {
  private static let weights: [UInt32] = [1, 2, 1, 2, 1, 2, 4, 1]

  private let number: UInt32

  /// The number, or nil where the text is not 8 ASCII digits or is `00000000`.
  package init?(digits: String) {
    guard digits.utf8.count == 8 else { return nil }
    let read = digits.utf8.withContiguousStorageIfAvailable { Self.number($0) }
    guard let number = read ?? Array(digits.utf8).withUnsafeBufferPointer({ Self.number($0) }),
      number > 0
    else { return nil }
    self.number = number
  }

  /// The number that digits are; nil where one of the bytes is none.
  private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> UInt32? {
    var number: UInt32 = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + UInt32(byte - 0x30)
    }
    return number
  }

  package var digits: String {
    String(unsafeUninitializedCapacity: 8) { bytes in
      var rest = number
      for place in stride(from: 7, through: 0, by: -1) {
        bytes.initializeElement(at: place, to: UInt8(rest % 10) + 0x30)
        rest /= 10
      }
      return 8
    }
  }

  /// Whether the checksum holds: weights 1 2 1 2 1 2 4 1, the digits of the products added, and
  /// the sum (or, where the 7th digit is 7, the sum and 1) divisible by 5.
  ///
  /// Some numbers that are really registered fail, so nothing is refused because of it.
  package var hasValidChecksum: Bool {
    var (rest, sum, seventh) = (number, UInt32(0), UInt32(0))
    for place in stride(from: 7, through: 0, by: -1) {
      let digit = rest % 10
      let weight = Self.weights[place]
      sum += digit * weight / 10 + digit * weight % 10
      if place == 6 { seventh = digit }
      rest /= 10
    }
    return sum.isMultiple(of: 5) || (seventh == 7 && (sum + 1).isMultiple(of: 5))
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.number < right.number
  }
}
