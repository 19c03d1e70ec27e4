/// What a template may name: finished texts, flags, and further views.
///
/// Write the fields as `static let`, since a list asks for them once and a record in each row.
package protocol TemplateView: Sendable {
  static var fields: [ViewField<Self>] { get }
}

/// One name that a view offers, with the kind that templates are checked against.
package struct ViewField<View>: Sendable {
  let name: String
  let shape: ViewShape
  let access: ViewAccess
}

extension ViewField {
  /// A text, escaped wherever it is shown; as a section it is entered when not empty.
  package static func text(_ name: String, _ get: @escaping @Sendable (View) -> String) -> Self {
    Self(name: name, shape: .text, access: TextAccess(get))
  }

  /// Markup that the program made itself (SVG), the only kind that `{{{name}}}` takes.
  package static func markup(_ name: String, _ get: @escaping @Sendable (View) -> String) -> Self {
    Self(name: name, shape: .markup, access: TextAccess(get))
  }

  /// A statement that holds or does not.
  package static func flag(_ name: String, _ get: @escaping @Sendable (View) -> Bool) -> Self {
    Self(name: name, shape: .flag, access: FlagAccess(get))
  }

  /// Texts in order; inside the section each is `{{.}}`.
  package static func texts(
    _ name: String, _ get: @escaping @Sendable (View) -> [String]
  ) -> Self {
    Self(name: name, shape: .list(.text), access: TextListAccess(get))
  }

  /// Markups in order, such as the parts of a long chart; inside the section each is `{{{.}}}`.
  package static func markups(
    _ name: String, _ get: @escaping @Sendable (View) -> [String]
  ) -> Self {
    Self(name: name, shape: .list(.markup), access: TextListAccess(get))
  }

  /// Views in order; inside the section the names of each come first.
  package static func list<Element: TemplateView>(
    _ name: String, _ get: @escaping @Sendable (View) -> [Element]
  ) -> Self {
    Self(name: name, shape: .list(.view(Element.self)), access: ListAccess(get))
  }

  /// Views in order, each made when its turn comes and let go after it: a list that is too long to
  /// stand in memory.
  package static func stream<Elements: Sequence>(
    _ name: String, _ get: @escaping @Sendable (View) -> Elements
  ) -> Self where Elements.Element: TemplateView {
    Self(
      name: name, shape: .list(.view(Elements.Element.self)), access: StreamAccess(get))
  }

  /// A view that is always there.
  package static func record<Inner: TemplateView>(
    _ name: String, _ get: @escaping @Sendable (View) -> Inner
  ) -> Self {
    Self(name: name, shape: .view(Inner.self), access: RecordAccess(get))
  }

  /// A view that may be missing; its section is entered or not.
  package static func optional<Inner: TemplateView>(
    _ name: String, _ get: @escaping @Sendable (View) -> Inner?
  ) -> Self {
    Self(name: name, shape: .optional(.view(Inner.self)), access: OptionalAccess(get))
  }
}

/// What is known of a value before there is one.
package indirect enum ViewShape: Sendable {
  case text, markup, flag
  case record(RecordShape)
  case optional(ViewShape)
  case list(ViewShape)

  /// The shape of a view type.
  static func view<View: TemplateView>(_ type: View.Type) -> ViewShape {
    let id = ObjectIdentifier(type)
    return .record(
      RecordShape(id: id, name: "\(type)") {
        View.fields.map { FieldShape(name: $0.name, shape: $0.shape, access: $0.access) }
      })
  }

  /// Every name that the shape offers at any depth.
  var allNames: Set<String> {
    var names: Set<String> = []
    var seen: Set<ObjectIdentifier> = []
    var open = [self]
    while let shape = open.popLast() {
      switch shape {
      case .text, .markup, .flag: break
      case .optional(let inner), .list(let inner): open.append(inner)
      case .record(let record):
        guard seen.insert(record.id).inserted else { continue }
        let fields = record.fields()
        names.formUnion(fields.map(\.name))
        open += fields.map(\.shape)
      }
    }
    return names
  }

  /// The word for a shape in messages.
  package enum Kind: String, Sendable, CaseIterable {
    case text, markup, flag, record, list

    var zhHant: String {
      switch self {
      case .text: "文字"
      case .markup: "標記"
      case .flag: "是非值"
      case .record: "資料組"
      case .list: "清單"
      }
    }
  }

  var kind: Kind {
    switch self {
    case .text: .text
    case .markup: .markup
    case .flag: .flag
    case .record, .optional: .record
    case .list: .list
    }
  }
}

/// The names of a record, in the order of their slots; asked for late, since views may nest.
package struct RecordShape: Sendable {
  let id: ObjectIdentifier
  /// The view type's name, for documentation.
  let name: String
  let fields: @Sendable () -> [FieldShape]

  init(
    id: ObjectIdentifier, name: String = "", fields: @escaping @Sendable () -> [FieldShape]
  ) {
    self.id = id
    self.name = name
    self.fields = fields
  }
}

/// A name of a record, and how its value is got.
package struct FieldShape: Sendable {
  let name: String
  let shape: ViewShape
  let access: ViewAccess
}
