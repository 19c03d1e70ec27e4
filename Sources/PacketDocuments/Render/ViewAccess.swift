/// How one value of a view is got from where the view lies.
///
/// Views are handed on by their place, so that nothing is copied or allocated for them on the way to
/// a text. Whoever calls keeps a view where it is until the call returns; that the place holds a view
/// of the right type is what the compiler of templates has settled.
package final class ViewAccess: Sendable {
  typealias Place = UnsafeRawPointer
  typealias Body = (UnsafeRawPointer) -> Void

  /// How far into its view a view lies that is stored in it; nil for any other value.
  let offset: Int?
  /// Writes the text, escaped; nothing for what is no text.
  let write: @Sendable (Place, inout DocumentOutput) -> Void
  /// Writes the markup as it is.
  let writeRaw: @Sendable (Place, inout DocumentOutput) -> Void
  /// Whether a section of the value is entered.
  let holds: @Sendable (Place) -> Bool
  /// Hands on where each part lies that a section of the value is entered for; a text's is a
  /// `TextPart`.
  let visit: @Sendable (Place, Body) -> Void
  /// The value with all that is in it worked out.
  let value: @Sendable (Place) -> TemplateValue

  init(
    offset: Int? = nil,
    write: @escaping @Sendable (Place, inout DocumentOutput) -> Void = { _, _ in },
    writeRaw: @escaping @Sendable (Place, inout DocumentOutput) -> Void = { _, _ in },
    holds: @escaping @Sendable (Place) -> Bool,
    visit: @escaping @Sendable (Place, Body) -> Void,
    value: @escaping @Sendable (Place) -> TemplateValue
  ) {
    self.offset = offset
    self.write = write
    self.writeRaw = writeRaw
    self.holds = holds
    self.visit = visit
    self.value = value
  }
}

/// The bytes of a text inside its own section.
typealias TextPart = UnsafeBufferPointer<UInt8>

extension String {
  /// Hands on where the text's bytes are told, unless there are none.
  func visitPart(_ body: (UnsafeRawPointer) -> Void) {
    guard !isEmpty else { return }
    var text = self
    text.withUTF8 { bytes in withUnsafePointer(to: bytes) { body($0) } }
  }
}

extension ViewAccess {
  /// A text or a markup that stands ready.
  @inline(__always)
  static func text(_ text: @escaping @Sendable (Place) -> String) -> ViewAccess {
    ViewAccess(
      write: { place, output in output.write(text(place)) },
      writeRaw: { place, output in output.append(text(place)) },
      holds: { !text($0).isEmpty },
      visit: { place, body in text(place).visitPart(body) },
      value: { .text(text($0)) })
  }

  /// A text that is made while it is written.
  @inline(__always)
  static func written(
    _ write: @escaping @Sendable (Place, inout DocumentOutput) -> Void
  ) -> ViewAccess {
    ViewAccess(
      write: write, writeRaw: write,
      holds: { place in
        DocumentOutput.withPart({ write(place, &$0) }, { !$0.isEmpty })
      },
      visit: { place, body in
        DocumentOutput.withPart({ write(place, &$0) }) { part in
          if !part.isEmpty { withUnsafePointer(to: part) { body($0) } }
        }
      },
      value: { place in .text(DocumentOutput.text { write(place, &$0) }) })
  }

  /// A statement; its section goes on with what it is said of.
  @inline(__always)
  static func flag(_ holds: @escaping @Sendable (Place) -> Bool) -> ViewAccess {
    ViewAccess(
      holds: holds, visit: { place, body in if holds(place) { body(place) } },
      value: { .flag(holds($0)) })
  }

  /// Texts or markups in order.
  static func texts(_ texts: @escaping @Sendable (Place) -> [String]) -> ViewAccess {
    ViewAccess(
      holds: { !texts($0).isEmpty },
      visit: { place, body in
        for text in texts(place) {
          var text = text
          text.withUTF8 { bytes in withUnsafePointer(to: bytes) { body($0) } }
        }
      },
      value: { .list(texts($0).map { .text($0) }) })
  }

  /// The text whose section it is, or that a list of texts has come to.
  static let ownText: ViewAccess = {
    let part: @Sendable (Place) -> TextPart = { $0.assumingMemoryBound(to: TextPart.self).pointee }
    return ViewAccess(
      write: { place, output in output.write(part(place)) },
      writeRaw: { place, output in output.append(part(place)) },
      holds: { !part($0).isEmpty },
      visit: { place, body in if !part(place).isEmpty { body(place) } },
      value: { _ in .absent })
  }()

  /// The view whose section it is.
  static let ownView = ViewAccess(
    offset: 0, holds: { _ in true }, visit: { place, body in body(place) },
    value: { _ in .absent })

  /// A list in a list, of which only worked-out values have any.
  static let ownList = ViewAccess(
    holds: { _ in true }, visit: { place, body in body(place) }, value: { _ in .absent })
}
