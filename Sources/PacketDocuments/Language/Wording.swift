internal import ReviewModel

/// One wording of the documents: the key that templates name, and its text.
struct Word: Sendable {
  let key: String
  let text: Bilingual

  init(_ key: String, _ zh: String, _ en: String) {
    self.key = key
    text = Bilingual(zh: zh, en: en)
  }
}

/// The words of the documents in one language, each a name that templates may use (`words.store`).
struct Wording: TemplateView {
  let language: Language

  /// Every wording, each key once.
  static let all: [Word] =
    common + forms + covers + progress + stores + usages + money + checking

  static let fields: [ViewField<Wording>] = all.map { word in
    .text(word.key) { word.text[$0.pointee.language] }
  }
}
