package import ReviewModel

/// How contacts and phone numbers are shown on pages and in `findings.csv`.
package enum ContactDisplay: String, Sendable, CaseIterable {
  case masked
  case full
}

/// What may differ between two sets of documents of the same packet.
package struct DocumentOptions: Sendable, Equatable {
  package var language: Language
  package var contacts: ContactDisplay

  package init(language: Language = .zhHant, contacts: ContactDisplay = .masked) {
    self.language = language
    self.contacts = contacts
  }

  /// Whether contacts and phone numbers are shown in full; they are masked otherwise.
  var showsFullContacts: Bool { contacts == .full }
}
