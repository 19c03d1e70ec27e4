/// A table as RFC 4180 has it, read without the program's own scanner.
struct CSVText {
  let header: [String]
  let rows: [[String]]

  /// Reads UTF-8; a byte order mark at the start belongs to no cell.
  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let records = Self.records(bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// The rows as dictionaries by the header's names.
  var records: [[String: String]] {
    rows.map { row in Dictionary(zip(header, row)) { first, _ in first } }
  }

  private static func records(_ bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && index < bytes.count && bytes[index] == byte:
        cell.append(byte)
        index += 1
      case UInt8(ascii: "\""):
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        record.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case UInt8(ascii: "\n") where !isQuoted:
        records.append(record + [String(decoding: cell, as: UTF8.self)])
        (record, cell) = ([], [])
      default:
        cell.append(byte)
      }
    }
    if !cell.isEmpty || !record.isEmpty {
      records.append(record + [String(decoding: cell, as: UTF8.self)])
    }
    return records
  }
}
