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
    .markup("waterfall") { view in
      view.steps.picture(view.context.format, isTrial: view.phase == .midterm)
    },
    .list("steps") { view in
      view.steps.all.map { StepView(step: $0, language: view.context.language) }
    },
    .list("amounts") { view in
      let formula = AmountFormula(view.context)
      return view.views(of: Self.amountCodes).map { AmountView(figure: $0, formula: formula) }
    },
    .list("clauses") { view in
      // Of a clause that settles no amount the decisions would be about something else.
      let ofAmounts = Set(view.views(of: Self.amountCodes).compactMap(\.figure.code.rule.clause))
      return view.clauses.map {
        ClauseView(
          clause: $0, showsDecisions: ofAmounts.contains($0), language: view.context.language)
      }
    },
    .list("totals") { $0.views(of: Self.totalCodes).map { AmountInWordsView(figure: $0) } },
    .text("vendorRate") { $0.context.programme.vendorDeductionPerStore.displayText },
    .text("districtRate") { $0.context.programme.districtDeductionPerStore.displayText },
    .list("deductions") { $0.deductions },
    .list("rulings") { view in
      view.context.packet.review.rulings.map { RulingView(ruling: $0, format: view.context.format) }
    },
  ]

  private func views(of codes: [FigureCode]) -> [FigureView] {
    let own = context.contractFigures.own
    return codes.compactMap { own.view($0) }
  }

  /// Every clause that the page cites: those of its figures, and those that its steps name.
  private var clauses: [Clause] {
    let owed = DocumentKind.settlement.owedFigures.compactMap(\.rule.clause)
    return Set(owed + steps.all.flatMap(\.clauses)).sorted()
  }

  private var phase: Phase { context.packet.provenance.phase }

  private var steps: SettlementSteps {
    SettlementSteps(context.packet.review.settlement, phase: phase)
  }

  /// The stores that make up the shortfall, one deduction each, so that the rows add up to it.
  ///
  /// The first uncompleted stores of the roster count, then the approved ones that it lacks. A
  /// roster that is longer than the approval may have more uncompleted stores than the shortfall.
  var deductions: [DeductionView] {
    let counts = context.packet.review.counts
    let uncompleted = context.stores.filter { $0.store.status != .completed }
    let rows = uncompleted.enumerated().map { index, store in
      DeductionView(store: store, count: index < counts.shortfall ? 1 : 0, context: context)
    }
    let unrostered = counts.shortfall - min(uncompleted.count, counts.shortfall)
    return unrostered > 0
      ? rows + [DeductionView(store: nil, count: unrostered, context: context)] : rows
  }
}

/// A row of the deductions: an uncompleted store, or the approved stores that no roster names.
struct DeductionView: TemplateView {
  let store: StoreView?
  /// How many of the shortfall the row is.
  let count: Int
  let context: PacketContext

  static let fields: [ViewField<DeductionView>] = [
    .optional("store") { $0.store },
    .text("unrostered") { $0.store == nil ? $0.context.format.number($0.count) : "" },
    .flag("isBeyond") { $0.count == 0 },
    .text("vendor") { ($0.count * $0.context.programme.vendorDeductionPerStore).displayText },
    .text("district") { ($0.count * $0.context.programme.districtDeductionPerStore).displayText },
    .text("total") { view in
      (view.count * view.context.programme.vendorDeductionPerStore
        + view.count * view.context.programme.districtDeductionPerStore).displayText
    },
  ]
}

/// A step from the approved fee to what is payable.
struct StepView: TemplateView {
  let step: SettlementSteps.Step
  let language: Language

  static let fields: [ViewField<StepView>] = [
    .text("label") { $0.step.label[$0.language] },
    .text("amount") { view in
      view.step.kind == .minus && view.step.amount > .zero
        ? "−" + view.step.amount.displayText : view.step.amount.displayText
    },
    .text("left") { $0.step.left.displayText },
    .flag("isTotal") { $0.step.kind == .total },
  ]
}

/// An amount with its formula in numbers.
struct AmountView: TemplateView {
  let figure: FigureView
  let formula: AmountFormula

  static let fields: [ViewField<AmountView>] = [
    .record("amount") { $0.figure },
    .text("inNumbers") { $0.formula.inNumbers($0.figure.figure.code) },
  ]
}

/// A clause that amounts rest on, with the decisions that fill its gaps.
struct ClauseView: TemplateView {
  let clause: Clause
  let showsDecisions: Bool
  let language: Language

  static let fields: [ViewField<ClauseView>] = [
    .text("id") { $0.clause.rawValue },
    .text("text") { $0.clause.text[$0.language] },
    .texts("decisions") { view in
      view.showsDecisions ? view.clause.decisions.map { $0.text[view.language] } : []
    },
  ]
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
