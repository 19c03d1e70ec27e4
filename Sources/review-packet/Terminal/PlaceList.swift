import PacketDocuments
import ReviewModel

/// Places of a file each as a line: `rosters/a.csv:2-21, 25 (21 rows)`.
struct PlaceList {
  /// Ranges of lines that are named; of more the last one is named besides.
  private static let mostRanges = 8

  let language: Language

  /// A line per file, in the order in which the files come up.
  func lines(_ places: [Place]) -> [String] {
    if places.count == 1 { return [places[0].described] }
    var files: [String] = []
    var numbers: [String: [Int]] = [:]
    for place in places {
      if numbers[place.file] == nil {
        files.append(place.file)
        numbers[place.file] = []
      }
      if let line = place.line { numbers[place.file, default: []].append(line) }
    }
    return files.map { file in
      let lines = numbers[file, default: []]
      // A place may be a file as a whole.
      if lines.isEmpty { return file }
      return file + ":" + ranges(lines) + count(lines.count)
    }
  }

  private func count(_ rows: Int) -> String {
    switch language {
    case .zhHant: "（\(rows) 列）"
    case .en: " (\(rows) \(rows == 1 ? "row" : "rows"))"
    }
  }

  private func ranges(_ lines: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for line in Set(lines).sorted() {
      if let last = ranges.last, line == last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else {
        ranges.append(line...line)
      }
    }
    let texts = ranges.map { range in
      range.count == 1 ? String(range.lowerBound) : "\(range.lowerBound)-\(range.upperBound)"
    }
    guard texts.count > Self.mostRanges else { return texts.joined(separator: ", ") }
    return texts.prefix(Self.mostRanges - 1).joined(separator: ", ") + " … "
      + texts[texts.count - 1]
  }
}
