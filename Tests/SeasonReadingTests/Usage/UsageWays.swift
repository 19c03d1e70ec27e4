import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

/// All that reading usage gives, as it can be compared.
struct UsageOutcome: Equatable {
  let tallies: [UsageFileTally]
  private(set) var files: [InputFile]
  let isNamed: [Bool]
  let rowsOfSkippedStores: [StoreID: Int]
  let lastDay: CalendarDate?
  let surveys: [UsageFileSurvey]
  let days: [[DailyUses]]
  let namedDays: [[DailyUses]]
  let findings: [Finding]

  init(_ usage: SeasonUsage, _ findings: [Finding]) {
    (tallies, files) = (usage.tallies, usage.files)
    (isNamed, rowsOfSkippedStores) = (usage.isNamed, usage.rowsOfSkippedStores)
    (lastDay, surveys) = (usage.lastDay, usage.surveys)
    days = usage.isNamed.indices.map { usage.days.days(ofStore: $0) }
    namedDays = usage.isNamed.indices.map { usage.days.namedDays(ofStore: $0) }
    self.findings = findings.sorted(by: findingPrecedes)
  }
}

extension UsageOutcome {
  /// The same without the files' SHA-256.
  var withoutDigests: UsageOutcome {
    var outcome = self
    outcome.files = files.map { file in
      InputFile(
        path: file.path, kind: file.kind, sha256: "", byteCount: file.byteCount,
        encoding: file.encoding, rows: file.rows)
    }
    return outcome
  }

  /// What differs, in words.
  func difference(from other: UsageOutcome) -> String {
    var parts: [String] = []
    if tallies != other.tallies { parts.append("tallies") }
    for (one, two) in zip(files, other.files) where one != two { parts.append("\(one) \(two)") }
    if isNamed != other.isNamed { parts.append("names") }
    if lastDay != other.lastDay { parts.append("last day") }
    if surveys != other.surveys { parts.append("surveys") }
    if days != other.days || namedDays != other.namedDays { parts.append("days") }
    let (more, less) = (
      findings.filter { !other.findings.contains($0) },
      other.findings.filter { !findings.contains($0) }
    )
    parts += more.prefix(3).map { "more: \($0.code) \($0.place?.line ?? 0)" }
    parts += less.prefix(3).map { "less: \($0.code) \($0.place?.line ?? 0)" }
    return parts.joined(separator: "; ")
  }
}

/// Makes up usage files: mostly plain rows, and whatever people put between them.
struct UsageFileMaker {
  private var random: SeededGenerator
  private let stores: [String]

  init(seed: UInt64, stores: [String]) {
    random = SeededGenerator(seed: seed)
    self.stores = stores
  }

  private mutating func any<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  private mutating func isOneOf(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }

  /// A file of some hundred rows.
  mutating func file() -> [UInt8] {
    let header = any([
      ["store_id", "date", "uses"], ["店家編號", "日期", "使用次數"], ["備註", "store_id", "date", "uses"],
      ["date", "uses", "store_id", "note", "more"], ["store_id", "event_at"],
      ["store_id", "event_at", "event_name"],
    ])
    let end = any(["\n", "\n", "\r\n", "\r"])
    let delimiter = any([",", ",", ",", "\t", ";"])
    var text = isOneOf(4) ? "\u{FEFF}" : ""
    if isOneOf(4) { text += "使用流量" + end }
    text += header.joined(separator: delimiter) + end
    for _ in 0..<Int.random(in: 0...300, using: &random) {
      text += isOneOf(12) ? odd(header, delimiter) : row(header, delimiter)
      text += isOneOf(40) ? any(["\n", "\r\n", "\r", "\n\n"]) : end
    }
    if isOneOf(3) { text += row(header, delimiter) }
    if isOneOf(12) { text += "\"never closes" + end + row(header, delimiter) + end }
    if isOneOf(4), let bytes = Self.cp950(text) { return bytes }
    if isOneOf(8) {
      return ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    return Array(text.utf8)
  }

  /// The text's CP950 bytes; nil where a character has none.
  private static func cp950(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if let code = CP950.code(of: scalar) {
        bytes += [code.lead, code.trail]
      } else {
        return nil
      }
    }
    return bytes
  }

  private mutating func row(_ header: [String], _ delimiter: String) -> String {
    header.map { cell($0) }.joined(separator: delimiter)
  }

  private mutating func cell(_ title: String) -> String {
    switch title {
    case "store_id", "店家編號":
      return isOneOf(30) ? any(["s1", "\"S1\"", " S2", "Ｓ１", "S77", "S9", ""]) : any(stores)
    case "date", "日期":
      let day = Int.random(in: 18_770...18_900, using: &random)
      let date = CalendarDate(dayNumber: isOneOf(40) ? day + any([-900, 400, 99_999]) : day)
      let (year, month, dayOfMonth) = date.components
      return isOneOf(15)
        ? any(["\(year)/\(month)/\(dayOfMonth)", "\(year - 1911)年\(month)月\(dayOfMonth)日", "x", ""])
        : date.isoText
    case "uses", "使用次數":
      let count =
        isOneOf(40) ? any([70_000, 65_534, 65_535, 999_999_999_999]) : any([0, 1, 3, 28])
      return isOneOf(30) ? any(["\"1,234\"", "\"5\"", "-1", "", "5 ", "00007"]) : String(count)
    case "event_at":
      let date = CalendarDate(dayNumber: Int.random(in: 18_770...18_900, using: &random))
      return date.isoText + any(["T10:15:30+08:00", " 23:59:59", "T16:00:00Z", "T25:00:00"])
    default:
      return isOneOf(6)
        ? any(["\"a\(any(["\n", "\r\n", "\r"]))b\"", "\"say \"\"so\"\"\"", "合計", "\"x\"y", "筆\"記"])
        : ""
    }
  }

  private mutating func odd(_ header: [String], _ delimiter: String) -> String {
    switch Int.random(in: 0..<7, using: &random) {
    case 0: ""
    case 1: header.joined(separator: delimiter)
    case 2: ["合計", "", "999"].joined(separator: delimiter)
    case 3: row(header, delimiter) + delimiter + "surplus"
    case 4:
      "\"" + String(repeating: "long\n", count: Int.random(in: 1...3_000, using: &random)) + "\""
    case 5: "註：僅供參考"
    default: String(repeating: delimiter, count: 3)
    }
  }
}
