import PacketDocuments
import PacketStore
import ReviewModel
import ReviewRules

/// A season as the pipeline reviews it at one phase and day.
struct ReviewedSeason {
  let review: SeasonReview
  private let assembly: PacketAssembly

  /// Reviews a season; what is fatal to it is thrown, with the finding's own words.
  init(
    _ season: String, _ provenance: Provenance, templates: String, jobs: Int,
    _ progress: Progress
  ) async throws {
    let options = Pipeline.Options(
      season: season, phase: provenance.phase, asOf: provenance.asOf, jobs: jobs)
    switch try await Pipeline.run(options, progress) {
    case .fatal(let findings, _):
      throw RunFailure(
        findings.filter { $0.severity == .fatal }.map { finding in
          let place = finding.place.map { $0.compilerStyle + ": " } ?? ""
          return Bilingual(
            zh: place + finding.message(in: .zhHant), en: place + finding.message(in: .en))
        })
    case .reviewed(let reviewed):
      review = reviewed.review
      assembly = reviewed.assembly(templates: templates)
    }
  }

  /// The packet of a contract as the raw data gives it; nil where they have no such contract.
  func packet(of contract: ContractID) -> Packet? {
    assembly.packet(of: contract)
  }
}

extension Pipeline.Reviewed {
  /// What gathers the packets of a review, made with these templates.
  func assembly(templates digest: String) -> PacketAssembly {
    PacketAssembly(
      review, reviewers, usage: usage,
      provenance: Provenance(
        program: Release.program, ruleSet: Release.ruleSet, templates: digest,
        phase: review.phase, asOf: review.asOf, lastDay: review.lastDay,
        programme: review.programme, files: review.files, mended: mended))
  }
}
