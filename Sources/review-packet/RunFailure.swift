import PacketDocuments
import PacketStore
import ReviewModel

/// Why a run could not go on, in lines for the terminal.
struct RunFailure: Error {
  let lines: [Bilingual]

  init(_ lines: [Bilingual]) {
    self.lines = lines
  }

  init(_ error: OutputError) {
    lines = [Bilingual(zh: error.chinese, en: error.english)]
  }

  init(_ mistakes: TemplateProblems) {
    lines = mistakes.problems.map { problem in
      Bilingual(zh: problem.zhHant, en: problem.en)
    }
  }

  init(_ problems: DocumentProblems) {
    lines = problems.problems.map(\.text)
  }

  /// Nil for what is no reason of ours, such as an interruption.
  init?(telling error: any Error) {
    switch error {
    case let failure as RunFailure: self = failure
    case let failure as OutputError: self.init(failure)
    case let failure as TemplateProblems: self.init(failure)
    case let failure as DocumentProblems: self.init(failure)
    default: return nil
    }
  }
}
