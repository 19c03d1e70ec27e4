/// What became of a store; the first that applies, in this order.
package enum StoreStatus: String, Sendable, CaseIterable {
  /// A ruling `disallow` names the store.
  case disallowed
  /// A finding with the effect `store-ineligible` names the store.
  case ineligible
  /// No go-live date, or one after as-of.
  case notAdopted = "not-adopted"
  /// No counted use.
  case noUsage = "no-usage"
  case usageShort = "usage-short"
  case usageUnassessed = "usage-unassessed"
  /// Final only: not longer than the months that C3 wants.
  case durationShort = "duration-short"
  /// Final only (C3).
  case noContinuityPlan = "no-continuity-plan"
  case completed

  /// Rostered, without those disallowed or ineligible.
  package var isEligible: Bool { self != .disallowed && self != .ineligible }
  /// Eligible, without those not adopted.
  package var isAdopted: Bool { isEligible && self != .notAdopted }
}

/// Whether a month's or a store's use reaches the thresholds (C12).
package enum UsageVerdict: String, Sendable, CaseIterable {
  case met
  case short
  case unassessed
}

/// Whether a contract's packet can be accepted.
package enum ContractVerdict: String, Sendable, CaseIterable {
  case pass
  case fail
}
