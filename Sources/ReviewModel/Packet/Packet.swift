/// From what and by what a packet was made; the same input gives the same value on any machine.
package struct Provenance: Sendable, Equatable {
  /// The program's version.
  package let program: String
  /// The version of rules, figures and findings; it changes when any figure could.
  package let ruleSet: String
  /// SHA-256 of the templates used, 64 hex digits.
  package let templates: String
  package let phase: Phase
  package let asOf: CalendarDate
  /// The last day on which any use of the season counted.
  package let lastDay: CalendarDate?
  package let programme: Programme
  package let files: [InputFile]
  /// The cells of the files that were mended before.
  package let mended: [CellFix]

  package init(
    program: String, ruleSet: String, templates: String, phase: Phase, asOf: CalendarDate,
    lastDay: CalendarDate?, programme: Programme, files: [InputFile], mended: [CellFix] = []
  ) {
    self.program = program
    self.ruleSet = ruleSet
    self.templates = templates
    self.phase = phase
    self.asOf = asOf
    self.lastDay = lastDay
    self.programme = programme
    self.files = files
    self.mended = mended
  }
}

/// Everything that a contract's packet shows or keeps; its documents are made from this alone.
package struct Packet: Sendable {
  package let provenance: Provenance
  package let review: ContractReview
  package let district: DistrictReview
  /// The kept solutions that the contract's stores name, by id.
  package let solutions: [Solution]
  /// The contract's figures and its stores', in the order of publication.
  package let figures: [Figure]
  /// The season's findings that concern the contract, in their order.
  package let findings: [Finding]

  package init(
    provenance: Provenance, review: ContractReview, district: DistrictReview,
    solutions: [Solution], figures: [Figure], findings: [Finding]
  ) {
    self.provenance = provenance
    self.review = review
    self.district = district
    self.solutions = solutions
    self.figures = figures
    self.findings = findings
  }

  /// A draft (草稿) while the verdict is `fail`.
  package var isDraft: Bool { review.verdict == .fail }
}
