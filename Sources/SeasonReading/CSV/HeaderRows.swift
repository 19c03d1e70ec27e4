import ReviewModel

/// The rows directly under a header that belong to it: the columns' names once more, in the other
/// language perhaps, a numbering, or the columns' units.
struct HeaderRows {
  /// No header of a real file has more rows under its first.
  private static let limit = 3

  private let schema: TableSchema

  init(_ schema: TableSchema) {
    self.schema = schema
  }

  /// Takes in what stands under a header; a unit there is a unit of its column.
  func extend(
    _ match: HeaderMatch, by scanner: inout CSVScanner
  ) throws(ReadProblem) -> HeaderMatch {
    var match = match
    for _ in 0..<Self.limit {
      let extended = try scanner.next { record -> HeaderMatch? in
        if let units = units(of: record, under: match) {
          return match.extended(to: record.row, units: units)
        }
        return isNames(record, under: match) || isNumbering(record)
          ? match.extended(to: record.row, units: [:]) : nil
      }
      guard let extended, let extended else { break }
      match = extended
    }
    return match
  }

  /// Whether a row names the columns again: half of its cells or more, and no cell of a number's or
  /// a date's column can be read as one.
  private func isNames(_ record: Record, under match: HeaderMatch) -> Bool {
    var named = 0
    var filled = 0
    for index in 0..<record.count where !record.isBlank(index) {
      filled += 1
      guard let spec = match.spec(at: index) else { continue }
      let code = Normalisation.code(record.cell(index))
      if isName(code, of: spec) { named += 1 } else if holdsValue(code, spec) { return false }
    }
    return named >= 2 && named * 2 >= filled
  }

  private func isName(_ code: String, of spec: Int) -> Bool {
    let name = Normalisation.header(code)
    return schema.headerNames[name] == spec
      || Normalisation.header(schema.columns[spec].column.rawValue).filter { $0 != "_" } == name
  }

  private func holdsValue(_ code: String, _ spec: Int) -> Bool {
    switch schema.columns[spec].kind {
    case .integer, .money, .percent: if case .value = CellParser.money(code) { true } else { false }
    case .taxID: if case .value = CellParser.taxID(code) { true } else { false }
    case .date: if case .value = DateParser.parse(code) { true } else { false }
    case .time: EventTime.day(code) != nil
    case .flag: if case .value = CellParser.flag(code) { true } else { false }
    case .id, .text, .key, .choice: false
    }
  }

  /// Whether a row counts the columns: `1,2,3`, `(一),(二),(三)`, `甲,乙,丙` or `A,B,C`, with or without
  /// gaps.
  private func isNumbering(_ record: Record) -> Bool {
    var filled = 0
    var hasWords = false
    for index in 0..<record.count where !record.isBlank(index) {
      filled += 1
      let code = Normalisation.code(record.cell(index))
        .filter { !Self.numberingMarks.contains($0) }
      hasWords = hasWords || Int(code) == nil
      guard let number = Int(code) ?? Self.ordinal(code.uppercased()),
        number == filled || number == index + 1
      else { return false }
    }
    // Two single letters may be the codes of something.
    return filled >= (hasWords ? 3 : 2)
  }

  private static let numberingMarks: Set<Character> = ["(", ")", ".", " ", "、", "第", "欄"]

  /// The number that a word stands for in a numbering: `三`, `十二`, `丙`, `C`.
  private static func ordinal(_ word: String) -> Int? {
    func place(in signs: String) -> Int? {
      guard word.count == 1, let sign = word.first else { return nil }
      return signs.firstIndex(of: sign).map { signs.distance(from: signs.startIndex, to: $0) + 1 }
    }
    let numerals = "一二三四五六七八九十"
    if word.count == 2, word.first == "十", let last = word.last, last != "十",
      let ones = numerals.firstIndex(of: last)
    {
      return 11 + numerals.distance(from: numerals.startIndex, to: ones)
    }
    return place(in: numerals) ?? place(in: "甲乙丙丁戊己庚辛壬癸")
      ?? place(in: "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  }

  /// The words that stand alone under a header to say what its numbers are.
  private static let words: Set<String> = [
    "元", "%", "百分比", "家", "店", "間", "次", "天", "日", "人", "個", "件", "筆", "nt$", "twd",
    "年月日", "年/月/日", "yyyy/mm/dd", "yyyy-mm-dd", "-", "--",
  ]

  /// Dollars per unit by cell, where a row holds nothing but units; nil where it does not.
  private func units(of record: Record, under match: HeaderMatch) -> [Int: Int]? {
    var units: [Int: Int] = [:]
    var hasUnit = false
    for index in 0..<record.count where !record.isBlank(index) {
      var word = ExportNames.word(String(decoding: record.cell(index), as: UTF8.self))
      if word.hasPrefix("("), word.hasSuffix(")") { word = String(word.dropFirst().dropLast()) }
      for prefix in ["單位:", "新臺幣", "新台幣"] where word.hasPrefix(prefix) {
        word = String(word.dropFirst(prefix.count))
      }
      let dollars = HeaderSearch.dollars(perUnit: word)
      guard dollars > 1 || Self.words.contains(word) else { return nil }
      hasUnit = hasUnit || word.first != "-"
      if let spec = match.spec(at: index), schema.columns[spec].kind == .money, dollars > 1 {
        units[index] = dollars
      }
    }
    return hasUnit ? units : nil
  }
}
