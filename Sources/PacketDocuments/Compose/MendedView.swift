package import ReviewModel

/// A cell of the input that was mended before the packet was made.
extension CellFix: TemplateView {
  package static let fields: [ViewField<CellFix>] = [
    .text("file") { $0.file },
    .text("row") { String($0.row) },
    .text("cell") { $0.cell },
    .text("field") { $0.field },
    .text("before") { $0.before },
    .text("after") { $0.after },
    .text("finding") { $0.finding },
    .text("whyZh") { $0.why.zh },
    .text("whyEn") { $0.why.en },
  ]
}

/// A mended cell as a page shows it.
struct MendedCellView: TemplateView {
  let fix: CellFix
  let language: Language

  static let fields: [ViewField<MendedCellView>] = [
    .text("file") { $0.fix.file },
    .text("cell") { $0.fix.cell },
    .text("field") { $0.fix.field },
    .text("before") { $0.fix.before },
    .text("after") { $0.fix.after },
    .text("why") { $0.fix.why[$0.language] },
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
    .text("total") { $0.total },
    .text("shown") { $0.shown },
    .flag("isCapped") { $0.isCapped },
    .list("rows") { $0.rows },
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
