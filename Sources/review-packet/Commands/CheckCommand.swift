import ArgumentParser
import ReviewModel
import ReviewRules

/// `check`: reads and validates; prints the findings; writes nothing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads and validates a season folder; writes nothing.",
    discussion: "Example: review-packet check SampleData/110 --phase midterm --lang zh-Hant")

  @OptionGroup var season: SeasonOptions
  @Option(help: "The phase to check for: midterm or final.")
  var phase: Phase = .final
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.terminalLanguage
    var figures: [Figure] = []
    let findings: [Finding]
    let day: CalendarDate
    let isReviewed: Bool
    let progress = Progress(season.review.progress, language)
    switch try await Pipeline.run(season.reading(for: phase), progress) {
    case .fatal(let found, let asOf):
      (findings, day, isReviewed) = (found, asOf, false)
    case .reviewed(let reviewed):
      (findings, day, isReviewed) = (reviewed.review.findings, reviewed.review.asOf, true)
      if common.format == .json {
        figures =
          FigureTable.overviewFigures(of: reviewed.review)
          + reviewed.review.contracts.flatMap { reviewed.reviewers.figures(of: $0) }
      }
    }
    let counts = SeverityCounts(findings)
    let outcome = Outcome(counts, failOn: season.failOn, isReviewed: isReviewed)
    switch common.format {
    case .json:
      try Console.out(
        JSONOutput.text(
          JSONOutput(
            outcome, counts, report: nil, phase: phase, asOf: day, findings: findings,
            figures: figures, language)))
    case .text:
      let printer = FindingPrinter(language: language)
      printer.printLines(of: findings, rest: "review-packet check --format json")
      for line in printer.summary(of: findings) { try Console.out(line) }
      try Console.out(outcome.closingLine(counts, report: nil, language))
    }
    throw outcome.exitCode
  }
}
