import ArgumentParser
import ReviewModel
import SeasonReading

/// `schema`: the input files' columns.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the input files' columns, as text or as CSVW metadata.",
    discussion: "Example: review-packet schema --format csvw > csv-metadata.json")

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text
    case csvw
    /// The same as `csvw`.
    case json
  }

  @Option(help: "text, or csvw (W3C CSV on the Web metadata in JSON).")
  var format: Form = .text
  @Option(help: "The language of the text: zh-Hant or en (default: by LC_ALL or LANG).")
  var lang: Language?

  func run() async throws {
    let language = lang ?? TerminalLanguage.ofEnvironment()
    switch format {
    case .text:
      for table in Schemas.all {
        for line in Self.lines(table, language) { try Console.out(line) }
      }
    case .csvw, .json: try Console.out(JSONOutput.text(CSVWMetadata(Schemas.all)))
    }
  }

  private static func lines(_ table: TableSchema, _ language: Language) -> [String] {
    let isEnglish = language == .en
    var lines = ["\(table.path)  \(table.title[language])"]
    for spec in table.columns {
      let names = spec.names.isEmpty ? "" : "（\(spec.names.joined(separator: "、"))）"
      let required = spec.isRequired ? (isEnglish ? ", required" : "，必填") : ""
      lines.append(
        "  \(spec.column.rawValue)\(names)  \(spec.kind.rawValue)\(required)  \(spec.note[language])"
      )
    }
    return lines + [""]
  }
}
