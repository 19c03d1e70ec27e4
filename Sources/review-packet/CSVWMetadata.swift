import ReviewModel
import SeasonReading

/// The input tables as W3C «CSV on the Web» metadata (Metadata Vocabulary for Tabular Data).
struct CSVWMetadata: Encodable {
  struct Table: Encodable {
    let url: String
    let title: [String: String]
    let tableSchema: Schema

    private enum CodingKeys: String, CodingKey {
      case url
      case title = "dc:title"
      case tableSchema
    }
  }

  struct Schema: Encodable {
    let columns: [ColumnRecord]
  }

  struct ColumnRecord: Encodable {
    let name: String
    let titles: [String]
    let datatype: String
    let required: Bool
    let description: String

    private enum CodingKeys: String, CodingKey {
      case name, titles, datatype, required
      case description = "dc:description"
    }
  }

  private let context = "http://www.w3.org/ns/csvw"
  private let tables: [Table]

  private enum CodingKeys: String, CodingKey {
    case context = "@context"
    case tables
  }

  init(_ schemas: [TableSchema]) {
    tables = schemas.map { schema in
      Table(
        url: schema.path, title: ["zh-Hant": schema.title.zh, "en": schema.title.en],
        tableSchema: Schema(
          columns: schema.columns.map { spec in
            ColumnRecord(
              name: spec.column.rawValue, titles: spec.names + [spec.column.rawValue],
              datatype: Self.datatype(spec.kind), required: spec.isRequired,
              description: spec.note.zh)
          }))
    }
  }

  /// The XSD type that the cells would have in canonical form; ROC dates and separators are read,
  /// too, which CSVW has no words for.
  private static func datatype(_ kind: CellKind) -> String {
    switch kind {
    case .id, .taxID, .text, .key, .choice: "string"
    case .integer, .money: "nonNegativeInteger"
    case .percent: "decimal"
    case .date: "date"
    case .flag: "boolean"
    case .time: "dateTime"
    }
  }
}
