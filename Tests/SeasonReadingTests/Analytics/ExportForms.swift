import ReviewModel
import TestSupport

@testable import SeasonReading

/// A form in which an export reaches the office: as it came out of the browser, or as somebody's
/// spreadsheet saved it.
enum ExportForm: String, CaseIterable, Sendable {
  case downloaded, withoutLastLineEnd, carriageReturns, byteOrderMark
  /// Excel's CSV: a comma at the end of each comment, the blank line gone, CRLF.
  case excel
  case excelKeepingBlankLines
  case semicolons
  /// Excel's «Unicode text»: UTF-16 with tabs.
  case unicodeText
  case utf16BigEndian
  case cp950

  func bytes(of export: String) -> [UInt8] {
    switch self {
    case .downloaded: Array(export.utf8)
    case .withoutLastLineEnd: Array(export.utf8.dropLast(export.hasSuffix("\n") ? 1 : 0))
    case .carriageReturns: export.utf8.map { $0 == 0x0A ? 0x0D : $0 }
    case .byteOrderMark: [0xEF, 0xBB, 0xBF] + export.utf8
    case .excel: Array(Self.saved(export, ",", keepsBlankLines: false).utf8)
    case .excelKeepingBlankLines: Array(Self.saved(export, ",", keepsBlankLines: true).utf8)
    case .semicolons: Array(Self.saved(export, ";", keepsBlankLines: false).utf8)
    case .unicodeText:
      Self.utf16(Self.saved(export, "\t", keepsBlankLines: true), isBigEndian: false)
    case .utf16BigEndian: Self.utf16(export, isBigEndian: true)
    case .cp950: CP950Encoder.bytes(of: Self.saved(export, ",", keepsBlankLines: false))
    }
  }

  /// The export as a spreadsheet writes it: every row as wide as the widest.
  private static func saved(
    _ export: String, _ delimiter: Character, keepsBlankLines: Bool
  ) -> String {
    let records = referenceRecords(of: Array(export.utf8), delimiter: UInt8(ascii: ","))
      .map { $0.cells.map { String(decoding: $0, as: UTF8.self) } }
    let width = records.map(\.count).max() ?? 1
    var isBehindComment = false
    var lines: [String] = []
    for cells in records {
      let isBlank = cells.allSatisfy(\.isEmpty)
      if isBlank, isBehindComment, !keepsBlankLines { continue }
      isBehindComment = cells[0].hasPrefix("#")
      let padded = cells + Array(repeating: "", count: width - cells.count)
      lines.append(padded.map { quoted($0, delimiter) }.joined(separator: String(delimiter)))
    }
    return lines.map { $0 + "\r\n" }.joined()
  }

  private static func quoted(_ cell: String, _ delimiter: Character) -> String {
    let needsQuotes = cell.unicodeScalars.contains {
      $0 == "\"" || $0 == "\n" || Character($0) == delimiter
    }
    return needsQuotes
      ? "\""
        + cell.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\"" : cell
  }

  private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      isBigEndian
        ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }
}

/// Big5 as Windows writes it: the reader's table, turned around.
enum CP950Encoder {
  private static let codes: [UInt32: [UInt8]] = {
    var codes: [UInt32: [UInt8]] = [:]
    for lead in UInt8(0xA1)...0xF9 {
      for trail in Array(UInt8(0x40)...0x7E) + Array(0xA1...0xFE) {
        guard let scalar = CP950.scalar(lead, trail), codes[scalar] == nil else { continue }
        codes[scalar] = [lead, trail]
      }
    }
    return codes
  }()

  /// The text's bytes; what the code page lacks becomes `?`, as Windows does it.
  static func bytes(of text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      scalar.isASCII ? [UInt8(scalar.value)] : codes[scalar.value] ?? [UInt8(ascii: "?")]
    }
  }
}
