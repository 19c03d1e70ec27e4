/// A view that templates are checked against, as documentation shows it.
package struct OfferedView: Sendable {
  /// One of its names.
  package struct Name: Sendable {
    package let name: String
    package let kind: ViewShape.Kind
    /// Whether it may be missing, so that it is named as a section.
    package let isOptional: Bool
    /// The view inside a record or a list; nil for a list of texts.
    package let view: String?
  }

  package let name: String
  package let names: [Name]
}

/// What every template may name.
package struct OfferedNames: Sendable {
  /// Each document's template with the view that it starts from.
  package let templates: [(file: String, view: String)]
  /// Every view that can be reached from them, each once, sorted by name.
  package let views: [OfferedView]
}

extension DocumentRenderer {
  /// The names that templates may use, read off the views that they are checked against.
  package static var offeredNames: OfferedNames {
    var open: [ViewShape] = roots.map(\.shape)
    var views: [String: OfferedView] = [:]
    while let shape = open.popLast() {
      guard let record = shape.record, views[record.name] == nil else { continue }
      let fields = record.fields()
      views[record.name] = OfferedView(
        name: record.name,
        names: fields.map { field in
          OfferedView.Name(
            name: field.name, kind: field.shape.kind, isOptional: field.shape.isOptional,
            view: field.shape.record?.name)
        })
      open += fields.map(\.shape)
    }
    return OfferedNames(
      templates: roots.map { (file: $0.name, view: $0.shape.record?.name ?? "") },
      views: views.values.sorted { $0.name < $1.name })
  }
}

extension ViewShape {
  fileprivate var isOptional: Bool {
    if case .optional = self { true } else { false }
  }

  /// The record that a shape is or holds.
  fileprivate var record: RecordShape? {
    switch self {
    case .text, .markup, .flag: nil
    case .record(let record): record
    case .optional(let inner), .list(let inner): inner.record
    }
  }
}
