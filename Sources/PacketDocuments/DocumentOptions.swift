package import ReviewModel

/// What may differ between two sets of documents of the same packet.
package struct DocumentOptions: Sendable, Equatable {
  package var language: Language
  /// Whether contacts and phone numbers are shown in full; they are masked otherwise.
  package var showsFullContacts: Bool

  package init(language: Language = .zhHant, showsFullContacts: Bool = false) {
    self.language = language
    self.showsFullContacts = showsFullContacts
  }
}
