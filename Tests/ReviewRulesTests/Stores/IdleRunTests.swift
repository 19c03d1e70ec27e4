import ReviewModel
import Testing

@testable import ReviewRules

@Suite struct IdleRunTests {
  @Test(arguments: [
    // Days of June 1 to 10 with uses; the longest run and its first day.
    ([Int](), 10, 1), ([1], 9, 2), ([10], 9, 1), ([5], 5, 6), ([6], 5, 1), ([1, 10], 8, 2),
    ([1, 4, 10], 5, 5), ([3, 6, 9], 2, 1), (Array(1...10), 0, 0), (Array(2...10), 1, 1),
    (Array(1...9), 1, 10),
  ])
  func `finds the longest run, the first of equals`(used: [Int], days: Int, first: Int) throws {
    var sample = ServiceSample("2021-06-01", through: "2021-06-10")
    for number in used { sample.uses[day("2021-06-01").adding(days: number - 1)] = 1 }
    let run = try #require(sample.record).longestIdle
    #expect(run.days == days)
    #expect(run.first == (first == 0 ? nil : day("2021-06-01").adding(days: first - 1)))
  }

  @Test func `ends with the service period`() throws {
    var sample = ServiceSample("2021-06-01", through: "2021-10-31", ended: "2021-06-10")
    sample.uses[day("2021-06-08")] = 1
    #expect(try #require(sample.record).longestIdle.days == 7)
  }
}
