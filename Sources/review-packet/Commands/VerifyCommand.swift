import ArgumentParser
import PacketDocuments
import PacketStore
import ReviewModel

extension VerifyLevel: ExpressibleByArgument {
  /// `L0` to `L4`, in any case, or the number alone.
  init?(argument: String) {
    let text = argument.uppercased()
    guard let level = Self.allCases.first(where: { $0.name == text || String($0.rawValue) == text })
    else { return nil }
    self = level
  }

  static var allValueStrings: [String] { allCases.map(\.name) }
}

/// `verify`: whether a packet is what the data says.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks a packet level by level, down to the raw data; says what differs and why.",
    discussion: """
      Example: review-packet verify out/D001-12345675 --against SampleData/110
               review-packet verify out --against SampleData/110 --level L4
               review-packet verify archive/D001-12345675-110-final

      L0 the files against their manifest, and a whole output against its own; L1 packet.xml against its schema, and its figures worked \
      out again from its own rows; L2 its canonical form; L3 the documents made again from \
      packet.xml; L4 packet.xml made again from the season's raw data, or from an archive's own, and of a whole output its overview. Exit codes: 0 nothing \
      differs; 2 there is no packet; 3 something differs.
      """)

  @Argument(help: "A packet's folder, an archive, or a folder of either.")
  var packet: String
  @Option(help: "The season folder to build from again.")
  var against: String?
  @Option(
    name: .customLong("level"),
    help: """
      Only this level: L0, L1, L2, L3 or L4; may be repeated. L4 needs --against, except for an \
      archive.
      """)
  var levels: [VerifyLevel] = []
  @Option(
    help: "The templates that the packet was made with, where they are not the built-in ones.")
  var templates: String?
  @OptionGroup var work: WorkOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard levels.contains(.rawData), against == nil else { return }
    // An archive has its own raw data; a path with nothing to verify is told of by the run.
    let subjects = VerifyPlace(packet).subjects
    guard subjects.isEmpty || subjects.contains(where: { $0.isArchive }) else {
      throw ValidationError(
        "L4 needs --against SEASON, the raw data; only an archive has its own.")
    }
  }

  func run() async throws {
    let language = common.terminalLanguage
    do {
      let set = try templates.map { try TemplateFolder.set($0) }
      let chosen = levels.isEmpty ? VerifyLevel.allCases : Array(Set(levels)).sorted()
      let verifier = Verifier(
        levels: chosen, season: against, templates: set, jobs: work.workers,
        progress: Progress(work.progress, language))
      try report(try await verifier.verify(packet), language)
    } catch let failure as RunFailure {
      try RunEnd.fail(failure, common.format, language)
    } catch let failure as OutputError {
      try RunEnd.fail(RunFailure(failure), common.format, language)
    } catch let failure as TemplateProblems {
      try RunEnd.fail(RunFailure(failure), common.format, language)
    } catch let failure as DocumentProblems {
      try RunEnd.fail(RunFailure(failure), common.format, language)
    }
  }

  private func report(_ verdicts: Verifier.Verdicts, _ language: Language) throws {
    let outcome = Comparison(differs: verdicts.differs)
    switch common.format {
    case .json:
      try Console.out(JSONOutput.text(VerifyRecord(verdicts, outcome, language)))
    case .text:
      let printer = VerifyPrinter(language: language)
      for line in verdicts.all.flatMap({ printer.lines(of: $0) }) {
        try Console.out(Console.safe(line))
      }
      try Console.out(printer.closing(verdicts, outcome))
    }
    throw outcome.exitCode
  }
}

/// How `verify` and `diff` end: 0 the same, 3 different.
struct Comparison {
  let differs: Bool

  var name: String { differs ? "differs" : "same" }
  var exitCode: ExitCode { ExitCode(differs ? 3 : 0) }
}
