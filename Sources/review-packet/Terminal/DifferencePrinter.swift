import PacketDocuments
import ReviewModel

/// What changed between packets as lines for a terminal: the money first.
struct DifferencePrinter {
  /// Longer lists are cut; `--format json` has them whole.
  private static let longestList = 20
  private static let mostStatuses = 100

  let language: Language

  private var isEnglish: Bool { language == .en }

  private func say(_ zh: String, _ en: String) -> String { isEnglish ? en : zh }

  func lines(_ step: PacketStep) -> [String] {
    let difference = step.difference
    var lines = ["A  " + title(step.before), "B  " + title(step.after)]
    lines += section(
      ("並非同一份的前後版本，計入的內容本就不同", "Not two versions of one packet: each counts other things"),
      difference.heading.map(named))
    lines += section(("經費", "Money"), difference.money.map(figure))
    lines += section(("判定", "Verdict"), difference.verdict.map { [verdict($0)] } ?? [])
    lines += section(
      ("店家狀態", "Stores with another status"), difference.stores.map(store),
      atMost: Self.mostStatuses)
    lines += section(("其他數據", "Other figures"), difference.figures.map(figure))
    lines += section(
      ("各店數據", "Figures of stores"), difference.storeFigures.map(storeFigures),
      atMost: Self.longestList)
    lines += findings(difference)
    lines += section(("年度設定", "Settings"), difference.settings.map(named))
    lines += section(("產出方式", "How they were made"), difference.provenance.map(named))
    lines += section(("輸入檔案", "Input files"), difference.files.map(file), atMost: Self.longestList)
    lines += section(("資料列", "Rows"), difference.rows.map(row), atMost: Self.longestList)
    lines += section(("使用次數", "Uses"), difference.uses.map(uses), atMost: Self.longestList)
    if let line = step.otherLine {
      lines += section(
        ("其他", "Other"),
        [
          say(
            "所比對的各項皆同，但 packet.xml 的內容自第 \(line) 行起不同（出處、算式，或寫法）",
            "every part that is compared is the same, but packet.xml differs from line \(line) on: places, "
              + "derivations, or how it is written")
        ])
    }
    if step.isSame { lines.append(say("  兩者相同", "  the two are the same")) }
    return lines + [""]
  }

  /// The last line; it agrees with the exit code.
  func closingLine(_ steps: [PacketStep]) -> String {
    guard !steps.allSatisfy(\.isSame) else {
      return say("結果：無差異", "Result: nothing differs")
    }
    func sum(_ count: (PacketDifference) -> Int) -> Int {
      steps.reduce(0) { $0 + count($1.difference) }
    }
    let money = sum { $0.money.count }
    let verdicts = sum { $0.verdict == nil ? 0 : 1 }
    let stores = sum { $0.stores.count }
    let figures = sum { $0.figures.count + $0.storeFigures.count }
    let (fixed, new) = (sum { $0.findings(.fixed).count }, sum { $0.findings(.new).count })
    let (back, open) = (sum { $0.findings(.cameBack).count }, sum { $0.findings(.open).count })
    let files = sum { $0.files.count }
    return say(
      "結果：有差異（經費 \(money)、判定 \(verdicts)、店家狀態 \(stores)、其他數據 \(figures)、"
        + "檢核已更正 \(fixed)、新增 \(new)、再現 \(back)、未結 \(open)、輸入檔案 \(files)）",
      "Result: the packets differ (money \(money), verdict \(verdicts), stores \(stores), other "
        + "figures \(figures), findings \(fixed) fixed, \(new) new, \(back) came back, \(open) open, "
        + "input files \(files))")
  }

  private func title(_ source: PacketSource) -> String {
    let packet = source.archived.packet
    let phase = CodeWords.word(packet.provenance.phase)[language]
    let verdict = CodeWords.word(packet.review.verdict)[language]
    let words = [packet.review.id.text, phase, packet.provenance.asOf.isoText, verdict]
    return source.path + say("（", " (") + words.joined(separator: say("，", ", ")) + say("）", ")")
  }

  private func section(
    _ title: (zh: String, en: String), _ items: [String], atMost limit: Int = .max
  ) -> [String] {
    guard !items.isEmpty else { return [] }
    let shown = items.prefix(limit)
    let rest = items.count - shown.count
    return [say(title.zh, title.en)] + shown.map { "  " + $0 }
      + (rest > 0
        ? [say("  另有 \(rest) 項：--format json", "  \(rest) more: --format json")] : [])
  }
}

// MARK: Lines

extension DifferencePrinter {
  private func findings(_ difference: PacketDifference) -> [String] {
    let titles: [(FindingChange.State, (String, String))] = [
      (.cameBack, ("檢核：再現", "Findings that came back")),
      (.new, ("檢核：新增", "New findings")),
      (.fixed, ("檢核：已更正", "Findings that were fixed")),
    ]
    return titles.flatMap { state, title in
      section(title, difference.findings(state).map(finding), atMost: Self.longestList)
    }
  }

  private func finding(_ change: FindingChange) -> String {
    let line = FindingPrinter(language: language).line(change.finding)
    guard let other = change.counterpart else { return change.finding.id + " " + line }
    let value = other.shown(DocumentOptions()).value ?? ""
    let note =
      change.state == .fixed
      ? say("［B 仍有同項：\(other.id)，值「\(value)」］", "[B has the like: \(other.id) with “\(value)”]")
      : say("［A 已有同項：\(other.id)，值「\(value)」］", "[A had the like: \(other.id) with “\(value)”]")
    return change.finding.id + " " + line + " " + note
  }

  private func figure(_ change: FigureChange) -> String {
    let month = change.month.map { " m\($0)" } ?? ""
    let difference = difference(change).map { say("（\($0)）", " (\($0))") } ?? ""
    let district = change.code.scope == .district ? say("商圈 ", "district ") : ""
    return district + change.code.name + month + say(" \(change.code.rule.title.zh)：", ": ")
      + value(change.before, change.code) + " → " + value(change.after, change.code) + difference
  }

  /// After − before with its sign, in groups of three where it is whole.
  private func difference(_ change: FigureChange) -> String? {
    guard let text = change.difference, let number = Int128(text) else { return change.difference }
    return (number < 0 ? "−" : "+") + grouped(number < 0 ? -number : number)
  }

  private func storeFigures(_ changes: StoreFigureChanges) -> String {
    let comma = say("、", ", ")
    var parts: [String] = []
    if !changes.changes.isEmpty {
      parts.append(
        changes.changes.map { change in
          change.code.name + (change.month.map { " m\($0)" } ?? "") + " "
            + value(change.before, change.code) + " → " + value(change.after, change.code)
        }.joined(separator: comma))
    }
    for (list, zh, en) in [
      (changes.onlyBefore, "只有 A 有：", "only in A: "), (changes.onlyAfter, "只有 B 有：", "only in B: "),
    ] where !list.isEmpty {
      parts.append(
        say(zh, en)
          + list.map { figure in
            ([figure.code.name] + figure.months.map { "m\($0)" }).joined(separator: " ")
          }.joined(separator: comma))
    }
    return changes.store + say("：", ": ") + parts.joined(separator: say("；", "; "))
  }

  private func value(_ value: FigureValue?, _ code: FigureCode) -> String {
    switch value {
    case nil: say("（無）", "(none)")
    case .some(.none): "—"
    case .money(let amount)?: amount.displayText
    case .code(let text)?: isEnglish ? text : CodeWords.word(forCode: text, of: code)?.zh ?? text
    case .some(let other): other.text
    }
  }

  private func verdict(_ change: VerdictChange) -> String {
    func codes(_ codes: [FindingCode]) -> String {
      codes.isEmpty
        ? "" : say("（", " (") + codes.map(\.rawValue).joined(separator: " ") + say("）", ")")
    }
    return CodeWords.word(change.before)[language] + codes(change.blockedBefore) + " → "
      + CodeWords.word(change.after)[language] + codes(change.blockedAfter)
  }

  private func store(_ change: StoreChange) -> String {
    func status(_ status: StoreStatus?, _ codes: [FindingCode]) -> String {
      guard let status else { return say("（不在清冊）", "(not on the roster)") }
      let word = isEnglish ? status.rawValue : CodeWords.word(status).zh
      return codes.isEmpty ? word : word + " " + codes.map(\.rawValue).joined(separator: " ")
    }
    return change.store.text + say("：", ": ") + status(change.before, change.codesBefore) + " → "
      + status(change.after, change.codesAfter)
  }

  private func named(_ change: NamedChange) -> String {
    say(Self.names[change.name] ?? change.name, change.name) + say("：", ": ")
      + shown(change.before) + " → " + shown(change.after)
  }

  /// The Chinese names; settings keep their keys, as `programme.yaml` has them.
  private static let names = [
    "contract": "契約", "phase": "期別", "as-of": "統計截止日", "rule-set": "規則版本", "program": "程式版本",
    "templates": "範本", "last-day": "最後計入日", "language": "文件語言", "contacts": "聯絡資料",
    "mended-cells": "更正過的儲存格",
  ]

  private func shown(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return say("（空白）", "(blank)") }
    return text
  }

  private func file(_ change: FileChange) -> String {
    func short(_ digest: String?) -> String { digest.map { $0.prefix(12) + "…" } ?? "" }
    switch change.kind {
    case .added: return change.path + say("：新增 ", ": added ") + short(change.after)
    case .removed: return change.path + say("：移除 ", ": removed ") + short(change.before)
    case .changed:
      return change.path + say("：內容不同 ", ": other bytes ") + short(change.before) + " → "
        + short(change.after)
    case .renamed:
      return change.path + say("：原名 ", ": was named ") + (change.oldPath ?? "")
    }
  }

  private func row(_ change: RowChange) -> String {
    let table = say(Self.word(change.table), change.table.rawValue) + " " + change.subject
    switch change.kind {
    case .added: return table + say("：新增", ": added")
    case .removed: return table + say("：移除", ": removed")
    case .changed:
      return table + say("：", ": ")
        + change.columns.map { "\($0.name) \(shown($0.before)) → \(shown($0.after))" }
        .joined(separator: say("、", ", "))
    }
  }

  private static func word(_ table: RowChange.Table) -> String {
    switch table {
    case .approval: "核定"
    case .solution: "方案"
    case .store: "店家"
    case .work: "工作項目"
    case .ruling: "認定"
    }
  }

  private func uses(_ change: UsesChange) -> String {
    let span =
      change.days == 1
      ? change.first.isoText : change.first.isoText + say(" 至 ", " to ") + change.last.isoText
    return say(
      "\(change.store.text)：\(change.days) 天不同（\(span)），\(change.before) → \(change.after) 次",
      "\(change.store.text): \(change.days) \(change.days == 1 ? "day differs" : "days differ") "
        + "(\(span)), \(change.before) → \(change.after) uses")
  }
}
