import ArgumentParser
import PacketDocuments
import PacketStore
import ReviewModel

/// `templates`: the built-in templates as files, and the lint of a folder of them.
struct TemplatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Exports the built-in templates, and checks edited ones.",
    discussion: """
      Example: review-packet templates export house-style
               review-packet templates check house-style
               review-packet build SampleData/110 --phase final --out out --templates house-style
      """,
    subcommands: [Export.self, Check.self])

  /// `templates export DIR`: the built-in templates, to be edited.
  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Writes the built-in templates into a new folder.",
      discussion: "Example: review-packet templates export house-style")

    @Argument(help: "The folder to make; it must not exist yet, or be empty.")
    var folder: String
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let language = common.terminalLanguage
      let folder = Console.withoutFinalSlash(folder)
      let files = TemplateSet.builtIn.files
      do {
        try OutputPlace.check(noInput: folder)
        let staging = try Staging.begin(at: folder, replacing: .nothing)
        for file in files {
          guard let path = SafePath(keeping: file.name) else { continue }
          try await staging.write(path, file.bytes)
        }
        try await staging.commit(withManifest: false)
      } catch let failure as RunFailure {
        try RunEnd.fail(failure, common.format, language)
      } catch let failure as OutputError {
        try RunEnd.fail(RunFailure(failure), common.format, language)
      }
      switch common.format {
      case .json: try Console.out(JSONOutput.text(["folder": folder]))
      case .text:
        let shown = Console.safe(folder)
        try Console.out(
          language == .en
            ? "\(files.count) templates in \(shown); edit them, then: review-packet templates check \(shown)"
            : "\(shown) 內有 \(files.count) 個範本；修改後請執行：review-packet templates check \(shown)")
      }
    }
  }

  /// `templates check DIR`: every mistake of a folder of templates, before they are used.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract:
        "Looks for mistakes in a folder of templates, also by making documents of a sample.",
      discussion: """
        Example: review-packet templates check house-style

        A file that the folder lacks is taken from the built-in ones. Exit codes: 0 no mistake; \
        1 mistakes, each with its file, line and column; 2 the folder can't be read.
        """)

    @Argument(help: "The folder of templates.")
    var folder: String
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
      let file: String
      let line, column: Int
      let message: String
    }

    private struct Report: Encodable {
      let result: String
      let problems: [Record]
    }

    func run() async throws {
      let language = common.terminalLanguage
      let folder = Console.withoutFinalSlash(folder)
      let faults: [TemplateFault]
      do {
        let found = try TemplateFolder.read(folder)
        faults = TemplateLint.faults(in: found.set, unused: found.unused)
      } catch {
        let failure =
          error as? RunFailure
          ?? RunFailure([Bilingual(zh: "\(folder)：無法讀取", en: "\(folder): it can't be read")])
        try RunEnd.fail(failure, common.format, language)
      }
      switch common.format {
      case .json:
        let records = faults.map { fault in
          Record(
            file: fault.place.file, line: fault.place.line, column: fault.place.column,
            message: fault.text(in: language))
        }
        let result: Outcome = faults.isEmpty ? .allWell : .dataHasErrors
        try Console.out(JSONOutput.text(Report(result: result.rawValue, problems: records)))
      case .text:
        for fault in faults {
          Console.error(Console.safe(folder + "/" + fault.text(in: language)))
        }
        try Console.out(closingLine(faults.count, language))
      }
      if !faults.isEmpty { throw Outcome.dataHasErrors.exitCode }
    }

    private func closingLine(_ count: Int, _ language: Language) -> String {
      let shown = Console.safe(folder)
      return switch (language, count) {
      case (.en, 0): "Result: every document can be made from \(shown)"
      case (.en, 1): "Result: 1 mistake in \(shown)"
      case (.en, _): "Result: \(count) mistakes in \(shown)"
      case (.zhHant, 0): "結果：\(shown) 可產出所有文件"
      case (.zhHant, _): "結果：\(shown) 有 \(count) 處錯誤"
      }
    }
  }
}
