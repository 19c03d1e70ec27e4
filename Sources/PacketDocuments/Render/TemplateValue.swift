/// A value with all that is in it worked out, so that writing it is the template's work alone.
///
/// For measuring, for the reference, and for tests with data that no view type describes.
enum TemplateValue: Sendable {
  case absent
  case text(String)
  case flag(Bool)
  /// The values in the order of their slots.
  case record([TemplateValue])
  case list([TemplateValue])

  init<View: TemplateView>(_ view: View) {
    self = withUnsafePointer(to: view) { place in
      .record(View.fields.map { $0.access.value(place) })
    }
  }

  fileprivate var holds: Bool {
    switch self {
    case .absent: false
    case .flag(let holds): holds
    case .text(let text): !text.isEmpty
    case .list(let elements): !elements.isEmpty
    case .record: true
    }
  }

  /// Hands on where the value lies: a record by the first of its values, a text by its bytes.
  func lie(_ body: (UnsafeRawPointer) -> Void) {
    switch self {
    case .record(let values):
      values.withUnsafeBufferPointer { values in
        // No slot of a record without values is asked for, so that any place will do.
        withUnsafePointer(to: self) { own in body(values.baseAddress ?? own) }
      }
    case .text(var text):
      text.withUTF8 { bytes in withUnsafePointer(to: bytes) { body($0) } }
    case .absent, .flag, .list: withUnsafePointer(to: self) { body($0) }
    }
  }

  fileprivate func visit(_ body: (UnsafeRawPointer) -> Void) {
    if case .list(let elements) = self {
      for element in elements { element.lie(body) }
    } else if holds {
      lie(body)
    }
  }
}

extension ViewAccess {
  /// How a value is got in place of the one that a step of a view has.
  static func ofValues(_ step: TemplateReference.Step) -> ViewAccess {
    if let slot = step.slot { return ofValues(slot: slot) }
    return step.access === ViewAccess.ownList ? ofValues(slot: 0) : step.access
  }

  /// How a value of a record of worked-out values is got, which lie one behind the other.
  static func ofValues(slot: Int) -> ViewAccess {
    let value: @Sendable (Place) -> UnsafePointer<TemplateValue> = {
      $0.assumingMemoryBound(to: TemplateValue.self) + slot
    }
    return ViewAccess(
      write: { place, output in
        if case .text(let text) = value(place).pointee { output.write(text) }
      },
      writeRaw: { place, output in
        if case .text(let text) = value(place).pointee { output.append(text) }
      },
      holds: { value($0).pointee.holds },
      visit: { place, body in value(place).pointee.visit(body) },
      value: { value($0).pointee })
  }
}
