import PacketDocuments
import ReviewModel

/// Explains a source's figures.
struct Explainer {
  /// No figure of ours stands so far down; an edited packet's may, which are only named.
  static let deepest = 50

  private let source: FigureSource
  private let language: Language
  private let reasons: StoreReasons
  private var explained: Set<FigureSource.Key> = []

  init(_ source: FigureSource, _ language: Language) {
    self.source = source
    self.language = language
    reasons = StoreReasons(source.programme, asOf: source.asOf, in: language)
  }

  /// - Parameters:
  ///   - figure: A figure of the source.
  ///   - depth: How many figures down to go; 0 for this one alone.
  /// - Returns: How it came about; a figure that was explained before is only named.
  mutating func explanation(of figure: Figure, depth: Int) -> Explanation {
    let depth = min(depth, Self.deepest)
    guard explained.insert(FigureSource.Key(figure)).inserted else { return .above(figure) }
    // Not by `map`: each goes on with what the ones before have explained.
    var operands: [Explanation.Operand] = []
    for operand in figure.derivation.operands {
      operands.append(explained(operand, of: figure, depth))
    }
    return Explanation(figure, operands, remarks(on: figure))
  }

  private mutating func explained(
    _ operand: Derivation.Operand, of figure: Figure, _ depth: Int
  ) -> Explanation.Operand {
    var under: Explanation?
    var days: [DailyUses] = []
    var findings: [Finding] = []
    switch operand.origin {
    case .figure(let code, let subject, let month):
      under = source.figure(FigureSource.Key(code, subject, month)).map { next in
        depth > 0 ? explanation(of: next, depth: depth - 1) : .mentioned(next)
      }
    case .usage(let store, let first, let last):
      days = (source.store(store, ofSubject: figure.subject)?.service?.daily ?? []).filter {
        first <= $0.day && $0.day <= last && $0.uses > 0
      }
    case .findings(let codes): findings = source.findings(codes, about: figure)
    case .setting, .cell, .intermediate: break
    }
    return Explanation.Operand(operand: operand, figure: under, days: days, findings: findings)
  }

  // MARK: Remarks

  private func remarks(on figure: Figure) -> Explanation.Remarks {
    var remarks = Explanation.Remarks()
    remarks.inNumbers =
      FormulaInNumbers(
        figure, contract: source.contract(of: figure), source.programme, source.phase,
        in: language
      ).text
    switch figure.code {
    case .storeStatus:
      if let store = source.store(ofSubject: figure.subject) {
        remarks.reasons = reasons.texts(of: store)
      }
    case .contractEligibleStores:
      remarks.leftOut = leftOut(figure) { !$0.status.isEligible }
    case .contractAdoptedStores:
      remarks.leftOut = leftOut(figure) { $0.status.isEligible && !$0.status.isAdopted }
    case .contractCompletedStores:
      remarks.leftOut = leftOut(figure) { $0.status != .completed }
      remarks.skippedRows = source.skippedRosterRows(ofSubject: figure.subject)
    case .contractUsagePassRate:
      remarks.leftOut = leftOut(figure) {
        $0.status.isAdopted && $0.service?.verdict == .short
      }
    default: break
    }
    return remarks
  }

  private func leftOut(
    _ figure: Figure, _ isLeftOut: (StoreReview) -> Bool
  ) -> [Explanation.LeftOut] {
    source.stores(ofSubject: figure.subject).filter(isLeftOut)
      .sorted { $0.entry.store < $1.entry.store }
      .map { Explanation.LeftOut(store: $0, reasons: reasons.texts(of: $0)) }
  }
}
