import ArgumentParser
import PacketDocuments
import ReviewModel

/// The program: its commands and what they share.
@main
struct ReviewPacket: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review-packet",
    abstract: "Checks a season folder and builds each contract's review packet, offline.",
    discussion: """
      雲世代商圈數位轉型輔導：檢核年度資料夾，並產出各契約的期中、期末審查資料。

      Example: review-packet build SampleData/110 --phase final --out out

      Exit codes: 0 all well; 1 the data has errors (what could be built is built); 2 nothing could \
      be done; 3 verify or diff found a difference; 64 wrong usage; 130 interrupted by Ctrl-C, 129 \
      by a closed terminal, 143 by a request to end.
      """,
    version: Release.program,
    subcommands: [
      CheckCommand.self, BuildCommand.self, MergeCommand.self, VerifyCommand.self,
      DiffCommand.self, ArchiveCommand.self, RestoreCommand.self, RulesCommand.self,
      SchemaCommand.self, InitCommand.self, UsageCommand.self, FixCommand.self, ExplainCommand.self,
      ForecastCommand.self, TemplatesCommand.self, ReferenceCommand.self, MeterCommand.self,
    ])

  static func main() async {
    ProcessMemory.prepare()
    Console.prepare()
    let interruption = Interruption()
    await interruption.during {
      do {
        var command = try await asyncParseAsRoot()
        if var command = command as? any AsyncParsableCommand {
          try await command.run()
        } else {
          try command.run()
        }
      } catch is CancellationError {
        Console.error(Interruption.message[TerminalLanguage.ofEnvironment()])
        exit(withError: interruption.exitCode)
      } catch let partway as Interruption.Partway {
        Console.error(partway.line)
        exit(withError: interruption.exitCode)
      } catch {
        exit(withError: error)
      }
    }
  }
}

/// What packets say of the program that made them.
enum Release {
  static let program = "1.0.0"
  /// Changes with any figure, finding or wording that the same input would give.
  static let ruleSet = "110-1"
}

extension Language: ExpressibleByArgument {}
extension Phase: ExpressibleByArgument {}
extension ContactDisplay: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  /// A day as `YYYY-MM-DD`, of those that a programme may name.
  package init?(argument: String) {
    guard let date = CalendarDate(iso: argument), Programme.days.contains(date) else { return nil }
    self = date
  }
}

extension ContractID: ExpressibleByArgument {
  /// `D001/12345675`.
  package init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let vendor = TaxID(digits: String(parts[1])) else {
      return nil
    }
    self.init(district: DistrictID(String(parts[0]).uppercased()), vendor: vendor)
  }
}

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// The gravest severity that still lets a run end with 0.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error
  case warning
}

/// What every command understands.
struct CommonOptions: ParsableArguments {
  @Option(
    help: "The language of messages: zh-Hant or en (default: by LC_ALL or LANG).")
  var lang: Language?

  @Option(help: "How results are printed: text or json.")
  var format: OutputFormat = .text

  /// The language of what is printed.
  var terminalLanguage: Language { lang ?? TerminalLanguage.ofEnvironment() }
}

/// What every command understands that reviews a season.
struct SeasonOptions: ParsableArguments {
  @Argument(help: "The season folder, such as SampleData/110.")
  var season: String
  @OptionGroup var review: ReviewOptions

  var failOn: FailOn { review.failOn }

  /// How the season is read where nothing is made that names the files' digests.
  func reading(for phase: Phase, isSurveying: Bool = false) -> Pipeline.Options {
    Pipeline.Options(
      season: season, phase: phase, asOf: review.asOf, jobs: review.workers,
      isSurveying: isSurveying, hasDigests: false)
  }
}

/// How a season is reviewed.
struct ReviewOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: "The last day that counts, as YYYY-MM-DD from 1912 to 2199, instead of the phase's.")
  var asOf: CalendarDate?

  @Option(
    name: .customLong("fail-on"), help: "End with 1 from this severity on: error or warning.")
  var failOn: FailOn = .error

  @OptionGroup var work: WorkOptions

  var jobs: Int? { work.jobs }
  var progress: ProgressDisplay { work.progress }
  /// How much is done at a time.
  var workers: Int { work.workers }
}

/// How a run does its work.
struct WorkOptions: ParsableArguments {
  @Option(
    help: "How many parts of the usage are read, and packets made, at a time (default: as cores).")
  var jobs: Int?

  @Option(
    help: "How far a long run is, on standard error: auto (a bar on a terminal), json or none.")
  var progress: ProgressDisplay = .auto

  /// How much is done at a time.
  var workers: Int { jobs ?? PacketBuilder.defaultJobs }

  func validate() throws {
    if let jobs, !(1...1_024).contains(jobs) {
      throw ValidationError("--jobs takes a whole number from 1 to 1024.")
    }
  }
}
