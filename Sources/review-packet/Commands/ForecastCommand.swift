import ArgumentParser
import ReviewModel
import ReviewRules

/// `forecast`: what each store still needs until as-of, and the money that depends on it.
///
/// Some weeks before the deadline a vendor can still do something about most of what a review would
/// find short; this tells what, and for which stores it is too late.
struct ForecastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract:
      "Tells what stores still need until as-of, what can be reached, and the money at risk.",
    discussion: """
      Example: review-packet forecast SampleData/110 D001/12345675 --data-until 2021-10-18

      There is no clock: the last day on which a use of the season counts is the last that is \
      known, unless --data-until says another; the days after it, up to as-of, are still to come. \
      «As it stands» is the review at as-of if nothing more happens; «at best» has every store \
      completed that still can be, and what blocks a contract mended; rulings stand.

      A store is safe when it is completed as it stands; on course when its pace (the uses of its \
      last 28 days) brings what it needs; needs more when it does not, or when a finding, a go-live \
      or the plan for continued operation is open; out of reach when a month that is over is short, \
      or too few days are left. The findings are told by “review-packet check”. Nothing is written.
      """)

  @OptionGroup var season: SeasonOptions
  @Argument(help: "Only this contract, such as D001/12345675.")
  var contract: ContractID?
  @Option(help: "The phase whose last day counts: midterm or final.")
  var phase: Phase = .final
  @Option(
    help: "The last day whose uses are known, as YYYY-MM-DD; later ones are not looked at.")
  var dataUntil: CalendarDate?
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.terminalLanguage
    let progress = Progress(season.review.progress, language)
    switch try await Pipeline.run(season.reading(for: phase), progress) {
    case .fatal(let findings, let day): try report(fatal: findings, day, language)
    case .reviewed(let reviewed):
      let review = reviewed.review
      let chosen = review.contracts.filter { contract == nil || $0.id == contract }
      if let contract, chosen.isEmpty {
        try RunEnd.fail(
          unknown: contract, among: review.contracts.map(\.id), phase, common.format, language)
      }
      let outlook = Outlook(
        review.programme, phase, asOf: review.asOf, dataUntil: dataUntil ?? review.lastDay)
      let forecasts = await ContractForecasts(outlook).forecasts(
        of: chosen, by: reviewed.reviewers, jobs: season.review.workers)
      try report(
        forecasts, contract == nil ? SeasonForecast(forecasts, outlook) : nil, outlook,
        SeverityCounts(review.findings), uncounted(review), language)
    }
  }

  private func uncounted(_ review: SeasonReview) -> UncountedRows {
    func paths(_ kind: InputFile.Kind) -> Set<String> {
      Set(review.files.filter { $0.kind == kind }.map(\.path))
    }
    return UncountedRows(review.findings, rosters: paths(.roster), usage: paths(.usage))
  }

  private func report(
    _ contracts: [ContractForecast], _ whole: SeasonForecast?, _ outlook: Outlook,
    _ counts: SeverityCounts, _ uncounted: UncountedRows, _ language: Language
  ) throws -> Never {
    let outcome = Outcome(counts, failOn: season.failOn, isReviewed: true)
    switch common.format {
    case .json:
      try Console.out(
        JSONOutput.text(ForecastRecord(outcome, counts, outlook, contracts, whole, uncounted)))
    case .text:
      let printer = ForecastPrinter(language: language, outlook: outlook)
      try print(
        printer.heading + printer.notCounted(uncounted.ofNobody, "本年度", "this season"))
      for contract in contracts {
        try print(printer.lines(contract, notCounted: uncounted.of(contract.id)))
      }
      if let whole, contracts.count > 1 { try print(printer.lines(whole)) }
      try print(["", printer.closingNote])
      try Console.out(outcome.closingLine(counts, report: nil, language))
    }
    throw outcome.exitCode
  }

  private func report(
    fatal findings: [Finding], _ day: CalendarDate, _ language: Language
  ) throws -> Never {
    let counts = SeverityCounts(findings)
    switch common.format {
    case .json:
      try Console.out(
        JSONOutput.text(
          ForecastRecord(fatal: findings, counts, phase: phase, asOf: day, language)))
    case .text:
      FindingPrinter(language: language).printLines(
        of: findings, rest: "review-packet check --format json")
      try Console.out(Outcome.nothingDone.closingLine(counts, report: nil, language))
    }
    throw Outcome.nothingDone.exitCode
  }

  /// Lines at once: a season may have some ten thousand.
  private func print(_ lines: [String]) throws {
    try Console.out(lines.map(Console.safe).joined(separator: "\n"))
  }
}
