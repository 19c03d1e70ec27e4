/// What the program says and does about one finding code.
///
/// `message` and `remedy` are printed one after the other: found, expected, what to do. Names in
/// braces in the message (`{value}`) are filled for each finding, units are written here: a
/// placeholder for a count or an amount stands for the bare number. What follows a count in English
/// is written for one and for more, as in `{rows} {rows:row is|rows are} not counted`.
package struct FindingRule: Sendable {
  package let code: FindingCode
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

  /// The message of no finding in particular: names in braces, what follows a count for more than one.
  package var generalMessage: Bilingual {
    Bilingual(zh: MessageTemplate(message.zh).general, en: MessageTemplate(message.en).general)
  }
}
