import ArgumentParser
import ReviewModel

/// How a run ends: its exit code and its last line always agree.
enum Outcome: String {
  case allWell = "ok"
  case dataHasErrors = "errors"
  case nothingDone = "fatal"

  /// - Parameters:
  ///   - counts: The findings.
  ///   - failOn: The severity from which on a run does not end with 0.
  ///   - isReviewed: Whether the season could be reviewed. A finding that is fatal for one contract
  ///     (XX999) leaves the others to be built.
  init(_ counts: SeverityCounts, failOn: FailOn, isReviewed: Bool) {
    if !isReviewed {
      self = .nothingDone
    } else if counts[.fatal] > 0 || counts[.error] > 0
      || failOn == .warning && counts[.warning] > 0
    {
      self = .dataHasErrors
    } else {
      self = .allWell
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .allWell: ExitCode(0)
    case .dataHasErrors: ExitCode(1)
    case .nothingDone: ExitCode(2)
    }
  }

  private func verdict(_ counts: SeverityCounts) -> Bilingual {
    switch self {
    case .allWell: Bilingual(zh: "無錯誤", en: "all well")
    case .dataHasErrors where counts[.fatal] + counts[.error] == 0:
      Bilingual(zh: "資料有警告", en: "the data has warnings")
    case .dataHasErrors: Bilingual(zh: "資料有待更正", en: "the data has errors")
    case .nothingDone: Bilingual(zh: "無法產出", en: "nothing could be done")
    }
  }

  /// The last line of a run.
  func closingLine(_ counts: SeverityCounts, report: String?, _ language: Language) -> String {
    let verdict = verdict(counts)
    return switch language {
    case .zhHant:
      "結果：\(verdict.zh)（\(counts.text(language))）"
        + (report.map { "；報告：\(Console.safe($0))" } ?? "")
    case .en:
      "Result: \(verdict.en) (\(counts.text(language)))"
        + (report.map { "; report: \(Console.safe($0))" } ?? "")
    }
  }
}
