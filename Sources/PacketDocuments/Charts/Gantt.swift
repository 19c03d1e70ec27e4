internal import ReviewModel

/// The work items as bars over the days: the plan as an outline, the progress inside it.
struct Gantt {
  let items: [WorkItem]
  let asOf: CalendarDate
  let format: FigureText

  /// More rows than these a page of paper can't hold in one picture.
  static let rowsPerPicture = 18
  /// More items than these no contract has; the table has them all.
  static let mostRows = 72

  private static let head = 44
  private static let rowHeight = 38

  /// The pictures, each with so many rows; none where there is no item.
  var pictures: [String] {
    let shown = items.prefix(Self.mostRows)
    let scale = DayScale(
      items.flatMap { [$0.plan.plannedStart, $0.plan.plannedEnd] }, asOf: asOf)
    return stride(from: 0, to: shown.count, by: Self.rowsPerPicture).map { start in
      let rows = shown[start..<min(start + Self.rowsPerPicture, shown.count)]
      return picture(Array(rows), number: start / Self.rowsPerPicture + 1, scale)
    }
  }

  private func picture(_ rows: [WorkItem], number: Int, _ scale: DayScale) -> String {
    let bottom = Self.head + rows.count * Self.rowHeight
    var svg = SVG(
      id: "gantt-\(number)", height: bottom + 4,
      title: format.either(zh: "工作項目甘特圖", en: "Gantt chart of the work items"),
      description: description(rows))
    legend(&svg)
    for tick in scale.ticks(format.language) {
      let x = scale.start(of: tick.day)
      svg.line("grid", at: x, from: 34, to: bottom)
      if x.hundredths < 8_800 { svg.text(tick.label, "tick", at: x, y: 32) }
    }
    for (index, item) in rows.enumerated() {
      draw(item, at: Self.head + index * Self.rowHeight, scale, &svg)
    }
    svg.line("as-of", at: scale.end(of: asOf), from: 34, to: bottom)
    return svg.text()
  }

  private func draw(_ item: WorkItem, at y: Int, _ scale: DayScale, _ svg: inout SVG) {
    let name = item.plan.itemNo + " " + item.plan.item
    svg.text(LabelText.fitted(name, into: 18), at: .left, y: y + 13)
    svg.text(format.percent(item.actual), "value", at: .right, y: y + 13, .end)
    let start = scale.start(of: item.plan.plannedStart)
    let end = scale.end(of: item.plan.plannedEnd)
    svg.rect("plan", from: start, to: end, y: y + 18, height: 14)
    let width = Share.of(
      item.actual.count * Int128((max(start, end) - start).hundredths), in: 100_000_000)
    let done = Share(hundredths: start.hundredths + width.hundredths)
    if done > start { svg.rect("done", from: start, to: done, y: y + 21, height: 8) }
  }

  private func legend(_ svg: inout SVG) {
    let words = [
      format.either(zh: "預定期間", en: "planned"),
      format.either(zh: "實際進度", en: "actual"),
      format.either(zh: "基準日", en: "as of") + " " + format.date(asOf),
    ]
    svg.key("plan", x: 1, y: 3, width: 18, height: 10)
    svg.text(words[0], x: 24, y: 12)
    let actual = 24 + LabelText.pixels(of: words[0]) + 14
    svg.key("done", x: actual, y: 4, width: 18, height: 8)
    svg.text(words[1], x: actual + 23, y: 12)
    let day = actual + 23 + LabelText.pixels(of: words[1]) + 14
    svg.rule("as-of", y: 8, from: day, to: day + 18)
    svg.text(words[2], x: day + 23, y: 12)
  }

  private func description(_ rows: [WorkItem]) -> String {
    let behind = rows.count { $0.actual < $0.planned }
    return format.either(
      zh: "\(rows.count) 個工作項目，其中 \(behind) 項落後預定進度；數字見下表。",
      en:
        "\(rows.count) work items, \(behind) of them behind plan; the table below has the numbers."
    )
  }
}
