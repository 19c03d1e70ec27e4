import Foundation
import ReviewModel
import TestSupport

/// A store's figures once more, in the plainest way: Foundation's calendar and a loop over days.
struct NaiveStore {
  private let goLive: CalendarDate
  private let end: CalendarDate
  private let programme: Programme
  private var uses: [CalendarDate: Int] = [:]

  /// - Parameters:
  ///   - entry: The store, with a go-live date.
  ///   - season: The files, of which the usage rows are taken.
  ///   - programme: The settings.
  ///   - asOf: The last day that counts.
  init?(
    _ entry: RosterEntry, in season: SeasonBuilder, _ programme: Programme, asOf: CalendarDate
  ) {
    guard let goLive = entry.goLive, goLive <= asOf else { return nil }
    self.goLive = goLive
    self.programme = programme
    end = entry.endedOn.map { min($0, asOf) } ?? asOf
    for (path, table) in season.tables where path.hasPrefix("usage/") {
      for row in table.rows where row[0] == entry.store.text {
        guard let date = CalendarDate(iso: row[1]), let count = Int(row[2]), date >= goLive,
          date <= end
        else { continue }
        uses[date, default: 0] += count
      }
    }
  }

  /// The store's figures by name and period.
  var figures: [String: String] {
    var figures = [
      "go-live": goLive.isoText, "service-days": String(days.count),
      "full-service-months": String(fullMonths), "usage-total": String(total(days)),
      "usage-verdict": verdict, "longest-idle": String(longestIdle),
      "growing": isGrowing ? "yes" : "no",
    ]
    for month in 1..<30 where !days(ofMonth: month).isEmpty {
      figures["weekly-average m\(month)"] = hundredths(
        total(days(ofMonth: month)) * 7, days(ofMonth: month).count)
      figures["month-verdict m\(month)"] = verdict(ofMonth: month)
    }
    return figures
  }

  var hasUses: Bool { total(days) > 0 }

  var verdict: String {
    let all = (1..<30).map { verdict(ofMonth: $0) }
    if all.contains("short") { return "short" }
    return all.contains("met") ? "met" : "unassessed"
  }

  var satisfiesDuration: Bool { end >= monthLater(programme.moreThanMonths) }

  private var days: [CalendarDate] {
    var days: [CalendarDate] = []
    var date = goLive
    while date <= end {
      days.append(date)
      date = date.adding(days: 1)
    }
    return days
  }

  /// The month that a day of the service lies in.
  private func month(of date: CalendarDate) -> Int {
    var month = 1
    while monthLater(month) <= date { month += 1 }
    return month
  }

  private func days(ofMonth number: Int) -> [CalendarDate] {
    days.filter { month(of: $0) == number }
  }

  private func total(_ days: [CalendarDate]) -> Int { days.reduce(0) { $0 + uses[$1, default: 0] } }

  private func threshold(_ month: Int) -> Int {
    month <= programme.weeklyThresholds.count
      ? programme.weeklyThresholds[month - 1] : programme.weeklyThresholds.last ?? 0
  }

  private func verdict(ofMonth number: Int) -> String {
    let days = days(ofMonth: number)
    switch programme.assessment {
    case .monthlyAverage:
      if days.isEmpty || days.count < programme.minAssessedDays { return "unassessed" }
      return total(days) * 7 >= threshold(number) * days.count ? "met" : "short"
    case .everyWeek:
      var isMet: Bool?
      for week in 0..<100 {
        let first = goLive.adding(days: week * 7)
        guard first.adding(days: 6) <= end, month(of: first) == number else { continue }
        let uses = total((0..<7).map { first.adding(days: $0) })
        isMet = isMet != false && uses >= threshold(number)
      }
      return isMet.map { $0 ? "met" : "short" } ?? "unassessed"
    }
  }

  private var fullMonths: Int {
    (1..<30).last { monthLater($0).adding(days: -1) <= end } ?? 0
  }

  private var longestIdle: Int {
    var longest = 0
    var run = 0
    for date in days {
      run = uses[date, default: 0] == 0 ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private var isGrowing: Bool {
    guard verdict(ofMonth: 4) != "unassessed", verdict(ofMonth: 5) != "unassessed" else {
      return false
    }
    for month in 4..<30 where verdict(ofMonth: month) != "unassessed" {
      guard verdict(ofMonth: month) == "met" else { return false }
      guard month > 4 else { continue }
      let (now, before) = (days(ofMonth: month), days(ofMonth: month - 1))
      guard total(now) * before.count > total(before) * now.count else { return false }
    }
    return true
  }

  private func hundredths(_ numerator: Int, _ denominator: Int) -> String {
    let rounded = (numerator * 200 + denominator) / (denominator * 2)
    let rest = String(rounded % 100)
    return "\(rounded / 100)." + (rest.utf8.count == 1 ? "0" : "") + rest
  }

  private func monthLater(_ count: Int) -> CalendarDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let start = Date(timeIntervalSince1970: Double(goLive.dayNumber) * 86_400)
    guard let later = calendar.date(byAdding: .month, value: count, to: start) else {
      preconditionFailure("no day \(count) months later")
    }
    return CalendarDate(dayNumber: Int(later.timeIntervalSince1970) / 86_400)
  }
}
