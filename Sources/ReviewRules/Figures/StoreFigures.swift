import ReviewModel

/// A store's figures with what they were made from.
struct StoreFigures {
  let store: StoreReview
  let contract: ContractID
  let programme: Programme
  /// Made once: each figure has it, and most operands.
  private let subject: String
  private var source: RowSource { store.entry.source }

  init(store: StoreReview, contract: ContractID, programme: Programme) {
    self.store = store
    self.contract = contract
    self.programme = programme
    subject = contract.text + "/" + store.entry.store.text
  }

  /// Those of a store with half a year of service, or somewhat more.
  static let usualCount = 24

  func append(to figures: inout [Figure]) {
    figures.append(status)
    guard let service = store.service, store.status != .notAdopted else {
      if let goLive = store.entry.goLive { figures.append(self.goLive(goLive)) }
      return
    }
    figures.append(goLive(service.goLive))
    appendPeriod(service, to: &figures)
    for month in service.months { figures.append(average(month)) }
    for month in service.months { figures.append(verdict(month, service)) }
    appendUse(service, to: &figures)
  }

  private func figure(
    _ code: FigureCode, month: Int? = nil, _ value: FigureValue,
    _ operands: [Derivation.Operand], rows: [Place] = []
  ) -> Figure {
    Figure(code, of: subject, month: month, value, from: Derivation(operands, rows: rows))
  }

  private var status: Figure {
    var operands: [Derivation.Operand] = []
    operands.reserveCapacity(8)
    if let ruling = store.disallowedBy {
      operands.append(
        .init("disallow", ruling.reason, .cell(ruling.source.place(of: .ruling))))
    }
    if !store.ineligibleBy.isEmpty {
      operands.append(
        .init(
          "ineligible", store.ineligibleBy.map(\.rawValue).joined(separator: " "),
          .findings(store.ineligibleBy)))
    }
    if let service = store.service {
      operands.append(reference("usage-total", .storeUsageTotal, service.totalUses.digits))
      operands.append(reference("usage-verdict", .storeUsageVerdict, service.verdict.rawValue))
      operands.append(
        .init("add_months(G, more_than_months)", service.durationReachedOn.isoText, .intermediate))
      operands.append(.init("E", service.end.isoText, .intermediate))
    }
    operands.append(cell("golive_on", .goliveOn))
    operands.append(cell("continuity_plan", .continuityPlan))
    return figure(
      .storeStatus, .code(store.status.rawValue), operands, rows: [source.place(of: .storeID)])
  }

  private func goLive(_ date: CalendarDate) -> Figure {
    figure(.storeGoLive, .date(date), [cell("G", .goliveOn)], rows: [source.place(of: .goliveOn)])
  }

  private func appendPeriod(_ service: ServiceRecord, to figures: inout [Figure]) {
    let bounds = [
      reference("G", .storeGoLive, service.goLive.isoText),
      Derivation.Operand("E", service.end.isoText, .intermediate),
      cell("ended_on", .endedOn),
    ]
    let uses = Derivation.Operand(
      "uses", service.totalUses.digits,
      .usage(store.entry.store, from: service.goLive, through: service.end))
    figures.append(figure(.storeServiceDays, .count(Int128(service.days)), bounds))
    figures.append(figure(.storeFullServiceMonths, .count(Int128(service.fullMonths)), bounds))
    figures.append(figure(.storeUsageTotal, .count(service.totalUses), [uses]))
  }

  private func average(_ month: ServiceMonth) -> Figure {
    figure(
      .storeWeeklyAverage, month: month.number, .hundredths(month.weeklyAverage.hundredths),
      [uses(of: month), days(of: month)])
  }

  private func verdict(_ month: ServiceMonth, _ service: ServiceRecord) -> Figure {
    let threshold = Derivation.Operand(
      "threshold", String(month.threshold), .setting("usage.weekly_thresholds"))
    let operands: [Derivation.Operand]
    switch programme.assessment {
    case .monthlyAverage:
      operands = [
        uses(of: month), days(of: month), threshold,
        .init(
          "min_assessed_days", String(programme.minAssessedDays),
          .setting("usage.min_assessed_days")),
      ]
    case .everyWeek:
      let weeks = service.weeks.filter { $0.month == month.number }.map { week in
        Derivation.Operand(
          "week \(week.number)", week.uses.digits,
          .usage(store.entry.store, from: week.first, through: week.first.adding(days: 6)))
      }
      operands = [uses(of: month), days(of: month), threshold] + weeks
    }
    return figure(
      .storeMonthVerdict, month: month.number, .code(month.verdict.rawValue), operands)
  }

  private func uses(of month: ServiceMonth) -> Derivation.Operand {
    .init(
      "uses_k", month.uses.digits,
      .usage(store.entry.store, from: month.first, through: month.last))
  }

  private func days(of month: ServiceMonth) -> Derivation.Operand {
    .init("days_k", String(month.days), .intermediate)
  }

  private func appendUse(_ service: ServiceRecord, to figures: inout [Figure]) {
    let verdicts = service.months.map { month in
      Derivation.Operand(
        Figure.period(ofMonth: month.number), month.verdict.rawValue,
        .figure(.storeMonthVerdict, subject: subject, month: month.number))
    }
    let averages = service.months.dropFirst(2).map { month in
      Derivation.Operand(
        Figure.period(ofMonth: month.number), month.weeklyAverage.hundredths.text,
        .figure(.storeWeeklyAverage, subject: subject, month: month.number))
    }
    var idle: [Derivation.Operand] = []
    if let first = service.longestIdle.first {
      let last = first.adding(days: service.longestIdle.days - 1)
      idle.append(
        .init("uses", "0", .usage(store.entry.store, from: first, through: last)))
    }
    figures.append(figure(.storeUsageVerdict, .code(service.verdict.rawValue), verdicts))
    figures.append(figure(.storeLongestIdle, .count(Int128(service.longestIdle.days)), idle))
    figures.append(
      figure(
        .storeGrowing, .code(service.isGrowing ? "yes" : "no"), averages + verdicts.dropFirst(3)))
  }

  private func reference(
    _ name: String, _ code: FigureCode, _ value: String
  ) -> Derivation.Operand {
    .init(name, value, .figure(code, subject: subject, month: nil))
  }

  private func cell(_ name: String, _ column: Column) -> Derivation.Operand {
    .init(name, source.text(of: column), .cell(source.place(of: column)))
  }
}
