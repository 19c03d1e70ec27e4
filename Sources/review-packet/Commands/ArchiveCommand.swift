import ArgumentParser
import PacketDocuments
import PacketStore
import ReviewModel

/// `archive`: seals packets with everything that proves them.
struct ArchiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Seals packets with their raw input files for the archive.",
    discussion: """
      Example: review-packet archive out --season SampleData/110 --out archive
               review-packet archive out/D001-12345675 --season SampleData/110 --out archive --redact

      Each packet becomes a BagIt folder such as D001-12345675-110-final, checkable with sha256sum \
      and xmllint alone (see its README.txt). An archive is never overwritten: the next one is \
      -s02 and names the one that it replaces by its digest. A packet that is not what the raw \
      data gives is refused, and so is a folder from which packets were taken away. --redact adds \
      a public copy without contacts and phones.
      """)

  @Argument(help: "Packet folders, or a folder that build wrote, for all of its packets.")
  var packets: [String]
  @Option(help: "The season folder that the packets were made from.")
  var season: String
  @Option(help: "The folder of the archives; it is created where it is missing.")
  var out: String
  @Flag(help: "Also write a public copy of each, with contacts and phones replaced.")
  var redact = false
  @Option(help: "The folder of templates that the packets were built with.")
  var templates: String?
  @OptionGroup var work: WorkOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !packets.isEmpty else { throw ValidationError("Give at least one packet.") }
  }

  func run() async throws {
    let language = common.terminalLanguage
    do {
      try OutputPlace.check(archives: out, season: season)
      let archiver = Archiver(
        season: Console.withoutFinalSlash(season), out: Console.withoutFinalSlash(out),
        templates: try TemplateFolder.set(templates), isRedacting: redact,
        jobs: work.workers, progress: Progress(work.progress, language))
      try report(try await archiver.run(packets), language)
    } catch {
      guard let failure = RunFailure(telling: error) else { throw error }
      try RunEnd.fail(failure, common.format, language)
    }
  }

  private func report(_ result: Archiver.Result, _ language: Language) throws {
    let failure = try failure(of: result, language)
    let outcome =
      failure != nil ? Outcome.nothingDone : result.placeCount == 0 ? .allWell : .dataHasErrors
    switch common.format {
    case .json:
      try Console.out(JSONOutput.text(ArchiveRecords(result, outcome, failure, language)))
    case .text:
      for warning in result.warnings + (failure?.lines ?? []) {
        Console.error(Console.safe(warning[language]))
      }
      for sealed in result.sealed { try Console.out(Console.safe(line(sealed, language))) }
      try Console.out(Console.safe(closing(result, language)))
    }
    throw outcome.exitCode
  }

  /// Why not all packets were sealed, and what to do; of an interruption it is thrown, and what was
  /// sealed until then is printed for machines alone.
  private func failure(of result: Archiver.Result, _ language: Language) throws -> RunFailure? {
    guard let stop = result.stop else { return nil }
    let text = stop.text(result.sealed)
    if stop.isInterruption {
      let begin = Bilingual(zh: "已中斷；", en: "interrupted; ")
      let said = RunFailure([Bilingual(zh: begin.zh + text.zh, en: begin.en + text.en)])
      switch common.format {
      case .json: try Console.out(JSONOutput.text(ArchiveRecords(result, nil, said, language)))
      case .text:
        for warning in result.warnings { Console.error(Console.safe(warning[language])) }
      }
      throw Interruption.Partway(line: Console.safe(said.lines[0][language]))
    }
    guard let cause = RunFailure(telling: stop.cause) else {
      Console.error(Console.safe(text[language]))
      throw stop.cause
    }
    return RunFailure(cause.lines + [text])
  }

  private func line(_ sealed: Archiver.Sealed, _ language: Language) -> String {
    let isEnglish = language == .en
    let copy = sealed.isPublic ? (isEnglish ? ", public copy" : "，公開版") : ""
    let replaced =
      sealed.supersedes.map {
        (isEnglish ? ", replaces " : "，取代 ") + $0.prefix(16) + "…"
      } ?? ""
    return isEnglish
      ? "\(sealed.contract.text): \(sealed.verdict.rawValue)\(copy), sha256 \(sealed.digest.prefix(16))…"
        + "\(replaced) → \(sealed.path)"
      : "\(sealed.contract.text)：\(sealed.verdict == .pass ? "通過" : "不通過")\(copy)，"
        + "sha256 \(sealed.digest.prefix(16))…\(replaced) → \(sealed.path)"
  }

  private func closing(_ result: Archiver.Result, _ language: Language) -> String {
    let (count, places) = (result.sealed.count, result.placeCount)
    let folder = Console.withoutFinalSlash(out)
    if let left = result.stop?.left.count {
      return language == .en
        ? "Result: stopped; archives sealed: \(count), packets left: \(left); archive: \(folder)"
        : "結果：中途停止，已封存 \(count) 份，尚餘 \(left) 份審查資料；封存：\(folder)"
    }
    return language == .en
      ? "Result: \(count) sealed"
        + (places > 0
          ? ", \(places) \(places == 1 ? "place" : "places") to look at before publishing" : "")
        + "; archive: \(folder)"
      : "結果：已封存 \(count) 份" + (places > 0 ? "，公開前請查看 \(places) 處" : "")
        + "；封存：\(folder)"
  }
}

/// Sealed archives for machines.
private struct ArchiveRecords: Encodable {
  struct Record: Encodable {
    let contract, path, digest, verdict: String
    let supersedes: String?
    let isPublic: Bool
  }

  let result: String
  /// Why not all packets were sealed.
  let error: String?
  let archives: [Record]
  let warnings: [String]

  init(
    _ sealed: Archiver.Result, _ outcome: Outcome?, _ failure: RunFailure?, _ language: Language
  ) {
    error = failure.map { $0.lines.map { $0[language] }.joined(separator: "\n") }
    result = outcome?.rawValue ?? "interrupted"
    archives = sealed.sealed.map { one in
      Record(
        contract: one.contract.text, path: one.path, digest: one.digest,
        verdict: one.verdict.rawValue, supersedes: one.supersedes, isPublic: one.isPublic)
    }
    warnings = sealed.warnings.map { $0[language] }
  }
}
