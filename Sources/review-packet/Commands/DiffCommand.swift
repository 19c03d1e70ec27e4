import ArgumentParser
import PacketDocuments
import ReviewModel

/// `diff`: what changed from one packet to the next.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tells what changed between packets: the money first, then why.",
    discussion: """
      Example: review-packet diff old/D001-12345675 new/D001-12345675
               review-packet diff archive/D001-12345675-s01 archive/D001-12345675-s02

      Of three packets or more each is compared with the next; a finding that an earlier one had, \
      the one before lacks and the next has again «came back». Findings are the same where their \
      ids are. Only packet.xml is read: «review-packet verify» tells whether it is true.

      Exit codes: 0 nothing differs; 3 something does; 2 a packet can't be read; 64 wrong usage.
      """)

  @Argument(
    help: "Two packets or more, the earliest first: packet folders, packet.xml files or archives.")
  var packets: [String]
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard packets.count >= 2 else { throw ValidationError("Give two packets at least.") }
  }

  func run() async throws {
    let language = common.terminalLanguage
    var sources: [PacketSource] = []
    var failures: [Bilingual] = []
    for path in packets {
      do {
        sources.append(try PacketSource.read(path))
      } catch let failure as RunFailure {
        failures += failure.lines
      }
    }
    guard failures.isEmpty else { try fail(failures, language) }
    let steps = sources.indices.dropFirst().map { PacketStep(sources, at: $0) }
    let isSame = steps.allSatisfy(\.isSame)
    let exitCode = ExitCode(isSame ? 0 : 3)
    switch common.format {
    case .json:
      try Console.out(
        JSONOutput.text(
          DifferenceRecord(steps, isSame: isSame, exitCode: exitCode.rawValue, language)))
    case .text:
      let printer = DifferencePrinter(language: language)
      for step in steps {
        for line in printer.lines(step) { try Console.out(Console.safe(line)) }
      }
      try Console.out(printer.closingLine(steps))
    }
    throw exitCode
  }

  private func fail(_ lines: [Bilingual], _ language: Language) throws -> Never {
    for line in lines { Console.error(Console.safe(line[language])) }
    switch common.format {
    case .json:
      let text = lines.map { $0[language] }.joined(separator: "\n")
      try Console.out(JSONOutput.text(JSONOutput(failure: text, phase: nil)))
    case .text:
      try Console.out(
        Outcome.nothingDone.closingLine(SeverityCounts([]), report: nil, language))
    }
    throw Outcome.nothingDone.exitCode
  }
}

/// Two packets that follow each other, and what changed from one to the other.
struct PacketStep {
  let before: PacketSource
  let after: PacketSource
  let difference: PacketDifference
  /// The first line of `packet.xml` that differs where nothing else tells of it: other rows'
  /// places or derivations, or the same written otherwise.
  let otherLine: Int?

  /// The step to a packet of a chain, which is not the first.
  init(_ chain: [PacketSource], at index: Int) {
    (before, after) = (chain[index - 1], chain[index])
    difference = PacketDifference(
      from: before.archived, to: after.archived,
      earlier: chain[..<(index - 1)].map(\.archived))
    otherLine =
      difference.isEmpty && before.bytes != after.bytes
      ? zip(before.bytes, after.bytes).prefix { $0 == $1 }.count { $0.0 == 0x0A } + 1 : nil
  }

  var isSame: Bool { difference.isEmpty && otherLine == nil }
}
