import ReviewModel

/// What `verify` prints: a line for each level, and below it one for each difference.
struct VerifyPrinter {
  /// Of one level no more lines are printed; the number of all stands with it.
  private static let mostLines = 60

  let language: Language

  func lines(of verdict: Verifier.Verdict) -> [String] {
    let name = verdict.contract ?? (language == .en ? "the season's output" : "全年度產出")
    var lines = [verdict.folder + (language == .en ? ": " : "：") + name]
    for result in verdict.levels {
      lines.append("  " + level(result))
      for difference in result.differences.prefix(Self.mostLines) {
        lines.append("    " + text(of: difference))
      }
      let rest = result.differences.count - Self.mostLines
      if rest > 0 {
        lines.append(
          language == .en
            ? "    … and \(rest) more (--format json has all)"
            : "    …另有 \(rest) 項（--format json 列出全部）")
      }
    }
    return lines
  }

  private func level(_ result: LevelResult) -> String {
    let title = "\(result.level.name) \(result.level.title[language])"
    let colon = language == .en ? ": " : "："
    switch result.state {
    case .ok:
      return title + colon + (language == .en ? "ok; " : "相符；") + result.detail[language]
    case .notChecked:
      return title + colon + (language == .en ? "not checked; " : "未查核；")
        + result.detail[language]
    case .differs:
      return title + colon
        + (language == .en
          ? "differs (\(result.detail.en))" : "不符（\(result.differences.count) 項）")
    }
  }

  private func text(of difference: VerifyDifference) -> String {
    let effect = difference.effect.map { ($0.text)[language] }
    switch language {
    case .en:
      return "\(difference.place): \(difference.cause.word.en): \(difference.text.en)"
        + (effect.map { "; \($0)" } ?? "")
    case .zhHant:
      return "\(difference.place)：\(difference.cause.word.zh)：\(difference.text.zh)"
        + (effect.map { "；\($0)" } ?? "")
    }
  }

  /// The last line: what differs, at which levels, for which causes.
  func closing(_ verdicts: Verifier.Verdicts, _ outcome: Comparison) -> String {
    let results = verdicts.all.flatMap(\.levels)
    let count = verdicts.packets.count
    let unchecked =
      results.contains { $0.state == .notChecked }
      || verdicts.packets.contains { $0.levels.count < VerifyLevel.allCases.count }
    guard outcome.differs else {
      return language == .en
        ? "Result: the same\(unchecked ? ", as far as it was checked" : "") (\(count) \(count == 1 ? "packet" : "packets"))"
        : "結果：相符\(unchecked ? "（僅就已查核部分）" : "")（\(count) 份審查資料）"
    }
    let levels = Set(results.filter { $0.state == .differs }.map(\.level)).sorted().map(\.name)
    var causes: [String] = []
    for difference in results.flatMap(\.differences) {
      let word = difference.cause.word[language]
      if !causes.contains(word) { causes.append(word) }
    }
    return language == .en
      ? "Result: differs at \(levels.joined(separator: ", ")): \(causes.joined(separator: "; "))"
      : "結果：不符（\(levels.joined(separator: "、"))）：\(causes.joined(separator: "；"))"
  }
}

/// What `verify --format json` prints.
struct VerifyRecord: Encodable {
  struct Difference: Encodable {
    let cause, place, text: String
    let recognisedEffect, payableEffect: String?
  }

  struct Level: Encodable {
    let level, state, detail: String
    let differences: [Difference]
  }

  struct Verdict: Encodable {
    let folder: String
    /// Left out for the season's output.
    let contract: String?
    let result: String
    let levels: [Level]

    init(_ verdict: Verifier.Verdict, _ language: Language) {
      folder = verdict.folder
      contract = verdict.contract
      result = Comparison(differs: verdict.differs).name
      levels = verdict.levels.map { result in
        Level(
          level: result.level.name, state: result.state.rawValue,
          detail: result.detail[language],
          differences: result.differences.map { difference in
            Difference(
              cause: difference.cause.rawValue, place: difference.place,
              text: difference.text[language],
              recognisedEffect: difference.effect?.recognised.plainText,
              payableEffect: difference.effect?.payable.plainText)
          })
      }
    }
  }

  let result: String
  let exitCode: Int32
  /// Left out where no season's output was looked at.
  let season: Verdict?
  let packets: [Verdict]

  init(_ verdicts: Verifier.Verdicts, _ outcome: Comparison, _ language: Language) {
    result = outcome.name
    exitCode = outcome.exitCode.rawValue
    season = verdicts.season.map { Verdict($0, language) }
    packets = verdicts.packets.map { Verdict($0, language) }
  }
}
