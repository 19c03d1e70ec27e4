/// One text in the two languages of the program.
package struct Bilingual: Sendable, Hashable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in the language asked for.
  package subscript(language: Language) -> String {
    switch language {
    case .zhHant: zh
    case .en: en
    }
  }
}
