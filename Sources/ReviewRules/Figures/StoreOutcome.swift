import ReviewModel

/// What a contract's figures need of a store.
struct StoreOutcome {
  let store: StoreID
  let source: RowSource
  let result: Result

  /// What became of a store, without whose it is: few bytes, which are kept for all of a season's.
  struct Result: Sendable {
    let status: StoreStatus
    /// Nil for a store without service.
    let totalUses: Int128?

    init(_ review: StoreReview) {
      status = review.status
      totalUses = review.service?.totalUses
    }
  }

  init(_ entry: RosterEntry, _ result: Result) {
    store = entry.store
    source = entry.source
    self.result = result
  }

  init(_ review: StoreReview) {
    self.init(review.entry, Result(review))
  }

  var status: StoreStatus { result.status }
}
