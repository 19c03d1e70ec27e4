import ArgumentParser
import PacketDocuments
import PacketStore
import ReviewModel

/// `build`: the main job: every contract's packet and the season's overview.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds the review packets of a season, and its overview.",
    discussion: """
      Example: review-packet build SampleData/110 --phase final --out out
               review-packet build --from out/D001-12345675/packet.xml --out again

      The output folder appears whole or not at all. With --contract only those packets are built; \
      the others are kept where they were made from the same input.
      """)

  @Argument(help: "The season folder, such as SampleData/110.")
  var season: String?
  @Option(help: "The phase: midterm or final.")
  var phase: Phase?
  @Option(
    help: "Instead of a season: a packet.xml, from which alone the packet's other files are made.")
  var from: String?
  @Option(help: "The folder to write; an earlier output there is replaced.")
  var out: String
  @Option(
    name: .customLong("contract"),
    help: "Only this contract, such as D001/12345675; may be repeated.")
  var contracts: [ContractID] = []
  @Option(help: "Only every N-th packet, such as 2/4; merge puts the folders of all together.")
  var shard: Shard?
  @Option(help: "A folder of templates that replace the built-in ones.")
  var templates: String?
  @Option(
    help: """
      Contacts and phones on pages: masked or full (default: masked, with --from as it was); \
      packet.xml keeps the roster.
      """)
  var contacts: ContactDisplay?
  @Flag(help: "Make every packet anew, those too that an earlier output has as they would be.")
  var force = false
  @OptionGroup var review: ReviewOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if from != nil {
      guard season == nil, phase == nil, review.asOf == nil, contracts.isEmpty, shard == nil else {
        throw ValidationError(
          "--from takes everything from the packet.xml: no season, --phase, --as-of, --contract or --shard."
        )
      }
    } else {
      guard season != nil else { throw ValidationError("Give a season folder, or --from.") }
      guard shard == nil || contracts.isEmpty else {
        throw ValidationError("Give --shard or --contract, not both.")
      }
      guard phase != nil else { throw ValidationError("Give --phase midterm or --phase final.") }
    }
  }

  func run() async throws {
    let language = common.terminalLanguage
    do {
      if let from {
        try await rebuild(from: from, language)
      } else if let season, let phase {
        try await build(season, phase, language)
      }
    } catch let failure as RunFailure {
      try fail(failure, language)
    } catch let failure as OutputError {
      try fail(RunFailure(failure), language)
    } catch let failure as TemplateProblems {
      try fail(RunFailure(failure), language)
    } catch let failure as DocumentProblems {
      try fail(RunFailure(failure), language)
    }
  }

  private func build(_ season: String, _ phase: Phase, _ language: Language) async throws {
    try OutputPlace.check(out, season: season)
    try OutputPlace.check(noInput: out)
    let set = try TemplateFolder.set(templates)
    let progress = Progress(review.progress, language)
    let reading = Pipeline.Options(
      season: season, phase: phase, asOf: review.asOf, jobs: review.workers,
      hasDigests: true)
    let (renderer, result) = try await prepare(set, reading, progress)
    switch result {
    case .fatal(let findings, let day):
      try report(findings, built: nil, phase, day, language)
    case .reviewed(let reviewed):
      let builder = try PacketBuilder(
        reviewed, renderer: renderer,
        templatesDigest: Digest.sha256Hex(set.canonicalBytes), only: contracts, shard: shard)
      let built = try await builder.build(
        into: Console.withoutFinalSlash(out), jobs: review.workers, isForced: force, progress,
        language)
      ProcessMemory.leave((reviewed, builder, built))
      try report(reviewed.review.findings, built: built, phase, reviewed.review.asOf, language)
    }
  }

  /// Looks at the templates and reads the season; a mistake in the templates is told before minutes go
  /// into reading.
  private func prepare(
    _ set: TemplateSet, _ reading: Pipeline.Options, _ progress: Progress
  ) async throws -> (DocumentRenderer, Pipeline.Result) {
    guard reading.jobs > 1 else {
      return (try renderer(set), try await Pipeline.run(reading, progress))
    }
    // Given up at its next step where the templates are wrong.
    async let result = Pipeline.run(reading, progress)
    let renderer = try renderer(set)
    return (renderer, try await result)
  }

  private func renderer(_ set: TemplateSet) throws -> DocumentRenderer {
    let renderer = try DocumentRenderer(
      templates: set,
      options: DocumentOptions(language: common.lang ?? .zhHant, contacts: contacts ?? .masked))
    try checkTemplates(set)
    return renderer
  }

  /// A mistake that shows in what a template makes is told by its place in the template, too.
  private func checkTemplates(_ set: TemplateSet) throws {
    guard let templates else { return }
    try TemplateFolder.check(set, of: Console.withoutFinalSlash(templates))
  }

  private func rebuild(from path: String, _ language: Language) async throws {
    try OutputPlace.check(noInput: out)
    let archived = try PacketSource.read(path)
    let set = try templates.map { try TemplateFolder.set($0) }
    let rebuilt = try RebuiltPacket(
      archived, templates: set, language: common.lang, contacts: contacts)
    if let set { try checkTemplates(set) }
    for note in rebuilt.notes { Console.error(Console.safe(note[language])) }
    let built = try await rebuilt.write(to: Console.withoutFinalSlash(out), language)
    let provenance = rebuilt.packet.provenance
    try report(
      rebuilt.packet.findings, built: built, provenance.phase, provenance.asOf, language)
  }

  /// Prints findings and results; the last line and the exit code agree.
  private func report(
    _ findings: [Finding], built: PacketBuilder.Built?, _ phase: Phase, _ day: CalendarDate,
    _ language: Language
  ) throws {
    let counts = SeverityCounts(findings)
    let outcome = Outcome(counts, failOn: review.failOn, isReviewed: built != nil)
    switch common.format {
    case .json:
      let figures: any Sequence<Figure> = built?.figures ?? []
      try Console.out(
        JSONOutput.text(
          JSONOutput(
            outcome, counts, report: built?.report, phase: phase, asOf: day, findings: findings,
            figures: figures, language)))
    case .text:
      FindingPrinter(language: language).printLines(
        of: findings, rest: built.map { $0.folder + "/findings.csv" })
      for line in built?.lines ?? [] { try Console.out(line) }
      try Console.out(outcome.closingLine(counts, report: built?.report, language))
    }
    throw outcome.exitCode
  }

  private func fail(_ failure: RunFailure, _ language: Language) throws -> Never {
    for line in failure.lines { Console.error(Console.safe(line[language])) }
    let counts = SeverityCounts([])
    switch common.format {
    case .json:
      try Console.out(
        JSONOutput.text(
          JSONOutput(
            failure: failure.lines.map { $0[language] }.joined(separator: "\n"), phase: phase)))
    case .text:
      try Console.out(Outcome.nothingDone.closingLine(counts, report: nil, language))
    }
    throw Outcome.nothingDone.exitCode
  }
}
