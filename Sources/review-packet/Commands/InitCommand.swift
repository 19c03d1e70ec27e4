import ArgumentParser
import PacketStore
import ReviewModel

/// `init`: a new season folder.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a new season folder with headers, example rows and notes.",
    discussion: "Example: review-packet init 110")

  @Argument(
    help: "The folder to make; it must not exist yet, or be empty and not the working folder.")
  var folder: String
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.terminalLanguage
    let folder = Console.withoutFinalSlash(folder)
    do {
      try OutputPlace.check(noInput: folder)
      let staging = try Staging.begin(at: folder, replacing: .nothing)
      for file in SeasonTemplate.files {
        guard let path = SafePath(keeping: file.path) else { continue }
        try await staging.write(path, file.bytes)
      }
      try await staging.commit(withManifest: false)
    } catch let failure as RunFailure {
      try RunEnd.fail(failure, common.format, language)
    } catch let error as OutputError {
      try RunEnd.fail(Self.failure(error), common.format, language)
    }
    let files = SeasonTemplate.files.map(\.path)
    switch common.format {
    case .json:
      try Console.out(
        JSONOutput.text(
          Record(result: Outcome.allWell.rawValue, folder: folder, files: files)))
    case .text:
      for file in files { try Console.out(Console.safe(folder + "/" + file)) }
      let shown = Console.safe(folder)
      try Console.out(
        language == .en
          ? "Result: \(files.count) files; replace the example rows, then: review-packet check \(shown)"
          : "結果：已建立 \(files.count) 個檔案；請將範例列換成實際資料，再執行：review-packet check \(shown)")
    }
  }

  /// The reason in this command's words: it has no `--out` to be given otherwise.
  private static func failure(_ error: OutputError) -> RunFailure {
    switch error.reason {
    case .workingFolder:
      RunFailure([
        Bilingual(
          zh: "\(error.path)：目前的工作資料夾在其中，無法取代；請改到上一層資料夾，再以名稱指定它",
          en: "\(error.path): the current folder is in it, so it cannot be replaced; go to the "
            + "folder above and give its name from there")
      ])
    case .notAFolder:
      RunFailure([
        Bilingual(
          zh: "\(error.path)：不是資料夾；請改用其他名稱",
          en: "\(error.path): is not a folder; give another name")
      ])
    default: RunFailure(error)
    }
  }

  private struct Record: Encodable {
    let result, folder: String
    let files: [String]
  }
}
