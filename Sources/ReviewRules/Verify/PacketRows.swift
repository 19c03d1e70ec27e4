package import ReviewModel

/// The rows and settings that a packet keeps, from which its results can be worked out again.
///
/// Change one of them, and `review` tells what that alone does to statuses and money.
package struct PacketRows: Sendable {
  package var programme: Programme
  package let phase: Phase
  package let asOf: CalendarDate
  package var approval: Approval
  package var roster: [(entry: RosterEntry, daily: [DailyUses])]
  /// In the order of the file.
  package var progress: [ProgressRow]
  package var rulings: [Ruling]
  package var solutions: [Solution]
  /// The codes of findings that block the contract.
  package var blockedBy: [FindingCode]

  package init(of packet: Packet) {
    let review = packet.review
    programme = packet.provenance.programme
    phase = packet.provenance.phase
    asOf = packet.provenance.asOf
    approval = review.approval
    roster = review.stores.map { ($0.entry, $0.service?.daily ?? []) }
    progress = Self.rows(of: review.work)
    rulings = review.rulings
    solutions = packet.solutions
    blockedBy = packet.findings.filter {
      $0.rule.effect == .contractBlocked && $0.contract == review.id
    }.map(\.code)
  }

  /// An item's plan may be its first report as well: one row.
  private static func rows(of work: WorkProgress) -> [ProgressRow] {
    work.items.flatMap { item in
      [item.plan] + item.reports.filter { $0.source.line != item.plan.source.line }
    }.sorted { $0.source.line < $1.source.line }
  }

  /// The contract's review, from these rows alone.
  package func review() -> ContractReview {
    let stores = StoreReviews.reviews(
      roster, rulings,
      Dictionary(solutions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      programme, asOf: asOf, phase)
    return ContractReview(
      approval: approval, stores: stores,
      counts: StoreCounts(of: stores, approved: approval.approvedStores),
      work: WorkItems.progress(progress, asOf: asOf), rulings: rulings, blockedBy: blockedBy,
      programme, phase)
  }

  /// The figures of a review of these rows, as a packet has them.
  package func figures(of review: ContractReview) -> [Figure] {
    FigureTable.figures(of: review, programme, phase)
      + FigureTable.storeFigures(of: review, programme)
  }
}
