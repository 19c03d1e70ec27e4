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
}
