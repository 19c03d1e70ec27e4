package import ReviewModel

/// Why a store has its status, in the words of a reviewer who can check it.
package struct StoreReasons {
  let programme: Programme
  let asOf: CalendarDate
  let format: FigureText

  init(programme: Programme, asOf: CalendarDate, format: FigureText) {
    self.programme = programme
    self.asOf = asOf
    self.format = format
  }

  package init(_ programme: Programme, asOf: CalendarDate, in language: Language) {
    self.init(programme: programme, asOf: asOf, format: FigureText(language: language))
  }

  /// One text for each reason; empty for a completed store.
  package func texts(of store: StoreReview) -> [String] {
    switch store.status {
    case .disallowed: disallowed(store)
    case .ineligible: ineligible(store)
    case .notAdopted: [notAdopted(store)]
    case .noUsage: [noUsage(store)]
    case .usageShort: store.service.map { usageShort($0) } ?? []
    case .usageUnassessed: [unassessed()]
    case .durationShort: store.service.map { [durationShort($0)] } ?? []
    case .noContinuityPlan:
      [text(zh: "清冊未填持續性營運規劃（C3）", en: "The roster gives no continuity plan (C3)")]
    case .completed: []
    }
  }

  private func text(zh: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    format.either(zh: zh(), en: en())
  }

  private func disallowed(_ store: StoreReview) -> [String] {
    guard let ruling = store.disallowedBy else { return [] }
    let day = format.date(ruling.ruledOn)
    let place = ruling.source.place(of: .ruling).fileAndLine
    return [
      text(
        zh: "\(day)認定不予認列：\(ruling.reason)（\(place)）",
        en: "Disallowed by the ruling of \(day): \(ruling.reason) (\(place))")
    ]
  }

  private func ineligible(_ store: StoreReview) -> [String] {
    store.ineligibleBy.map { code in
      let rule = FindingRegistry.rule(code)
      let clause = rule.clause.map { text(zh: "（\($0.rawValue)）", en: " (\($0.rawValue))") } ?? ""
      return "\(code.rawValue) \(rule.title[format.language])\(clause)"
    }
  }

  private func notAdopted(_ store: StoreReview) -> String {
    guard let goLive = store.entry.goLive else {
      return text(zh: "清冊未填導入日期", en: "The roster gives no go-live date")
    }
    return text(
      zh: "導入日期\(format.date(goLive))在基準日\(format.date(asOf))之後",
      en: "Goes live on \(format.date(goLive)), after \(format.date(asOf))")
  }

  private func noUsage(_ store: StoreReview) -> String {
    let count = store.service?.days ?? 0
    let days = format.number(count)
    return text(
      zh: "服務期間 \(days) 日，無採計的使用次數",
      en: "No counted use in \(days) \(count == 1 ? "day" : "days") of service")
  }

  private func usageShort(_ service: ServiceRecord) -> [String] {
    let short = service.months.filter { $0.verdict == .short }
    switch programme.assessment {
    case .monthlyAverage:
      return short.map { month in
        let average = month.weeklyAverage.hundredths.text
        return text(
          zh: "第 \(month.number) 月每週平均 \(average) < \(month.threshold)，尚缺 \(month.missingUses) 次",
          en: """
            Month \(month.number): \(average) a week < \(month.threshold), \
            \(month.missingUses) \(month.missingUses == 1 ? "use" : "uses") missing
            """)
      }
    case .everyWeek:
      return short.map { month in
        let weeks = service.weeks.filter { $0.month == month.number && !$0.isMet }
        return text(
          zh: "第 \(month.number) 月有未達標之週："
            + weeks.map { "第 \($0.number) 週 \($0.uses) < \($0.threshold)" }
            .joined(separator: "、"),
          en: "Month \(month.number) has weeks that are not met: "
            + weeks.map { "week \($0.number): \($0.uses) < \($0.threshold)" }
            .joined(separator: ", "))
      }
    }
  }

  private func unassessed() -> String {
    switch programme.assessment {
    case .monthlyAverage:
      text(
        zh: "沒有任何服務月滿 \(programme.minAssessedDays) 日，無法評定",
        en: "No service month has \(programme.minAssessedDays) observed days")
    case .everyWeek:
      text(zh: "沒有任何完整的服務週，無法評定", en: "No whole week of service to assess")
    }
  }

  private func durationShort(_ service: ServiceRecord) -> String {
    let (end, wanted) = (format.date(service.end), format.date(service.durationReachedOn))
    return text(
      zh: "服務至\(end)；須持續至\(wanted)，始超過 \(programme.moreThanMonths) 個月",
      en: """
        Service until \(end); it lasts longer than \(programme.moreThanMonths) \
        \(programme.moreThanMonths == 1 ? "month" : "months") \
        on \(wanted)
        """)
  }
}
