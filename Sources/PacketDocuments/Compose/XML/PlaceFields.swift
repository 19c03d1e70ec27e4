package import ReviewModel

// The XML names the model's own values: codes, ISO dates and plain digits, so that a reader can
// make the same values again. Each type offers its fields here.

extension Place: TemplateView {
  package static let fields: [ViewField<Place>] = [
    .text("file") { $0.file },
    .text("line") { $0.line.map { String($0) } ?? "" },
    .text("column") { $0.column.map { String($0) } ?? "" },
    .text("row") { $0.row.map { String($0) } ?? "" },
    .text("cell") { $0.cell ?? "" },
  ]
}

extension RowSource: TemplateView {
  package static let fields: [ViewField<RowSource>] = [
    .text("file") { $0.file },
    .text("line") { String($0.line) },
    .text("row") { String($0.row) },
  ]
}

extension Field: TemplateView {
  package static let fields: [ViewField<Field>] = [
    .text("key") { $0.key },
    .text("title") { $0.title },
  ]
}

extension Bilingual: TemplateView {
  package static let fields: [ViewField<Bilingual>] = [
    .text("zh") { $0.zh },
    .text("en") { $0.en },
  ]
}

extension Finding: TemplateView {
  package static let fields: [ViewField<Finding>] = [
    .text("id") { $0.id },
    .text("code") { $0.code.rawValue },
    .text("severity") { $0.severity.rawValue },
    .text("effect") { $0.rule.effect.rawValue },
    .text("owner") { $0.rule.owner.rawValue },
    .text("clause") { $0.rule.clause?.rawValue ?? "" },
    .text("contract") { $0.contract?.text ?? "" },
    .text("store") { $0.store?.text ?? "" },
    .optional("place") { $0.place },
    .optional("field") { $0.field },
    .optional("typed") { finding in
      finding.value.map { TypedValue(text: $0, isPersonal: finding.quotesPersonalData) }
    },
    .optional("expected") { $0.expected },
    .optional("difference") { $0.difference.map { TypedValue(text: $0, isPersonal: false) } },
    .optional("other") { $0.other },
    .text("rows") { $0.rows.map { String($0) } ?? "" },
    .optional("detail") { $0.detail },
    .record("message") { finding in
      // The value of a personal cell stands once, marked as such, and in no message.
      let shown = finding.shown(DocumentOptions())
      return Bilingual(zh: shown.message(in: .zhHant), en: shown.message(in: .en))
    },
    .record("title") { $0.rule.title },
  ]
}

/// A text that is there though it may be empty.
package struct TypedValue: TemplateView {
  let text: String
  let isPersonal: Bool

  package static let fields: [ViewField<TypedValue>] = [
    .text("text") { $0.text },
    .flag("isPersonal") { $0.isPersonal },
  ]
}
