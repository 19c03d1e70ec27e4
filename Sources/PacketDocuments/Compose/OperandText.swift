package import ReviewModel

/// A number of a figure's formula in words: what it is called, its value, and where it comes from.
package struct OperandText {
  private let operand: Derivation.Operand
  private let format: FigureText

  package init(_ operand: Derivation.Operand, in language: Language) {
    self.init(operand, FigureText(language: language))
  }

  init(_ operand: Derivation.Operand, _ format: FigureText) {
    self.operand = operand
    self.format = format
  }

  /// What the number is called, led by its symbol where the formula has one: `C 核定輔導經費`.
  package var label: String {
    let language = format.language
    switch operand.origin {
    case .figure(let code, _, _):
      let title = code.rule.title[language]
      return operand.name.utf8.count == 1 ? operand.name + " " + title : title
    case .setting(let key):
      return OperandWords.word(ofSetting: key)?[language] ?? operand.name
    case .cell, .usage, .findings, .intermediate:
      return OperandWords.word(ofName: operand.name)?[language] ?? operand.name
    }
  }

  /// The value as people read it: codes in words, long whole numbers in groups.
  package var value: String {
    if case .figure(let code, _, _) = operand.origin,
      let word = CodeWords.word(forCode: operand.value, of: code)
    {
      return word[format.language]
    }
    if operand.name == "phase", let phase = Phase(rawValue: operand.value) {
      return CodeWords.word(phase)[format.language]
    }
    guard operand.value.utf8.count > 4, let number = Int128(operand.value) else {
      return operand.value
    }
    return format.number(number)
  }

  /// The value beside its place: a cell as it was typed, a date as the language writes it.
  package var traced: String {
    if case .cell = operand.origin { return operand.value }
    if let date = CalendarDate(iso: operand.value) { return format.date(date) }
    return value
  }

  /// The origin in words.
  package var origin: String {
    switch operand.origin {
    case .figure(let code, _, let month):
      let title = code.rule.title[format.language]
      return month.map { "\(title) m\($0)" } ?? title
    case .setting(let key): return "programme.yaml: " + key
    case .cell(let place): return place.described
    case .usage(let store, let first, let last):
      return "\(store.text), \(format.date(first)) – \(format.date(last))"
    case .findings(let codes):
      return codes.isEmpty ? FigureText.none : codes.map(\.rawValue).joined(separator: ", ")
    case .intermediate: return ""
    }
  }
}

extension Place {
  /// `rosters/a.csv:12 (F12)`, for people in front of an editor or a spreadsheet.
  package var described: String { cell.map { "\(fileAndLine) (\($0))" } ?? fileAndLine }
}

extension CalendarDate {
  /// `110年8月31日` in Chinese, `2021-08-31` in English.
  package func text(in language: Language) -> String { FigureText(language: language).date(self) }
}
