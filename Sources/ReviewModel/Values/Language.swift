/// A language that the program speaks; the raw value is the tag that the command line takes.
package enum Language: String, Sendable, CaseIterable {
  case zhHant = "zh-Hant"
  case en
}
