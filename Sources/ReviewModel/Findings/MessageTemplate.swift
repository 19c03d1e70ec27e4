/// A rule's message with its names in braces: `{value}`, or `{rows:row|rows}` for what follows a count.
///
/// It is taken apart once and filled for each finding. Braces round anything else are text.
struct MessageTemplate: Sendable {
  /// What a finding fills in.
  enum Name: String, Sendable {
    case field, value, expected, difference, other, rows, detail, store, contract, file
  }

  private enum Part: Sendable {
    case text(String)
    case name(Name)
    /// One word form where the name's value is 1, another otherwise.
    case form(Name, one: String, more: String)
  }

  private let parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    var plain = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      plain += rest[..<open]
      if let part = Self.part(rest[rest.index(after: open)..<close]) {
        parts += [.text(plain), part]
        plain = ""
      } else {
        plain += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    self.parts = parts + [.text(plain + rest)]
  }

  private static func part(_ inside: Substring) -> Part? {
    if let name = Name(rawValue: String(inside)) { return .name(name) }
    let pieces = inside.split(separator: ":", maxSplits: 1)
    guard pieces.count == 2, let name = Name(rawValue: String(pieces[0])) else { return nil }
    let forms = pieces[1].split(separator: "|", maxSplits: 1)
    guard forms.count == 2 else { return nil }
    return .form(name, one: String(forms[0]), more: String(forms[1]))
  }

  /// The message with a value for each name.
  func filled(_ value: (Name) -> String) -> String {
    var message = ""
    for part in parts {
      switch part {
      case .text(let text): message += text
      case .name(let name): message += value(name)
      case .form(let name, let one, let more): message += value(name) == "1" ? one : more
      }
    }
    return message
  }

  /// The message with its names left in braces.
  var general: String { filled { "{" + $0.rawValue + "}" } }
}
