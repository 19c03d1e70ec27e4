internal import ReviewModel

/// A report of a work item.
struct ReportView: TemplateView {
  let report: ProgressRow
  let format: FigureText

  static let fields: [ViewField<ReportView>] = [
    .text("date") { $0.format.date($0.report.reportedOn) },
    .text("progress") { view in
      view.report.actualProgress.map { view.format.percent($0) } ?? FigureText.none
    },
    .text("description") { $0.report.description },
    .text("difficulties") { $0.report.difficulties },
    .text("actions") { $0.report.actions },
    .text("place") { $0.report.source.place(of: .itemNo).fileAndLine },
  ]
}

/// A work item: its plan, where it stands at as-of, and its reports.
struct WorkItemView: TemplateView {
  let item: WorkItem
  let format: FigureText

  static let fields: [ViewField<WorkItemView>] = [
    .text("number") { $0.item.plan.itemNo },
    .text("name") { $0.item.plan.item },
    .text("weight") { $0.format.percent($0.item.plan.weight) },
    .text("start") { $0.format.date($0.item.plan.plannedStart) },
    .text("end") { $0.format.date($0.item.plan.plannedEnd) },
    .text("planned") { $0.format.percent($0.item.planned) },
    .text("actual") { $0.format.percent($0.item.actual) },
    .text("variance") { $0.format.points($0.item.actual - $0.item.planned) },
    .flag("isBehind") { $0.item.actual < $0.item.planned },
    .list("reports") { view in
      view.item.reports.map { ReportView(report: $0, format: view.format) }
    },
  ]
}

/// `work-progress.html`.
struct WorkProgressView: TemplateView {
  let context: PacketContext

  static let fields: [ViewField<WorkProgressView>] = [
    .record("page") { $0.context.page(.workProgress) },
    .record("words") { $0.context.words },
    .record("figure") { $0.context.contractFigures },
    .list("items") { $0.context.workItems },
    .text("weightSum") { $0.context.format.percent($0.context.packet.review.work.weightSum) },
  ]
}

/// `service-schedule.html`.
struct ServiceScheduleView: TemplateView {
  let context: PacketContext

  static let fields: [ViewField<ServiceScheduleView>] = [
    .record("page") { $0.context.page(.serviceSchedule) },
    .record("words") { $0.context.words },
    .record("figure") { $0.context.contractFigures },
    .list("items") { $0.context.workItems },
    .text("weightSum") { $0.context.format.percent($0.context.packet.review.work.weightSum) },
    .markups("gantt") { view in
      Gantt(
        items: view.context.packet.review.work.items, asOf: view.asOf, format: view.context.format
      ).pictures
    },
    .markup("curveChart") { view in
      ProgressChart(
        points: view.points, ahead: view.ahead, asOf: view.asOf, format: view.context.format
      ).picture ?? ""
    },
    .list("curve") { view in
      view.points.map { CurvePointView(point: $0, asOf: view.asOf, format: view.context.format) }
        + view.ahead.map { CurvePointView(point: $0, asOf: view.asOf, format: view.context.format) }
    },
  ]

  private var asOf: CalendarDate { context.packet.provenance.asOf }

  private var points: [ProgressCurve.Point] {
    ProgressCurve.points(of: context.packet.review.work, through: asOf)
  }

  private var ahead: [ProgressCurve.Point] {
    ProgressCurve.ahead(of: context.packet.review.work, after: asOf)
  }
}

/// A day of the cumulative curve.
struct CurvePointView: TemplateView {
  let point: ProgressCurve.Point
  let asOf: CalendarDate
  let format: FigureText

  static let fields: [ViewField<CurvePointView>] = [
    .text("date") { $0.format.date($0.point.day) },
    .text("planned") { $0.format.percent($0.point.planned) },
    .text("actual") {
      $0.isAhead ? FigureText.none : $0.format.percent($0.point.actual)
    },
    .text("variance") {
      $0.isAhead ? FigureText.none : $0.format.points($0.point.actual - $0.point.planned)
    },
    .flag("isBehind") { !$0.isAhead && $0.point.actual < $0.point.planned },
    .flag("isAsOf") { $0.point.day == $0.asOf },
    .flag("isAhead") { $0.isAhead },
  ]

  /// Of a day after as-of only the plan is known.
  private var isAhead: Bool { point.day > asOf }
}

extension PacketContext {
  var workItems: [WorkItemView] {
    packet.review.work.items.map { WorkItemView(item: $0, format: format) }
  }
}
