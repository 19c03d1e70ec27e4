internal import ReviewModel

/// A packet on its way into its pages: what all of its views start from.
struct PacketContext: Sendable {
  let packet: Packet
  let options: DocumentOptions
  let styles: StyleSheets
  let figures: FigureIndex

  init(_ packet: Packet, options: DocumentOptions, styles: StyleSheets) {
    self.packet = packet
    self.options = options
    self.styles = styles
    figures = FigureIndex(packet.figures, format: FigureText(language: options.language))
  }

  var language: Language { options.language }
  var format: FigureText { figures.format }
  var words: Wording { Wording(language: language) }
  var programme: Programme { packet.provenance.programme }

  var contractFigures: ContractFigures {
    ContractFigures(own: figures.figures(.contract, of: packet.review.id.text))
  }

  func figures(of store: StoreReview) -> SubjectFigures {
    figures.figures(.store, of: store.entry.contract.text + "/" + store.entry.store.text)
  }

  func page(_ kind: DocumentKind) -> PageView {
    PageView(
      kind: kind, provenance: packet.provenance, approval: packet.review.approval,
      isDraft: packet.isDraft, styles: styles, format: format)
  }

  var files: [FileView] {
    packet.provenance.files.map { FileView(file: $0, format: format) }
  }
}
