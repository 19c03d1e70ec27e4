/// What a finding does to the figures.
package enum Effect: String, Sendable, CaseIterable {
  case none
  /// The row counts nowhere.
  case rowSkipped = "row-skipped"
  /// The usage rows concerned are not counted.
  case rowsNotCounted = "rows-not-counted"
  /// The store is neither eligible nor completed.
  case storeIneligible = "store-ineligible"
  /// The contract's verdict is `fail`.
  case contractBlocked = "contract-blocked"
  /// The amount is recognised up to its cap only.
  case amountCapped = "amount-capped"
}
