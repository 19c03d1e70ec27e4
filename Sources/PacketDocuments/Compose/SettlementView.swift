internal import ReviewModel

/// `settlement.html`: every amount with its formula, its numbers and its clause.
struct SettlementView: TemplateView {
  let context: PacketContext
  private let page: PageView

  init(context: PacketContext) {
    self.context = context
    page = context.page(.settlement)
  }

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
    .record("page", \.page),
    .record("words", \.context.words),
    .record("figure", \.context.contractFigures),
    .flag("isTrial") { $0.pointee.context.packet.provenance.phase == .midterm },
    .markup("waterfall") { view in
      view.pointee.steps.picture(
        view.pointee.context.format, isTrial: view.pointee.phase == .midterm)
    },
    .list("steps") { view in
      view.pointee.steps.all.map { StepView(step: $0, language: view.pointee.context.language) }
    },
    .list("amounts") { view in
      let formula = AmountFormula(view.pointee.context)
      return view.pointee.views(of: Self.amountCodes).map {
        AmountView(figure: $0, formula: formula)
      }
    },
    .list("clauses") { view in
      // Of a clause that settles no amount the decisions would be about something else.
      let ofAmounts = Set(
        view.pointee.views(of: Self.amountCodes).compactMap(\.figure.code.rule.clause))
      return view.pointee.clauses.map {
        ClauseView(
          clause: $0, showsDecisions: ofAmounts.contains($0),
          language: view.pointee.context.language)
      }
    },
    .list("totals") { $0.pointee.views(of: Self.totalCodes).map { AmountInWordsView(figure: $0) } },
    .written("vendorRate") { $1.money($0.pointee.context.programme.vendorDeductionPerStore) },
    .written("districtRate") { $1.money($0.pointee.context.programme.districtDeductionPerStore) },
    .list("deductions") { $0.pointee.deductions },
    .list("rulings") { view in
      let review = view.pointee.context.packet.review
      let counted = review.settlement.recogniseRuling?.source.row
      return review.rulings.map { ruling in
        RulingView(
          ruling: ruling,
          isSuperseded: ruling.kind == .recognise && counted != nil && ruling.source.row != counted,
          format: view.pointee.context.format)
      }
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
    let stores = context.stores
    let uncompleted = stores.indices.filter { stores[$0].store.status != .completed }
    let rows = uncompleted.enumerated().map { index, place in
      DeductionView(
        store: stores[place], count: index < counts.shortfall ? 1 : 0, context: context.base)
    }
    let unrostered = counts.shortfall - min(uncompleted.count, counts.shortfall)
    return unrostered > 0
      ? rows + [DeductionView(store: nil, count: unrostered, context: context.base)] : rows
  }
}

/// A row of the deductions: an uncompleted store, or the approved stores that no roster names.
struct DeductionView: TemplateView {
  let store: StoreView?
  /// How many of the shortfall the row is.
  let count: Int
  let context: PacketBase

  static let fields: [ViewField<DeductionView>] = [
    .optional("store") { $0.pointee.store },
    .text("unrostered") {
      $0.pointee.store == nil ? $0.pointee.context.format.number($0.pointee.count) : ""
    },
    .flag("isBeyond") { $0.pointee.count == 0 },
    .written("vendor") {
      $1.money($0.pointee.count * $0.pointee.context.programme.vendorDeductionPerStore)
    },
    .written("district") {
      $1.money($0.pointee.count * $0.pointee.context.programme.districtDeductionPerStore)
    },
    .text("total") { view in
      (view.pointee.count * view.pointee.context.programme.vendorDeductionPerStore
        + view.pointee.count * view.pointee.context.programme.districtDeductionPerStore).displayText
    },
  ]
}

/// A step from the approved fee to what is payable.
struct StepView: TemplateView {
  let step: SettlementSteps.Step
  let language: Language

  static let fields: [ViewField<StepView>] = [
    .text("label") { $0.pointee.step.label[$0.pointee.language] },
    .text("amount") { view in
      view.pointee.step.kind == .minus && view.pointee.step.amount > .zero
        ? "−" + view.pointee.step.amount.displayText : view.pointee.step.amount.displayText
    },
    .written("left") { $1.money($0.pointee.step.left) },
    .flag("isTotal") { $0.pointee.step.kind == .total },
  ]
}

/// An amount with its formula in numbers.
struct AmountView: TemplateView {
  let figure: FigureView
  let formula: AmountFormula

  static let fields: [ViewField<AmountView>] = [
    .record("amount", \.figure),
    .text("inNumbers") { $0.pointee.formula.inNumbers($0.pointee.figure.figure.code) },
  ]
}

/// A clause that amounts rest on, with the decisions that fill its gaps.
struct ClauseView: TemplateView {
  let clause: Clause
  let showsDecisions: Bool
  let language: Language

  static let fields: [ViewField<ClauseView>] = [
    .text("id") { $0.pointee.clause.rawValue },
    .text("text") { $0.pointee.clause.text[$0.pointee.language] },
    .texts("decisions") { view in
      view.pointee.showsDecisions
        ? view.pointee.clause.decisions.map { $0.text[view.pointee.language] } : []
    },
  ]
}

/// An amount that is written out in financial numerals.
struct AmountInWordsView: TemplateView {
  let figure: FigureView

  static let fields: [ViewField<AmountInWordsView>] = [
    .record("amount", \.figure),
    .text("numerals") { view in
      guard case .money(let amount) = view.pointee.figure.figure.value else { return "" }
      return FinancialNumerals.text(of: amount)
    },
  ]
}

/// A ruling that counts for the contract or one of its stores.
struct RulingView: TemplateView {
  let ruling: Ruling
  /// Whether a later ruling of the kind stands in its place.
  let isSuperseded: Bool
  let format: FigureText

  static let fields: [ViewField<RulingView>] = [
    .text("kind") { $0.pointee.ruling.kind.rawValue },
    .text("kindWord") { view in
      let word = CodeWords.word(view.pointee.ruling.kind)
      let superseded = Bilingual(
        zh: word.zh + "（已由較後的認定取代，不計入）",
        en: word.en + " (superseded by a later one; it does not count)")
      return (view.pointee.isSuperseded ? superseded : word)[view.pointee.format.language]
    },
    .text("store") { $0.pointee.ruling.store?.text ?? "" },
    .text("amount") { $0.pointee.ruling.amount?.displayText ?? "" },
    .text("reason") { $0.pointee.ruling.reason },
    .written("date") { $1.date($0.pointee.ruling.ruledOn, $0.pointee.format) },
    .text("place") { $0.pointee.ruling.source.place(of: .ruling).fileAndLine },
  ]
}
