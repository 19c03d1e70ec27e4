internal import ReviewModel

/// `packet.xml`: the whole packet for the archive, contacts in full.
struct PacketArchiveView: TemplateView {
  let packet: Packet
  let options: DocumentOptions

  static let fields: [ViewField<PacketArchiveView>] = [
    .text("language") { $0.pointee.options.language.rawValue },
    .text("contacts") { $0.pointee.options.contacts.rawValue },
    .record("provenance", \.packet.provenance),
    .record("approval", \.packet.review.approval),
    .text("verdict") { $0.pointee.packet.review.verdict.rawValue },
    .text("draft") { $0.pointee.packet.isDraft ? "true" : "false" },
    .text("blockedBy") {
      $0.pointee.packet.review.blockedBy.map(\.rawValue).joined(separator: " ")
    },
    .written("totalUses") { $1.digits($0.pointee.packet.review.totalUses) },
    .record("counts", \.packet.review.counts),
    .record("settlement", \.packet.review.settlement),
    .record("district", \.packet.district),
    .list("solutions", \.packet.solutions),
    .list("stores", \.packet.review.stores),
    .record("work", \.packet.review.work),
    .list("rulings", \.packet.review.rulings),
    .each("figures") { view, visit in
      let figures = view.pointee.packet.figures
      for index in figures.indices { visit(FigureView(archived: Lent(figures, at: index))) }
    },
    .list("findings", \.packet.findings),
  ]
}

/// `season.xml`: the overview for the archive.
struct SeasonArchiveView: TemplateView {
  static let fileName = "season.xml"

  let overview: SeasonOverview
  let options: DocumentOptions

  static let fields: [ViewField<SeasonArchiveView>] = [
    .text("language") { $0.pointee.options.language.rawValue },
    .text("contacts") { $0.pointee.options.contacts.rawValue },
    .record("provenance", \.overview.provenance),
    .text("draft") { $0.pointee.overview.isDraft ? "true" : "false" },
    .each("contracts") { view, visit in
      let overview = view.pointee.overview
      for contract in overview.contracts {
        visit(
          SeasonContractView(
            review: contract, hasPacket: overview.packets.contains(contract.id)))
      }
    },
    .list("districts", \.overview.districts),
    .each("figures") { view, visit in
      for figure in view.pointee.overview.figures {
        withExtendedLifetime([figure]) { visit(FigureView(archived: Lent($0, at: 0))) }
      }
    },
    .list("findings", \.overview.findings),
  ]
}

/// A contract in `season.xml`; its stores stand in its own packet.
struct SeasonContractView: TemplateView {
  let review: ContractReview
  let hasPacket: Bool

  static let fields: [ViewField<SeasonContractView>] = [
    .record("approval", \.review.approval),
    .text("verdict") { $0.pointee.review.verdict.rawValue },
    .text("blockedBy") { $0.pointee.review.blockedBy.map(\.rawValue).joined(separator: " ") },
    .written("totalUses") { $1.digits($0.pointee.review.totalUses) },
    .text("packet") { $0.pointee.hasPacket ? $0.pointee.review.id.folderName : "" },
    .record("counts", \.review.counts),
    .record("settlement", \.review.settlement),
  ]
}

extension FigureView {
  /// A figure with its numbers; words of a language are not archived.
  fileprivate init(archived figure: Lent<Figure>) {
    self.init(lent: figure, format: FigureText(language: .zhHant))
  }
}
