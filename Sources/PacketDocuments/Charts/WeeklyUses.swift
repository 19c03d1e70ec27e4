internal import ReviewModel

/// A store's uses by week against the stepped threshold, as one of many small pictures.
struct WeeklyUses {
  let number: Int
  let store: String
  let weeks: [ServiceWeek]
  let format: FigureText

  /// A year of weeks; of a longer service the latest are drawn, the table of months has them all.
  static let mostWeeks = 53

  private static let grid = (width: 3_200, height: 1_000)
  private static let (top, bottom) = (140, 840)

  /// The weeks that are drawn, and listed beside the picture.
  static func drawn(_ weeks: [ServiceWeek]) -> ArraySlice<ServiceWeek> { weeks.suffix(mostWeeks) }

  /// The picture; nil where no week is whole.
  var picture: String? {
    let shown = Self.drawn(weeks)
    guard let first = shown.first, let last = shown.last else { return nil }
    let threshold = Int128(shown.map(\.threshold).max() ?? 0)
    let most = shown.map(\.uses).max() ?? 0
    // Far above the threshold one week looks like another; what is near it has to be seen.
    let ceiling = max(1, threshold * 5 / 4, min(most, threshold * 3))
    var svg = SVG(
      id: "weeks-\(number)", grid: Self.grid, title: title, description: description(shown))
    svg.path("axis") {
      Self.move(to: 0, Self.bottom, &$0)
      Self.step("H", Self.grid.width, &$0)
    }
    svg.path("met") { bars(shown, ceiling, areMet: true, &$0) }
    svg.path("short") { bars(shown, ceiling, areMet: false, &$0) }
    svg.path("threshold") { steps(shown, ceiling, &$0) }
    labels(shown, ceiling, &svg)
    svg.text(Self.word(of: first, format), "tick", x: 0, y: 970)
    if last.number > first.number {
      svg.text(Self.word(of: last, format), "tick", x: Self.grid.width, y: 970, .end)
    }
    return svg.text()
  }

  private static func word(of week: ServiceWeek, _ format: FigureText) -> String {
    format.either(zh: "第 \(week.number) 週", en: "week \(week.number)")
  }

  private var title: String {
    format.either(zh: "\(store)：逐週使用次數", en: "\(store): uses by week")
  }

  private func description(_ shown: ArraySlice<ServiceWeek>) -> String {
    let met = shown.count { $0.isMet }
    let least = shown.map(\.uses).min() ?? 0
    let most = shown.map(\.uses).max() ?? 0
    return format.either(
      zh: "\(shown.count) 週中 \(met) 週達門檻（實心），其餘未達（空心）；最少 \(least) 次，最多 \(most) 次。",
      en: """
        \(met) of \(shown.count) weeks reach the threshold (solid), the others do not (hollow); \
        \(least) uses at least, \(most) at most.
        """)
  }

  private func bars(
    _ shown: ArraySlice<ServiceWeek>, _ ceiling: Int128, areMet: Bool,
    _ path: inout DocumentOutput
  ) {
    let count = shown.count
    for (index, week) in shown.enumerated() where week.isMet == areMet && week.uses > 0 {
      let height = Self.bottom - y(week.uses, ceiling)
      Self.move(to: Self.grid.width * index / count, Self.bottom, &path)
      Self.step("v-", height, &path)
      Self.step("h", max(10, Self.grid.width / count * 3 / 4), &path)
      Self.step("v", height, &path)
      path.append("z" as StaticString)
    }
  }

  private func steps(
    _ shown: ArraySlice<ServiceWeek>, _ ceiling: Int128, _ path: inout DocumentOutput
  ) {
    var threshold: Int?
    for (index, week) in shown.enumerated() where week.threshold != threshold {
      let x = Self.grid.width * index / shown.count
      let height = y(Int128(week.threshold), ceiling)
      if threshold == nil {
        Self.move(to: x, height, &path)
      } else {
        Self.step("H", x, &path)
        Self.step("V", height, &path)
      }
      threshold = week.threshold
    }
    Self.step("H", Self.grid.width, &path)
  }

  private static func move(to x: Int, _ y: Int, _ path: inout DocumentOutput) {
    step("M", x, &path)
    step(" ", y, &path)
  }

  private static func step(_ command: StaticString, _ number: Int, _ path: inout DocumentOutput) {
    path.append(command)
    path.digits(number)
  }

  /// Each threshold above its step, and a sign over the weeks that go beyond the picture.
  private func labels(
    _ shown: ArraySlice<ServiceWeek>, _ ceiling: Int128, _ svg: inout SVG
  ) {
    var threshold: Int?
    for (index, week) in shown.enumerated() {
      let x = Self.grid.width * index / shown.count
      if week.threshold != threshold {
        // The number twice: its white outline keeps it legible above the bars.
        for style in ["halo", "limit"] {
          svg.text(
            String(week.threshold), style, x: x + 10, y: y(Int128(week.threshold), ceiling) - 30)
        }
        threshold = week.threshold
      }
    }
    svg.path("met") { path in
      for (index, week) in shown.enumerated() where week.uses > ceiling {
        Self.move(to: Self.grid.width * index / shown.count, Self.top - 20, &path)
        path.append("l45 -70l45 70z" as StaticString)
      }
    }
  }

  private func y(_ uses: Int128, _ ceiling: Int128) -> Int {
    let share = Share.of(uses, in: ceiling).hundredths
    return Self.bottom - (Self.bottom - Self.top) * share / 10_000
  }
}
