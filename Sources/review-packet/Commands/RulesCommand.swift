import ArgumentParser
import PacketDocuments
import ReviewModel

/// `rules`: the registry of findings.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Prints the registry: every finding code with clause, meaning and remedy.",
    discussion: "Example: review-packet rules RO010")

  @Argument(help: "A finding code, such as RO010; without it all are listed.")
  var code: String?
  @OptionGroup var common: CommonOptions

  /// A rule for machines, in both languages.
  private struct Record: Encodable {
    struct Texts: Encodable {
      let title, message, remedy, meaning: String
    }

    let code, severity, effect, owner, clause, since: String
    let zhHant, en: Texts

    init(_ rule: FindingRule) {
      code = rule.code.rawValue
      severity = rule.severity.rawValue
      effect = rule.effect.rawValue
      owner = rule.owner.rawValue
      clause = rule.clause?.rawValue ?? ""
      since = rule.since
      func texts(_ language: Language) -> Texts {
        Texts(
          title: rule.title[language], message: rule.generalMessage[language],
          remedy: rule.remedy[language], meaning: rule.meaning[language])
      }
      zhHant = texts(.zhHant)
      en = texts(.en)
    }
  }

  func run() async throws {
    let language = common.terminalLanguage
    let rules: [FindingRule]
    if let code {
      guard let known = FindingCode(rawValue: code.uppercased()) else {
        throw ValidationError(
          language == .en
            ? "There is no finding code \(code); “review-packet rules” lists them."
            : "沒有檢核代碼 \(code)；「review-packet rules」可列出全部。")
      }
      rules = [FindingRegistry.rule(known)]
    } else {
      rules = FindingRegistry.all
    }
    switch common.format {
    case .json: try Console.out(JSONOutput.text(rules.map { Record($0) }))
    case .text:
      for rule in rules {
        try Console.out(code == nil ? Self.line(rule, language) : Self.page(rule, language))
      }
    }
  }

  private static func line(_ rule: FindingRule, _ language: Language) -> String {
    let clause = rule.clause.map { " \($0.rawValue)" } ?? ""
    let severity =
      language == .en ? rule.severity.rawValue : CodeWords.word(rule.severity)[language]
    return "\(rule.code.rawValue) \(severity)\(clause)  \(rule.title[language])"
  }

  /// The word for a reader, and the code that tables and `packet.xml` have: `警告（warning）`.
  private static func word(_ word: Bilingual, _ code: String, _ language: Language) -> String {
    guard word.en.lowercased() != code || language == .zhHant else { return code }
    return language == .en ? "\(word.en.lowercased()) (\(code))" : "\(word.zh)（\(code)）"
  }

  private static func page(_ rule: FindingRule, _ language: Language) -> String {
    let isEnglish = language == .en
    var lines = [
      "\(rule.code.rawValue)  \(rule.title[language])", "",
      (isEnglish ? "Severity: " : "嚴重程度：")
        + word(CodeWords.word(rule.severity), rule.severity.rawValue, language),
      (isEnglish ? "Effect: " : "影響：")
        + word(CodeWords.word(rule.effect), rule.effect.rawValue, language),
      (isEnglish ? "Who can mend it: " : "由誰更正：")
        + word(CodeWords.word(rule.owner), rule.owner.rawValue, language),
    ]
    if let clause = rule.clause {
      lines.append((isEnglish ? "Clause: " : "條款：") + clause.rawValue + " " + clause.text[language])
    }
    lines += [
      (isEnglish ? "Since: " : "自版本：") + rule.since, "", rule.meaning[language], "",
      rule.generalMessage[language], rule.remedy[language],
    ]
    return lines.joined(separator: "\n")
  }
}
