internal import ReviewModel

/// A value that lies elsewhere for as long as somebody looks at it, and is not copied for that.
///
/// Whoever makes one keeps the value where it is until the last look.
struct Lent<Value: Sendable>: @unchecked Sendable {
  let place: UnsafePointer<Value>

  /// A value of an array that its maker holds, and does not change meanwhile.
  @inline(__always)
  init(_ values: borrowing [Value], at index: Int) {
    precondition(values.indices.contains(index), "no value lies there")
    place = values.withUnsafeBufferPointer { values in
      values.baseAddress.unsafelyUnwrapped + index
    }
  }
}

/// A figure with everything that a document may say of it.
struct FigureView: TemplateView {
  /// Of the packet's figures, or of those that a view of the overview holds.
  let lent: Lent<Figure>
  let format: FigureText

  var figure: Figure { lent.place.pointee }

  static let fields: [ViewField<FigureView>] = [
    .written("scope") { $1.append($0.pointee.lent.place.pointee.code.published.scope) },
    .text("subject") { $0.pointee.lent.place.pointee.subject },
    .written("code") { $1.append($0.pointee.lent.place.pointee.code.published.name) },
    .written("period") { $1.period($0.pointee.lent.place.pointee.month) },
    .written("month") { $1.digits($0.pointee.lent.place.pointee.month) },
    .written("value") { $1.value($0.pointee.lent.place.pointee.value) },
    .written("unit") { $1.append($0.pointee.lent.place.pointee.code.published.unit) },
    .written("clause") { $1.append($0.pointee.lent.place.pointee.code.published.clause) },
    .written("text") { $1.figure($0.pointee.lent.place.pointee, $0.pointee.format) },
    .text("title") {
      $0.pointee.lent.place.pointee.code.published.title[$0.pointee.format.language]
    },
    .text("formula") {
      $0.pointee.lent.place.pointee.code.published.formula[$0.pointee.format.language]
    },
    .each("operands") { view, visit in
      let format = view.pointee.format
      let operands = view.pointee.lent.place.pointee.derivation.operands
      for index in operands.indices {
        visit(OperandView(lent: Lent(operands, at: index), format: format))
      }
    },
    .list("rows") { $0.pointee.lent.place.pointee.derivation.rows },
  ]
}

/// What is published of a figure's code, as texts that stand ready; no document escapes anything of
/// the first four.
final class FigureTexts: Sendable {
  let scope: String
  let name: String
  let unit: String
  let clause: String
  let title: Bilingual
  let formula: Bilingual

  init(_ rule: FigureRule) {
    scope = rule.scope.rawValue
    name = rule.name
    unit = rule.unit.rawValue
    clause = rule.clause?.rawValue ?? ""
    title = rule.title
    formula = rule.formula
  }

  /// By the codes' raw values.
  fileprivate static let all = FigureRegistry.all.map { FigureTexts($0) }
}

extension FigureCode {
  var published: FigureTexts { FigureTexts.all[rawValue] }
}

/// A number of a figure's formula, and where it comes from.
struct OperandView: TemplateView {
  /// Of the operands of a figure that lies somewhere.
  let lent: Lent<Derivation.Operand>
  let format: FigureText

  private var operand: Derivation.Operand { lent.place.pointee }

  static let fields: [ViewField<OperandView>] = [
    .text("name") { $0.pointee.lent.place.pointee.name },
    .text("label") { $0.pointee.words.label },
    .text("value") { $0.pointee.lent.place.pointee.value },
    .text("text") { $0.pointee.words.value },
    .text("origin") { $0.pointee.words.origin },
    .text("source") { $0.pointee.source },
    .optional("figure") { view -> FigureReference? in
      guard case .figure(let code, let subject, let month) = view.pointee.lent.place.pointee.origin
      else {
        return nil
      }
      return FigureReference(code: code, subject: subject, month: month)
    },
    .text("setting") { view in
      guard case .setting(let key) = view.pointee.lent.place.pointee.origin else { return "" }
      return key
    },
    .optional("cell") { view -> Place? in
      guard case .cell(let place) = view.pointee.lent.place.pointee.origin else { return nil }
      return place
    },
    .optional("usage") { view -> UsageReference? in
      guard case .usage(let store, let first, let last) = view.pointee.lent.place.pointee.origin
      else {
        return nil
      }
      return UsageReference(store: store, first: first, last: last)
    },
    .optional("findings") { view -> CodeList? in
      guard case .findings(let codes) = view.pointee.lent.place.pointee.origin else { return nil }
      return CodeList(codes: codes)
    },
    .flag("isIntermediate") {
      if case .intermediate = $0.pointee.lent.place.pointee.origin { true } else { false }
    },
  ]

  private var words: OperandText { OperandText(operand, format) }

  /// Where to look the number up: a setting's key or a cell; empty for a figure of this packet.
  private var source: String {
    if case .figure = operand.origin { "" } else { words.origin }
  }
}

/// The figure that an operand is.
struct FigureReference: TemplateView {
  let code: FigureCode
  let subject: String
  let month: Int?

  static let fields: [ViewField<FigureReference>] = [
    .written("scope") { $1.append($0.pointee.code.published.scope) },
    .written("code") { $1.append($0.pointee.code.published.name) },
    .text("subject") { $0.pointee.subject },
    .written("period") { $1.period($0.pointee.month) },
  ]
}

/// The counted uses that an operand sums up.
struct UsageReference: TemplateView {
  let store: StoreID
  let first: CalendarDate
  let last: CalendarDate

  static let fields: [ViewField<UsageReference>] = [
    .text("store") { $0.pointee.store.text },
    .written("first") { $1.isoDay($0.pointee.first) },
    .written("last") { $1.isoDay($0.pointee.last) },
  ]
}

/// Finding codes, such as those that block a contract; separated by spaces as XML lists are.
struct CodeList: TemplateView {
  let codes: [FindingCode]

  static let fields: [ViewField<CodeList>] = [
    .text("list") { $0.pointee.codes.map(\.rawValue).joined(separator: " ") }
  ]
}
