internal import ReviewModel

/// A figure with everything that a document may say of it.
struct FigureView: TemplateView {
  let figure: Figure
  let format: FigureText

  static let fields: [ViewField<FigureView>] = [
    .text("scope") { $0.rule.scope.rawValue },
    .text("subject") { $0.figure.subject },
    .text("code") { $0.rule.name },
    .text("period") { $0.figure.period },
    .text("month") { $0.figure.month.map { String($0) } ?? "" },
    .text("value") { $0.figure.value.text },
    .text("unit") { $0.rule.unit.rawValue },
    .text("clause") { $0.rule.clause?.rawValue ?? "" },
    .text("text") { $0.format.text(of: $0.figure) },
    .text("title") { $0.rule.title[$0.format.language] },
    .text("formula") { $0.rule.formula[$0.format.language] },
    .list("operands") { view in
      view.figure.derivation.operands.map { OperandView(operand: $0, format: view.format) }
    },
    .list("rows") { $0.figure.derivation.rows },
  ]

  private var rule: FigureRule { figure.code.rule }
}

/// A number of a figure's formula, and where it comes from.
struct OperandView: TemplateView {
  let operand: Derivation.Operand
  let format: FigureText

  static let fields: [ViewField<OperandView>] = [
    .text("name") { $0.operand.name },
    .text("label") { $0.label },
    .text("value") { $0.operand.value },
    .text("text") { $0.text },
    .text("origin") { $0.origin },
    .text("source") { $0.source },
    .optional("figure") { view -> FigureReference? in
      guard case .figure(let code, let subject, let month) = view.operand.origin else { return nil }
      return FigureReference(code: code, subject: subject, month: month)
    },
    .text("setting") { view in
      guard case .setting(let key) = view.operand.origin else { return "" }
      return key
    },
    .optional("cell") { view -> Place? in
      guard case .cell(let place) = view.operand.origin else { return nil }
      return place
    },
    .optional("usage") { view -> UsageReference? in
      guard case .usage(let store, let first, let last) = view.operand.origin else { return nil }
      return UsageReference(store: store, first: first, last: last)
    },
    .optional("findings") { view -> CodeList? in
      guard case .findings(let codes) = view.operand.origin else { return nil }
      return CodeList(codes: codes)
    },
    .flag("isIntermediate") { $0.operand.origin == .intermediate },
  ]

  /// What the number is called, led by its symbol where the formula has one: `C 核定輔導經費`.
  private var label: String {
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

  /// Where to look the number up: a setting's key or a cell; empty for a figure of this packet.
  private var source: String {
    if case .figure = operand.origin { "" } else { origin }
  }

  /// The value as people read it: codes in words, long whole numbers in groups.
  private var text: String {
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

  /// The origin in words.
  private var origin: String {
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

/// The figure that an operand is.
struct FigureReference: TemplateView {
  let code: FigureCode
  let subject: String
  let month: Int?

  static let fields: [ViewField<FigureReference>] = [
    .text("scope") { $0.code.scope.rawValue },
    .text("code") { $0.code.name },
    .text("subject") { $0.subject },
    .text("period") { $0.month.map { "m\($0)" } ?? "" },
  ]
}

/// The counted uses that an operand sums up.
struct UsageReference: TemplateView {
  let store: StoreID
  let first: CalendarDate
  let last: CalendarDate

  static let fields: [ViewField<UsageReference>] = [
    .text("store") { $0.store.text },
    .text("first") { $0.first.isoText },
    .text("last") { $0.last.isoText },
  ]
}

/// Finding codes, such as those that block a contract; separated by spaces as XML lists are.
struct CodeList: TemplateView {
  let codes: [FindingCode]

  static let fields: [ViewField<CodeList>] = [
    .text("list") { $0.codes.map(\.rawValue).joined(separator: " ") }
  ]
}

extension Place {
  /// `rosters/a.csv:12 (F12)`, for people in front of an editor or a spreadsheet.
  var described: String { cell.map { "\(fileAndLine) (\($0))" } ?? fileAndLine }
}
