import ReviewModel
import ReviewRules

// What a store needs, or why it is out of reach.

extension ForecastPrinter {
  /// All that a store needs, or all that keeps it from being completed, a line each.
  func texts(_ store: StoreForecast) -> [String] {
    mending(store) + (store.obstacles.isEmpty ? needs(store) : store.obstacles.map(text))
  }

  private func mending(_ store: StoreForecast) -> [String] {
    guard !store.codesToMend.isEmpty else { return [] }
    let codes = store.codesToMend.map(\.rawValue)
    return [
      say("先更正 \(codes.joined(separator: "、"))", "mend \(codes.joined(separator: ", "))")
        + (store.isUnjudged
          ? say("，其使用次數更正後才能計算", "; what its uses are worth can be told only then") : "")
    ]
  }

  private func needs(_ store: StoreForecast) -> [String] {
    var parts: [String] = []
    if let day = store.goLiveBy {
      parts.append(say("最遲 \(day.isoText) 導入", "go live by \(day.isoText)"))
    }
    parts += store.months.flatMap { lines($0, store.pace) }
    if store.needsAnyUse { parts.append(say("至少使用一次", "one use at least")) }
    if store.needsContinuityPlan {
      parts.append(say("補持續營運規劃", "a plan for continued operation"))
    }
    return parts
  }

  private func text(_ obstacle: Obstacle) -> String {
    switch obstacle {
    case .disallowed(let day):
      return say("\(day.isoText) 認定不予認列", "disallowed by a ruling of \(day.isoText)")
    case .tooLateToGoLive(let latest?):
      return say(
        "尚未導入；最遲須於 \(latest.isoText) 導入，已逾期",
        "not live; \(latest.isoText) was the latest go-live that would have done")
    case .tooLateToGoLive(nil):
      return say("尚未導入，且已無可行的導入日", "not live, and no go-live day would do")
    case .short(let past): return text(past)
    case .unassessed(let end):
      return say(
        "至 \(end.isoText) 沒有可受評的服務月", "no month of its service to \(end.isoText) can be assessed")
    case .durationShort(let day, let end):
      let months = outlook.programme.moreThanMonths
      return say(
        "持續超過 \(months) 個月須使用至 \(day.isoText)，服務僅到 \(end.isoText)",
        "more than \(months) months take until \(day.isoText), and its service counts to "
          + end.isoText)
    case .noUseLeft(let end):
      return say(
        "沒有計入的使用，服務已於 \(end.isoText) 結束", "no use counts, and its service ended on \(end.isoText)"
      )
    }
  }

  private func text(_ past: PastShortfall) -> String {
    let days = span(past.first, past.last)
    let uses = "\(past.uses)"
    guard past.weeks > 0 else {
      return say(
        "服務月 \(past.month)（\(days)）已過：僅 \(uses) 次，須達 \(past.wanted) 次，短少 \(past.missing) 次",
        "month \(past.month) (\(days)) is over: \(uses) of \(past.wanted) uses, "
          + "\(past.missing) short")
    }
    return say(
      "服務月 \(past.month) 已有 \(past.weeks) 週未達門檻，最早為 \(days)：僅 \(uses) 次，須達 \(past.wanted) 次",
      "month \(past.month): \(past.weeks) \(past.weeks == 1 ? "week is" : "weeks are") over and "
        + "short, the first (\(days)) with \(uses) of \(past.wanted) uses")
  }

  /// A text for the month, or for each run of its weeks that need the same.
  private func lines(_ month: MonthOutlook, _ pace: Pace?) -> [String] {
    switch outlook.programme.assessment {
    case .monthlyAverage:
      return month.needs.map { need in
        let missing = need.missing
        let days = need.remainingDays
        return say(
          "服務月 \(month.number)（\(span(need.first, need.last))）：已有 \(need.uses) 次，須達 \(need.wanted) 次，"
            + "餘 \(days) 天尚差 \(missing) 次",
          "month \(month.number) (\(span(need.first, need.last))): \(need.uses) of \(need.wanted) "
            + "uses, \(missing) more in \(dayCount(days))")
          + weekly(need) + text(pace, for: need)
      }
    case .everyWeek: return weeks(month, pace)
    }
  }

  /// The same by the week, where there is one left.
  private func weekly(_ need: UseNeed) -> String {
    guard need.hasWeekLeft else { return "" }
    return say("，即每週 \(need.wholePerWeek) 次", " = \(need.wholePerWeek) a week")
  }

  private func weeks(_ month: MonthOutlook, _ pace: Pace?) -> [String] {
    // Only the week that is under way differs from those that are to come.
    let whole = month.needs.drop { $0.first < outlook.firstOpen }
    var lines = month.needs.prefix { $0.first < outlook.firstOpen }.map { need in
      say(
        "服務月 \(month.number) 的一週（\(span(need.first, need.last))）：已有 \(need.uses) 次，須達 \(need.wanted) 次，"
          + "餘 \(need.remainingDays) 天尚差 \(need.missing) 次",
        "month \(month.number), week \(span(need.first, need.last)): \(need.uses) of "
          + "\(need.wanted) uses, \(need.missing) more in \(dayCount(need.remainingDays))")
        + text(pace, for: need)
    }
    if let first = whole.first {
      let count = whole.count
      lines.append(
        say(
          "服務月 \(month.number) 自 \(first.first.isoText) 起 \(count) 週，每週 \(first.wanted) 次",
          "month \(month.number), \(count) \(count == 1 ? "week" : "weeks") from "
            + "\(first.first.isoText): \(first.wanted) uses \(count == 1 ? "in it" : "in each")")
          + text(pace, for: first))
    }
    return lines
  }

  /// What the pace brings, in whole uses, so that the numbers show why it would do or not.
  private func text(_ pace: Pace?, for need: UseNeed) -> String {
    guard let pace else { return say("；尚無使用情形可推估", "; no pace yet") }
    let (average, brings) = (
      pace.weeklyAverage.hundredths.text, "\(pace.uses(in: need.remainingDays))"
    )
    let isEnough = need.isReached(at: pace)
    return say(
      "；目前每週 \(average) 次，可再得 \(brings) 次：\(isEnough ? "足夠" : "不足")",
      "; pace \(average) a week brings \(brings): \(isEnough ? "enough" : "not enough")")
  }

  private func dayCount(_ days: Int) -> String { "\(days) \(days == 1 ? "day" : "days")" }

  private func span(_ first: CalendarDate, _ last: CalendarDate) -> String {
    first.isoText + say(" 至 ", " to ") + last.isoText
  }
}
