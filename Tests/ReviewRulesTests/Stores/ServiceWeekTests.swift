import ReviewModel
import Testing

@testable import ReviewRules

@Suite struct ServiceWeekTests {
  private func sample(through asOf: String) -> ServiceSample {
    var sample = ServiceSample("2021-06-01", through: asOf)
    sample.programme.assessment = .everyWeek
    sample.programme.weeklyThresholds = [3, 6]
    return sample
  }

  @Test(arguments: [
    ("2021-06-06", 0), ("2021-06-07", 1), ("2021-06-13", 1), ("2021-06-14", 2), ("2021-07-05", 5),
  ])
  func `counts whole weeks only`(asOf: String, weeks: Int) throws {
    let record = try #require(sample(through: asOf).record)
    #expect(record.weeks.count == weeks)
    #expect(record.months.first?.verdict == (weeks == 0 ? .unassessed : .short))
  }

  @Test func `gives a week to the month that its first day lies in`() throws {
    let record = try #require(sample(through: "2021-08-31").record)
    // 29 June to 5 July is the fifth week, and June's.
    #expect(record.weeks.map(\.month) == [1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3])
    #expect(record.weeks.map(\.threshold).prefix(6) == [3, 3, 3, 3, 3, 6])
    #expect(record.weeks[4].first == day("2021-06-29"))
  }

  @Test func `gives a week that begins with a month to that month`() throws {
    // February has four weeks; the fifth begins on 1 March, the second month's first day.
    var sample = sample(through: "2021-03-07")
    sample.goLive = "2021-02-01"
    let record = try #require(sample.record)
    #expect(record.weeks.map(\.month) == [1, 1, 1, 1, 2])
    #expect(record.weeks.last?.threshold == 6)
  }

  @Test func `counts uses on both sides of a month's end in one week`() throws {
    var sample = sample(through: "2021-07-05")
    for week in 0..<4 { sample.uses[day("2021-06-01").adding(days: 7 * week)] = 3 }
    sample.uses[day("2021-06-30")] = 1
    sample.uses[day("2021-07-05")] = 2
    let record = try #require(sample.record)
    #expect(record.weeks.map(\.uses) == [3, 3, 3, 3, 3])
    #expect(record.months.map(\.verdict) == [.met, .unassessed])
    #expect(record.verdict == .met)
    // The averages are those of the months all the same.
    #expect(record.months.map(\.uses) == [13, 2])
  }

  @Test(arguments: [0, 2, 4])
  func `is short by one use in any of its weeks`(short: Int) throws {
    var sample = sample(through: "2021-07-05")
    for week in 0..<5 {
      sample.uses[day("2021-06-07").adding(days: 7 * week)] = week == short ? 2 : 3
    }
    let record = try #require(sample.record)
    #expect(record.months.first?.verdict == .short && record.verdict == .short)
  }

  @Test func `assesses a month of few days that has a whole week`() throws {
    var sample = sample(through: "2021-06-07")
    sample.programme.minAssessedDays = 30
    sample.uses[day("2021-06-07")] = 3
    #expect(try #require(sample.record).verdict == .met)
  }

  @Test func `does not assess a last month without a whole week`() throws {
    var sample = sample(through: "2021-07-11")
    for week in 0..<5 { sample.uses[day("2021-06-01").adding(days: 7 * week)] = 3 }
    let record = try #require(sample.record)
    #expect(record.months.map(\.days) == [30, 11])
    #expect(record.months.map(\.verdict) == [.met, .unassessed])
  }
}
