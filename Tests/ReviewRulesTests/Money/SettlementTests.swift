import ReviewModel
import TestSupport
import Testing

@testable import ReviewRules

@Suite struct SettlementTests {
  /// Fees and shortfall, and the amounts that follow.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fees: (counselling: Int128, cloud: Int128)
    var short = 0
    var rulings: [Ruling] = []
    let cloud: Int128
    let counselling: Int128

    init(
      _ what: String, _ counselling: Int128, _ cloud: Int128, short: Int = 0,
      _ rulings: [Ruling] = [], gives recognised: (cloud: Int128, counselling: Int128)
    ) {
      testDescription = what
      fees = (counselling, cloud)
      self.short = short
      self.rulings = rulings
      self.cloud = recognised.cloud
      self.counselling = recognised.counselling
    }
  }

  private static let recognised: [Case] = [
    Case("the whole fee at the cap", 1_000_000, 400_000, gives: (400_000, 600_000)),
    Case("less than the cap", 1_000_000, 399_999, gives: (399_999, 600_001)),
    Case(
      "above the cap: the rest is paid to nobody", 1_000_000, 400_001, gives: (400_000, 599_999)),
    Case("a cap rounded down", 1_000_001, 500_000, gives: (400_000, 500_001)),
    Case("a cap rounded down to nothing", 2, 1, gives: (0, 1)),
    Case("a cloud fee above the counselling fee", 100_000, 150_000, gives: (40_000, 0)),
    Case("a store short", 1_000_000, 400_000, short: 1, gives: (390_000, 590_000)),
    Case("deductions from the capped fee", 1_000_000, 600_000, short: 2, gives: (380_000, 380_000)),
    Case("a deduction as high as the fee", 100_000, 40_000, short: 4, gives: (0, 20_000)),
    Case("a deduction above the fee", 100_000, 40_000, short: 5, gives: (0, 10_000)),
    Case("deductions above both", 100_000, 40_000, short: 7, gives: (0, 0)),
    Case("no cloud fee", 100_000, 0, gives: (0, 100_000)),
    Case(
      "recognised below", 1_000_000, 400_000,
      [Sample.ruling(.recognise, 399_999, on: "2021-10-01")], gives: (399_999, 600_000)),
    Case(
      "recognised above", 1_000_000, 400_000,
      [Sample.ruling(.recognise, 400_001, on: "2021-10-01")], gives: (400_000, 600_000)),
    Case(
      "recognised above what the deduction leaves", 1_000_000, 400_000, short: 1,
      [Sample.ruling(.recognise, 395_000, on: "2021-10-01")], gives: (390_000, 590_000)),
    Case(
      "recognised as nothing", 1_000_000, 400_000, [Sample.ruling(.recognise, 0, on: "2021-10-01")],
      gives: (0, 600_000)),
    Case(
      "the latest of two, though it stands first", 1_000_000, 400_000,
      [
        Sample.ruling(.recognise, 300_000, on: "2021-10-02"),
        Sample.ruling(.recognise, 200_000, on: "2021-10-01"),
      ], gives: (300_000, 600_000)),
    Case(
      "of equal dates the later row", 1_000_000, 400_000,
      [
        Sample.ruling(.recognise, 200_000, on: "2021-10-01"),
        Sample.ruling(.recognise, 300_000, on: "2021-10-01"),
      ], gives: (300_000, 600_000)),
    Case(
      "not provided, whatever is recognised", 1_000_000, 400_000,
      [
        Sample.ruling(.nonProvision, on: "2021-09-01"),
        Sample.ruling(.recognise, 300_000, on: "2021-10-01"),
      ], gives: (0, 600_000)),
    Case(
      "a store's ruling changes no amount", 1_000_000, 400_000,
      [Sample.ruling(.disallow, on: "2021-10-01")], gives: (400_000, 600_000)),
    Case(
      "amounts as high as the input allows", 1_000_000_000_000, 400_000_000_000,
      short: 1_000_000_000_000, gives: (0, 0)),
  ]

  @Test(arguments: recognised)
  func `recognises what is left of the fees`(money: Case) {
    let final = settle(money, .pass, .final)
    #expect(final.recognisedCloudFee == TWD(money.cloud))
    #expect(final.recognisedCounsellingFee == TWD(money.counselling))
    #expect(final.vendorDeduction == TWD(Int128(money.short) * 10_000))
    #expect(final.totalDeduction == TWD(Int128(money.short) * 20_000))
  }

  @Test(arguments: recognised)
  func `pays all that is recognised at final, and withholds it when the contract fails`(
    money: Case
  ) {
    let passed = settle(money, .pass, .final)
    #expect(passed.payableCloudFee == passed.recognisedCloudFee)
    #expect(passed.payableCounsellingFee == passed.recognisedCounsellingFee)
    #expect(passed.withheldTotal == .zero)
    let failed = settle(money, .fail, .final)
    #expect(failed.payableTotal == .zero && failed.withheldTotal == passed.payableTotal)
    #expect(failed.recognisedTotal == passed.recognisedTotal)
  }

  @Test(arguments: recognised, [ContractVerdict.pass, .fail])
  func `pays and withholds nothing at mid-term`(money: Case, verdict: ContractVerdict) {
    let trial = settle(money, verdict, .midterm)
    #expect(trial.payableTotal == .zero && trial.withheldTotal == .zero)
    #expect(trial.recognisedCloudFee == TWD(money.cloud))
    #expect(trial.recognisedCounsellingFee == TWD(money.counselling))
  }

  @Test(
    arguments: [
      (1_000_000, 40_00, 400_000), (1_000_001, 40_00, 400_000), (1_000_003, 33_33, 333_300),
      (999, 0, 0), (999, 100_00, 999), (1, 99_99, 0),
    ] as [(Int128, Int128, Int128)])
  func `rounds the cap of the cloud fee down`(fee: Int128, share: Int128, cap: Int128) {
    var programme = Programme()
    programme.cloudFeeSharePercent = Hundredths(share)
    let approval = Sample.approval(counselling: fee)
    #expect(Settlements.cloudFeeCap(approval, programme) == TWD(cap))
  }

  @Test func `takes the amounts per store from the programme`() {
    var programme = Programme()
    programme.vendorDeductionPerStore = TWD(7)
    programme.districtDeductionPerStore = TWD(5)
    let money = Settlements.settle(
      Sample.approval(stores: 3), Sample.counts(approved: 3, completed: 1), [], .pass, programme,
      .final)
    #expect(money.recognisedCloudFee == TWD(399_986))
    #expect(money.recognisedCounsellingFee == TWD(599_990))
  }

  @Test func `deducts nothing for a surplus of stores`() {
    let counts = Sample.counts(approved: 2, completed: 3)
    #expect(counts.shortfall == 0)
    #expect(counts.completionProgress == .oneHundred && counts.adoptionProgress == .oneHundred)
  }

  private func settle(_ money: Case, _ verdict: ContractVerdict, _ phase: Phase) -> Settlement {
    Settlements.settle(
      Sample.approval(
        counselling: money.fees.counselling, cloud: money.fees.cloud, stores: money.short + 1),
      Sample.counts(approved: money.short + 1, completed: 1), money.rulings, verdict, Programme(),
      phase)
  }
}
