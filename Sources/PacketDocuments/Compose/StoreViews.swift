internal import ReviewModel

/// A store with its status and why; the base of roster, usage and settlement.
struct StoreView: TemplateView {
  /// The store's place in the roster, from 1.
  let number: Int
  let store: StoreReview
  let own: SubjectFigures
  let solution: Solution?
  let context: PacketContext

  static let fields: [ViewField<StoreView>] = [
    .text("id") { $0.store.entry.store.text },
    .text("subject") { $0.store.entry.contract.text + "/" + $0.store.entry.store.text },
    .text("name") { $0.store.entry.name },
    .text("taxID") { $0.store.entry.taxID?.digits ?? FigureText.none },
    .text("address") { $0.store.entry.address },
    .text("solutionID") { $0.store.entry.solution.text },
    .text("solutionName") { $0.solution?.name ?? "" },
    .flag("hasEnded") { $0.store.entry.endedOn != nil },
    .text("endedOn") { $0.context.format.date($0.store.entry.endedOn) },
    .text("continuityPlan") {
      CodeWords.word($0.store.entry.continuityPlan != nil)[$0.context.language]
    },
    .text("fee") { $0.store.entry.fee.displayText },
    .text("contact") { $0.personal($0.store.entry.contact, Masking.name) },
    .text("phone") { $0.personal($0.store.entry.phone, Masking.phone) },
    .text("statusCode") { $0.store.status.rawValue },
    .text("statusWord") { CodeWords.word($0.store.status)[$0.context.language] },
    .flag("isCompleted") { $0.store.status == .completed },
    .flag("isEligible") { $0.store.status.isEligible },
    .texts("reasons") { $0.context.reasons.texts(of: $0.store) },
    .text("place") { $0.store.entry.source.place(of: .storeID).fileAndLine },
    .record("figure") { StoreFigures(own: $0.own) },
    .optional("service") { view in
      view.store.service.map { service in
        ServiceView(
          number: view.number, entry: view.store.entry, service: service, own: view.own,
          context: view.context)
      }
    },
  ]

  private func personal(_ text: String, _ mask: (String) -> String) -> String {
    context.options.showsFullContacts ? text : mask(text)
  }
}

/// A store's service: period, months against their thresholds, weeks where they decide.
struct ServiceView: TemplateView {
  let number: Int
  let entry: RosterEntry
  let service: ServiceRecord
  let own: SubjectFigures
  let context: PacketContext

  static let fields: [ViewField<ServiceView>] = [
    .text("from") { $0.context.format.date($0.service.goLive) },
    .text("through") { $0.context.format.date($0.service.end) },
    .flag("satisfiesDuration") { $0.service.satisfiesDuration },
    .text("durationReachedOn") { $0.context.format.date($0.service.durationReachedOn) },
    .text("idleFrom") { view in
      view.service.longestIdle.first.map { view.context.format.date($0) } ?? ""
    },
    .flag("isIdleTooLong") { $0.service.longestIdle.days > $0.context.programme.maxIdleDays },
    .list("months") { view in
      view.service.months.map { MonthView(month: $0, own: view.own, format: view.context.format) }
    },
    .markup("chart") { view in
      WeeklyUses(
        number: view.number, store: view.entry.store.text + " " + view.entry.name,
        weeks: view.service.weeks, format: view.context.format
      ).picture ?? ""
    },
    .flag("hasWeekRows") {
      $0.context.programme.assessment == .monthlyAverage && !$0.service.weeks.isEmpty
    },
    .list("weekRows") { view in
      view.context.programme.assessment == .monthlyAverage
        ? WeekRowView.rows(of: view.service.weeks, view.context.format) : []
    },
    .flag("hasWeeks") {
      $0.context.programme.assessment == .everyWeek && !$0.service.weeks.isEmpty
    },
    .list("weeks") { view in
      view.context.programme.assessment == .everyWeek
        ? view.service.weeks.map { WeekView(week: $0, format: view.context.format) } : []
    },
  ]
}

/// A service month.
struct MonthView: TemplateView {
  let month: ServiceMonth
  let own: SubjectFigures
  let format: FigureText

  static let fields: [ViewField<MonthView>] = [
    .text("number") { String($0.month.number) },
    .text("from") { $0.format.date($0.month.first) },
    .text("through") { $0.format.date($0.month.last) },
    .text("days") { $0.format.number($0.month.days) },
    .text("uses") { $0.format.number($0.month.uses) },
    .text("threshold") { $0.format.number($0.month.threshold) },
    .optional("average") { $0.own.view(.storeWeeklyAverage, month: $0.month.number) },
    .optional("verdict") { $0.own.view(.storeMonthVerdict, month: $0.month.number) },
    .text("verdictCode") { $0.month.verdict.rawValue },
    .flag("isShort") { $0.month.verdict == .short },
  ]
}

/// A service week, where every one counts.
struct WeekView: TemplateView {
  let week: ServiceWeek
  let format: FigureText

  static let fields: [ViewField<WeekView>] = [
    .text("number") { String($0.week.number) },
    .text("month") { String($0.week.month) },
    .text("from") { $0.format.date($0.week.first) },
    .text("start") { $0.format.dayOfYear($0.week.first) },
    .text("uses") { $0.format.number($0.week.uses) },
    .text("threshold") { $0.format.number($0.week.threshold) },
    .text("verdictCode") { $0.verdict.rawValue },
    .text("verdictWord") { CodeWords.word($0.verdict)[$0.format.language] },
    .flag("isShort") { !$0.week.isMet },
  ]

  private var verdict: UsageVerdict { week.isMet ? .met : .short }
}

/// As many weeks as a page is wide, the numbers that the chart beside it draws.
struct WeekRowView: TemplateView {
  let weeks: ArraySlice<ServiceWeek>
  let format: FigureText

  /// A season's weeks, so that most stores need one row.
  ///
  /// Unit: weeks.
  static let length = 20

  static let fields: [ViewField<WeekRowView>] = [
    .list("cells") { view in view.weeks.map { WeekView(week: $0, format: view.format) } },
    .texts("padding") { Array(repeating: "—", count: length - $0.weeks.count) },
  ]

  /// The weeks that are drawn, in rows.
  static func rows(of weeks: [ServiceWeek], _ format: FigureText) -> [WeekRowView] {
    let drawn = WeeklyUses.drawn(weeks)
    return stride(from: drawn.startIndex, to: drawn.endIndex, by: length).map { start in
      WeekRowView(weeks: drawn[start..<min(start + length, drawn.endIndex)], format: format)
    }
  }
}

/// A solution that the contract's stores use.
struct SolutionView: TemplateView {
  let solution: Solution
  let language: Language

  static let fields: [ViewField<SolutionView>] = [
    .text("id") { $0.solution.id.text },
    .text("name") { $0.solution.name },
    .text("category") { $0.solution.category },
    .text("feeCap") { $0.solution.feeCap.displayText },
    .text("summitQualified") { CodeWords.word($0.solution.isSummitQualified)[$0.language] },
    .text("physicalConsumption") {
      CodeWords.word($0.solution.takesPartInPhysicalConsumption)[$0.language]
    },
    .text("verificationMethod") { $0.solution.verificationMethod },
    .text("gaProperty") { $0.solution.gaProperty },
  ]
}

/// `store-roster.html`.
struct StoreRosterView: TemplateView {
  let context: PacketContext

  static let fields: [ViewField<StoreRosterView>] = [
    .record("page") { $0.context.page(.storeRoster) },
    .record("words") { $0.context.words },
    .record("figure") { $0.context.contractFigures },
    .list("stores") { $0.context.stores },
    .markup("chart") { view in
      StoreBars.picture(of: view.context.packet.review.counts, view.context.format)
    },
    .flag("isMasked") { !$0.context.options.showsFullContacts },
    .list("solutions") { view in
      view.context.packet.solutions.map {
        SolutionView(solution: $0, language: view.context.language)
      }
    },
  ]
}

/// `usage.html`.
struct UsageView: TemplateView {
  let context: PacketContext

  static let fields: [ViewField<UsageView>] = [
    .record("page") { $0.context.page(.usage) },
    .record("words") { $0.context.words },
    .record("figure") { $0.context.contractFigures },
    .list("stores") { $0.context.stores },
    .list("thresholds") { $0.context.thresholds },
    .text("assessment") { CodeWords.word($0.context.programme.assessment)[$0.context.language] },
    .flag("isEveryWeek") { $0.context.programme.assessment == .everyWeek },
    .text("minAssessedDays") { $0.context.format.number($0.context.programme.minAssessedDays) },
    .text("maxIdleDays") { $0.context.format.number($0.context.programme.maxIdleDays) },
  ]
}

/// The threshold of a service month; the last one holds for all later months.
struct ThresholdView: TemplateView {
  let month: Int
  let uses: Int
  let isLast: Bool
  let format: FigureText

  static let fields: [ViewField<ThresholdView>] = [
    .text("month") { String($0.month) },
    .text("uses") { $0.format.number($0.uses) },
    .flag("isLast") { $0.isLast },
  ]
}

extension PacketContext {
  var stores: [StoreView] {
    let solutions = Dictionary(
      packet.solutions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return packet.review.stores.enumerated().map { index, store in
      StoreView(
        number: index + 1, store: store, own: figures(of: store),
        solution: solutions[store.entry.solution],
        context: self)
    }
  }

  var reasons: StoreReasons {
    StoreReasons(programme: programme, asOf: packet.provenance.asOf, format: format)
  }

  fileprivate var thresholds: [ThresholdView] {
    let all = programme.weeklyThresholds
    return all.enumerated().map { index, uses in
      ThresholdView(
        month: index + 1, uses: uses, isLast: index + 1 == all.count, format: format)
    }
  }
}
