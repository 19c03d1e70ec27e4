internal import ReviewModel

/// Every name that a template may use, with examples, as Markdown made from the views themselves.
package enum TemplateNames {
  /// The text below the page's title; the same bytes each time.
  package static var markdown: String {
    var walk = ReferenceWalk()
    let sample = SamplePacket(phase: .final, assessment: .everyWeek)
    let options = DocumentOptions()
    let styles = StyleSheets(screen: "…", print: "…")
    let context = PacketContext(sample.packet, options: options, styles: styles)
    let overview = OverviewView(sample.overview, options: options, styles: styles)
    let documents: [(template: String, file: String, root: String)] = [
      ("cover.html", "index.html", walk.visit(CoverView(context))),
      ("work-progress.html", "work-progress.html", walk.visit(WorkProgressView(context: context))),
      (
        "service-schedule.html", "service-schedule.html",
        walk.visit(ServiceScheduleView(context: context))
      ),
      ("store-roster.html", "store-roster.html", walk.visit(StoreRosterView(context: context))),
      ("usage.html", "usage.html", walk.visit(UsageView(context: context))),
      ("settlement.html", "settlement.html", walk.visit(SettlementView(context: context))),
      ("findings.html", "findings.html", walk.visit(FindingsView(context))),
      ("overview.html", "index.html (season)", walk.visit(overview)),
      (
        "packet.xml", "packet.xml",
        walk.visit(PacketArchiveView(packet: sample.packet, options: options))
      ),
      (
        "season.xml", "season.xml",
        walk.visit(SeasonArchiveView(overview: sample.overview, options: options))
      ),
    ]
    var lines = head
    lines += ["| template | makes | starts from |", "| --- | --- | --- |"]
    lines += documents.map {
      "| `\($0.template).mustache` | `\($0.file)` | \(ReferenceWalk.link($0.root)) |"
    }
    lines += ["", "## Records", ""]
    return (lines + walk.sections().dropLast()).joined(separator: "\n")
  }

  private static let head = [
    """
    A template starts from the record that is named here; inside a section the names of that record come \
    first, then those around it. Examples are of an invented packet. How templates are written: \
    [templates.md](../templates.md).
    """, "",
    "| kind | how a template writes it |", "| --- | --- |",
    "| text | `{{name}}`, escaped for the place; `{{#name}}…{{.}}…{{/name}}` where it is not empty; `{{^name}}…{{/name}}` where it is |",
    "| flag | `{{#name}}…{{/name}}` where it holds, `{{^name}}…{{/name}}` where it does not |",
    "| record | `{{#name}}…{{/name}}`, inside which its names come first; or `{{name.part}}` |",
    "| optional record | `{{#name}}…{{/name}}` only, since it may be missing |",
    "| list | `{{#name}}…{{/name}}` for each; `{{^name}}…{{/name}}` where there is none; a list of texts gives `{{.}}` |",
    "| markup | `{{{name}}}`: drawings and style sheets of the program, the only names that are written raw |",
    "", "## Documents", "",
  ]
}

/// A walk through views, each record type once, with the first value met as its example.
private struct ReferenceWalk {
  private var order: [String] = []
  private var rows: [String: [String]] = [:]

  static func link(_ record: String) -> String { "[\(record)](#\(record.lowercased()))" }

  /// Notes a view's names, and those of what it holds; gives the record's name.
  mutating func visit<View: TemplateView>(_ view: View) -> String {
    visit(ViewShape.view(View.self), TemplateValue(view)) ?? ""
  }

  func sections() -> [String] {
    order.sorted().flatMap { name in
      ["### \(name)", "", "| name | kind | example |", "| --- | --- | --- |"]
        + rows[name, default: []] + [""]
    }
  }

  @discardableResult
  private mutating func visit(_ shape: ViewShape, _ value: TemplateValue?) -> String? {
    guard case .record(let record) = shape else { return nil }
    guard rows[record.name] == nil else { return record.name }
    order.append(record.name)
    rows[record.name] = []
    var own: [String] = []
    for (slot, field) in record.fields().enumerated() {
      var inner: TemplateValue?
      if case .record(let values)? = value { inner = values[slot] }
      own.append(
        "| `\(field.name)` | \(kind(field.shape, inner)) | \(example(field.shape, inner)) |")
    }
    rows[record.name] = own
    return record.name
  }

  private mutating func kind(_ shape: ViewShape, _ value: TemplateValue?) -> String {
    switch shape {
    case .text: return "text"
    case .markup: return "markup"
    case .flag: return "flag"
    case .record: return "record " + Self.link(visit(shape, value) ?? "")
    case .optional(let inner):
      return "optional record " + Self.link(visit(inner, value) ?? "")
    case .list(.text): return "list of texts"
    case .list(.markup): return "list of markups"
    case .list(let element):
      var first: TemplateValue?
      if case .list(let elements)? = value { first = elements.first }
      return "list of " + Self.link(visit(element, first) ?? "")
    }
  }

  private func example(_ shape: ViewShape, _ value: TemplateValue?) -> String {
    switch (shape, value) {
    case (.markup, _), (.list(.markup), _): return "a drawing or style sheet"
    case (_, .text(let text)?): return text.isEmpty ? "(empty)" : Self.quoted(text)
    case (_, .flag(let holds)?): return holds ? "holds" : "does not hold"
    case (.list(.text), .list(let elements)?):
      guard case .text(let text)? = elements.first else { return "(none)" }
      return Self.quoted(text)
    case (_, .list(let elements)?):
      return elements.count == 1 ? "1 element" : "\(elements.count) elements"
    case (_, .absent?): return "(missing)"
    case (_, .record?), (_, nil): return ""
    }
  }

  /// A text in a table's cell: on one line, not too long, nothing in it Markdown.
  private static func quoted(_ text: String) -> String {
    let line = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\n", "\r": " "
      case "|": "\\|"
      case "`": "'"
      default: String(scalar)
      }
    }.joined()
    return "`" + (line.count > 70 ? line.prefix(70) + "…" : line) + "`"
  }
}
