import ReviewModel
import TestSupport
import Testing

@testable import ReviewRules

@Suite struct DistrictTests {
  @Test(arguments: [
    // Shortfalls and verdicts of a district's two contracts.
    (0, ContractVerdict.pass, 0, ContractVerdict.pass, true), (1, .pass, 0, .pass, false),
    (0, .pass, 1, .pass, false), (0, .fail, 0, .pass, false), (0, .pass, 0, .fail, false),
  ])
  func `rewards a district whose contracts all reach their stores and pass`(
    firstShort: Int, first: ContractVerdict, secondShort: Int, second: ContractVerdict,
    isRewarded: Bool
  ) {
    let contracts = [
      review("D001", "12345675", short: firstShort, first),
      review("D001", "12345676", short: secondShort, second),
    ]
    let final = Districts.review(contracts, Programme(), .final)
    #expect(final.map(\.reward) == [isRewarded ? TWD(10_000) : .zero])
    let midterm = Districts.review(contracts, Programme(), .midterm)
    #expect(midterm.map(\.reward) == [.zero])
  }

  @Test func `sums contracts by district and districts by season`() {
    let contracts = [
      review("D001", "12345675", short: 2, .pass), review("D001", "12345676", short: 1, .fail),
      review("D002", "12345675", short: 0, .pass),
    ]
    let districts = Districts.review(contracts, Programme(), .final)
    #expect(districts.map(\.id.text) == ["D001", "D002"])
    #expect(districts.map(\.shortfall) == [3, 0])
    #expect(districts.map(\.approved) == [5, 1] && districts.map(\.completed) == [2, 1])
    #expect(districts.map(\.deduction) == [TWD(30_000), .zero])
    #expect(districts.map(\.reward) == [.zero, TWD(10_000)])
    let totals = Districts.totals(contracts, districts)
    #expect(totals.contracts == 3 && totals.districts == 2)
    #expect(totals.approved == 6 && totals.completed == 3 && totals.shortfall == 3)
    #expect(totals.deduction == TWD(60_000) && totals.rewards == TWD(10_000))
    // 380,000 + 580,000, 390,000 + 590,000 and 400,000 + 600,000; the second is withheld.
    #expect(totals.recognised == TWD(2_940_000))
    #expect(totals.payable == TWD(1_960_000) && totals.withheld == TWD(980_000))
    #expect(ResultChecks.faults(of: contracts, districts, totals, .final).isEmpty)
  }

  @Test func `takes the reward from the programme`() {
    var programme = Programme()
    programme.districtReward = TWD(123)
    let districts = Districts.review([review("D001", short: 0, .pass)], programme, .final)
    #expect(districts.map(\.reward) == [TWD(123)])
  }

  private func review(
    _ district: String, _ vendor: String = "12345675", short: Int, _ verdict: ContractVerdict
  ) -> ContractReview {
    let approval = Sample.approval(stores: short + 1, contract: Sample.id(district, vendor))
    let counts = Sample.counts(approved: short + 1, completed: 1)
    return ContractReview(
      approval: approval, stores: [], counts: counts,
      work: WorkItems.progress([], asOf: day("2021-10-31")),
      settlement: Settlements.settle(approval, counts, [], verdict, Programme(), .final),
      verdict: verdict, blockedBy: [], totalUses: 0, rulings: [])
  }
}
