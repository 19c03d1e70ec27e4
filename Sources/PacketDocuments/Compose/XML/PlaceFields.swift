package import ReviewModel

// The XML names the model's own values: codes, ISO dates and plain digits, so that a reader can
// make the same values again. Each type offers its fields here.

extension Place: TemplateView {
  package static let fields: [ViewField<Place>] = [
    .text("file") { $0.pointee.file },
    .written("line") { $1.digits($0.pointee.line) },
    .written("column") { $1.digits($0.pointee.column) },
    .written("row") { $1.digits($0.pointee.row) },
    .text("cell") { $0.pointee.cell ?? "" },
  ]
}

extension RowSource: TemplateView {
  package static let fields: [ViewField<RowSource>] = [
    .text("file") { $0.pointee.file },
    .written("line") { $1.digits($0.pointee.line) },
    .written("row") { $1.digits($0.pointee.row) },
  ]
}

extension Field: TemplateView {
  package static let fields: [ViewField<Field>] = [
    .text("key") { $0.pointee.key },
    .text("title") { $0.pointee.title },
  ]
}

extension Bilingual: TemplateView {
  package static let fields: [ViewField<Bilingual>] = [
    .text("zh") { $0.pointee.zh },
    .text("en") { $0.pointee.en },
  ]
}

extension Finding: TemplateView {
  package static let fields: [ViewField<Finding>] = [
    .text("id") { $0.pointee.id },
    .text("code") { $0.pointee.code.rawValue },
    .text("severity") { $0.pointee.severity.rawValue },
    .text("effect") { $0.pointee.rule.effect.rawValue },
    .text("owner") { $0.pointee.rule.owner.rawValue },
    .text("clause") { $0.pointee.rule.clause?.rawValue ?? "" },
    .text("contract") { $0.pointee.contract?.text ?? "" },
    .text("store") { $0.pointee.store?.text ?? "" },
    .optional("place") { $0.pointee.place },
    .optional("field") { $0.pointee.field },
    .optional("typed") { finding in
      finding.pointee.value.map {
        TypedValue(text: $0, isPersonal: finding.pointee.quotesPersonalData)
      }
    },
    .optional("expected") { $0.pointee.expected },
    .optional("difference") {
      $0.pointee.difference.map { TypedValue(text: $0, isPersonal: false) }
    },
    .optional("other") { $0.pointee.other },
    .written("rows") { $1.digits($0.pointee.rows) },
    .optional("detail") { $0.pointee.detail },
    .record("message") { finding in
      // The value of a personal cell stands once, marked as such, and in no message.
      let shown = finding.pointee.shown(DocumentOptions())
      return Bilingual(zh: shown.message(in: .zhHant), en: shown.message(in: .en))
    },
    .record("title") { $0.pointee.rule.title },
  ]
}

/// A text that is there though it may be empty.
package struct TypedValue: TemplateView {
  let text: String
  let isPersonal: Bool

  package static let fields: [ViewField<TypedValue>] = [
    .text("text") { $0.pointee.text },
    .flag("isPersonal") { $0.pointee.isPersonal },
  ]
}
