import ArgumentParser
import Foundation
import PacketDocuments
import ReviewModel

/// `explain`: how a figure came about, down to the rows of the input.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells how a figure came about: formula with numbers, clause, and the rows under it.",
    discussion: """
      Example: review-packet explain out/D001-12345675 payable-total
               review-packet explain SampleData/110 QF001/weekly-average/m2 --phase midterm
               review-packet explain SampleData/110 D001/completed-stores

      A figure is named as figures.csv names it, subject/figure/period, or by the end of that as \
      far as it is needed; the titles of the pages do as well. What has several scopes is the widest one: \
      completed-stores of a season is the season's total, of a packet the contract's. A packet tells by what packet.xml says («review-packet verify» \
      tells whether it is true); the rows of usage files can be named from a season alone.

      Nothing is written. Exit codes are those of “review-packet check”; 2 also where no such figure is \
      known.
      """)

  @Argument(help: "A packet's folder, packet.xml or archive; or a season folder.")
  var source: String
  @Argument(
    help:
      "The figure, such as payable-total, D001/12345675/QF001/status or QF001/weekly-average/m2.")
  var figure: FigurePath
  @Option(help: "Of a season: the phase, midterm or final (default: final).")
  var phase: Phase?
  @Option(
    help:
      "How many figures down to go (default: all the way; from a season's or district's figure 1).")
  var depth: Int?
  @OptionGroup var review: ReviewOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard depth ?? 0 >= 0 else { throw ValidationError("--depth takes a whole number from 0.") }
  }

  func run() async throws {
    let language = common.terminalLanguage
    do {
      guard let source = try await figures(language) else { return }
      let choice = FigureChoice(figure, in: source)
      try Task.checkCancellation()
      switch choice {
      case .failed(let lines): throw RunFailure(lines)
      case .found(let figure): try report(figure, source, language)
      }
    } catch let failure as RunFailure {
      try RunEnd.fail(failure, common.format, language)
    }
  }

  /// The packet's figures, or those of the season once it is reviewed.
  private func figures(_ language: Language) async throws -> FigureSource? {
    if (try? PacketSource.file(of: source)) != nil {
      guard phase == nil, review.asOf == nil else {
        throw ValidationError("--phase and --as-of are a season's; a packet has its own.")
      }
      return FigureSource(try PacketSource.read(source).archived.packet)
    }
    try refuseOutput()
    let reading = Pipeline.Options(
      season: source, phase: phase ?? .final, asOf: review.asOf, jobs: review.workers,
      hasDigests: false)
    switch try await Pipeline.run(reading, Progress(review.progress, language)) {
    case .fatal(let findings, let day): try stop(findings, day, language)
    case .reviewed(let reviewed): return FigureSource(reviewed, season: source)
    }
  }

  /// A folder of packets is neither of the two that can be asked.
  private func refuseOutput() throws(RunFailure) {
    let folder = Console.withoutFinalSlash(source)
    guard FileManager.default.fileExists(atPath: folder + "/season.xml"),
      !FileManager.default.fileExists(atPath: folder + "/approvals.csv")
    else { return }
    throw RunFailure([
      Bilingual(
        zh: "\(folder)：此為產出資料夾；請指定其中一份審查資料（如 \(folder)/D001-12345675），或年度資料夾",
        en: "\(folder): this is an output folder; give one of its packets, such as "
          + "\(folder)/D001-12345675, or the season folder")
    ])
  }

  private func report(_ figure: Figure, _ source: FigureSource, _ language: Language) throws
    -> Never
  {
    var explainer = Explainer(source, language)
    let explanation = explainer.explanation(
      of: figure, depth: depth ?? (figure.code.scope.isOfPacket ? .max : 1))
    let rows = try UsageRows(explanation, in: source)
    let counts = SeverityCounts(source.findings)
    let outcome = Outcome(counts, failOn: review.failOn, isReviewed: true)
    switch common.format {
    case .json:
      try Console.out(
        JSONOutput.text(
          ExplanationRecord(outcome, counts, source, explanation, rows, language)))
    case .text:
      let printer = ExplanationPrinter(language: language, source: source, rows: rows)
      for line in printer.lines(explanation) { try Console.out(Console.safe(line)) }
      try Console.out(outcome.closingLine(counts, report: nil, language))
    }
    throw outcome.exitCode
  }

  /// A season that can't be reviewed has no figures.
  private func stop(_ findings: [Finding], _ day: CalendarDate, _ language: Language) throws
    -> Never
  {
    let counts = SeverityCounts(findings)
    let outcome = Outcome.nothingDone
    switch common.format {
    case .json:
      try Console.out(
        JSONOutput.text(
          JSONOutput(
            outcome, counts, report: nil, phase: phase ?? .final, asOf: day, findings: findings,
            figures: [], language)))
    case .text:
      FindingPrinter(language: language).printLines(of: findings, rest: "review-packet check")
      try Console.out(outcome.closingLine(counts, report: nil, language))
    }
    throw outcome.exitCode
  }
}
