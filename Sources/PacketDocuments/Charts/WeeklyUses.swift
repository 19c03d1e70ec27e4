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
    svg.path("axis", "M0 \(Self.bottom)H\(Self.grid.width)")
    svg.path("met", bars(shown, ceiling) { $0.isMet })
    svg.path("short", bars(shown, ceiling) { !$0.isMet })
    svg.path("threshold", steps(shown, ceiling))
    labels(shown, ceiling, &svg)
    svg.text(Self.word(of: first, format), "tick", x: 0, y: 970)
    if last.number > first.number {
      svg.text(Self.word(of: last, format), "tick", x: Self.grid.width, y: 970, .end)
    }
    return svg.text
  }

  private static func word(of week: ServiceWeek, _ format: FigureText) -> String {
    Bilingual(zh: "第 \(week.number) 週", en: "week \(week.number)")[format.language]
  }

  private var title: String {
    Bilingual(zh: "\(store)：逐週使用次數", en: "\(store): uses by week")[format.language]
  }

  private func description(_ shown: ArraySlice<ServiceWeek>) -> String {
    let met = shown.count { $0.isMet }
    let least = shown.map(\.uses).min() ?? 0
    let most = shown.map(\.uses).max() ?? 0
    return Bilingual(
      zh: "\(shown.count) 週中 \(met) 週達門檻（實心），其餘未達（空心）；最少 \(least) 次，最多 \(most) 次。",
      en: """
        \(met) of \(shown.count) weeks reach the threshold (solid), the others do not (hollow); \
        \(least) uses at least, \(most) at most.
        """)[format.language]
  }

  private func bars(
    _ shown: ArraySlice<ServiceWeek>, _ ceiling: Int128, where isDrawn: (ServiceWeek) -> Bool
  ) -> String {
    let count = shown.count
    return shown.enumerated().map { index, week in
      guard isDrawn(week), week.uses > 0 else { return "" }
      let start = Self.grid.width * index / count
      let width = max(10, Self.grid.width / count * 3 / 4)
      let height = Self.bottom - y(week.uses, ceiling)
      return "M\(start) \(Self.bottom)v-\(height)h\(width)v\(height)z"
    }.joined()
  }

  private func steps(_ shown: ArraySlice<ServiceWeek>, _ ceiling: Int128) -> String {
    var path = ""
    var threshold: Int?
    for (index, week) in shown.enumerated() where week.threshold != threshold {
      let x = Self.grid.width * index / shown.count
      let height = y(Int128(week.threshold), ceiling)
      path += threshold == nil ? "M\(x) \(height)" : "H\(x)V\(height)"
      threshold = week.threshold
    }
    return path.isEmpty ? "" : path + "H\(Self.grid.width)"
  }

  /// Each threshold above its step, and a sign over the weeks that go beyond the picture.
  private func labels(
    _ shown: ArraySlice<ServiceWeek>, _ ceiling: Int128, _ svg: inout SVG
  ) {
    var threshold: Int?
    var beyond = ""
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
      if week.uses > ceiling { beyond += "M\(x) \(Self.top - 20)l45 -70l45 70z" }
    }
    svg.path("met", beyond)
  }

  private func y(_ uses: Int128, _ ceiling: Int128) -> Int {
    let share = Share.of(uses, in: ceiling).hundredths
    return Self.bottom - (Self.bottom - Self.top) * share / 10_000
  }
}
