import ReviewModel
import Yams

/// Takes the settings out of a composed YAML document, key by key.
struct ProgrammeReader {
  var programme = Programme()
  var findings: [Finding] = []

  mutating func read(_ root: Node) {
    // A document that begins and holds nothing more.
    if root.scalar.map({ $0.string.isEmpty && $0.style == .plain }) ?? false { return }
    guard let mapping = root.mapping else {
      complain(
        root, key: ProgrammeFile.name,
        Bilingual(zh: "「鍵: 值」的對照表", en: "a mapping of keys to values"))
      return
    }
    each(mapping, group: nil) { reader, key, value, path in
      switch key {
      case "year": reader.whole(value, path, 1...9_999) { $0.year = $1 }
      case "title": reader.text(value, path) { $0.title = $1 }
      case "declaration_deadline": reader.date(value, path) { $0.declarationDeadline = $1 }
      case "phases": reader.group(value, path, Self.phases)
      case "usage": reader.group(value, path, Self.usage)
      case "duration": reader.group(value, path, Self.duration)
      case "money": reader.group(value, path, Self.money)
      case "progress": reader.group(value, path, Self.progress)
      default: return false
      }
      return true
    }
  }

  /// Takes one key's value; returns whether the key is known.
  typealias Take = @Sendable (inout ProgrammeReader, String, Node, String) -> Bool

  private static let phases: Take = { reader, key, value, path in
    switch key {
    case "midterm":
      reader.group(value, path) { reader, key, value, path in
        guard key == "as_of" else { return false }
        reader.date(value, path) { $0.midtermAsOf = $1 }
        return true
      }
    case "final":
      reader.group(value, path) { reader, key, value, path in
        guard key == "as_of" else { return false }
        reader.date(value, path) { $0.finalAsOf = $1 }
        return true
      }
    default: return false
    }
    return true
  }

  private static let usage: Take = { reader, key, value, path in
    switch key {
    case "weekly_thresholds": reader.thresholds(value, path)
    case "assessment": reader.assessment(value, path)
    case "min_assessed_days":
      reader.whole(value, path, 0...CellParser.highest) { $0.minAssessedDays = $1 }
    case "max_idle_days":
      reader.whole(value, path, 0...CellParser.highest) { $0.maxIdleDays = $1 }
    default: return false
    }
    return true
  }

  private static let duration: Take = { reader, key, value, path in
    guard key == "more_than_months" else { return false }
    reader.whole(value, path, 1...1_200) { $0.moreThanMonths = $1 }
    return true
  }

  private static let money: Take = { reader, key, value, path in
    switch key {
    case "cloud_fee_share_percent":
      reader.hundredths(value, path, atMost: .oneHundred) { $0.cloudFeeSharePercent = $1 }
    case "vendor_deduction_per_store":
      reader.amount(value, path) { $0.vendorDeductionPerStore = $1 }
    case "district_deduction_per_store":
      reader.amount(value, path) { $0.districtDeductionPerStore = $1 }
    case "district_reward": reader.amount(value, path) { $0.districtReward = $1 }
    default: return false
    }
    return true
  }

  private static let progress: Take = { reader, key, value, path in
    guard key == "behind_plan_points" else { return false }
    reader.hundredths(value, path, atMost: nil) { $0.behindPlanPoints = $1 }
    return true
  }

  private mutating func group(_ node: Node, _ path: String, _ take: Take) {
    guard let mapping = node.mapping, !mapping.isEmpty else {
      complain(node, key: path, Bilingual(zh: "至少一個設定的群組", en: "a group of at least one setting"))
      return
    }
    each(mapping, group: path, take)
  }

  private mutating func each(_ mapping: Node.Mapping, group: String?, _ take: Take) {
    var seen: [String: Int] = [:]
    for (keyNode, value) in mapping {
      let key = RepeatedKeys.name(keyNode.scalar?.string ?? "")
      let path = group.map { "\($0).\(key)" } ?? key
      let line = keyNode.mark?.line
      if let first = seen[key] {
        complain(
          key: path, value: shown(value), line: line,
          Bilingual(
            zh: "同一個鍵只出現一次（已見於第 \(first) 行）",
            en: "each key once (it stands in line \(first) already)"))
        continue
      }
      seen[key] = line ?? 0
      let before = findings.count
      if !take(&self, key, value, path) {
        complain(
          key: path, value: shown(value), line: line,
          Bilingual(zh: "已知的設定鍵", en: "a known key"))
      }
      // A value's own place may be another line; the key's is where people look.
      for index in before..<findings.count where findings[index].place?.line == nil {
        findings[index].place = Place(file: ProgrammeFile.name, line: line)
      }
    }
  }

  private mutating func whole(
    _ node: Node, _ path: String, _ range: ClosedRange<Int>,
    _ set: (inout Programme, Int) -> Void
  ) {
    guard let text = plain(node), text.utf8.allSatisfy(CellParser.isDigit), let number = Int(text),
      range.contains(number)
    else {
      complain(
        node, key: path,
        Bilingual(
          zh: "\(range.lowerBound) 至 \(range.upperBound) 的整數",
          en: "a whole number from \(range.lowerBound) to \(range.upperBound)"))
      return
    }
    set(&programme, number)
  }

  private mutating func amount(
    _ node: Node, _ path: String, _ set: (inout Programme, TWD) -> Void
  ) {
    whole(node, path, 0...CellParser.highest) { set(&$0, TWD(Int128($1))) }
  }

  private mutating func hundredths(
    _ node: Node, _ path: String, atMost highest: Hundredths?,
    _ set: (inout Programme, Hundredths) -> Void
  ) {
    guard let text = plain(node), let number = CellParser.hundredths(text),
      highest.map({ number <= $0 }) ?? true
    else {
      let range = highest.map { " \($0.text)" }
      complain(
        node, key: path,
        Bilingual(
          zh: "0 至\(range ?? "任意正數")、小數至多兩位的數",
          en: "a number from 0\(range.map { " to" + $0 } ?? " on") with at most two decimals"))
      return
    }
    set(&programme, number)
  }

  private mutating func date(
    _ node: Node, _ path: String, _ set: (inout Programme, CalendarDate) -> Void
  ) {
    guard let text = node.scalar?.string, let date = CalendarDate(iso: text),
      Programme.days.contains(date)
    else {
      complain(
        node, key: path,
        Bilingual(
          zh: "1912 至 2199 年間存在的日期，例如 2021-06-10",
          en: "a day that exists, from 1912 to 2199, such as 2021-06-10"))
      return
    }
    set(&programme, date)
  }

  private mutating func text(
    _ node: Node, _ path: String, _ set: (inout Programme, String) -> Void
  ) {
    let others: [Tag.Name] = [.bool, .float, .int, .null, .timestamp]
    guard let text = node.scalar?.string, !text.isEmpty,
      !others.contains(Resolver.default.resolveTag(of: node))
    else {
      complain(
        node, key: path, Bilingual(zh: "文字；數字或日期須加引號", en: "a text; a number or date in quotes"))
      return
    }
    set(&programme, text)
  }

  private mutating func thresholds(_ node: Node, _ path: String) {
    let texts = node.sequence.map { Array($0).map { plain($0) } } ?? []
    let numbers = texts.compactMap { text -> Int? in
      guard let text, text.utf8.allSatisfy(CellParser.isDigit), let number = Int(text),
        number <= CellParser.highest
      else { return nil }
      return number
    }
    guard !numbers.isEmpty, numbers.count == texts.count else {
      complain(
        node, key: path,
        Bilingual(
          zh: "每週次數的清單，例如 [5, 10, 15, 20]", en: "a list of uses per week, such as [5, 10, 15, 20]"))
      return
    }
    programme.weeklyThresholds = numbers
  }

  private mutating func assessment(_ node: Node, _ path: String) {
    guard let text = node.scalar?.string, let assessment = Assessment(rawValue: text) else {
      let words = Assessment.allCases.map(\.rawValue)
      complain(
        node, key: path,
        Bilingual(zh: words.joined(separator: " 或 "), en: words.joined(separator: " or ")))
      return
    }
    programme.assessment = assessment
  }

  /// A scalar that is not quoted: a quoted number is a text.
  private func plain(_ node: Node) -> String? {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any,
      !scalar.string.isEmpty
    else { return nil }
    return scalar.string
  }

  private func shown(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): RowKind.shortened(scalar.string)
    // One level only: through aliases a short file can hold lists without end.
    case .sequence(let nodes):
      RowKind.shortened("[" + nodes.map { $0.scalar?.string ?? "…" }.joined(separator: ", ") + "]")
    case .mapping: "{…}"
    case .alias: "*…"
    }
  }

  private mutating func complain(_ node: Node, key: String, _ expected: Bilingual) {
    complain(key: key, value: shown(node), line: nil, expected)
  }

  mutating func complain(key: String, value: String, line: Int?, _ expected: Bilingual) {
    findings.append(
      Finding(
        .IN010, at: Place(file: ProgrammeFile.name, line: line), field: Field(title: key),
        value: value, expected: expected))
  }
}
