internal import ReviewModel

/// `index.html` of the season: every contract and district, totals, links (C17).
struct OverviewView: TemplateView {
  let overview: SeasonOverview
  let options: DocumentOptions
  let styles: StyleSheets
  /// Those of the season and its districts.
  let figures: FigureIndex
  private let findings: FindingListView

  init(_ overview: SeasonOverview, options: DocumentOptions, styles: StyleSheets) {
    self.overview = overview
    self.options = options
    self.styles = styles
    let format = FigureText(language: options.language)
    figures = FigureIndex(overview.ownFigures, format: format)
    findings = FindingListView(overview.findings, perCode: 0, options: options, format: format)
  }

  static let fields: [ViewField<OverviewView>] = [
    .record("page") { view in
      PageView(
        kind: .overview, provenance: view.overview.provenance, approval: nil,
        isDraft: view.overview.isDraft, styles: view.styles, format: view.figures.format)
    },
    .record("words") { Wording(language: $0.options.language) },
    .record("figure") { view in
      let year = String(view.overview.provenance.programme.year)
      return SeasonFigures(own: view.figures.figures(.season, of: year))
    },
    .stream("contracts") { view in
      view.overview.contracts.lazy.map { contract in
        ContractRowView(
          review: contract, hasPacket: view.overview.packets.contains(contract.id),
          own: SubjectFigures(
            figures: view.overview.figures(of: contract)[...], format: view.figures.format))
      }
    },
    .stream("districts") { view in
      view.overview.districts.lazy.map { district in
        DistrictRowView(
          district: district, own: view.figures.figures(.district, of: district.id.text))
      }
    },
    .markups("districtCharts") { view in
      StoreBars.pictures(of: view.overview.districts, view.figures.format)
    },
    .record("findings") { $0.findings },
    .list("files") { view in
      view.overview.provenance.files.map { FileView(file: $0, format: view.figures.format) }
    },
  ]
}

/// A contract's row of the overview.
struct ContractRowView: TemplateView {
  let review: ContractReview
  let hasPacket: Bool
  let own: SubjectFigures

  static let fields: [ViewField<ContractRowView>] = [
    .record("head") { ContractHeadView(approval: $0.review.approval) },
    .flag("hasPacket") { $0.hasPacket },
    .text("verdictCode") { $0.review.verdict.rawValue },
    .record("figure") { ContractFigures(own: $0.own) },
  ]
}

/// A district's row of the overview.
struct DistrictRowView: TemplateView {
  let district: DistrictReview
  let own: SubjectFigures

  static let fields: [ViewField<DistrictRowView>] = [
    .text("id") { $0.district.id.text },
    .text("name") { $0.district.name },
    .record("figure") { DistrictFigures(own: $0.own) },
  ]
}

extension SeasonOverview {
  /// A draft (草稿) while the verdict of any contract is `fail`.
  var isDraft: Bool { contracts.contains { $0.verdict == .fail } }
}
