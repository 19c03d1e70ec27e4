import ArgumentParser
import ReviewModel

/// `fix`: proposals for what can be mended safely, and a mended copy.
struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Proposes what can be mended safely in a season's tables, or makes a mended copy.",
    discussion: """
      Example: review-packet fix SampleData/110 --propose --out fixes.csv
               review-packet fix SampleData/110 --apply fixes.csv --out 110-mended

      --propose writes fixes.csv: file, row, cell, before, after, finding, why, and in its last \
      column what is to happen: yes (it reads the same, or only a shown text changes), ask (a \
      value that counts would change: a person must write yes), no (it can't be mended for \
      certain). --apply carries the rows out that say yes, cell by cell and byte for byte, into a \
      copy of the season folder, and leaves the list in it; the original is never changed. Usage \
      files and a file's encoding are left as they are.
      """)

  @Argument(help: "The season folder, such as SampleData/110.")
  var season: String
  @Flag(help: "Write the proposals.")
  var propose = false
  @Option(help: "Carry out the rows of this fixes.csv that say yes.")
  var apply: String?
  @Option(
    help: "With --propose the file to write (default: fixes.csv); with --apply the copy's folder.")
  var out: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard propose != (apply != nil) else {
      throw ValidationError("Give either --propose or --apply fixes.csv.")
    }
    guard propose || out != nil else {
      throw ValidationError("--apply needs --out DIR, the folder of the mended copy.")
    }
  }

  func run() async throws {
    let language = common.terminalLanguage
    do {
      if let apply, let out {
        let copy = try await MendedCopy.make(of: season, by: apply, at: out)
        try report(copy, out, language)
      } else {
        let proposals = try ProposalFile.write(season, to: out)
        try report(proposals, language)
      }
    } catch let season as FatalSeason {
      try fail(season.findings, language)
    } catch let failure as RunFailure {
      try RunEnd.fail(failure, common.format, language)
    }
  }

  private func report(_ written: ProposalFile, _ language: Language) throws {
    switch common.format {
    case .json:
      try Console.out(
        JSONOutput.text(
          FixRecords(
            written.fixes, report: written.path, unreadable: written.unreadable,
            otherEncodings: written.otherEncodings.map(\.file), language)))
    case .text:
      let printer = FixPrinter(language: language)
      for line in printer.lines(written.fixes) + printer.notes(written) {
        try Console.out(Console.safe(line))
      }
      try Console.out(Console.safe(printer.closing(written.fixes, written.path)))
    }
  }

  /// Tells why the season can't be read, as `check` does, and ends with 2.
  private func fail(_ findings: [Finding], _ language: Language) throws -> Never {
    let counts = SeverityCounts(findings)
    let outcome = Outcome.nothingDone
    switch common.format {
    case .json:
      try Console.out(
        JSONOutput.text(
          JSONOutput(
            outcome, counts, report: nil, phase: nil, asOf: nil, findings: findings, figures: [],
            language)))
    case .text:
      FindingPrinter(language: language).printLines(
        of: findings, rest: "review-packet check --format json")
      try Console.out(outcome.closingLine(counts, report: nil, language))
    }
    throw outcome.exitCode
  }

  private func report(_ copy: MendedCopy, _ folder: String, _ language: Language) throws {
    switch common.format {
    case .json:
      try Console.out(JSONOutput.text(FixRecords(copy.fixes, report: folder, language)))
    case .text:
      let printer = FixPrinter(language: language)
      for line in printer.lines(copy.fixes.filter { $0.decision != .no }) {
        try Console.out(Console.safe(line))
      }
      try Console.out(Console.safe(printer.closing(copy, folder)))
    }
  }
}
