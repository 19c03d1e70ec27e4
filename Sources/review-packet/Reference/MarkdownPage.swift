import ReviewModel

/// A page of the reference: Markdown text under a file name.
struct MarkdownPage {
  let name: String
  private(set) var text: String

  init(_ name: String, title: String) {
    self.name = name
    text = """
      <!-- Made by Scripts/update-docs from the program itself; don't edit it by hand. -->

      # \(title)

      """
  }

  mutating func heading(_ title: String, level: Int = 2) {
    text += "\n\(String(repeating: "#", count: level)) \(title)\n"
  }

  /// A paragraph of Markdown, as it is.
  mutating func paragraph(_ markdown: String) {
    text += "\n\(markdown)\n"
  }

  mutating func code(_ lines: String, language: String) {
    text += "\n```\(language)\n\(lines.hasSuffix("\n") ? lines : lines + "\n")```\n"
  }

  mutating func list(_ items: [String]) {
    text += "\n" + items.map { "- \($0)\n" }.joined()
  }

  /// A table of Markdown cells.
  mutating func table(_ titles: [String], _ rows: [[String]]) {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    text += "\n" + line(titles) + line(titles.map { _ in "---" }) + rows.map(line).joined()
  }

  /// A text of the registries as Markdown that shows just that text.
  static func plain(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\n": out += " "
      case "<": out += "&lt;"
      case "|", "*", "`": out += "\\\(character)"
      default: out.append(character)
      }
    }
    return out
  }

  /// Both languages in one cell.
  static func both(_ text: Bilingual) -> String { plain(text.zh) + "<br/>" + plain(text.en) }

  static func code(_ text: String) -> String { text.isEmpty ? "" : "`\(text)`" }

  /// A link to the page of clauses.
  static func link(_ clause: Clause?) -> String {
    clause.map { "[\($0.rawValue)](clauses.md)" } ?? ""
  }
}
