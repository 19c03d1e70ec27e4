/// What stands for personal data in a public copy: always the same, so that nothing of it shows.
///
/// A masked page shows the contact's as it is, too.
package enum Redaction {
  /// Of a contact person.
  package static let contact = "某○○"
  /// Of a phone number, and of any other text.
  package static let text = "***"

  /// A cell's replacement; an empty one stays empty.
  package static func contact(_ text: String) -> String { text.isEmpty ? "" : contact }

  /// A cell's replacement; an empty one stays empty.
  package static func text(_ text: String) -> String { text.isEmpty ? "" : self.text }
}

extension Packet {
  /// The packet for a public copy: contacts, phones, and texts of rosters' rows that no column holds
  /// are replaced; every figure, status and amount is the same.
  ///
  /// - Parameters:
  ///   - isPersonal: Whether a text holds a contact or a phone of the season.
  ///   - sha256Hex: The digest of bytes, as hex digits.
  /// - Returns: The packet, with new ids for the findings that were replaced.
  package func redacted(
    isPersonal: (String) -> Bool, sha256Hex: ([UInt8]) -> String
  ) -> Packet {
    let rosters = Set(provenance.files.filter { $0.kind == .roster }.map(\.path))
    return Packet(
      provenance: provenance.redacted(isPersonal), review: review.redacted(), district: district,
      solutions: solutions, figures: figures,
      findings: Self.redacted(
        findings, in: rosters, isPersonal: isPersonal, sha256Hex: sha256Hex))
  }

  /// Findings without the values that may name a person.
  ///
  /// Those get new ids as well: an id is a digest of the value, which could be found by trying.
  private static func redacted(
    _ findings: [Finding], in rosters: Set<String>, isPersonal: (String) -> Bool,
    sha256Hex: ([UInt8]) -> String
  ) -> [Finding] {
    var findings = findings
    let indices = findings.indices.filter { index in
      guard let value = findings[index].value, !value.isEmpty else { return false }
      return findings[index].mayNamePerson(in: rosters) || isPersonal(value)
    }
    let replaced = indices.map { index in
      var finding = findings[index]
      finding.value =
        finding.field?.key == Column.contact.rawValue
        ? Redaction.contact : Redaction.text
      return finding
    }
    let named = FindingIdentifiers.assigned(to: replaced, sha256Hex: sha256Hex)
    for (index, finding) in zip(indices, named) { findings[index] = finding }
    return findings
  }
}

extension Finding {
  /// Whether the value is a contact, a phone, or a roster's text outside the known columns, such as
  /// a note of who made the table.
  fileprivate func mayNamePerson(in rosters: Set<String>) -> Bool {
    if field?.key == Column.contact.rawValue || field?.key == Column.phone.rawValue { return true }
    guard let place, rosters.contains(place.file), place.line != nil else { return false }
    return field.map { Column(rawValue: $0.key) == nil } ?? true
  }
}

extension Provenance {
  /// The digests stay those of the raw files: they tie the copy to them.
  fileprivate func redacted(_ isPersonal: (String) -> Bool) -> Provenance {
    Provenance(
      program: program, ruleSet: ruleSet, templates: templates, phase: phase, asOf: asOf,
      lastDay: lastDay, programme: programme, files: files,
      mended: mended.map { fix in
        isPersonal(fix.before) || isPersonal(fix.after) ? fix.withoutTexts : fix
      })
  }
}

extension ContractReview {
  fileprivate func redacted() -> ContractReview {
    ContractReview(
      approval: approval,
      stores: stores.map { store in
        StoreReview(
          entry: store.entry.redacted(), status: store.status, service: store.service,
          disallowedBy: store.disallowedBy, ineligibleBy: store.ineligibleBy)
      },
      counts: counts, work: work, settlement: settlement, verdict: verdict, blockedBy: blockedBy,
      totalUses: totalUses, rulings: rulings)
  }
}

extension RosterEntry {
  fileprivate func redacted() -> RosterEntry {
    RosterEntry(
      store: store, contract: contract, solution: solution, name: name, taxID: taxID,
      address: address, contact: Redaction.contact(contact), phone: Redaction.text(phone),
      goLive: goLive, endedOn: endedOn, fee: fee, gaView: gaView, continuityPlan: continuityPlan,
      source: source)
  }
}
