internal import ReviewModel

/// `index.html` of the season: every contract and district, totals, links (C17).
struct OverviewView: TemplateView {
  let overview: SeasonOverview
  let options: DocumentOptions
  /// Those of the season and its districts.
  let figures: FigureIndex
  private let page: PageView
  private let words: Wording
  private let findings: FindingListView

  init(_ overview: SeasonOverview, options: DocumentOptions, styles: StyleSheets) {
    self.overview = overview
    self.options = options
    let format = FigureText(language: options.language)
    figures = FigureIndex(overview.ownFigures, format: format)
    page = PageView(
      kind: .overview,
      frame: PageFrame(
        provenance: overview.provenance, approval: nil, isDraft: overview.isDraft, styles: styles,
        format: format))
    words = Wording(language: options.language)
    findings = FindingListView(overview.findings, perCode: 0, options: options, format: format)
  }

  static let fields: [ViewField<OverviewView>] = [
    .record("page", \.page),
    .record("words", \.words),
    .record("figure") { view in
      let year = String(view.pointee.overview.provenance.programme.year)
      return SeasonFigures(own: view.pointee.figures.figures(.season, of: year))
    },
    .each("contracts") { view, visit in
      let (overview, format) = (view.pointee.overview, view.pointee.figures.format)
      for contract in overview.contracts {
        let figures = overview.figures(of: contract)
        visit(
          ContractRowView(
            review: contract, hasPacket: overview.packets.contains(contract.id),
            own: SubjectFigures(all: figures, range: figures.indices, format: format)))
      }
    },
    .each("districts") { view, visit in
      let figures = view.pointee.figures
      for district in view.pointee.overview.districts {
        visit(
          DistrictRowView(
            district: district, own: figures.figures(.district, of: district.id.text)))
      }
    },
    .markups("districtCharts") { view in
      StoreBars.pictures(of: view.pointee.overview.districts, view.pointee.figures.format)
    },
    .record("findings", \.findings),
    .list("files") { view in
      view.pointee.overview.provenance.files.map {
        FileView(file: $0, format: view.pointee.figures.format)
      }
    },
  ]
}

/// A contract's row of the overview.
struct ContractRowView: TemplateView {
  let review: ContractReview
  let hasPacket: Bool
  let own: SubjectFigures

  static let fields: [ViewField<ContractRowView>] = [
    .record("head") { ContractHeadView(approval: $0.pointee.review.approval) },
    .flag("hasPacket") { $0.pointee.hasPacket },
    .text("verdictCode") { $0.pointee.review.verdict.rawValue },
    .record("figure") { ContractFigures(own: $0.pointee.own) },
  ]
}

/// A district's row of the overview.
struct DistrictRowView: TemplateView {
  let district: DistrictReview
  let own: SubjectFigures

  static let fields: [ViewField<DistrictRowView>] = [
    .text("id") { $0.pointee.district.id.text },
    .text("name") { $0.pointee.district.name },
    .record("figure") { DistrictFigures(own: $0.pointee.own) },
  ]
}

extension SeasonOverview {
  /// A draft (草稿) while the verdict of any contract is `fail`.
  var isDraft: Bool { contracts.contains { $0.verdict == .fail } }
}
