package import ReviewModel

/// A cell of the input that was mended before the packet was made.
extension CellFix: TemplateView {
  package static let fields: [ViewField<CellFix>] = [
    .text("file") { $0.pointee.file },
    .written("row") { $1.digits($0.pointee.row) },
    .text("cell") { $0.pointee.cell },
    .text("field") { $0.pointee.field },
    .text("before") { $0.pointee.before },
    .text("after") { $0.pointee.after },
    .text("finding") { $0.pointee.finding },
    .text("whyZh") { $0.pointee.why.zh },
    .text("whyEn") { $0.pointee.why.en },
  ]
}

/// A mended cell as a page shows it.
struct MendedCellView: TemplateView {
  let fix: CellFix
  let language: Language

  static let fields: [ViewField<MendedCellView>] = [
    .text("file") { $0.pointee.fix.file },
    .text("cell") { $0.pointee.fix.cell },
    .text("field") { $0.pointee.fix.field },
    .text("before") { $0.pointee.fix.before },
    .text("after") { $0.pointee.fix.after },
    .text("why") { $0.pointee.fix.why[$0.pointee.language] },
  ]
}

/// How many cells of the input were mended, and which.
struct MendedView: TemplateView {
  /// So many stand on the cover; `packet.xml` has all.
  private static let most = 100

  let total: String
  let shown: String
  let isCapped: Bool
  let rows: [MendedCellView]

  static let fields: [ViewField<MendedView>] = [
    .text("total") { $0.pointee.total },
    .text("shown") { $0.pointee.shown },
    .flag("isCapped") { $0.pointee.isCapped },
    .list("rows", \.rows),
  ]

  /// Nil where no cell was mended.
  init?(_ fixes: [CellFix], _ format: FigureText) {
    guard !fixes.isEmpty else { return nil }
    rows = fixes.prefix(Self.most).map { MendedCellView(fix: $0, language: format.language) }
    total = format.number(fixes.count)
    shown = format.number(rows.count)
    isCapped = rows.count < fixes.count
  }
}
