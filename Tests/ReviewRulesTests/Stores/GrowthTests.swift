import ReviewModel
import Testing

@testable import ReviewRules

@Suite struct GrowthTests {
  /// Months of 31, 28, 31, 30, 31 and 30 days, thresholds 5, 10, 15, 20, 20, 20.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let uses: [Int]
    let asOf: String
    let isGrowing: Bool

    init(_ what: String, _ uses: [Int], through asOf: String, _ isGrowing: Bool) {
      testDescription = what
      self.uses = uses
      self.asOf = asOf
      self.isGrowing = isGrowing
    }
  }

  @Test(arguments: [
    Case("month 5 higher than month 4", [30, 50, 70, 90, 94], through: "2021-05-31", true),
    Case(
      "equal averages: 90 of 30 days, 93 of 31", [30, 50, 70, 90, 93], through: "2021-05-31", false),
    Case("more uses, but a lower average", [30, 50, 70, 90, 92], through: "2021-05-31", false),
    Case(
      "equal as shown, higher as ratios: 27.7667 and 27.7742", [30, 50, 70, 119, 123],
      through: "2021-05-31", true),
    Case("month 4 lower than month 3", [30, 50, 200, 90, 94], through: "2021-05-31", true),
    Case("month 4 one use short", [30, 50, 70, 85, 94], through: "2021-05-31", false),
    Case("month 4 exactly enough", [30, 50, 70, 86, 94], through: "2021-05-31", true),
    Case("month 1 short does not matter", [0, 50, 70, 90, 94], through: "2021-05-31", true),
    Case("month 6 higher", [30, 50, 70, 90, 94, 92], through: "2021-06-30", true),
    Case("month 6 falling", [30, 50, 70, 90, 94, 90], through: "2021-06-30", false),
    Case("month 6 of six days", [30, 50, 70, 90, 94, 0], through: "2021-06-06", true),
    Case("month 6 of seven days", [30, 50, 70, 90, 94, 0], through: "2021-06-07", false),
    Case("month 5 of six days", [30, 50, 70, 90, 94], through: "2021-05-06", false),
    Case("month 5 of seven days", [30, 50, 70, 90, 94], through: "2021-05-07", true),
    Case("four months", [30, 50, 70, 90], through: "2021-04-30", false),
  ])
  func `grows when every month after the fourth is met and higher`(growth: Case) throws {
    var sample = ServiceSample("2021-01-01", through: growth.asOf)
    sample.useMonthly(growth.uses)
    #expect(try #require(sample.record).isGrowing == growth.isGrowing)
  }
}
