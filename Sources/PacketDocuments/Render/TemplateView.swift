/// What a template may name: finished texts, flags, and further views.
///
/// Write the fields as `static let`, since a list asks for them once and a record in each row, each
/// with a closure that reads only what it needs of the view where it lies.
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
  /// A view where it lies: `$0.pointee.name` reads the name and copies nothing else of the view.
  package typealias Lying = UnsafePointer<View>

  /// A text, escaped wherever it is shown; as a section it is entered when not empty.
  @inline(__always)
  package static func text(
    _ name: String, _ get: @escaping @Sendable (Lying) -> String
  ) -> Self {
    Self(name: name, shape: .text, access: .text { get(lying($0)) })
  }

  /// A text that is written straight into the document, such as a number or a day.
  @inline(__always)
  package static func written(
    _ name: String, _ write: @escaping @Sendable (Lying, inout DocumentOutput) -> Void
  ) -> Self {
    Self(name: name, shape: .text, access: .written { write(lying($0), &$1) })
  }

  /// Markup that the program made itself (SVG), the only kind that `{{{name}}}` takes.
  @inline(__always)
  package static func markup(
    _ name: String, _ get: @escaping @Sendable (Lying) -> String
  ) -> Self {
    Self(name: name, shape: .markup, access: .text { get(lying($0)) })
  }

  /// A statement that holds or does not.
  @inline(__always)
  package static func flag(_ name: String, _ get: @escaping @Sendable (Lying) -> Bool) -> Self {
    Self(name: name, shape: .flag, access: .flag { get(lying($0)) })
  }

  /// Texts in order; inside the section each is `{{.}}`.
  @inline(__always)
  package static func texts(
    _ name: String, _ get: @escaping @Sendable (Lying) -> [String]
  ) -> Self {
    Self(name: name, shape: .list(.text), access: .texts { get(lying($0)) })
  }

  /// Markups in order, such as the parts of a long chart; inside the section each is `{{{.}}}`.
  @inline(__always)
  package static func markups(
    _ name: String, _ get: @escaping @Sendable (Lying) -> [String]
  ) -> Self {
    Self(name: name, shape: .list(.markup), access: .texts { get(lying($0)) })
  }

  /// Views in order; inside the section the names of each come first.
  @inline(__always)
  package static func list<Element: TemplateView>(
    _ name: String, _ get: @escaping @Sendable (Lying) -> [Element]
  ) -> Self {
    Self(
      name: name, shape: .list(.view(Element.self)),
      access: ViewAccess(
        holds: { !get(lying($0)).isEmpty },
        visit: { place, body in visit(get(lying(place)), body) },
        value: { .list(get(lying($0)).map { TemplateValue($0) }) }))
  }

  /// Views that are stored in order: they are visited where they lie.
  package static func list<Element: TemplateView>(
    _ name: String, _ path: KeyPath<View, [Element]> & Sendable
  ) -> Self {
    guard let offset = MemoryLayout<View>.offset(of: path) else {
      return list(name) { $0.pointee[keyPath: path] }
    }
    return list(name) { place in
      UnsafeRawPointer(place).advanced(by: offset).assumingMemoryBound(to: [Element].self).pointee
    }
  }

  /// Views that are made one after the other, each for as long as it is visited: of a list that is
  /// too long to stand in memory, or whose views are seldom asked for.
  @inline(__always)
  package static func each<Element: TemplateView>(
    _ name: String, _ make: @escaping @Sendable (Lying, (Element) -> Void) -> Void
  ) -> Self {
    Self(
      name: name, shape: .list(.view(Element.self)),
      access: ViewAccess(
        holds: { place in
          var holds = false
          make(lying(place)) { _ in holds = true }
          return holds
        },
        visit: { place, body in
          make(lying(place)) { element in withUnsafePointer(to: element) { body($0) } }
        },
        value: { place in
          var values: [TemplateValue] = []
          make(lying(place)) { values.append(TemplateValue($0)) }
          return .list(values)
        }))
  }

  /// A view that is always there.
  @inline(__always)
  package static func record<Inner: TemplateView>(
    _ name: String, _ get: @escaping @Sendable (Lying) -> Inner
  ) -> Self {
    Self(
      name: name, shape: .view(Inner.self),
      access: ViewAccess(
        holds: { _ in true },
        visit: { place, body in withUnsafePointer(to: get(lying(place))) { body($0) } },
        value: { TemplateValue(get(lying($0))) }))
  }

  /// A view that is stored in another one: it is visited where it lies.
  package static func record<Inner: TemplateView>(
    _ name: String, _ path: KeyPath<View, Inner> & Sendable
  ) -> Self {
    guard let offset = MemoryLayout<View>.offset(of: path) else {
      return record(name) { $0.pointee[keyPath: path] }
    }
    return Self(
      name: name, shape: .view(Inner.self),
      access: ViewAccess(
        offset: offset, holds: { _ in true }, visit: { place, body in body(place + offset) },
        value: { TemplateValue(($0 + offset).assumingMemoryBound(to: Inner.self).pointee) }))
  }

  /// A view that may be missing; its section is entered or not.
  @inline(__always)
  package static func optional<Inner: TemplateView>(
    _ name: String, _ get: @escaping @Sendable (Lying) -> Inner?
  ) -> Self {
    Self(
      name: name, shape: .optional(.view(Inner.self)),
      access: ViewAccess(
        holds: { get(lying($0)) != nil },
        visit: { place, body in
          if let inner = get(lying(place)) { withUnsafePointer(to: inner) { body($0) } }
        },
        value: { get(lying($0)).map { TemplateValue($0) } ?? .absent }))
  }

  /// The compiler of templates has settled that a view of this type lies there.
  @inline(__always)
  private static func lying(_ place: UnsafeRawPointer) -> Lying {
    place.assumingMemoryBound(to: View.self)
  }

  @inline(__always)
  private static func visit<Element>(_ elements: [Element], _ body: (UnsafeRawPointer) -> Void) {
    elements.withUnsafeBufferPointer { elements in
      guard let first = elements.baseAddress else { return }
      for index in elements.indices { body(first + index) }
    }
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
