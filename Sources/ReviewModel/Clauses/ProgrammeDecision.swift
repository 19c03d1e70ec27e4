/// A rule that the briefing leaves open and that was decided for the program.
package struct ProgrammeDecision: Sendable, Hashable {
  /// A short name that stays the same, to link to.
  package let id: String
  package let text: Bilingual
  /// The clause whose gap it fills, if it is about one.
  package let clause: Clause?
  /// The key of the programme file that holds it (`usage.max_idle_days`), if it is a setting.
  package let setting: String?

  /// Every decision, in the order of the documentation.
  package static let all: [ProgrammeDecision] =
    settings + figures + exports + reading + precedence + places

  init(_ id: String, _ clause: Clause?, setting: String? = nil, zh: String, en: String) {
    self.id = id
    self.text = Bilingual(zh: zh, en: en)
    self.clause = clause
    self.setting = setting
  }
}
