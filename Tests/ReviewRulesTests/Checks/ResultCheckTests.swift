import ReviewModel
import TestSupport
import Testing

@testable import ReviewRules

@Suite struct ResultCheckTests {
  @Test func `accepts a review that agrees with itself`() throws {
    let review = try #require(SeasonRun(.good()).review)
    for contract in review.contracts {
      #expect(ResultChecks.faults(of: contract, review.programme, review.phase).isEmpty)
    }
  }

  @Test func `finds a contract whose counts do not fit its stores`() throws {
    let review = try #require(SeasonRun(.good()).review)
    let good = try #require(review.contracts.first)
    let counts = StoreCounts(
      approved: 1, rostered: 2, eligible: 1, adopted: 2, completed: 0, usageMet: 1, usageShort: 0)
    let bad = changed(good, counts: counts, uses: good.totalUses + 1)
    let faults = ResultChecks.faults(of: bad, review.programme, review.phase)
    #expect(faults.map(\.code) == Array(repeating: .XX999, count: faults.count))
    #expect(faults.allSatisfy { $0.contract == good.id && $0.severity == .fatal })
    #expect(
      faults.compactMap(\.value) == [
        "eligible stores", "adopted stores", "completed stores", "uses by month",
      ])
  }

  @Test func `finds payments at mid-term, and season sums that do not fit`() throws {
    let review = try #require(SeasonRun(.good()).review)
    let contract = try #require(review.contracts.first)
    let faults = ResultChecks.faults(of: contract, review.programme, .midterm)
    #expect(faults.compactMap(\.value) == ["nothing is paid at mid-term"])
    var totals = review.totals
    totals.payable = totals.payable + TWD(1)
    let seasonFaults = ResultChecks.faults(of: review.contracts, review.districts, totals, .final)
    #expect(seasonFaults.map(\.code) == [.XX999])
    #expect(seasonFaults.allSatisfy { $0.contract == nil })
  }

  private func changed(
    _ review: ContractReview, counts: StoreCounts, uses: Int128
  ) -> ContractReview {
    ContractReview(
      approval: review.approval, stores: review.stores, counts: counts, work: review.work,
      settlement: review.settlement, verdict: review.verdict, blockedBy: review.blockedBy,
      totalUses: uses, rulings: review.rulings)
  }
}
