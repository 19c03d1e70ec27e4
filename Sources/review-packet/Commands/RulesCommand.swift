import ArgumentParser
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
          title: rule.title[language], message: rule.message[language],
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
            ? "There is no finding code \(code); «review-packet rules» lists them."
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
    return "\(rule.code.rawValue) \(rule.severity.rawValue)\(clause)  \(rule.title[language])"
  }

  private static func page(_ rule: FindingRule, _ language: Language) -> String {
    let isEnglish = language == .en
    var lines = [
      "\(rule.code.rawValue)  \(rule.title[language])", "",
      (isEnglish ? "Severity: " : "嚴重度：") + rule.severity.rawValue,
      (isEnglish ? "Effect: " : "影響：") + rule.effect.rawValue,
      (isEnglish ? "Who can mend it: " : "由誰更正：") + rule.owner.rawValue,
    ]
    if let clause = rule.clause {
      lines.append((isEnglish ? "Clause: " : "條款：") + clause.rawValue + " " + clause.text[language])
    }
    lines += [
      (isEnglish ? "Since: " : "自版本：") + rule.since, "", rule.meaning[language], "",
      rule.message[language], rule.remedy[language],
    ]
    return lines.joined(separator: "\n")
  }
}
