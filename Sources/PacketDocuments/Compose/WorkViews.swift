internal import ReviewModel

/// A report of a work item.
struct ReportView: TemplateView {
  let report: ProgressRow
  let format: FigureText

  static let fields: [ViewField<ReportView>] = [
    .written("date") { $1.date($0.pointee.report.reportedOn, $0.pointee.format) },
    .text("progress") { view in
      view.pointee.report.actualProgress.map { view.pointee.format.percent($0) } ?? FigureText.none
    },
    .text("description") { $0.pointee.report.description },
    .text("difficulties") { $0.pointee.report.difficulties },
    .text("actions") { $0.pointee.report.actions },
    .text("place") { $0.pointee.report.source.place(of: .itemNo).fileAndLine },
  ]
}

/// A work item: its plan, where it stands at as-of, and its reports.
struct WorkItemView: TemplateView {
  let item: WorkItem
  let format: FigureText

  static let fields: [ViewField<WorkItemView>] = [
    .text("number") { $0.pointee.item.plan.itemNo },
    .text("name") { $0.pointee.item.plan.item },
    .written("weight") { $1.percent($0.pointee.item.plan.weight) },
    .written("start") { $1.date($0.pointee.item.plan.plannedStart, $0.pointee.format) },
    .written("end") { $1.date($0.pointee.item.plan.plannedEnd, $0.pointee.format) },
    .written("planned") { $1.percent($0.pointee.item.planned) },
    .written("actual") { $1.percent($0.pointee.item.actual) },
    .written("variance") { $1.points($0.pointee.item.actual - $0.pointee.item.planned) },
    .flag("isBehind") { $0.pointee.item.actual < $0.pointee.item.planned },
    .list("reports") { view in
      view.pointee.item.reports.map { ReportView(report: $0, format: view.pointee.format) }
    },
  ]
}

/// `work-progress.html`.
struct WorkProgressView: TemplateView {
  let context: PacketContext
  private let page: PageView

  init(context: PacketContext) {
    self.context = context
    page = context.page(.workProgress)
  }

  static let fields: [ViewField<WorkProgressView>] = [
    .record("page", \.page),
    .record("words", \.context.words),
    .record("figure", \.context.contractFigures),
    .list("items", \.context.workItems),
    .written("weightSum") { $1.percent($0.pointee.context.packet.review.work.weightSum) },
  ]
}

/// `service-schedule.html`.
struct ServiceScheduleView: TemplateView {
  let context: PacketContext
  private let page: PageView

  init(context: PacketContext) {
    self.context = context
    page = context.page(.serviceSchedule)
  }

  static let fields: [ViewField<ServiceScheduleView>] = [
    .record("page", \.page),
    .record("words", \.context.words),
    .record("figure", \.context.contractFigures),
    .list("items", \.context.workItems),
    .written("weightSum") { $1.percent($0.pointee.context.packet.review.work.weightSum) },
    .markups("gantt") { view in
      Gantt(
        items: view.pointee.context.packet.review.work.items, asOf: view.pointee.asOf,
        format: view.pointee.context.format
      ).pictures
    },
    .markup("curveChart") { view in
      ProgressChart(
        points: view.pointee.points, ahead: view.pointee.ahead, asOf: view.pointee.asOf,
        format: view.pointee.context.format
      ).picture ?? ""
    },
    .list("curve") { view in
      view.pointee.points.map {
        CurvePointView(point: $0, asOf: view.pointee.asOf, format: view.pointee.context.format)
      }
        + view.pointee.ahead.map {
          CurvePointView(point: $0, asOf: view.pointee.asOf, format: view.pointee.context.format)
        }
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
    .written("date") { $1.date($0.pointee.point.day, $0.pointee.format) },
    .written("planned") { $1.percent($0.pointee.point.planned) },
    .text("actual") { view in
      view.pointee.isAhead
        ? FigureText.none : view.pointee.format.percent(view.pointee.point.actual)
    },
    .text("variance") {
      $0.pointee.isAhead
        ? FigureText.none
        : $0.pointee.format.points($0.pointee.point.actual - $0.pointee.point.planned)
    },
    .flag("isBehind") { !$0.pointee.isAhead && $0.pointee.point.actual < $0.pointee.point.planned },
    .flag("isAsOf") { $0.pointee.point.day == $0.pointee.asOf },
    .flag("isAhead") { $0.pointee.isAhead },
  ]

  /// Of a day after as-of only the plan is known.
  private var isAhead: Bool { point.day > asOf }
}
