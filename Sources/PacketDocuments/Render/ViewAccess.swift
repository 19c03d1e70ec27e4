/// How one value of a view is got from where the view lies.
///
/// Views are handed on by their place, so that nothing is copied or allocated for them on the way to
/// a text. Whoever calls keeps a view where it is until the call returns; that the place holds a view
/// of the right type is what the compiler of templates has settled. Accesses never change.
package class ViewAccess: @unchecked Sendable {
  init() {}

  /// The text, or nothing for what is no text.
  func text(at place: UnsafeRawPointer) -> String { "" }

  /// Whether a section of the value is entered.
  func holds(at place: UnsafeRawPointer) -> Bool { false }

  /// Hands on where each part lies that a section of the value is entered for.
  func visit(at place: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void) {}

  /// The value with all that is in it worked out.
  func value(at place: UnsafeRawPointer) -> TemplateValue { .absent }
}

/// A text or a markup.
final class TextAccess<View>: ViewAccess, @unchecked Sendable {
  private let get: @Sendable (View) -> String

  init(_ get: @escaping @Sendable (View) -> String) { self.get = get }

  override func text(at place: UnsafeRawPointer) -> String {
    get(place.assumingMemoryBound(to: View.self).pointee)
  }

  override func holds(at place: UnsafeRawPointer) -> Bool { !text(at: place).isEmpty }

  override func visit(at place: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void) {
    let text = text(at: place)
    if !text.isEmpty { withUnsafePointer(to: text) { body($0) } }
  }

  override func value(at place: UnsafeRawPointer) -> TemplateValue { .text(text(at: place)) }
}

/// A statement; its section goes on with what it is said of.
final class FlagAccess<View>: ViewAccess, @unchecked Sendable {
  private let get: @Sendable (View) -> Bool

  init(_ get: @escaping @Sendable (View) -> Bool) { self.get = get }

  override func holds(at place: UnsafeRawPointer) -> Bool {
    get(place.assumingMemoryBound(to: View.self).pointee)
  }

  override func visit(at place: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void) {
    if holds(at: place) { body(place) }
  }

  override func value(at place: UnsafeRawPointer) -> TemplateValue { .flag(holds(at: place)) }
}

/// Texts or markups in order.
final class TextListAccess<View>: ViewAccess, @unchecked Sendable {
  private let get: @Sendable (View) -> [String]

  init(_ get: @escaping @Sendable (View) -> [String]) { self.get = get }

  override func holds(at place: UnsafeRawPointer) -> Bool { !texts(at: place).isEmpty }

  override func visit(at place: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void) {
    for text in texts(at: place) { withUnsafePointer(to: text) { body($0) } }
  }

  override func value(at place: UnsafeRawPointer) -> TemplateValue {
    .list(texts(at: place).map { .text($0) })
  }

  private func texts(at place: UnsafeRawPointer) -> [String] {
    get(place.assumingMemoryBound(to: View.self).pointee)
  }
}

/// Views in order.
final class ListAccess<View, Element: TemplateView>: ViewAccess, @unchecked Sendable {
  private let get: @Sendable (View) -> [Element]

  init(_ get: @escaping @Sendable (View) -> [Element]) { self.get = get }

  override func holds(at place: UnsafeRawPointer) -> Bool { !elements(at: place).isEmpty }

  override func visit(at place: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void) {
    elements(at: place).withUnsafeBufferPointer { elements in
      guard let first = elements.baseAddress else { return }
      for index in elements.indices { body(first + index) }
    }
  }

  override func value(at place: UnsafeRawPointer) -> TemplateValue {
    .list(elements(at: place).map { TemplateValue($0) })
  }

  private func elements(at place: UnsafeRawPointer) -> [Element] {
    get(place.assumingMemoryBound(to: View.self).pointee)
  }
}

/// Views in order of which one stands in memory at a time.
final class StreamAccess<View, Elements: Sequence>: ViewAccess, @unchecked Sendable
where Elements.Element: TemplateView {
  private let get: @Sendable (View) -> Elements

  init(_ get: @escaping @Sendable (View) -> Elements) { self.get = get }

  override func holds(at place: UnsafeRawPointer) -> Bool {
    elements(at: place).contains { _ in true }
  }

  override func visit(at place: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void) {
    for element in elements(at: place) { withUnsafePointer(to: element) { body($0) } }
  }

  override func value(at place: UnsafeRawPointer) -> TemplateValue {
    .list(elements(at: place).map { TemplateValue($0) })
  }

  private func elements(at place: UnsafeRawPointer) -> Elements {
    get(place.assumingMemoryBound(to: View.self).pointee)
  }
}

/// A view that is always there.
final class RecordAccess<View, Inner: TemplateView>: ViewAccess, @unchecked Sendable {
  private let get: @Sendable (View) -> Inner

  init(_ get: @escaping @Sendable (View) -> Inner) { self.get = get }

  override func holds(at place: UnsafeRawPointer) -> Bool { true }

  override func visit(at place: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void) {
    withUnsafePointer(to: inner(at: place)) { body($0) }
  }

  override func value(at place: UnsafeRawPointer) -> TemplateValue {
    TemplateValue(inner(at: place))
  }

  private func inner(at place: UnsafeRawPointer) -> Inner {
    get(place.assumingMemoryBound(to: View.self).pointee)
  }
}

/// A view that may be missing.
final class OptionalAccess<View, Inner: TemplateView>: ViewAccess, @unchecked Sendable {
  private let get: @Sendable (View) -> Inner?

  init(_ get: @escaping @Sendable (View) -> Inner?) { self.get = get }

  override func holds(at place: UnsafeRawPointer) -> Bool { inner(at: place) != nil }

  override func visit(at place: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void) {
    if let inner = inner(at: place) { withUnsafePointer(to: inner) { body($0) } }
  }

  override func value(at place: UnsafeRawPointer) -> TemplateValue {
    inner(at: place).map { TemplateValue($0) } ?? .absent
  }

  private func inner(at place: UnsafeRawPointer) -> Inner? {
    get(place.assumingMemoryBound(to: View.self).pointee)
  }
}

/// What a register itself is: the text of a list of texts, or a view.
final class OwnAccess: ViewAccess, @unchecked Sendable {
  private let isText: Bool

  init(isText: Bool) { self.isText = isText }

  override func text(at place: UnsafeRawPointer) -> String {
    isText ? place.assumingMemoryBound(to: String.self).pointee : ""
  }

  override func holds(at place: UnsafeRawPointer) -> Bool { !isText || !text(at: place).isEmpty }

  override func visit(at place: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void) {
    if holds(at: place) { body(place) }
  }
}
