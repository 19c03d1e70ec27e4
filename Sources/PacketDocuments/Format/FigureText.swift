internal import ReviewModel

/// Figures and numbers as documents show them.
struct FigureText {
  let language: Language

  /// What stands where there is nothing to show.
  static let none = "—"

  /// The value in words for a reader: `NT$1,234,567`, `83.33%`, `110年8月31日`, 「完成」.
  func text(of figure: Figure) -> String {
    switch figure.value {
    case .none: Self.none
    case .count(let count): number(count)
    case .money(let amount): amount.displayText
    case .hundredths(let value): text(value, figure.code.rule.unit)
    case .date(let day): date(day)
    case .code(let code): CodeWords.word(forCode: code, of: figure.code)?[language] ?? code
    }
  }

  func number(_ count: Int128) -> String {
    count < 0 ? "−" + grouped(-count) : grouped(count)
  }

  func number(_ count: Int) -> String { number(Int128(count)) }

  func percent(_ value: Hundredths) -> String { signed(value) + "%" }

  /// A difference of percentages: `−3.20`, `+1.50`.
  func points(_ value: Hundredths) -> String {
    (value > .zero ? "+" : "") + signed(value)
  }

  /// `110年8月31日` in Chinese, `2021-08-31` in English.
  func date(_ date: CalendarDate?) -> String {
    guard let date else { return Self.none }
    return switch language {
    case .zhHant: date.rocText
    case .en: date.isoText
    }
  }

  /// A day without its year: `8/31` in Chinese, `08-31` in English.
  func dayOfYear(_ date: CalendarDate) -> String {
    let (_, month, day) = date.components
    return switch language {
    case .zhHant: "\(month)/\(day)"
    case .en: String(date.isoText.suffix(5))
    }
  }

  private func text(_ value: Hundredths, _ unit: FigureUnit) -> String {
    switch unit {
    case .percent: percent(value)
    case .points: points(value)
    default: signed(value)
    }
  }

  private func signed(_ value: Hundredths) -> String {
    value < .zero ? "−" + Hundredths(-value.count).text : value.text
  }
}
