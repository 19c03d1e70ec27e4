internal import ReviewModel

/// Figures and numbers as documents show them.
struct FigureText {
  let language: Language

  /// What stands where there is nothing to show.
  static let none = "—"

  func number(_ count: Int128) -> String { DocumentOutput.text { $0.number(count) } }

  func number(_ count: Int) -> String { DocumentOutput.text { $0.number(count) } }

  func percent(_ value: Hundredths) -> String { DocumentOutput.text { $0.percent(value) } }

  /// A difference of percentages: `−3.20`, `+1.50`.
  func points(_ value: Hundredths) -> String { DocumentOutput.text { $0.points(value) } }

  /// `110年8月31日` in Chinese, `2021-08-31` in English.
  func date(_ date: CalendarDate?) -> String { DocumentOutput.text { $0.date(date, self) } }

  /// The value in words for a reader: `NT$1,234,567`, `83.33%`, `110年8月31日`, 「完成」.
  func text(of figure: Figure) -> String { DocumentOutput.text { $0.figure(figure, self) } }

  /// One of two texts, of which only that of the language is made.
  func either(zh: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    switch language {
    case .zhHant: zh()
    case .en: en()
    }
  }
}

extension DocumentOutput {
  /// A figure's value in words for a reader.
  mutating func figure(_ figure: borrowing Figure, _ format: FigureText) {
    switch figure.value {
    case .none: append(FigureText.none)
    case .count(let count): number(count)
    case .money(let amount): money(amount)
    case .hundredths(let value):
      switch figure.code.rule.unit {
      case .percent: percent(value)
      case .points: points(value)
      default: signed(value)
      }
    case .date(let day): date(day, format)
    case .code(let code):
      write(CodeWords.word(forCode: code, of: figure.code)?[format.language] ?? code)
    }
  }

  /// A value as `figures.csv` has it.
  mutating func value(_ value: borrowing FigureValue) {
    switch value {
    case .count(let count): digits(count)
    case .money(let amount): plain(amount)
    case .hundredths(let number): decimal(number)
    case .date(let day): isoDay(day)
    case .code(let code): write(code)
    case .none: break
    }
  }

  /// `m1`, `m2`, …; nothing for no month.
  mutating func period(_ month: Int?) {
    guard let month else { return }
    append(UInt8(ascii: "m"))
    digits(month)
  }

  mutating func percent(_ value: Hundredths) {
    signed(value)
    append(UInt8(ascii: "%"))
  }

  /// A difference of percentages: `−3.20`, `+1.50`.
  mutating func points(_ value: Hundredths) {
    if value > .zero { append(UInt8(ascii: "+")) }
    signed(value)
  }

  private mutating func signed(_ value: Hundredths) {
    guard value < .zero else { return decimal(value) }
    append("−" as StaticString)
    decimal(Hundredths(-value.count))
  }

  /// `110年8月31日` in Chinese, `2021-08-31` in English.
  mutating func date(_ day: CalendarDate?, _ format: FigureText) {
    guard let day else { return append(FigureText.none) }
    switch format.language {
    case .zhHant: rocDay(day)
    case .en: isoDay(day)
    }
  }

  /// A day without its year: `8/31` in Chinese, `08-31` in English.
  mutating func dayOfYear(_ day: CalendarDate, _ format: FigureText) {
    let (_, month, dayOfMonth) = day.components
    switch format.language {
    case .zhHant:
      digits(month)
      append(UInt8(ascii: "/"))
      digits(dayOfMonth)
    case .en:
      twoDigits(month)
      append(UInt8(ascii: "-"))
      twoDigits(dayOfMonth)
    }
  }
}
