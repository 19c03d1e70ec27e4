/// What the program says and does about one finding code.
///
/// `message` and `remedy` are printed one after the other: found, expected, what to do. Names in
/// braces in the message (`{value}`) are filled for each finding, units are written here: a
/// placeholder for a count or an amount stands for the bare number. What follows a count in English
/// is written for one and for more, as in `{rows} {rows:row is|rows are} not counted`.
package final class FindingRule: Sendable {
  package let code: FindingCode
  /// The code's place in the published order, from 0.
  let rank: Int
  package let severity: Severity
  package let effect: Effect
  package let owner: Owner
  /// The programme's clause that the rule keeps, if it is one of the programme's rules.
  package let clause: Clause?
  /// The version of the rule set that first had the code.
  package let since: String
  /// A short noun phrase for tables and headings.
  package let title: Bilingual
  package let message: Bilingual
  /// The instruction to the owner; without placeholders.
  package let remedy: Bilingual
  /// When the finding is raised and what it does, for `review-packet rules CODE`.
  package let meaning: Bilingual

  /// Message and remedy, taken apart once for all findings.
  private let sentences: (zh: MessageTemplate, en: MessageTemplate)

  init(
    code: FindingCode, severity: Severity, effect: Effect, owner: Owner, clause: Clause?,
    since: String, title: Bilingual, message: Bilingual, remedy: Bilingual, meaning: Bilingual
  ) {
    self.code = code
    rank = FindingCode.allCases.firstIndex(of: code) ?? FindingCode.allCases.count
    self.severity = severity
    self.effect = effect
    self.owner = owner
    self.clause = clause
    self.since = since
    self.title = title
    self.message = message
    self.remedy = remedy
    self.meaning = meaning
    sentences = (
      MessageTemplate(message.zh + remedy.zh), MessageTemplate(message.en + " " + remedy.en)
    )
  }

  /// Message and remedy with their names to fill in.
  func sentences(in language: Language) -> MessageTemplate {
    switch language {
    case .zhHant: sentences.zh
    case .en: sentences.en
    }
  }

  /// The message of no finding in particular: names in braces, what follows a count for more than one.
  package var generalMessage: Bilingual {
    Bilingual(zh: MessageTemplate(message.zh).general, en: MessageTemplate(message.en).general)
  }
}
