internal import ReviewModel

/// A packet on its way into its pages: what is worked out once, and shared by all of them.
struct PacketContext: Sendable {
  let base: PacketBase
  let words: Wording
  let contractFigures: ContractFigures
  let stores: [StoreView]
  let workItems: [WorkItemView]
  let files: [FileView]
  private let frame: PageFrame

  init(_ packet: Packet, options: DocumentOptions, styles: StyleSheets) {
    base = PacketBase(packet, options: options)
    let (figures, format) = (base.figures, base.format)
    words = Wording(language: options.language)
    contractFigures = ContractFigures(own: figures.figures(.contract, of: packet.review.id.text))
    stores = StoreView.all(base)
    workItems = packet.review.work.items.map { WorkItemView(item: $0, format: format) }
    files = packet.provenance.files.map { FileView(file: $0, format: format) }
    frame = PageFrame(
      provenance: packet.provenance, approval: packet.review.approval, isDraft: packet.isDraft,
      styles: styles, format: format)
  }

  var packet: Packet { base.packet }
  var options: DocumentOptions { base.options }
  var figures: FigureIndex { base.figures }
  var language: Language { base.language }
  var format: FigureText { base.format }
  var programme: Programme { base.programme }

  func page(_ kind: DocumentKind) -> PageView { PageView(kind: kind, frame: frame) }
}

/// What each view of a packet may look at; held once, and handed on by reference.
final class PacketBase: Sendable {
  let packet: Packet
  let options: DocumentOptions
  let figures: FigureIndex
  let format: FigureText

  init(_ packet: Packet, options: DocumentOptions) {
    self.packet = packet
    self.options = options
    format = FigureText(language: options.language)
    figures = FigureIndex(packet.figures, format: format)
  }

  var language: Language { options.language }
  var programme: Programme { packet.provenance.programme }

  /// Personal data as the options let it be shown.
  func shown(_ text: String, _ mask: (String) -> String) -> String {
    options.showsFullContacts ? text : mask(text)
  }
}
