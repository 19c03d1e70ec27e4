/// A usage row in 64 bits: a store's number, a day and a count; or the mark of a record that needs a
/// longer look.
///
/// Rows go in this form from those who read bytes to the one who counts: it is the least that
/// has to be moved.
package struct StoreDayUses: Sendable, Equatable {
  /// Counts from this on do not fit, nor do stores from 2²⁶ on.
  package static let usesLimit = 0xFFFF
  package static let storeLimit = 1 << 26
  /// The first day of year 1 is 719,162 days before 1970; that of year 10000 fits 22 bits from there.
  private static let dayBias = 719_200
  private static let dayMask: UInt64 = 0x3F_FFFF

  @usableFromInline package let bits: UInt64

  /// - Parameters:
  ///   - store: Below `storeLimit`.
  ///   - day: A day number of the years 1 to 9999.
  ///   - uses: Below `usesLimit`.
  @inline(__always)
  package init(store: Int, day: Int, uses: Int) {
    bits =
      UInt64(truncatingIfNeeded: store) << 38
      | UInt64(truncatingIfNeeded: day + Self.dayBias) << 16
      | UInt64(truncatingIfNeeded: uses)
  }

  private init(bits: UInt64) {
    self.bits = bits
  }

  /// Stands in a row's place for a record that is not plain.
  package static let other = StoreDayUses(bits: UInt64(usesLimit))

  package var isOther: Bool { uses == Self.usesLimit }
  package var store: Int { Int(truncatingIfNeeded: bits >> 38) }
  package var day: Int { Int(truncatingIfNeeded: (bits >> 16) & Self.dayMask) - Self.dayBias }
  package var uses: Int { Int(truncatingIfNeeded: bits & 0xFFFF) }
}

/// When a store's rows need no longer look: the file names it already, and the day lies in
/// its service period.
package struct CountingWindow: Sendable {
  package let first: Int32
  package let last: Int32
  /// The number of the file whose rows named the store last; -1 before any did.
  package var file: Int32 = -1

  /// - Parameters:
  ///   - first: The first day that counts.
  ///   - last: The last one.
  package init(first: Int, last: Int) {
    self.first = Int32(clamping: first)
    self.last = Int32(clamping: last)
  }
}
