import ReviewModel
import ReviewRules

/// A store's days as a line of characters: bars for use, a mark for each kind of day without.
struct Sparkline {
  private static let bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let daysPerWeek = 7

  /// Whether a character stands for seven days, counted from the first.
  let isWeekly: Bool

  /// A line of at most so many characters: one per day where they fit, else one per week.
  init(days: Int, columns: Int) {
    isWeekly = days > columns
  }

  /// The characters that `days` take.
  func length(of days: Int) -> Int {
    isWeekly ? (days + Self.daysPerWeek - 1) / Self.daysPerWeek : days
  }

  /// The line; the highest bar is the store's own busiest day or week.
  func text(_ marks: [DayMark]) -> String {
    let step = isWeekly ? Self.daysPerWeek : 1
    let slots = stride(from: 0, to: marks.count, by: step).map { start in
      Self.sum(marks[start..<min(start + step, marks.count)])
    }
    let most = slots.reduce(1) { most, mark in
      if case .uses(let uses) = mark { max(most, uses) } else { most }
    }
    return slots.map { Self.character($0, most: most) }.joined()
  }

  /// The mark of a kind of day without use.
  static func character(_ mark: DayMark, most: Int = 1) -> String {
    switch mark {
    case .uses(let uses):
      // Rounded up, so that the least use is a bar too.
      bars[Int((Int128(uses) * Int128(bars.count) + Int128(most) - 1) / Int128(most)) - 1]
    case .noUse: "0"
    case .noRow: "."
    case .notExported: "?"
    case .beforeGoLive: "<"
    case .afterEnd: ">"
    }
  }

  /// A week's mark: its uses, else the kind of day that asks most for a look.
  private static func sum(_ week: ArraySlice<DayMark>) -> DayMark {
    var uses: Int128 = 0
    for case .uses(let count) in week { uses += Int128(count) }
    if uses > 0 { return .uses(Int(clamping: uses)) }
    for mark in [DayMark.notExported, .noRow, .noUse, .beforeGoLive]
    where week.contains(mark) {
      return mark
    }
    return .afterEnd
  }

  /// What each character means.
  static func legend(_ language: Language) -> String {
    switch language {
    case .zhHant:
      "\(bars.joined()) 使用次數（以該店最多的一格為滿格）  0 有資料列、次數為 0  . 匯出期間內沒有資料列  "
        + "? 不在任何匯出檔的期間內  < 導入日期之前  > 停用日期之後"
    case .en:
      "\(bars.joined()) uses (full: the store's most)  0 a row with 0  "
        + ". no row, though an export has the day  ? in no export's period  "
        + "< before go-live  > after the end date"
    }
  }
}
