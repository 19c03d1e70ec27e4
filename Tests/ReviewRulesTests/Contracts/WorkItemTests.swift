import ReviewModel
import Testing

@testable import ReviewRules

@Suite struct WorkItemTests {
  @Test(
    arguments: [
      // Planned start and end, as-of, hundredths of a percent.
      ("2021-06-01", "2021-06-10", "2021-05-31", 0),
      ("2021-06-01", "2021-06-10", "2021-06-01", 10_00),
      ("2021-06-01", "2021-06-10", "2021-06-09", 90_00),
      ("2021-06-01", "2021-06-10", "2021-06-10", 100_00),
      ("2021-06-01", "2021-06-10", "2021-06-11", 100_00),
      ("2021-06-01", "2021-06-01", "2021-05-31", 0),
      ("2021-06-01", "2021-06-01", "2021-06-01", 100_00),
      ("2021-06-01", "2021-06-03", "2021-06-01", 33_33),
      ("2021-06-01", "2021-06-03", "2021-06-02", 66_67),
      // 1 of 32 days: 3.125 goes up.
      ("2021-06-01", "2021-07-02", "2021-06-01", 3_13),
    ] as [(String, String, String, Int128)])
  func `plans an item by its days`(start: String, end: String, asOf: String, planned: Int128) {
    let row = Sample.work(from: start, to: end)
    #expect(WorkItems.planned(row, asOf: day(asOf)) == Hundredths(planned))
  }

  @Test func `rounds per item, then the sum`() {
    // 3.13 each, not 3.125: 50 × 3.13 + 50 × 3.13 = 3.13; and 0.5 × 3.13 = 1.565 goes up.
    let rows = ["1", "2"].map {
      Sample.work($0, weight: 50_00, from: "2021-06-01", to: "2021-07-02")
    }
    #expect(progress(rows, "2021-06-01").planned == Hundredths(3_13))
    #expect(progress([rows[0]], "2021-06-01").planned == Hundredths(1_57))
  }

  @Test func `weighs each item's progress`() {
    let rows = [
      Sample.work("1", weight: 33_33, reported: "2021-06-30", 50_00),
      Sample.work("2", weight: 66_67, reported: "2021-06-30", 25_25),
    ]
    let work = progress(rows, "2021-10-31")
    // 16.665 + 16.834175 = 33.499175.
    #expect(work.actual == Hundredths(33_50))
    #expect(work.planned == .oneHundred && work.weightSum == .oneHundred)
    #expect(work.variance == Hundredths(-66_50))
  }

  @Test func `takes the latest report up to as-of, whatever the order of the rows`() {
    let rows = [
      Sample.work(reported: "2021-09-30", 80_00, line: 2),
      Sample.work(reported: "2021-06-30", 20_00, line: 3),
      Sample.work(reported: "2021-08-31", 60_00, line: 4),
    ]
    #expect(progress(rows, "2021-06-29").actual == .zero)
    #expect(progress(rows, "2021-06-30").actual == Hundredths(20_00))
    #expect(progress(rows, "2021-08-31").actual == Hundredths(60_00))
    #expect(progress(rows, "2021-10-31").actual == Hundredths(80_00))
    #expect(progress(rows, "2021-08-31").items.first?.reports.map(\.source.line) == [3, 4])
  }

  @Test func `takes the later row of two reports of a day`() {
    let rows = [
      Sample.work(reported: "2021-06-30", 70_00, line: 2),
      Sample.work(reported: "2021-06-30", 60_00, line: 3),
    ]
    #expect(progress(rows, "2021-10-31").actual == Hundredths(60_00))
    #expect(progress(rows.reversed(), "2021-10-31").actual == Hundredths(70_00))
  }

  @Test func `plans by an item's first row`() {
    let rows = [
      Sample.work(weight: 100_00, to: "2021-10-31"),
      Sample.work(weight: 50_00, to: "2021-06-01", reported: "2021-06-02", 10_00),
    ]
    let work = progress(rows, "2021-06-02")
    #expect(work.items.count == 1 && work.weightSum == .oneHundred)
    // 2 of 153 days.
    #expect(work.planned == Hundredths(1_31) && work.actual == Hundredths(10_00))
  }

  @Test func `is zero without rows`() {
    let work = progress([], "2021-10-31")
    #expect(work.planned == .zero && work.actual == .zero && work.variance == .zero)
  }

  private func progress(_ rows: [ProgressRow], _ asOf: String) -> WorkProgress {
    WorkItems.progress(rows, asOf: day(asOf))
  }
}
