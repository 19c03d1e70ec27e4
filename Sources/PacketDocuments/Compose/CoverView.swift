internal import ReviewModel

/// `index.html` of a packet: who, what, verdict and why, what is missing, from what it was made.
struct CoverView: TemplateView {
  let context: PacketContext
  private let reasons: FindingListView
  private let missing: FindingListView
  private let owners: [OwnerView]

  /// So many findings stand on the cover; the page of findings has more.
  static let missingCap = 20

  init(_ context: PacketContext) {
    self.context = context
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
    .record("page") { $0.context.page(.cover) },
    .record("words") { $0.context.words },
    .record("figure") { $0.context.contractFigures },
    .record("head") { ContractHeadView(approval: $0.approval) },
    .flag("isPass") { $0.context.packet.review.verdict == .pass },
    .text("verdictCode") { $0.context.packet.review.verdict.rawValue },
    .text("verdictWord") {
      CodeWords.word($0.context.packet.review.verdict)[$0.context.language]
    },
    .record("reasons") { $0.reasons },
    .record("missing") { $0.missing },
    .flag("hasOwners") { !$0.owners.isEmpty },
    .list("owners") { $0.owners },
    .record("findings") {
      FindingListView(
        $0.context.packet.findings, perCode: 0, options: $0.context.options,
        format: $0.context.format)
    },
    .text("recognisedTotal") { $0.context.packet.review.settlement.recognisedTotal.displayText },
    .text("declaredOn") { $0.context.format.date($0.approval.declaredOn) },
    .text("declarationApprovedOn") { $0.context.format.date($0.approval.declarationApprovedOn) },
    .text("vendorContractOn") { $0.context.format.date($0.approval.vendorContractOn) },
    .text("districtContractOn") { $0.context.format.date($0.approval.districtContractOn) },
    .list("files") { $0.context.files },
    .optional("mended") { MendedView($0.context.packet.provenance.mended, $0.context.format) },
  ]

  private var approval: Approval { context.packet.review.approval }
}

/// Who has to mend what.
struct OwnerView: TemplateView {
  let owner: Owner
  let findings: FindingListView

  static let fields: [ViewField<OwnerView>] = [
    .text("code") { $0.owner.rawValue },
    .text("word") { CodeWords.word($0.owner)[$0.findings.format.language] },
    .text("count") { $0.findings.format.number($0.findings.total) },
    .list("codes") { $0.findings.codes },
  ]
}
