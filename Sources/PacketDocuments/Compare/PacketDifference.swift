package import ReviewModel

/// What changed from one packet to another; a pure value, made from the two alone.
///
/// Its parts stand in the order in which people ask: whose packets, the money, the verdict, the
/// stores, other figures, findings; then what may have brought it about: settings, program, input.
package struct PacketDifference: Sendable, Equatable {
  /// Contract, phase and last day, where they differ: two such packets are no versions of one.
  package let heading: [NamedChange]
  /// The figures in TWD of contract and district.
  package let money: [FigureChange]
  package let verdict: VerdictChange?
  /// Stores with another status, and those that only one packet has; by id.
  package let stores: [StoreChange]
  /// The other figures of contract and district.
  package let figures: [FigureChange]
  /// By store id; stores that both packets have.
  package let storeFigures: [StoreFigureChanges]
  /// All findings of both packets with what became of them, the gravest first.
  package let findings: [FindingChange]
  /// By their keys in `programme.yaml`.
  package let settings: [NamedChange]
  /// Rule set, program, templates, and how the pages were made.
  package let provenance: [NamedChange]
  /// The input files by their paths.
  package let files: [FileChange]
  /// The normalised rows but the stores' uses.
  package let rows: [RowChange]
  /// The stores' uses on days that both packets count up to.
  package let uses: [UsesChange]

  /// - Parameters:
  ///   - before: The earlier packet.
  ///   - after: The later one.
  ///   - earlier: Packets before both, for findings that came back.
  package init(
    from before: ArchivedPacket, to after: ArchivedPacket, earlier: [ArchivedPacket] = []
  ) {
    let (old, new) = (before.packet, after.packet)
    heading = Self.heading(old, new)
    let figures = FigureChanges(old, new)
    money = figures.money
    verdict = VerdictChange(old.review, new.review)
    stores = StoreChange.changes(old.review.stores, new.review.stores)
    self.figures = figures.others
    storeFigures = figures.ofStores
    findings = FindingChange.changes(
      old.findings, new.findings, earlier: earlier.map(\.packet.findings))
    settings = Self.settings(old.provenance.programme, new.provenance.programme)
    provenance = Self.provenance(before, after)
    files = FileChange.changes(old.provenance.files, new.provenance.files)
    rows = RowChange.changes(old, new)
    uses = UsesChange.changes(old, new)
  }

  /// The findings of one state.
  package func findings(_ state: FindingChange.State) -> [FindingChange] {
    findings.filter { $0.state == state }
  }

  /// Whether nothing differs; findings that stay open are no difference.
  package var isEmpty: Bool {
    heading.isEmpty && money.isEmpty && verdict == nil && stores.isEmpty && figures.isEmpty
      && storeFigures.isEmpty && findings.allSatisfy { $0.state == .open } && settings.isEmpty
      && provenance.isEmpty && files.isEmpty && rows.isEmpty && uses.isEmpty
  }

  private static func heading(_ old: Packet, _ new: Packet) -> [NamedChange] {
    let (before, after) = (old.provenance, new.provenance)
    return [
      NamedChange("contract", old.review.id.text, new.review.id.text),
      NamedChange("phase", before.phase.rawValue, after.phase.rawValue),
      NamedChange("as-of", before.asOf.isoText, after.asOf.isoText),
    ].compactMap { $0 }
  }

  private static func settings(_ old: Programme, _ new: Programme) -> [NamedChange] {
    zip(old.settings, new.settings).compactMap { before, after in
      NamedChange(before.key, before.value, after.value)
    }
  }

  private static func provenance(
    _ before: ArchivedPacket, _ after: ArchivedPacket
  ) -> [NamedChange] {
    let (old, new) = (before.packet.provenance, after.packet.provenance)
    return [
      NamedChange("rule-set", old.ruleSet, new.ruleSet),
      NamedChange("program", old.program, new.program),
      NamedChange("templates", old.templates, new.templates),
      NamedChange("last-day", old.lastDay?.isoText, new.lastDay?.isoText),
      NamedChange(
        "language", before.options.language.rawValue, after.options.language.rawValue),
      NamedChange(
        "contacts", before.options.contacts.rawValue, after.options.contacts.rawValue),
      old.mended == new.mended
        ? nil : NamedChange("mended-cells", Self.mended(old), Self.mended(new)),
    ].compactMap { $0 }
  }

  /// The mended cells, such as `rosters/a.csv F6`, so that other ones in equal number differ too.
  private static func mended(_ provenance: Provenance) -> String {
    provenance.mended.map { "\($0.file) \($0.cell): \($0.after)" }.joined(separator: "; ")
  }
}

/// A change of something that has a name: a setting, a version, a column of a row.
package struct NamedChange: Sendable, Equatable {
  package let name: String
  /// Nil where there was none.
  package let before: String?
  package let after: String?

  /// The change, or nil where there is none.
  init?(_ name: String, _ before: String?, _ after: String?) {
    // By bytes: texts that differ only in their normal form are two texts.
    guard before.map({ Array($0.utf8) }) != after.map({ Array($0.utf8) }) else { return nil }
    (self.name, self.before, self.after) = (name, before, after)
  }
}

/// The verdict, and the codes that block the contract, where either differs.
package struct VerdictChange: Sendable, Equatable {
  package let before: ContractVerdict
  package let after: ContractVerdict
  package let blockedBefore: [FindingCode]
  package let blockedAfter: [FindingCode]

  init?(_ old: ContractReview, _ new: ContractReview) {
    guard old.verdict != new.verdict || old.blockedBy != new.blockedBy else { return nil }
    (before, after) = (old.verdict, new.verdict)
    (blockedBefore, blockedAfter) = (old.blockedBy, new.blockedBy)
  }
}

/// A store with another status, or other codes that make it ineligible.
package struct StoreChange: Sendable, Equatable {
  package let store: StoreID
  /// Nil where the packet lacks the store.
  package let before: StoreStatus?
  package let after: StoreStatus?
  package let codesBefore: [FindingCode]
  package let codesAfter: [FindingCode]

  static func changes(_ old: [StoreReview], _ new: [StoreReview]) -> [StoreChange] {
    let before = Dictionary(old.map { ($0.entry.store, $0) }) { first, _ in first }
    let after = Dictionary(new.map { ($0.entry.store, $0) }) { first, _ in first }
    return Set(before.keys).union(after.keys).sorted().compactMap { store in
      let (one, two) = (before[store], after[store])
      guard one?.status != two?.status || one?.ineligibleBy != two?.ineligibleBy else { return nil }
      return StoreChange(
        store: store, before: one?.status, after: two?.status,
        codesBefore: one?.ineligibleBy ?? [], codesAfter: two?.ineligibleBy ?? [])
    }
  }
}
