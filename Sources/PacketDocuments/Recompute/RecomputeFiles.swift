package import ReviewModel

/// `recompute/`: what a packet's figures rest on as CSV, and an SQL script that computes them again.
///
/// `cd recompute && sqlite3 :memory: < settle.sql` needs neither this program nor its XML. The
/// script is written from the programme's rules, not from this program's code: what both say has
/// been computed twice.
///
/// The rows hold no contact, phone or address: no figure rests on them.
package enum RecomputeFiles {
  /// The folder that the files' paths begin with.
  package static let folder = "recompute"

  /// The script and its tables, in the order of the tables' import.
  ///
  /// - Parameter packet: A packet of either phase.
  /// - Returns: Files below `recompute/`; the same packet gives the same bytes.
  package static func files(of packet: Packet) -> [DocumentFile] {
    let tables = RecomputeTables(packet: packet)
    return [DocumentFile(path: folder + "/settle.sql", bytes: Array(SettleScript.text.utf8))]
      + tables.all.map { table in
        DocumentFile(path: folder + "/" + table.name + ".csv", bytes: table.bytes)
      }
  }
}

/// A table of `recompute/`: a header and rows of as many cells.
struct RecomputeTable {
  /// The file's name without `.csv`.
  let name: String
  let header: [String]
  let rows: [[Cell]]

  /// A cell by who chose its text.
  enum Cell {
    /// A code, number or date of a fixed form; written as it is, since the script computes with it.
    case value(String)
    /// A text that somebody typed; a spreadsheet must not run it as a formula.
    case typed(String)

    fileprivate var text: String {
      switch self {
      case .value(let text): text
      case .typed(let text): CSVWriter.runsAsFormula(Array(text.utf8)) ? "'" + text : text
      }
    }
  }

  var bytes: [UInt8] {
    var writer = CSVWriter(isFormulaSafe: false, startsWithBOM: false)
    writer.append(header)
    for row in rows { writer.append(row.map(\.text)) }
    return writer.bytes
  }
}
