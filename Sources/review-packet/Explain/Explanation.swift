import PacketDocuments
import ReviewModel

/// How a figure came about: its formula's numbers, each explained in turn, down to the input.
struct Explanation {
  /// How much of a figure is told.
  enum Extent: String {
    case whole
    /// It was explained further up.
    case above
    /// Further down than was asked for.
    case mentioned
  }

  /// A number of the formula, and what is under it.
  struct Operand {
    let operand: Derivation.Operand
    /// Where it is a figure: how that came about.
    let figure: Explanation?
    /// Where it sums up uses: the days with any, in their order.
    let days: [DailyUses]
    /// Where it names findings: those that are meant.
    let findings: [Finding]
  }

  /// A store that a count of stores leaves out, and why.
  struct LeftOut {
    let store: StoreReview
    let reasons: [String]
  }

  /// What a figure's numbers do not say by themselves.
  struct Remarks {
    /// The formula with the numbers put in; empty where it is no more than words.
    var inNumbers = ""
    /// Of a status: why it is that one.
    var reasons: [String] = []
    /// Of a count of stores: those on the roster that are not counted, by id.
    var leftOut: [LeftOut] = []
    /// Of the completed stores: what kept rows of the roster from counting at all.
    var skippedRows: [Finding] = []
  }

  let figure: Figure
  let extent: Extent
  /// None but of a figure that is explained as a whole; so are the remarks.
  let operands: [Operand]
  let remarks: Remarks

  private init(
    _ figure: Figure, _ extent: Extent, _ operands: [Operand], _ remarks: Remarks
  ) {
    self.figure = figure
    self.extent = extent
    self.operands = operands
    self.remarks = remarks
  }

  init(_ figure: Figure, _ operands: [Operand], _ remarks: Remarks) {
    self.init(figure, .whole, operands, remarks)
  }

  static func above(_ figure: Figure) -> Explanation {
    Explanation(figure, .above, [], Remarks())
  }

  static func mentioned(_ figure: Figure) -> Explanation {
    Explanation(figure, .mentioned, [], Remarks())
  }

  /// It and all figures under it, in the order in which they stand.
  private func forEach(_ body: (Explanation) -> Void) {
    body(self)
    for operand in operands { operand.figure?.forEach(body) }
  }

  /// The clauses of all figures that are explained, in their order.
  var clauses: [Clause] {
    var found: Set<Clause> = []
    forEach { explanation in
      if explanation.extent == .whole, let clause = explanation.figure.code.rule.clause {
        found.insert(clause)
      }
    }
    return Clause.allCases.filter(found.contains)
  }

  /// Whether a figure stands somewhere without being explained.
  var isCut: Bool {
    var isCut = false
    forEach { if $0.extent == .mentioned { isCut = true } }
    return isCut
  }

  /// The days with uses of each store that stand anywhere under the figure.
  var uses: [StoreID: [CalendarDate: Int]] {
    var found: [StoreID: [CalendarDate: Int]] = [:]
    forEach { explanation in
      for operand in explanation.operands {
        guard case .usage(let store, _, _) = operand.operand.origin else { continue }
        for day in operand.days { found[store, default: [:]][day.day] = day.uses }
      }
    }
    return found
  }
}
