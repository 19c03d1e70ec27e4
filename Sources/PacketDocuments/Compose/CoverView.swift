internal import ReviewModel

/// `index.html` of a packet: who, what, verdict and why, what is missing, from what it was made.
struct CoverView: TemplateView {
  let context: PacketContext
  private let page: PageView
  private let reasons: FindingListView
  private let missing: FindingListView
  private let owners: [OwnerView]

  /// So many findings stand on the cover; the page of findings has more.
  static let missingCap = 20

  init(_ context: PacketContext) {
    self.context = context
    page = context.page(.cover)
    let blockers = context.packet.findings.filter { $0.rule.effect == .contractBlocked }
    reasons = FindingListView(
      blockers, perCode: Self.missingCap, options: context.options, format: context.format)
    let open = context.packet.findings.filter { $0.severity <= .warning }
    missing = FindingListView(
      open, perCode: Self.missingCap, most: Self.missingCap, options: context.options,
      format: context.format)
    owners = Owner.allCases.compactMap { owner in
      let own = open.filter { $0.rule.owner == owner }
      guard !own.isEmpty else { return nil }
      return OwnerView(
        owner: owner,
        findings: FindingListView(
          own, perCode: 0, options: context.options, format: context.format))
    }
  }

  static let fields: [ViewField<CoverView>] = [
    .record("page", \.page),
    .record("words", \.context.words),
    .record("figure", \.context.contractFigures),
    .record("head") { ContractHeadView(approval: $0.pointee.approval) },
    .flag("isPass") { $0.pointee.context.packet.review.verdict == .pass },
    .text("verdictCode") { $0.pointee.context.packet.review.verdict.rawValue },
    .text("verdictWord") {
      CodeWords.word($0.pointee.context.packet.review.verdict)[$0.pointee.context.language]
    },
    .record("reasons", \.reasons),
    .record("missing", \.missing),
    .flag("hasOwners") { !$0.pointee.owners.isEmpty },
    .list("owners", \.owners),
    .record("findings") {
      FindingListView(
        $0.pointee.context.packet.findings, perCode: 0, options: $0.pointee.context.options,
        format: $0.pointee.context.format)
    },
    .written("recognisedTotal") {
      $1.money($0.pointee.context.packet.review.settlement.recognisedTotal)
    },
    .written("declaredOn") { $1.date($0.pointee.approval.declaredOn, $0.pointee.context.format) },
    .written("declarationApprovedOn") {
      $1.date($0.pointee.approval.declarationApprovedOn, $0.pointee.context.format)
    },
    .written("vendorContractOn") {
      $1.date($0.pointee.approval.vendorContractOn, $0.pointee.context.format)
    },
    .written("districtContractOn") {
      $1.date($0.pointee.approval.districtContractOn, $0.pointee.context.format)
    },
    .list("files", \.context.files),
    .optional("mended") {
      MendedView($0.pointee.context.packet.provenance.mended, $0.pointee.context.format)
    },
  ]

  private var approval: Approval { context.packet.review.approval }
}

/// Who has to mend what.
struct OwnerView: TemplateView {
  let owner: Owner
  let findings: FindingListView

  static let fields: [ViewField<OwnerView>] = [
    .text("code") { $0.pointee.owner.rawValue },
    .text("word") { CodeWords.word($0.pointee.owner)[$0.pointee.findings.format.language] },
    .written("count") { $1.number($0.pointee.findings.total) },
    .list("codes", \.findings.codes),
  ]
}
