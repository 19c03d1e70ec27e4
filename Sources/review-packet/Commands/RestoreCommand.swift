import ArgumentParser
import PacketStore
import ReviewModel

/// `restore`: gives the season's data back from an archive alone.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Gives the season's data back from an archive.",
    discussion: """
      Example: review-packet restore archive/D001-12345675-110-final --out 110-restored

      The whole archive is checked first; nothing is written where anything in it is wrong. The \
      input files get their own names and bytes back, so packets built from them are the archived \
      ones, byte for byte.
      """)

  @Argument(help: "The archive's folder.")
  var archive: String
  @Option(help: "The season folder to write; nothing may stand there.")
  var out: String
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.terminalLanguage
    let out = Console.withoutFinalSlash(out)
    do {
      try OutputPlace.check(noInput: out)
      try OutputPlace.check(unsealed: out)
      let restored = try await RestoredSeason.restore(
        Console.withoutFinalSlash(archive), to: out)
      try report(restored, out, language)
    } catch let failure as RunFailure {
      try RunEnd.fail(failure, common.format, language)
    } catch let failure as OutputError {
      try RunEnd.fail(RunFailure(failure), common.format, language)
    }
  }

  private func report(_ restored: RestoredSeason, _ out: String, _ language: Language) throws {
    switch common.format {
    case .json:
      try Console.out(
        JSONOutput.text(
          RestoreRecord(
            result: Outcome.allWell.rawValue, season: out, files: restored.fileCount,
            isPublic: restored.isPublic, notes: restored.notes.map { $0[language] })))
    case .text:
      for note in restored.notes { Console.error(Console.safe(note[language])) }
      try Console.out(
        Console.safe(
          language == .en
            ? "Result: \(restored.fileCount) input files restored; season: \(out)"
            : "結果：已還原 \(restored.fileCount) 個輸入檔；年度資料夾：\(out)"))
    }
  }
}

/// A restored season for machines.
private struct RestoreRecord: Encodable {
  let result, season: String
  let files: Int
  let isPublic: Bool
  let notes: [String]
}
