import ArgumentParser
import ReviewModel

/// The end of a run that could do nothing.
enum RunEnd {
  /// Prints the reasons and the closing line, and ends with 2.
  static func fail(
    _ failure: RunFailure, _ format: OutputFormat, _ language: Language
  ) throws -> Never {
    for line in failure.lines { Console.error(Console.safe(line[language])) }
    switch format {
    case .json:
      try Console.out(
        JSONOutput.text(
          [
            "result": Outcome.nothingDone.rawValue,
            "error": failure.lines.map { $0[language] }.joined(separator: "\n"),
          ]))
    case .text:
      try Console.out(Outcome.nothingDone.closingLine(SeverityCounts([]), report: nil, language))
    }
    throw Outcome.nothingDone.exitCode
  }

  /// Tells that a contract was not approved, and ends with 2.
  static func fail(
    unknown contract: ContractID, among contracts: [ContractID], _ phase: Phase,
    _ format: OutputFormat, _ language: Language
  ) throws -> Never {
    let all = contracts.sorted().prefix(20).map(\.text).joined(separator: ", ")
    let line = Bilingual(
      zh: "\(contract.text)：核定清單中沒有此契約；可用的有 \(all)",
      en: "\(contract.text): the approvals have no such contract; there are \(all)")
    Console.error(Console.safe(line[language]))
    switch format {
    case .json:
      try Console.out(JSONOutput.text(JSONOutput(failure: line[language], phase: phase)))
    case .text:
      try Console.out(Outcome.nothingDone.closingLine(SeverityCounts([]), report: nil, language))
    }
    throw Outcome.nothingDone.exitCode
  }
}
