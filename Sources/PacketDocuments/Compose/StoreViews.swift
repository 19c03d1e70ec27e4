internal import ReviewModel

/// A store with its status and why; the base of roster, usage and settlement.
struct StoreView: TemplateView {
  /// The store's place in the roster, from 1.
  let number: Int
  let store: StoreReview
  let figures: StoreFigures
  let solution: Solution?
  /// Why the store has its status; roster and settlement both tell it.
  let reasons: [String]
  let context: PacketBase

  static let fields: [ViewField<StoreView>] = [
    .text("id") { $0.pointee.store.entry.store.text },
    .text("subject") {
      $0.pointee.store.entry.contract.text + "/" + $0.pointee.store.entry.store.text
    },
    .text("name") { $0.pointee.store.entry.name },
    .text("taxID") { $0.pointee.store.entry.taxID?.digits ?? FigureText.none },
    .text("address") { $0.pointee.store.entry.address },
    .text("solutionID") { $0.pointee.store.entry.solution.text },
    .text("solutionName") { $0.pointee.solution?.name ?? "" },
    .flag("hasEnded") { $0.pointee.store.entry.endedOn != nil },
    .written("endedOn") { $1.date($0.pointee.store.entry.endedOn, $0.pointee.context.format) },
    .text("continuityPlan") {
      CodeWords.word($0.pointee.store.entry.continuityPlan != nil)[$0.pointee.context.language]
    },
    .written("fee") { $1.money($0.pointee.store.entry.fee) },
    .text("contact") { $0.pointee.context.shown($0.pointee.store.entry.contact, Masking.name) },
    .text("phone") { $0.pointee.context.shown($0.pointee.store.entry.phone, Masking.phone) },
    .text("statusCode") { $0.pointee.store.status.rawValue },
    .text("statusWord") { CodeWords.word($0.pointee.store.status)[$0.pointee.context.language] },
    .flag("isCompleted") { $0.pointee.store.status == .completed },
    .flag("isEligible") { $0.pointee.store.status.isEligible },
    .texts("reasons") { $0.pointee.reasons },
    .text("place") { $0.pointee.store.entry.source.place(of: .storeID).fileAndLine },
    .record("figure", \.figures),
    .optional("service") { view in
      view.pointee.store.service.map { service in
        ServiceView(
          number: view.pointee.number, store: view.pointee.store.entry.store,
          name: view.pointee.store.entry.name, service: service, own: view.pointee.figures.own,
          context: view.pointee.context)
      }
    },
  ]
}

/// A store's service: period, months against their thresholds, weeks where they decide.
struct ServiceView: TemplateView {
  let number: Int
  let store: StoreID
  let name: String
  let service: ServiceRecord
  let own: SubjectFigures
  let context: PacketBase

  static let fields: [ViewField<ServiceView>] = [
    .written("from") { $1.date($0.pointee.service.goLive, $0.pointee.context.format) },
    .written("through") { $1.date($0.pointee.service.end, $0.pointee.context.format) },
    .flag("satisfiesDuration") { $0.pointee.service.satisfiesDuration },
    .written("durationReachedOn") {
      $1.date($0.pointee.service.durationReachedOn, $0.pointee.context.format)
    },
    .text("idleFrom") { view in
      view.pointee.service.longestIdle.first.map { view.pointee.context.format.date($0) } ?? ""
    },
    .flag("isIdleTooLong") {
      $0.pointee.service.longestIdle.days > $0.pointee.context.programme.maxIdleDays
    },
    .list("months") { view in
      view.pointee.service.months.map {
        MonthView(month: $0, own: view.pointee.own, format: view.pointee.context.format)
      }
    },
    .markup("chart") { view in
      WeeklyUses(
        number: view.pointee.number, store: view.pointee.store.text + " " + view.pointee.name,
        weeks: view.pointee.service.weeks, format: view.pointee.context.format
      ).picture ?? ""
    },
    .flag("hasWeekRows") {
      $0.pointee.context.programme.assessment == .monthlyAverage
        && !$0.pointee.service.weeks.isEmpty
    },
    .list("weekRows") { view in
      view.pointee.context.programme.assessment == .monthlyAverage
        ? WeekRowView.rows(of: view.pointee.service.weeks, view.pointee.context.format) : []
    },
    .flag("hasWeeks") {
      $0.pointee.context.programme.assessment == .everyWeek && !$0.pointee.service.weeks.isEmpty
    },
    .list("weeks") { view in
      view.pointee.context.programme.assessment == .everyWeek
        ? view.pointee.service.weeks.map { WeekView(week: $0, format: view.pointee.context.format) }
        : []
    },
  ]
}

/// A service month.
struct MonthView: TemplateView {
  let month: ServiceMonth
  let own: SubjectFigures
  let format: FigureText

  static let fields: [ViewField<MonthView>] = [
    .written("number") { $1.digits($0.pointee.month.number) },
    .written("from") { $1.date($0.pointee.month.first, $0.pointee.format) },
    .written("through") { $1.date($0.pointee.month.last, $0.pointee.format) },
    .written("days") { $1.number($0.pointee.month.days) },
    .written("uses") { $1.number($0.pointee.month.uses) },
    .written("threshold") { $1.number($0.pointee.month.threshold) },
    .optional("average") {
      $0.pointee.own.view(.storeWeeklyAverage, month: $0.pointee.month.number)
    },
    .optional("verdict") {
      $0.pointee.own.view(.storeMonthVerdict, month: $0.pointee.month.number)
    },
    .text("verdictCode") { $0.pointee.month.verdict.rawValue },
    .flag("isShort") { $0.pointee.month.verdict == .short },
  ]
}

/// A service week, where every one counts.
struct WeekView: TemplateView {
  let week: ServiceWeek
  let format: FigureText

  static let fields: [ViewField<WeekView>] = [
    .written("number") { $1.digits($0.pointee.week.number) },
    .written("month") { $1.digits($0.pointee.week.month) },
    .written("from") { $1.date($0.pointee.week.first, $0.pointee.format) },
    .written("start") { $1.dayOfYear($0.pointee.week.first, $0.pointee.format) },
    .written("uses") { $1.number($0.pointee.week.uses) },
    .written("threshold") { $1.number($0.pointee.week.threshold) },
    .text("verdictCode") { $0.pointee.verdict.rawValue },
    .text("verdictWord") { CodeWords.word($0.pointee.verdict)[$0.pointee.format.language] },
    .flag("isShort") { !$0.pointee.week.isMet },
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
    .list("cells") { view in
      view.pointee.weeks.map { WeekView(week: $0, format: view.pointee.format) }
    },
    .texts("padding") { Array(repeating: "—", count: length - $0.pointee.weeks.count) },
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
    .text("id") { $0.pointee.solution.id.text },
    .text("name") { $0.pointee.solution.name },
    .text("category") { $0.pointee.solution.category },
    .written("feeCap") { $1.money($0.pointee.solution.feeCap) },
    .text("summitQualified") {
      CodeWords.word($0.pointee.solution.isSummitQualified)[$0.pointee.language]
    },
    .text("physicalConsumption") {
      CodeWords.word($0.pointee.solution.takesPartInPhysicalConsumption)[$0.pointee.language]
    },
    .text("verificationMethod") { $0.pointee.solution.verificationMethod },
    .text("gaProperty") { $0.pointee.solution.gaProperty },
  ]
}

/// `store-roster.html`.
struct StoreRosterView: TemplateView {
  let context: PacketContext
  private let page: PageView

  init(context: PacketContext) {
    self.context = context
    page = context.page(.storeRoster)
  }

  static let fields: [ViewField<StoreRosterView>] = [
    .record("page", \.page),
    .record("words", \.context.words),
    .record("figure", \.context.contractFigures),
    .list("stores", \.context.stores),
    .markup("chart") { view in
      StoreBars.picture(of: view.pointee.context.packet.review.counts, view.pointee.context.format)
    },
    .flag("isMasked") { !$0.pointee.context.options.showsFullContacts },
    .list("solutions") { view in
      view.pointee.context.packet.solutions.map {
        SolutionView(solution: $0, language: view.pointee.context.language)
      }
    },
  ]
}

/// `usage.html`.
struct UsageView: TemplateView {
  let context: PacketContext
  private let page: PageView

  init(context: PacketContext) {
    self.context = context
    page = context.page(.usage)
  }

  static let fields: [ViewField<UsageView>] = [
    .record("page", \.page),
    .record("words", \.context.words),
    .record("figure", \.context.contractFigures),
    .list("stores", \.context.stores),
    .list("thresholds") { $0.pointee.context.thresholds },
    .text("assessment") {
      CodeWords.word($0.pointee.context.programme.assessment)[$0.pointee.context.language]
    },
    .flag("isEveryWeek") { $0.pointee.context.programme.assessment == .everyWeek },
    .written("minAssessedDays") { $1.number($0.pointee.context.programme.minAssessedDays) },
    .written("maxIdleDays") { $1.number($0.pointee.context.programme.maxIdleDays) },
  ]
}

/// The threshold of a service month; the last one holds for all later months.
struct ThresholdView: TemplateView {
  let month: Int
  let uses: Int
  let isLast: Bool
  let format: FigureText

  static let fields: [ViewField<ThresholdView>] = [
    .written("month") { $1.digits($0.pointee.month) },
    .written("uses") { $1.number($0.pointee.uses) },
    .flag("isLast") { $0.pointee.isLast },
  ]
}

extension StoreView {
  /// A contract's stores in the order of the roster.
  static func all(_ base: PacketBase) -> [StoreView] {
    let packet = base.packet
    let solutions = Dictionary(
      packet.solutions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let reasons = StoreReasons(
      programme: packet.provenance.programme, asOf: packet.provenance.asOf, format: base.format)
    let contract = packet.review.id.text + "/"
    let stores = packet.review.stores
    return stores.indices.map { place in
      StoreView(
        number: place + 1, store: stores[place],
        figures: StoreFigures(
          own: base.figures.figures(.store, of: contract + stores[place].entry.store.text)),
        solution: solutions[stores[place].entry.solution],
        reasons: reasons.texts(of: stores[place]), context: base)
    }
  }
}

extension PacketContext {
  fileprivate var thresholds: [ThresholdView] {
    let all = programme.weeklyThresholds
    return all.enumerated().map { index, uses in
      ThresholdView(
        month: index + 1, uses: uses, isLast: index + 1 == all.count, format: format)
    }
  }
}
