import ArgumentParser
import ReviewModel
import ReviewRules

/// `usage`: tells whether the exports are whole.
///
/// A store that is short may have had no use, or an export may lack its days; this tells which.
struct UsageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "usage",
    abstract: "Tells whether the usage exports are whole: per file, and per store day by day.",
    discussion: """
      Example: review-packet usage SampleData/110 D001/12345675 --phase midterm

      Four kinds of day without use are told apart: a row with 0, no row, a day that no export \
      has, and a day before go-live. The findings are those of the usage files; \
      “review-packet check” has all. Nothing is written.

      With --sums the uses that count are printed as CSV instead, per store and day (a usage file of \
      the plain form) or month, to be compared with what other programs add up.
      """)

  @OptionGroup var season: SeasonOptions
  @Argument(help: "Only this contract, such as D001/12345675.")
  var contract: ContractID?
  @Option(help: "The phase whose last day counts: midterm or final.")
  var phase: Phase = .final
  @Option(help: "Print the uses that count as CSV: per store and day, or month.")
  var sums: UsageSums.Period?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard sums == nil || common.format == .text else {
      throw ValidationError("--sums prints CSV: leave --format json out.")
    }
  }

  func run() async throws {
    let language = common.terminalLanguage
    let progress = Progress(season.review.progress, language)
    if let sums { return try await printSums(per: sums, progress, language) }
    switch try await Pipeline.run(season.reading(for: phase, isSurveying: true), progress) {
    case .fatal(let findings, let day): try report(nil, findings, day, language)
    case .reviewed(let reviewed):
      let register = reviewed.usageRegister
      if let contract, !register.contracts.contains(contract) {
        try RunEnd.fail(
          unknown: contract, among: register.contracts, phase, common.format, language)
      }
      let exports = ExportCompleteness(register, reviewed.usage, contract: contract)
      try report(
        exports, concerned(reviewed.review.findings, exports), reviewed.review.asOf, language)
    }
  }

  /// Prints the uses that count; the findings go to standard error.
  private func printSums(
    per period: UsageSums.Period, _ progress: Progress, _ language: Language
  ) async throws {
    let reading = try await Pipeline.read(season.reading(for: phase), progress)
    progress.end()
    let findings: [Finding]
    switch reading {
    case .fatal(let found, _): findings = found
    case .read(let read):
      let register = read.usageRegister
      if let contract, !register.contracts.contains(contract) {
        try RunEnd.fail(
          unknown: contract, among: register.contracts, phase, common.format, language)
      }
      findings = read.findings.filter { $0.place != nil }.sorted(by: findingPrecedes)
      let sums = UsageSums(register, read.usage, contract: contract)
      try await sums.csv(per: period, jobs: season.review.workers) { try Console.out(bytes: $0) }
      ProcessMemory.leave(read)
    }
    FindingPrinter(language: language).printLines(of: findings, rest: "review-packet check")
    let isRead = if case .read = reading { true } else { false }
    let counts = SeverityCounts(findings)
    let outcome = Outcome(counts, failOn: season.failOn, isReviewed: isRead)
    // Not among the rows of the CSV.
    Console.error(outcome.closingLine(counts, report: nil, language))
    throw outcome.exitCode
  }

  /// The findings about the files that were looked at, and that a contract has no usage at all.
  private func concerned(_ findings: [Finding], _ exports: ExportCompleteness) -> [Finding] {
    let paths = Set(exports.files.map(\.file.path))
    return findings.filter { finding in
      let isNamed = contract == nil || finding.contract == nil || finding.contract == contract
      return isNamed && (finding.code == .AP008 || paths.contains(finding.place?.file ?? ""))
    }
  }

  private func report(
    _ exports: ExportCompleteness?, _ findings: [Finding], _ day: CalendarDate,
    _ language: Language
  ) throws -> Never {
    let counts = SeverityCounts(findings)
    let outcome = Outcome(counts, failOn: season.failOn, isReviewed: exports != nil)
    switch common.format {
    case .json:
      try Console.out(
        JSONOutput.text(
          UsageRecord(
            outcome, counts, phase: phase, asOf: day, exports: exports, findings: findings,
            language)))
    case .text:
      let printer = FindingPrinter(language: language)
      printer.printLines(of: findings, rest: "review-packet usage --format json")
      if let exports {
        let usage = UsagePrinter(language: language, columns: Console.outputWidth)
        for line in usage.lines(exports) { try Console.out(Console.safe(line)) }
      }
      try Console.out(outcome.closingLine(counts, report: nil, language))
    }
    throw outcome.exitCode
  }
}
