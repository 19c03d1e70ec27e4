package import ReviewModel

/// Forecasts any of a season's contracts.
package struct ContractForecasts: Sendable {
  private let outlook: Outlook
  private let rules: StoreForecasts

  /// What nobody can mend by the deadline: a ruling (C16), and a fault of the program's own.
  private static let standing: Set<FindingCode> = [.RU003, .XX999]

  package init(_ outlook: Outlook) {
    self.outlook = outlook
    rules = StoreForecasts(outlook)
  }

  /// A contract's forecast; nil without an approval.
  ///
  /// - Parameters:
  ///   - contract: Its review at as-of, with or without its stores.
  ///   - reviewers: What it was reviewed by.
  /// - Returns: The forecast. The money is the settlement's own, of other counts of completed stores.
  package func forecast(
    of contract: ContractReview, by reviewers: ContractReviewers
  ) -> ContractForecast? {
    guard let number = reviewers.number(of: contract.id) else { return nil }
    let (stores, lastUse) = reviewers.reviews(number: number).stores(known: outlook)
    let forecasts = stores.map { rules.forecast(of: $0) }.sorted { $0.store < $1.store }
    let counts = StoreCounts(of: stores, approved: contract.counts.approved)
    let reachable = forecasts.count { $0.verdict != .outOfReach }
    let newStores =
      rules.openGoLive == nil ? 0 : max(0, contract.counts.approved - reachable)
    let standing = contract.blockedBy.filter { Self.standing.contains($0) }
    func review(_ completed: Int, _ blocking: [FindingCode]) -> ContractReview {
      ContractReview(
        approval: contract.approval, stores: [], counts: counts.completing(completed),
        work: contract.work, rulings: contract.rulings, blockedBy: blocking, outlook.programme,
        outlook.phase)
    }
    return ContractForecast(
      asItStands: review(counts.completed, contract.blockedBy),
      atBest: review(reachable + newStores, standing),
      asApproved: review(max(reachable, counts.approved), standing), stores: forecasts,
      newStores: newStores, goLiveBy: newStores > 0 ? rules.openGoLive : nil, lastUse: lastUse,
      outlook.phase)
  }

  /// Several contracts' forecasts in their order, some at a time.
  ///
  /// - Parameters:
  ///   - contracts: Their reviews.
  ///   - reviewers: What they were reviewed by.
  ///   - jobs: How many parts are worked on at a time; the outcome is the same.
  /// - Returns: The forecasts of those that have an approval.
  package func forecasts(
    of contracts: [ContractReview], by reviewers: ContractReviewers, jobs: Int
  ) async -> [ContractForecast] {
    let size = max(1, contracts.count / (4 * max(1, jobs)))
    let starts = Array(stride(from: 0, to: contracts.count, by: size))
    var parts = [[ContractForecast]](repeating: [], count: starts.count)
    await withTaskGroup(of: (Int, [ContractForecast]).self) { group in
      for number in starts.indices {
        if number >= max(1, jobs), let (done, part) = await group.next() { parts[done] = part }
        let part = contracts[starts[number]..<min(starts[number] + size, contracts.count)]
        group.addTask { (number, part.compactMap { forecast(of: $0, by: reviewers) }) }
      }
      for await (done, part) in group { parts[done] = part }
    }
    return parts.flatMap { $0 }
  }
}

extension ContractReviews {
  /// The contract's stores with the uses that are known, and the last day of any.
  fileprivate func stores(
    known outlook: Outlook
  ) -> (stores: [StoreReview], lastUse: CalendarDate?) {
    let known = roster.map { ($0.entry, outlook.known($0.daily)) }
    let stores = StoreReviews.reviews(
      known, rulings, solutions, outlook.programme, asOf: outlook.asOf, outlook.phase)
    return (stores, known.compactMap { $0.1.last?.day }.max())
  }
}
