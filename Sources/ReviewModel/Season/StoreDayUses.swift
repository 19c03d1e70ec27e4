/// A usage row in 64 bits: a store's number, a day and a count; or the mark of a record that needs a
/// longer look.
///
/// Rows go in this form from those who read bytes to the one who counts: it is the least that
/// has to be moved.
///
/// Public, since only what is public is inlined into other modules: a call for each row would cost
/// more than what it does.
public struct StoreDayUses: Sendable, Equatable {
  /// Counts from this on do not fit, nor do stores from 2²⁶ on.
  @inlinable public static var usesLimit: Int { 0xFFFF }
  @inlinable public static var storeLimit: Int { 1 << 26 }
  /// The first day of year 1 is 719,162 days before 1970; that of year 10000 fits 22 bits from there.
  @inlinable static var dayBias: Int { 719_200 }
  private static let dayMask: UInt64 = 0x3F_FFFF

  @usableFromInline let bits: UInt64

  /// - Parameters:
  ///   - store: Below `storeLimit`.
  ///   - day: A day number of the years 1 to 9999.
  ///   - uses: Below `usesLimit`.
  @inlinable @inline(__always)
  public init(store: Int, day: Int, uses: Int) {
    bits =
      UInt64(truncatingIfNeeded: store) << 38
      | UInt64(truncatingIfNeeded: day + Self.dayBias) << 16
      | UInt64(truncatingIfNeeded: uses)
  }

  @inlinable @inline(__always)
  init(bits: UInt64) {
    self.bits = bits
  }

  /// Stands in a row's place for a record that is not plain.
  package static let other = StoreDayUses(bits: UInt64(usesLimit))

  /// The same of another store, where this is store 0's.
  @inlinable @inline(__always)
  public func ofStore(_ store: Int) -> StoreDayUses {
    StoreDayUses(bits: bits | UInt64(truncatingIfNeeded: store) << 38)
  }

  package var isOther: Bool { uses == Self.usesLimit }
  package var store: Int { Int(truncatingIfNeeded: bits >> 38) }
  package var day: Int { Int(truncatingIfNeeded: (bits >> 16) & Self.dayMask) - Self.dayBias }
  package var uses: Int { Int(truncatingIfNeeded: bits & 0xFFFF) }
}

/// When a store's rows need no longer look: the days of its service period, counted from the
/// first one that a table has pages for.
///
/// In 4 bytes, since rows in no order ask for those of stores far apart.
package struct CountingWindow: Sendable {
  package let first: UInt16
  package let last: UInt16

  /// - Parameters:
  ///   - first: The first day that counts.
  ///   - last: The last one; before the first where none counts.
  ///   - base: The first day that the table has pages for.
  package init(first: Int, last: Int, from base: Int) {
    let highest = base + Int(UInt16.max)
    let isEmpty = last < base || last < first
    self.first = isEmpty ? .max : UInt16(min(max(first, base), highest) - base)
    self.last = isEmpty ? 0 : UInt16(min(last, highest) - base)
  }
}
