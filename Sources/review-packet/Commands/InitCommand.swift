import ArgumentParser
import PacketStore
import ReviewModel

/// `init`: a new season folder.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a new season folder with headers, example rows and notes.",
    discussion: "Example: review-packet init 110")

  @Argument(help: "The folder to make; it must not exist yet, or be empty.")
  var folder: String
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.terminalLanguage
    let folder = Console.withoutFinalSlash(folder)
    do throws(OutputError) {
      let staging = try Staging.begin(at: folder, replacing: .nothing)
      for file in SeasonTemplate.files {
        guard let path = SafePath(keeping: file.path) else { continue }
        try await staging.write(path, file.bytes)
      }
      try await staging.commit(withManifest: false)
    } catch {
      let failure = RunFailure(error)
      for line in failure.lines { Console.error(Console.safe(line[language])) }
      try Console.out(
        Outcome.nothingDone.closingLine(SeverityCounts([]), report: nil, language))
      throw Outcome.nothingDone.exitCode
    }
    for file in SeasonTemplate.files { try Console.out(Console.safe(folder + "/" + file.path)) }
    try Console.out(
      language == .en
        ? "Replace the example rows, then: review-packet check \(Console.safe(folder))"
        : "請將範例列換成實際資料，再執行：review-packet check \(Console.safe(folder))")
  }
}
