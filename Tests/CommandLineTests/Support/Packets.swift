import PacketDocuments
import ReviewModel
import ReviewRules

@testable import review_packet

/// The packets of a season, made as `build` makes them.
///
/// - Returns: A packet for each contract, in their order; none where the season has a fatal finding.
func packets(ofSeason path: String, _ phase: Phase) async throws -> [Packet] {
  let options = Pipeline.Options(season: path, phase: phase, asOf: nil, jobs: 2)
  guard case .reviewed(let reviewed) = try await Pipeline.run(options, Progress(.none, .en))
  else { return [] }
  let review = reviewed.review
  let provenance = Provenance(
    program: Release.program, ruleSet: Release.ruleSet,
    templates: String(repeating: "0", count: 64), phase: phase, asOf: review.asOf,
    lastDay: review.lastDay, programme: review.programme, files: review.files,
    mended: reviewed.mended)
  let assembly = PacketAssembly(
    review, reviewed.reviewers, usage: reviewed.usage, provenance: provenance)
  return review.contracts.compactMap { assembly.packet(of: $0.id) }
}
