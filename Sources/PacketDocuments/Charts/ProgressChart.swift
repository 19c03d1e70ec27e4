internal import ReviewModel

/// Planned and actual progress of the whole work over time, with the as-of day.
struct ProgressChart {
  /// The days up to as-of, each with planned and actual progress.
  let points: [ProgressCurve.Point]
  /// The days after as-of, of which only the plan is known.
  let ahead: [ProgressCurve.Point]
  let asOf: CalendarDate
  let format: FigureText

  private static let top = 30
  private static let plotHeight = 170

  /// The picture; nil where there is no item.
  var picture: String? {
    guard let last = points.last, let first = points.first else { return nil }
    let scale = DayScale([first.day, ahead.last?.day ?? asOf], asOf: asOf)
    let bottom = Self.top + Self.plotHeight
    var svg = SVG(
      id: "progress", height: bottom + 22,
      title: format.either(zh: "累計進度曲線", en: "Curve of cumulative progress"),
      description: description(last))
    legend(last, &svg)
    for percent in [0, 50, 100] {
      let y = bottom - Self.plotHeight * percent / 100
      svg.rule(percent == 0 ? "axis" : "grid", y: y)
      if percent > 0 { svg.text("\(percent)%", "tick", x: 0, y: y + 12) }
    }
    for tick in scale.ticks(format.language) {
      let x = scale.start(of: tick.day)
      svg.line("grid", at: x, from: bottom, to: bottom + 5)
      if x.hundredths < 8_800 { svg.text(tick.label, "tick", at: x, y: bottom + 17) }
    }
    let actual = points.map { (x: scale.end(of: $0.day), y: height($0.actual)) }
    svg.curve(
      "planned-line", (points + ahead).map { (scale.end(of: $0.day), height($0.planned)) })
    svg.curve("actual-line", actual)
    for (x, y) in actual { svg.circle("point", at: x, y: y, radius: 3) }
    svg.line("as-of", at: scale.end(of: asOf), from: Self.top, to: bottom)
    return svg.text()
  }

  private func height(_ progress: Hundredths) -> Int {
    Self.top + Self.plotHeight
      - Self.plotHeight * Share.of(progress.count, in: 10_000).hundredths / 10_000
  }

  private func legend(_ last: ProgressCurve.Point, _ svg: inout SVG) {
    let planned = format.either(zh: "預定", en: "planned")
    let actual = format.either(zh: "實際", en: "actual")
    svg.rule("planned-line", y: 8, from: 0, to: 22)
    let first = planned + " " + format.percent(last.planned)
    svg.text(first, x: 27, y: 12)
    let next = 27 + LabelText.pixels(of: first) + 16
    svg.rule("actual-line", y: 8, from: next, to: next + 22)
    svg.text(actual + " " + format.percent(last.actual), x: next + 27, y: 12)
  }

  private func description(_ last: ProgressCurve.Point) -> String {
    let (planned, actual) = (format.percent(last.planned), format.percent(last.actual))
    return format.either(
      zh: "至基準日\(format.date(asOf))（直線）預定 \(planned)（虛線）、實際 \(actual)（實線）；數字見下表。",
      en: """
        By \(format.date(asOf)) (upright line) planned \(planned) (dashed), actual \(actual) (solid); \
        the table below has the numbers.
        """)
  }
}
