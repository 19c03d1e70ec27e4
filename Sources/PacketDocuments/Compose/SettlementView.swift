internal import ReviewModel

/// `settlement.html`: every amount with its formula, its numbers and its clause.
struct SettlementView: TemplateView {
  let context: PacketContext

  /// The amounts in the order in which they are worked out.
  private static let amountCodes: [FigureCode] = [
    .contractCounsellingFee, .contractCloudFee, .contractCloudFeeCap, .contractVendorDeduction,
    .contractDistrictDeduction, .contractTotalDeduction, .contractRecognisedCloudFee,
    .contractRecognisedCounsellingFee, .contractPayableCloudFee, .contractPayableCounsellingFee,
    .contractPayableTotal, .contractWithheldTotal,
  ]

  /// The amounts that stand in financial numerals too.
  private static let totalCodes: [FigureCode] = [
    .contractTotalDeduction, .contractRecognisedCloudFee, .contractRecognisedCounsellingFee,
    .contractPayableCloudFee, .contractPayableCounsellingFee, .contractPayableTotal,
    .contractWithheldTotal,
  ]

  static let fields: [ViewField<SettlementView>] = [
    .record("page") { $0.context.page(.settlement) },
    .record("words") { $0.context.words },
    .record("figure") { $0.context.contractFigures },
    .flag("isTrial") { $0.context.packet.provenance.phase == .midterm },
    .list("amounts") { $0.views(of: Self.amountCodes) },
    .list("totals") { $0.views(of: Self.totalCodes).map { AmountInWordsView(figure: $0) } },
    .text("vendorRate") { $0.context.programme.vendorDeductionPerStore.displayText },
    .text("districtRate") { $0.context.programme.districtDeductionPerStore.displayText },
    .list("uncompleted") { $0.uncompleted },
    .text("uncompletedCount") { $0.context.format.number($0.uncompleted.count) },
    .text("unrostered") { view in
      view.unrostered > 0 ? view.context.format.number(view.unrostered) : ""
    },
    .list("rulings") { view in
      view.context.packet.review.rulings.map { RulingView(ruling: $0, format: view.context.format) }
    },
  ]

  private func views(of codes: [FigureCode]) -> [FigureView] {
    let own = context.contractFigures.own
    return codes.compactMap { own.view($0) }
  }

  private var uncompleted: [StoreView] { context.stores.filter { $0.store.status != .completed } }

  /// Approved stores that the roster does not have at all.
  private var unrostered: Int {
    let counts = context.packet.review.counts
    return counts.approved - counts.rostered
  }
}

/// An amount that is written out in financial numerals.
struct AmountInWordsView: TemplateView {
  let figure: FigureView

  static let fields: [ViewField<AmountInWordsView>] = [
    .record("amount") { $0.figure },
    .text("numerals") { view in
      guard case .money(let amount) = view.figure.figure.value else { return "" }
      return FinancialNumerals.text(of: amount)
    },
  ]
}

/// A ruling that counts for the contract or one of its stores.
struct RulingView: TemplateView {
  let ruling: Ruling
  let format: FigureText

  static let fields: [ViewField<RulingView>] = [
    .text("kind") { $0.ruling.kind.rawValue },
    .text("kindWord") { CodeWords.word($0.ruling.kind)[$0.format.language] },
    .text("store") { $0.ruling.store?.text ?? "" },
    .text("amount") { $0.ruling.amount?.displayText ?? "" },
    .text("reason") { $0.ruling.reason },
    .text("date") { $0.format.date($0.ruling.ruledOn) },
    .text("place") { $0.ruling.source.place(of: .ruling).fileAndLine },
  ]
}
