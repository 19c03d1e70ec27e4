/// A rule's message with its names in braces: `{value}`, or `{rows:row|rows}` for what follows a count.
struct MessageTemplate {
  private enum Part {
    case text(Substring)
    case name(String)
    /// One word form where the name's value is 1, another otherwise.
    case form(String, one: Substring, more: Substring)
  }

  private let parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      parts.append(.text(rest[..<open]))
      parts.append(Self.part(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    self.parts = parts + [.text(rest)]
  }

  private static func part(_ inside: Substring) -> Part {
    let pieces = inside.split(separator: ":", maxSplits: 1)
    guard pieces.count == 2 else { return .name(String(inside)) }
    let forms = pieces[1].split(separator: "|", maxSplits: 1)
    guard forms.count == 2 else { return .name(String(inside)) }
    return .form(String(pieces[0]), one: forms[0], more: forms[1])
  }

  /// The message with a value for each name.
  func filled(_ value: (String) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): String(text)
      case .name(let name): value(name)
      case .form(let name, let one, let more): String(value(name) == "1" ? one : more)
      }
    }.joined()
  }

  /// The message with its names left in braces.
  var general: String { filled { "{" + $0 + "}" } }
}
