import PacketStore
import ReviewModel

/// `data/input-files.csv`: which input file of the season has which name in the archive.
enum InputIndex {
  struct Entry: Equatable {
    /// The path inside the season folder, with `/`.
    let path: String
    /// 64 hex digits, of the file in the archive.
    let sha256: String
    /// Unit: bytes.
    let byteCount: Int
    /// The path inside the bag, below `data/input/`.
    let name: String
  }

  static let path = "input-files.csv"
  static let folder = "input"
  private static let header = "path,sha256,bytes,name"

  /// A line for each file; the path in quotes, since names may have commas.
  static func bytes(of entries: [Entry]) -> [UInt8] {
    let lines = entries.map { entry in
      "\""
        + entry.path.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"")
        + "\",\(entry.sha256),\(entry.byteCount),data/\(folder)/\(entry.name)\n"
    }
    return Array((header + "\n" + lines.joined()).utf8)
  }

  /// Reads the table as it is written above, or throws the line that is another.
  static func read(_ bytes: [UInt8], file: String) throws(RunFailure) -> [Entry] {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw failure(file, 1) }
    var entries: [Entry] = []
    for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n")).enumerated() {
      if index == 0 {
        guard line.elementsEqual(header.utf8) else { throw failure(file, 1) }
        continue
      }
      guard let entry = entry(String(Substring(line))) else { throw failure(file, index + 1) }
      entries.append(entry)
    }
    return entries
  }

  private static func entry(_ line: String) -> Entry? {
    guard line.hasPrefix("\""), let end = line.utf8.lastIndex(of: UInt8(ascii: "\"")),
      end > line.startIndex
    else { return nil }
    let quoted = line.utf8[line.utf8.index(after: line.startIndex)..<end]
    let cells = line.utf8[line.utf8.index(after: end)...]
      .split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    let prefix = "data/\(folder)/"
    guard let path = unquoted(quoted), cells.count == 4, cells[0].isEmpty,
      let count = Int(cells[2]), count >= 0, cells[3].hasPrefix(prefix)
    else { return nil }
    return Entry(
      path: path, sha256: cells[1], byteCount: count,
      name: String(cells[3].dropFirst(prefix.count)))
  }

  /// A cell's text; nil where a quote in it is not doubled.
  private static func unquoted(_ bytes: Substring.UTF8View.SubSequence) -> String? {
    var out: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") {
        guard rest.popFirst() == byte else { return nil }
      }
      out.append(byte)
    }
    return String(validating: out, as: UTF8.self)
  }

  private static func failure(_ file: String, _ line: Int) -> RunFailure {
    RunFailure([
      Bilingual(
        zh: "\(file):\(line)：不是 archive 寫出的輸入檔對照表（應為 \(header)）；請改用其他備份",
        en:
          "\(file):\(line): not a table of input files as archive writes it (expected \(header)); "
          + "take the archive from another copy")
    ])
  }
}
