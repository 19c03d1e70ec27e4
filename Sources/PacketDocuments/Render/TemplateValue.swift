/// A value with all that is in it worked out, so that writing it is the template's work alone.
///
/// For measuring, for the reference, and for tests with data that no view type describes.
indirect enum TemplateValue: Sendable {
  case absent
  case text(String)
  case flag(Bool)
  /// The values in the order of their slots.
  case record([TemplateValue])
  case list([TemplateValue])

  init<View: TemplateView>(_ view: View) {
    self = withUnsafePointer(to: view) { place in
      .record(View.fields.map { $0.access.value(at: place) })
    }
  }
}

/// How a value of a record of worked-out values is got; without a slot, the value itself.
final class ValueAccess: ViewAccess, @unchecked Sendable {
  private let slot: Int?

  init(slot: Int?) { self.slot = slot }

  override func text(at place: UnsafeRawPointer) -> String {
    if case .text(let text) = value(at: place) { text } else { "" }
  }

  override func holds(at place: UnsafeRawPointer) -> Bool {
    switch value(at: place) {
    case .absent: false
    case .flag(let holds): holds
    case .text(let text): !text.isEmpty
    case .list(let elements): !elements.isEmpty
    case .record: true
    }
  }

  override func visit(at place: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void) {
    let value = value(at: place)
    switch value {
    case .list(let elements):
      for element in elements { withUnsafePointer(to: element) { body($0) } }
    case .absent, .text, .flag, .record:
      if holds(at: place) { withUnsafePointer(to: value) { body($0) } }
    }
  }

  override func value(at place: UnsafeRawPointer) -> TemplateValue {
    let own = place.assumingMemoryBound(to: TemplateValue.self).pointee
    guard let slot else { return own }
    guard case .record(let values) = own else { return .absent }
    return values[slot]
  }
}
