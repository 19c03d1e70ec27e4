internal import ReviewModel

/// `packet.xml`: the whole packet for the archive, contacts in full.
struct PacketArchiveView: TemplateView {
  let packet: Packet
  let options: DocumentOptions

  static let fields: [ViewField<PacketArchiveView>] = [
    .text("language") { $0.options.language.rawValue },
    .text("contacts") { $0.options.contacts.rawValue },
    .record("provenance") { $0.packet.provenance },
    .record("approval") { $0.packet.review.approval },
    .text("verdict") { $0.packet.review.verdict.rawValue },
    .text("draft") { $0.packet.isDraft ? "true" : "false" },
    .text("blockedBy") { $0.packet.review.blockedBy.map(\.rawValue).joined(separator: " ") },
    .text("totalUses") { String($0.packet.review.totalUses) },
    .record("counts") { $0.packet.review.counts },
    .record("settlement") { $0.packet.review.settlement },
    .record("district") { $0.packet.district },
    .list("solutions") { $0.packet.solutions },
    .list("stores") { $0.packet.review.stores },
    .record("work") { $0.packet.review.work },
    .list("rulings") { $0.packet.review.rulings },
    .list("figures") { $0.packet.figures.map { FigureView(archived: $0) } },
    .list("findings") { $0.packet.findings },
  ]
}

/// `season.xml`: the overview for the archive.
struct SeasonArchiveView: TemplateView {
  static let fileName = "season.xml"

  let overview: SeasonOverview
  let options: DocumentOptions

  static let fields: [ViewField<SeasonArchiveView>] = [
    .text("language") { $0.options.language.rawValue },
    .text("contacts") { $0.options.contacts.rawValue },
    .record("provenance") { $0.overview.provenance },
    .text("draft") { $0.overview.isDraft ? "true" : "false" },
    .stream("contracts") { view in
      view.overview.contracts.lazy.map {
        SeasonContractView(review: $0, hasPacket: view.overview.packets.contains($0.id))
      }
    },
    .list("districts") { $0.overview.districts },
    .stream("figures") { $0.overview.figures.lazy.map { FigureView(archived: $0) } },
    .list("findings") { $0.overview.findings },
  ]
}

/// A contract in `season.xml`; its stores stand in its own packet.
struct SeasonContractView: TemplateView {
  let review: ContractReview
  let hasPacket: Bool

  static let fields: [ViewField<SeasonContractView>] = [
    .record("approval") { $0.review.approval },
    .text("verdict") { $0.review.verdict.rawValue },
    .text("blockedBy") { $0.review.blockedBy.map(\.rawValue).joined(separator: " ") },
    .text("totalUses") { String($0.review.totalUses) },
    .text("packet") { $0.hasPacket ? $0.review.id.folderName : "" },
    .record("counts") { $0.review.counts },
    .record("settlement") { $0.review.settlement },
  ]
}

extension FigureView {
  /// A figure with its numbers; words of a language are not archived.
  fileprivate init(archived figure: Figure) {
    self.init(figure: figure, format: FigureText(language: .zhHant))
  }
}
